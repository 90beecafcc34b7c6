// The days of one month or one year that a rule names, in order. Each month or year is worked out once.
import { daysBefore, firstDayOfYear, firstWeekOf, isLeap, monthLength, weekdayOf } from './civil.ts';
import type { DayFilter } from './day-filter.ts';
import type { RecurrenceRule } from './rule.ts';

/** Days of period `index`: months counted from year 0, or years. */
export type PeriodDays = (index: number) => Int32Array;

function kept(work: (index: number) => number[]): PeriodDays {
  const known = new Map<number, Int32Array>();
  return (index) => {
    let days = known.get(index);
    if (!days) {
      days = Int32Array.from(work(index));
      if (known.size > 2_000) known.clear();
      known.set(index, days);
    }
    return days;
  };
}

function among(first: number, last: number, filter: DayFilter): number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day++) if (filter.test(day)) days.push(day);
  return days;
}

/** Days of a rule that repeats by months. */
export function daysByMonth(rule: RecurrenceRule, filter: DayFilter): PeriodDays {
  return kept((index) => {
    const year = Math.floor(index / 12);
    const month = index - year * 12 + 1;
    if (rule.months.length > 0 && !rule.months.includes(month)) return [];
    if (rule.skip !== 'omit') return sorted(monthDaysMoved(rule, year, month));
    const first = firstDayOfYear(year) + daysBefore(month, year);
    return among(first, first + monthLength(month, year) - 1, filter);
  });
}

/** Days of a rule that repeats by years. With BYWEEKNO the year is the week-year, which may begin in December. */
export function daysByYear(rule: RecurrenceRule, filter: DayFilter): PeriodDays {
  return kept((year) => {
    if (rule.weekNumbers.length > 0) return among(firstWeekOf(year, rule.weekStart), firstWeekOf(year + 1, rule.weekStart) - 1, filter);
    if (rule.skip !== 'omit') return sorted(rule.yearDays.length > 0 ? yearDaysMoved(rule, year) : months(rule).flatMap((month) => monthDaysMoved(rule, year, month)));
    const first = firstDayOfYear(year);
    if (rule.months.length === 0) return among(first, firstDayOfYear(year + 1) - 1, filter);
    return months(rule).flatMap((month) => among(first + daysBefore(month, year), first + daysBefore(month + 1, year) - 1, filter));
  });
}

const months = (rule: RecurrenceRule): number[] => (rule.months.length > 0 ? rule.months.toSorted((a, b) => a - b) : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
const sorted = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => a - b);

/** A day counted in `[first, first + size)` from its beginning or end; one that is not there goes to the nearest that is, as SKIP says. */
function moved(nth: number, first: number, size: number, skip: RecurrenceRule['skip']): number {
  const at = nth > 0 ? nth - 1 : size + nth;
  if (at >= size) return skip === 'forward' ? first + size : first + size - 1;
  if (at < 0) return skip === 'forward' ? first : first - 1;
  return first + at;
}

function onWeekdays(rule: RecurrenceRule, days: readonly number[]): number[] {
  return rule.weekdays.length === 0 ? [...days] : days.filter((day) => rule.weekdays.some(({ weekday }) => weekday === weekdayOf(day)));
}

function monthDaysMoved(rule: RecurrenceRule, year: number, month: number): number[] {
  const first = firstDayOfYear(year) + daysBefore(month, year);
  const size = monthLength(month, year);
  const days = rule.monthDays.length === 0 ? Array.from({ length: size }, (_, at) => first + at) : rule.monthDays.map((nth) => moved(nth, first, size, rule.skip));
  return onWeekdays(rule, days);
}

function yearDaysMoved(rule: RecurrenceRule, year: number): number[] {
  return onWeekdays(rule, rule.yearDays.map((nth) => moved(nth, firstDayOfYear(year), isLeap(year) ? 366 : 365, rule.skip)));
}
