// How pages write spans of work, and how a person types one. Minutes inside, hours in sight.

/** `38`, `6.5`, `0.3` or `0`: whole hours from ten on, one decimal under it. */
export function hours(minutes: number): string {
  const value = minutes / 60;
  return value.toLocaleString('en', { maximumFractionDigits: value >= 9.95 ? 0 : 1 });
}

/** `1 hour`, `6.5 hours`, and under an hour `45 minutes`. */
export function hoursWords(minutes: number): string {
  if (minutes > 0 && minutes < 59.5) return Math.round(minutes) === 1 ? '1 minute' : `${Math.round(minutes)} minutes`;
  return hours(minutes) === '1' ? '1 hour' : `${hours(minutes)} hours`;
}

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
