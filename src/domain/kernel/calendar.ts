// Counting in calendar days and ISO weeks. Pure: a day is text, a week begins on Monday, no zone is known.
import { addDays, daysBetween, startOfDay, type Day } from './instant.ts';

/** Days from `from` to `to`, negative when `to` is earlier. Example: `daysFrom('2024-02-28', '2024-03-01')` is 2. Throws RangeError on text that is no day. */
export function daysFrom(from: Day, to: Day): number {
  const start = startOfDay(from), end = startOfDay(to);
  if (start === undefined || end === undefined) throw new RangeError(`not a day: ${start === undefined ? from : to}`);
  return daysBetween(start, end);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  // 1 January 1970 was a Thursday.
  return ((((daysFrom('1970-01-01', day) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the day's ISO week, or with `first` the latest such weekday on or before the day. */
export function weekStart(day: Day, first = 1): Day {
  return addDays(day, -((weekdayOf(day) - first + 7) % 7));
}
