// What the signals are counted from: accepted meetings, each moment once, and the declared hours that are free between them.
import type { Instant } from '../../kernel/instant.ts';
import { othersAccepted } from '../minutes/attendance.ts';
import type { CountedEvent } from '../minutes/counted-event.ts';
import type { Ledger } from '../minutes/ledger.ts';
import { common, joined, minutesOf, without, type Span } from '../spans.ts';
import { daysThrough, daySpan, localDay, workingSpans, type WallClock, type WorkingHours } from '../working-hours.ts';
import { addDays, type Day } from '../../kernel/instant.ts';

const RUN_GAP_MINUTES = 5;
const RUN_MINUTES = 120;
const RUN_MEETINGS = 4;
const REST_HOURS = 11;
const EVENING_HOUR = 20;
const HOUR_MS = 3_600_000;

export interface Facts {
  readonly meetings: readonly CountedEvent[];
  /** Time in accepted meetings, each moment once. */
  readonly busy: readonly Span[];
  readonly declared: readonly Span[];
  /** Declared hours less days off and private time. */
  readonly hours: readonly Span[];
  /** What is left of `hours` between meetings. */
  readonly free: readonly Span[];
  readonly evenings: readonly Span[];
  /** Chains of meetings with at most five minutes between them that last two hours or hold four. */
  readonly runs: readonly Span[];
  /** Starts of the first meeting after a night shorter than eleven hours. */
  readonly shortRests: readonly Instant[];
  readonly conflicting: readonly Span[];
  /** Days with declared hours that are not off, by their start. */
  readonly workdays: readonly Instant[];
  /** Starts of meetings to which the invitation came less than a day before; undefined when the calendar never says when one was made. */
  readonly lastMinute: readonly Instant[] | undefined;
  /** Starts of accepted meetings with others of whom none has accepted; undefined when the calendar names no attendees. */
  readonly unanswered: readonly Instant[] | undefined;
}

export interface FactsQuestion {
  readonly from: Day;
  readonly to: Day;
  readonly clock: WallClock;
  readonly hours: WorkingHours;
}

/** True when any event of the ledger names somebody: without that, every accepted event is taken for a meeting. */
export function namesPeople(ledger: Ledger): boolean {
  return ledger.counted.some(({ others }) => others > 0);
}

export function factsOf(ledger: Ledger, { from, to, clock, hours }: FactsQuestion): Facts {
  const people = namesPeople(ledger);
  const meetings = ledger.counted.filter(({ role, answer, others }) => role === 'meeting' && answer === 'accepted' && (others > 0 || !people));
  const busy = joined(meetings.flatMap(({ spans }) => spans));
  const days = daysThrough(from, to);
  const declared = workingSpans(hours, days, clock);
  const unlooked = joined(ledger.counted.filter(({ role }) => role === 'private').flatMap(({ spans }) => spans));
  const left = without(ledger.capacity, unlooked);
  const invited = meetings.filter(({ event }) => event.created !== undefined && !event.recurring && event.organiser !== undefined && !event.organiser.self);
  return {
    meetings, busy, declared, hours: left, free: without(left, busy), runs: runsOf(meetings), shortRests: shortRestsOf(busy, clock), conflicting: ledger.conflicting,
    evenings: days.map((day) => ({ start: clock.toUtc(Date.parse(`${day}T00:00:00Z`) + EVENING_HOUR * HOUR_MS), end: daySpan(day, clock).end })),
    workdays: days.map((day) => daySpan(day, clock)).filter((day) => common([day], ledger.capacity).length > 0).map(({ start }) => start),
    lastMinute: meetings.some(({ event }) => event.created !== undefined) ? invited.filter(({ event }) => event.start - event.created! < 24 * HOUR_MS && event.created! <= event.start).map(({ event }) => event.start) : undefined,
    unanswered: people ? meetings.filter(({ event, others }) => others > 0 && !othersAccepted(event)).map(({ event }) => event.start) : undefined,
  };
}

function runsOf(meetings: readonly CountedEvent[]): Span[] {
  const sorted = meetings.flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start || a.end - b.end);
  const chains: { start: number; end: number; count: number }[] = [];
  for (const { start, end } of sorted) {
    const last = chains.at(-1);
    if (last !== undefined && start - last.end <= RUN_GAP_MINUTES * 60_000) Object.assign(last, { end: Math.max(last.end, end), count: last.count + 1 });
    else chains.push({ start, end, count: 1 });
  }
  return chains.filter((chain) => chain.count > 1 && (minutesOf([chain]) >= RUN_MINUTES || chain.count >= RUN_MEETINGS));
}

/** First start of a day less the last end of the day before it, both of days with meetings. */
function shortRestsOf(busy: readonly Span[], clock: WallClock): Instant[] {
  const days = new Map<Day, { first: Instant; last: Instant }>();
  for (const { start, end } of busy) {
    const day = localDay(start, clock);
    const known = days.get(day);
    days.set(day, { first: Math.min(known?.first ?? start, start), last: Math.max(known?.last ?? end, end) });
  }
  return [...days].flatMap(([day, { first }]) => {
    const before = days.get(addDays(day, -1));
    return before !== undefined && first - before.last < REST_HOURS * HOUR_MS ? [first] : [];
  });
}
