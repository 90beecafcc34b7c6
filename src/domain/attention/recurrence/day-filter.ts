// Which days a rule allows, its BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY parts together. Knows no times of day and no periods.
import { daysBefore, firstDayOfYear, firstWeekOf, isLeap, monthLength, monthOf, weekYearOf, weekdayOf, weeksIn, yearOf } from './civil.ts';
import type { RecurrenceRule } from './rule.ts';

/** `any` is true when every day passes; `weekdayMask` has bit 0 for Monday, and is 0 when weekdays do not matter. */
export interface DayFilter {
  readonly any: boolean;
  readonly weekdayMask: number;
  readonly test: (day: number) => boolean;
}

type Parts = Pick<RecurrenceRule, 'weekdays' | 'monthDays' | 'yearDays' | 'weekNumbers' | 'months' | 'weekStart'>;

const asMask = (values: readonly number[]): number => values.reduce((mask, value) => mask | (1 << value), 0);

/** A value counted from the beginning (1..size) or from the end (-1..-size) is in `listed`. */
function counts(listed: ReadonlySet<number>, fromStart: number, size: number): boolean {
  return listed.has(fromStart) || listed.has(fromStart - size - 1);
}

function ordinals(parts: Parts, whole: 'month' | 'year' | 'none'): { readonly every: number; readonly nth: readonly (ReadonlySet<number> | undefined)[] } {
  const numbered = whole === 'none' ? [] : parts.weekdays.filter(({ nth }) => nth !== 0);
  const every = asMask(parts.weekdays.filter(({ nth }) => nth === 0 || whole === 'none').map(({ weekday }) => weekday));
  const nth = Array.from({ length: 7 }, (_, weekday) => {
    const of = numbered.filter((part) => part.weekday === weekday);
    return of.length === 0 ? undefined : new Set(of.map((part) => part.nth));
  });
  return { every, nth };
}

/** The filter of a rule's parts; `whole` is what BYDAY's numbers count in: 2MO is the second Monday of the month or of the year. Example: BYMONTHDAY=13 and BYDAY=FR let 13 September 2024 through. */
export function dayFilter(parts: Parts, whole: 'month' | 'year' | 'none'): DayFilter {
  const monthMask = asMask(parts.months);
  const { every, nth } = ordinals(parts, whole);
  const weekdayMask = every | asMask(nth.flatMap((set, weekday) => (set ? [weekday] : [])));
  const monthDays = new Set(parts.monthDays);
  const yearDays = new Set(parts.yearDays);
  const weekNumbers = new Set(parts.weekNumbers);
  const nothingNumbered = nth.every((set) => set === undefined);
  const plain = monthDays.size === 0 && yearDays.size === 0 && weekNumbers.size === 0 && nothingNumbered;
  const any = monthMask === 0 && weekdayMask === 0 && plain;
  const test = (day: number): boolean => {
    const weekday = weekdayOf(day);
    if (weekdayMask !== 0 && !(weekdayMask & (1 << weekday))) return false;
    if (plain && monthMask === 0) return true;
    const year = yearOf(day);
    const dayOfYear = day - firstDayOfYear(year);
    const month = monthOf(dayOfYear, year);
    if (monthMask !== 0 && !(monthMask & (1 << month))) return false;
    if (plain) return true;
    const dayOfMonth = dayOfYear - daysBefore(month, year) + 1;
    if (monthDays.size > 0 && !counts(monthDays, dayOfMonth, monthLength(month, year))) return false;
    const yearLength = isLeap(year) ? 366 : 365;
    if (yearDays.size > 0 && !counts(yearDays, dayOfYear + 1, yearLength)) return false;
    if (weekNumbers.size > 0 && !inWeeks(weekNumbers, day, parts.weekStart)) return false;
    const numbered = nth[weekday];
    if (!numbered || every & (1 << weekday)) return true;
    const at = whole === 'month' ? dayOfMonth - 1 : dayOfYear;
    const size = whole === 'month' ? monthLength(month, year) : yearLength;
    return numbered.has(Math.floor(at / 7) + 1) || numbered.has(-Math.floor((size - 1 - at) / 7) - 1);
  };
  return { any, weekdayMask, test };
}

function inWeeks(listed: ReadonlySet<number>, day: number, weekStart: number): boolean {
  const year = weekYearOf(day, weekStart);
  return counts(listed, Math.floor((day - firstWeekOf(year, weekStart)) / 7) + 1, weeksIn(year, weekStart));
}
