// When somebody means to work: the declared hours of each weekday, and the stretches of real time they become in a zone.
// Decides nothing about what is done in them, and knows no zone but the clock handed in.
import { weekdayOf } from '../kernel/calendar.ts';
import { addDays, startOfDay, type Day, type Instant } from '../kernel/instant.ts';
import { joined, MINUTE_MS, type Span } from './spans.ts';

/** A zone's clocks; `local` is in milliseconds as if the local clock were UTC. */
export interface WallClock {
  readonly toUtc: (local: number) => Instant;
  readonly toLocal: (utc: Instant) => number;
}

/** Minutes after local midnight, `to` at most 1440. */
interface DayHours {
  readonly from: number;
  readonly to: number;
}

/** Monday first, Sunday last; a day may have no hours, one stretch or more. */
export type WorkingHours = readonly (readonly DayHours[])[];

export const USUAL_HOURS = 'Mon-Fri 09:00-17:30';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_WORDS = /^([a-z]{3})[a-z]*(?:\s*[-–]\s*([a-z]{3})[a-z]*)?$/;
const STRETCH = /^(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/;

/**
 * Hours as people write them; days that are not named are free, a day named twice has both stretches. Undefined when it cannot be read.
 * Example: `Mon-Thu 09:00-12:30, 13:30-17:00; Fri 9-13`, or `Mon, Wed 9-17`. A stretch over midnight is not one: write it on both days.
 */
export function workingHours(text: string): WorkingHours | undefined {
  const week: DayHours[][] = DAYS.map(() => []);
  let days: readonly number[] = [];
  let waiting: number[] = [];
  const parts = text.toLowerCase().split(/[;,\n]|\band\b/).map((part) => part.trim()).filter((part) => part !== '');
  for (const part of parts) {
    const [, named = '', times = ''] = /^(\D*)(.*)$/.exec(part)!;
    const found = named.trim() === '' ? [] : daysNamed(named.trim());
    if (found === undefined) return undefined;
    waiting.push(...found);
    if (times === '') continue;
    if (waiting.length > 0) days = [...new Set(waiting)];
    waiting = [];
    const stretch = stretchOf(times);
    if (stretch === undefined || days.length === 0) return undefined;
    for (const day of days) week[day]!.push(stretch);
  }
  if (parts.length === 0 || waiting.length > 0 || week.some(overlaps)) return undefined;
  return week.map((hours) => hours.sort((a, b) => a.from - b.from));
}

function daysNamed(text: string): number[] | undefined {
  const found = DAY_WORDS.exec(text);
  const first = DAYS.indexOf(found?.[1] ?? '');
  const last = found?.[2] === undefined ? first : DAYS.indexOf(found[2]);
  if (first < 0 || last < 0) return undefined;
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => (first + step) % 7);
}

function stretchOf(text: string): DayHours | undefined {
  const found = STRETCH.exec(text);
  if (found === null) return undefined;
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = found;
  if (Number(fromMinute) > 59 || Number(toMinute) > 59) return undefined;
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  return to > from && to <= 1440 ? { from, to } : undefined;
}

function overlaps(hours: readonly DayHours[]): boolean {
  const sorted = [...hours].sort((a, b) => a.from - b.from);
  return sorted.some((each, at) => at > 0 && each.from < sorted[at - 1]!.to);
}

/** Every day from `from` to `to`, both included. Throws RangeError on text that is not a day. */
export function daysThrough(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The whole day in real time: 23 hours on the day clocks go forward, 25 on the day they go back. */
export function daySpan(day: Day, clock: WallClock): Span {
  const midnight = startOfDay(day)!;
  return { start: clock.toUtc(midnight), end: clock.toUtc(startOfDay(addDays(day, 1))!) };
}

/** The local day an instant falls on. */
export function localDay(instant: Instant, clock: WallClock): Day {
  return new Date(clock.toLocal(instant)).toISOString().slice(0, 10);
}

/** The declared hours of the given days as stretches of real time, in order. */
export function workingSpans(hours: WorkingHours, days: readonly Day[], clock: WallClock): Span[] {
  return joined(days.flatMap((day) => {
    const midnight = startOfDay(day)!;
    return (hours[weekdayOf(day) - 1] ?? []).map(({ from, to }) => ({ start: clock.toUtc(midnight + from * MINUTE_MS), end: clock.toUtc(midnight + to * MINUTE_MS) }));
  }));
}
