// How a person types a span of work into a field, and how it stands there. How pages write hours is with the pictures of attention.

/** As it stands in a field: `2 h`, `1.5 h`, `0`. Reads back as the same minutes to the quarter of an hour. */
export function hoursField(minutes: number): string {
  return minutes === 0 ? '0' : `${(minutes / 60).toLocaleString('en', { maximumFractionDigits: 2, useGrouping: false })} h`;
}

const CLOCK = /^(\d{1,3}):([0-5]\d)$/;
const PARTS = /^(?:(\d+(?:[.,]\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:utes?)?)?)?$/;
const BARE = /^\d+(?:[.,]\d+)?$/;

/**
 * Minutes in what was typed; undefined when it is no span. A number alone is hours.
 * Examples: `2h` is 120, `1.5` is 90, `1:30` is 90, `45m` is 45, `1h 15m` is 75.
 */
export function minutesIn(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  const number = (part: string): number => Number(part.replace(',', '.'));
  const clock = CLOCK.exec(typed);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  if (BARE.test(typed)) return Math.round(number(typed) * 60);
  const parts = PARTS.exec(typed);
  if (typed === '' || parts === null) return undefined;
  return Math.round(number(parts[1] ?? '0') * 60) + Number(parts[2] ?? 0);
}
