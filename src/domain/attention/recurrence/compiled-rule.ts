// A rule made ready for walking: what DTSTART leaves to it is filled in (RFC 5545, 3.3.10), days and times are worked out once.
import { DAY_MS } from '../../kernel/instant.ts';
import { daysBefore, firstDayOfYear, monthOf, weekdayOf, yearOf } from './civil.ts';
import { dayFilter, type DayFilter } from './day-filter.ts';
import { daysByMonth, daysByYear, type PeriodDays } from './period-days.ts';
import type { RecurrenceRule } from './rule.ts';

/** `times` are milliseconds of a day in order; only rules of days and longer have them. */
export interface CompiledRule {
  readonly rule: RecurrenceRule;
  readonly start: number;
  readonly filter: DayFilter;
  readonly periodDays?: PeriodDays | undefined;
  readonly times: Float64Array;
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
}

const shared = new Map<string, { readonly filter: DayFilter; readonly periodDays?: PeriodDays | undefined; readonly times: Float64Array }>();
const inOrder = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** What the first occurrence says where the rule does not: its day of the month, its month or its weekday. */
function completed(rule: RecurrenceRule, start: number): RecurrenceRule {
  const day = Math.floor(start / DAY_MS);
  const year = yearOf(day);
  const month = monthOf(day - firstDayOfYear(year), year);
  const monthDays = [day - firstDayOfYear(year) - daysBefore(month, year) + 1];
  const weekdays = [{ weekday: weekdayOf(day), nth: 0 }];
  const months = rule.months.length > 0 ? rule.months : [month];
  const free = rule.weekdays.length === 0 && rule.yearDays.length === 0;
  // RFC 5545 leaves open whether the 30th of a yearly rule is of every month; libical and ical.js both read it as of the first one's month.
  if (free && rule.frequency === 'yearly' && rule.weekNumbers.length === 0) return { ...rule, months, monthDays: rule.monthDays.length > 0 ? rule.monthDays : monthDays };
  if (!free || rule.monthDays.length > 0) return rule;
  if (rule.frequency === 'weekly' || (rule.frequency === 'yearly' && rule.weekNumbers.length > 0)) return { ...rule, weekdays };
  return rule.frequency === 'monthly' ? { ...rule, monthDays } : rule;
}

function ordinalScope(rule: RecurrenceRule): 'month' | 'year' | 'none' {
  if (rule.frequency === 'monthly') return 'month';
  if (rule.frequency !== 'yearly' || rule.weekNumbers.length > 0) return 'none';
  return rule.months.length > 0 ? 'month' : 'year';
}

function timesOfDay(rule: RecurrenceRule, start: number): Float64Array {
  const ofDay = start - Math.floor(start / DAY_MS) * DAY_MS;
  const hours = rule.hours.length > 0 ? rule.hours : [Math.floor(ofDay / 3_600_000)];
  const minutes = rule.minutes.length > 0 ? rule.minutes : [Math.floor(ofDay / 60_000) % 60];
  const seconds = rule.seconds.length > 0 ? rule.seconds : [Math.floor(ofDay / 1000) % 60];
  return Float64Array.from(inOrder(hours.flatMap((hour) => minutes.flatMap((minute) => seconds.map((second) => hour * 3_600_000 + minute * 60_000 + second * 1000)))));
}

/**
 * The rule of a series that begins at local time `start`. `key` names the rule's text where there is one, so that the thousand series of a
 * calendar that repeat alike share their days.
 */
export function compileRule(rule: RecurrenceRule, start: number, key?: string): CompiledRule {
  const whole = completed(rule, start);
  const day = Math.floor(start / DAY_MS);
  const name = key === undefined ? undefined : `${key} ${whole.monthDays.join()} ${whole.months.join()} ${whole.weekdays.map(({ weekday }) => weekday).join()} ${start - day * DAY_MS}`;
  let parts = name === undefined ? undefined : shared.get(name);
  if (!parts) {
    const filter = dayFilter(whole, ordinalScope(whole));
    const periodDays = whole.frequency === 'monthly' ? daysByMonth(whole, filter) : whole.frequency === 'yearly' ? daysByYear(whole, filter) : undefined;
    parts = { filter, periodDays, times: timesOfDay(whole, start) };
    if (shared.size > 5_000) shared.clear();
    if (name !== undefined) shared.set(name, parts);
  }
  return {
    rule: whole, start, ...parts,
    minutes: rule.minutes.length > 0 ? inOrder(rule.minutes) : [Math.floor(start / 60_000) % 60],
    seconds: rule.seconds.length > 0 ? inOrder(rule.seconds) : [Math.floor(start / 1000) % 60],
  };
}
