// Weeks from Monday, cut at the days that are asked about, each with its minutes. A week that was cut is marked: nothing compares it with others.
import { weekStart } from '../kernel/calendar.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { totalsOf, type Ledger, type Totals } from './minutes/ledger.ts';
import { sortMinutes, type Sorted } from './minutes/kind-minutes.ts';
import type { Span } from './spans.ts';
import { daySpan, type WallClock } from './working-hours.ts';

export interface Week extends Span {
  readonly from: Day;
  /** The last day, included. */
  readonly to: Day;
  /** Monday to Sunday, nothing cut off. */
  readonly whole: boolean;
}

export interface WeekMinutes extends Week, Omit<Totals, 'byEvent'>, Sorted {}

/** The weeks that the days from `from` to `to` lie in. Example: Wednesday to the next Monday gives two, neither whole. */
export function weeksOf(from: Day, to: Day, clock: WallClock): Week[] {
  const weeks: Week[] = [];
  for (let monday = weekStart(from); monday <= to; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6);
    const [first, last] = [monday < from ? from : monday, sunday > to ? to : sunday];
    weeks.push({ from: first, to: last, whole: first === monday && last === sunday, start: daySpan(first, clock).start, end: daySpan(last, clock).end });
  }
  return weeks;
}

/** Each week's minutes. Events that reach over midnight on Sunday give each week its part. */
export function weekMinutes(ledger: Ledger, weeks: readonly Week[], error: number): WeekMinutes[] {
  return weeks.map((week) => {
    const { byEvent, ...totals } = totalsOf(ledger, week);
    return { ...week, ...totals, ...sortMinutes(ledger.counted, byEvent, error) };
  });
}
