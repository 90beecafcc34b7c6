// Days as whole numbers from 1970-01-01, and the proleptic Gregorian calendar over them. Knows no clock and no zone.

const CUMULATED = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Day number of 1 January. `firstDayOfYear(1971)` is 365. */
export function firstDayOfYear(year: number): number {
  return 365 * (year - 1970) + Math.floor((year - 1969) / 4) - Math.floor((year - 1901) / 100) + Math.floor((year - 1601) / 400);
}

/** The year a day number lies in. `yearOf(365)` is 1971. */
export function yearOf(day: number): number {
  let year = Math.floor(day / 365.2425) + 1970;
  if (firstDayOfYear(year) > day) year--;
  else if (firstDayOfYear(year + 1) <= day) year++;
  return year;
}

/** Days before a month, 1 to 13, in its year. `daysBefore(3, 2024)` is 60. */
export function daysBefore(month: number, year: number): number {
  return CUMULATED[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0);
}

/** `monthLength(2, 2024)` is 29. */
export function monthLength(month: number, year: number): number {
  return daysBefore(month + 1, year) - daysBefore(month, year);
}

/** 1 to 12, of the day `dayOfYear` counted from 0. `monthOf(59, 2023)` is 3. */
export function monthOf(dayOfYear: number, year: number): number {
  let month = Math.min(12, Math.floor(dayOfYear / 29) + 1);
  while (daysBefore(month, year) > dayOfYear) month--;
  return month;
}

/** Monday is 0, Sunday 6. `weekdayOf(0)` is 3, a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Weeks of a week-year whose weeks begin on `weekStart` and belong to the year that has most of their days: 52 or 53. */
export function weeksIn(year: number, weekStart: number): number {
  return (firstWeekOf(year + 1, weekStart) - firstWeekOf(year, weekStart)) / 7;
}

/** First day of week 1. `firstWeekOf(2015, 0)` is the day number of 29 December 2014. */
export function firstWeekOf(year: number, weekStart: number): number {
  const fourth = firstDayOfYear(year) + 3;
  return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7);
}

/** The year whose week a day lies in. 1 January 2016 was still in 2015 for weeks from Monday. */
export function weekYearOf(day: number, weekStart: number): number {
  const year = yearOf(day);
  if (day < firstWeekOf(year, weekStart)) return year - 1;
  return day >= firstWeekOf(year + 1, weekStart) ? year + 1 : year;
}
