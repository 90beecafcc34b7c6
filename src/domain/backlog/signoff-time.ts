// Waiting time in working days: Monday to Friday, UTC, whole days. Knows no holidays and no office hours.

const DAY = 86_400;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

function weekdaySecondsSinceMonday(second: number): number {
  const since = second - FIRST_MONDAY;
  const week = Math.floor(since / (7 * DAY));
  return week * 5 * DAY + Math.min(since - week * 7 * DAY, 5 * DAY);
}

/** Seconds of Monday to Friday between two seconds since 1970; 0 when `to` is not later. Friday noon to Monday noon is one day: 86,400. */
export function workingSeconds(from: number, to: number): number {
  return to <= from ? 0 : weekdaySecondsSinceMonday(to) - weekdaySecondsSinceMonday(from);
}

/** The same in working days, fractional. */
export function workingDays(from: number, to: number): number {
  return workingSeconds(from, to) / DAY;
}
