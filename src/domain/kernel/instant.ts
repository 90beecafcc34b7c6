// A point in time and a calendar day, as plain values. Knows no clock and no time zone but the ones handed in.

/** Milliseconds since 1970-01-01T00:00:00Z; always a finite integer. */
export type Instant = number;

/** A calendar day, `YYYY-MM-DD`, proleptic Gregorian; sorts as text. */
export type Day = string;

export const DAY_MS = 86_400_000;

const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The UTC day an instant falls on. Example: `dayOf(0)` is `1970-01-01`. */
export function dayOf(instant: Instant): Day {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The instant at which a day begins in UTC. Undefined when the text is not a day that exists (`2026-02-30`). */
export function startOfDay(day: Day): Instant | undefined {
  const parts = DAY_SHAPE.exec(day);
  if (!parts) return undefined;
  const instant = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return dayOf(instant) === day ? instant : undefined;
}

/** Whole days from `from` to `to`, rounded down; negative when `to` is earlier. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.floor((to - from) / DAY_MS);
}

/** The day `days` after `day`. Throws RangeError on text that is not a day: a caller validates before it counts. */
export function addDays(day: Day, days: number): Day {
  const start = startOfDay(day);
  if (start === undefined) throw new RangeError(`not a day: ${day}`);
  return dayOf(start + days * DAY_MS);
}
