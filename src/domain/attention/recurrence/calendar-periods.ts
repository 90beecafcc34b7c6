// The periods of rules that repeat by days, weeks, months and years.
import { DAY_MS } from '../../kernel/instant.ts';
import { firstDayOfYear, monthOf, weekYearOf, weekdayOf, yearOf } from './civil.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { Periods } from './periods.ts';

const LAST_YEAR = 9999;

/** Periods of a daily or weekly rule. */
export function dayPeriods(compiled: CompiledRule): Periods {
  const { rule, filter, times } = compiled;
  const startDay = Math.floor(compiled.start / DAY_MS);
  const put = (day: number, into: number[]): void => {
    for (let i = 0; i < times.length; i++) into.push(day * DAY_MS + times[i]!);
  };
  if (rule.frequency === 'daily') {
    return {
      indexAt: (local) => Math.floor((Math.floor(local / DAY_MS) - startDay) / rule.interval),
      fill: (index, into) => {
        const day = startDay + index * rule.interval;
        if (filter.any || filter.test(day)) put(day, into);
        return index + 1;
      },
      constant: filter.any ? times.length : undefined,
    };
  }
  const firstWeek = startDay - ((weekdayOf(startDay) - rule.weekStart + 7) % 7);
  const offsets = [0, 1, 2, 3, 4, 5, 6].filter((offset) => filter.weekdayMask === 0 || filter.weekdayMask & (1 << ((offset + rule.weekStart) % 7)));
  const plain = rule.months.length === 0 && rule.monthDays.length === 0 && rule.yearDays.length === 0 && rule.weekNumbers.length === 0;
  return {
    indexAt: (local) => Math.floor((Math.floor(local / DAY_MS) - firstWeek) / (7 * rule.interval)),
    fill: (index, into) => {
      const week = firstWeek + index * 7 * rule.interval;
      for (const offset of offsets) if (plain || filter.test(week + offset)) put(week + offset, into);
      return index + 1;
    },
    constant: plain ? offsets.length * times.length : undefined,
  };
}

/** Periods of a monthly or yearly rule. */
export function longPeriods(compiled: CompiledRule): Periods {
  const { rule, times, periodDays } = compiled;
  const monthly = rule.frequency === 'monthly';
  const indexOf = (local: number): number => {
    const day = Math.floor(local / DAY_MS);
    if (rule.weekNumbers.length > 0 && !monthly) return weekYearOf(day, rule.weekStart);
    const year = yearOf(day);
    return monthly ? year * 12 + monthOf(day - firstDayOfYear(year), year) - 1 : year;
  };
  const first = indexOf(compiled.start);
  return {
    // A day that SKIP moved lies a little over the edge of its period.
    indexAt: (local) => Math.floor((indexOf(local) - 1 - first) / rule.interval),
    fill: (index, into) => {
      const period = first + index * rule.interval;
      // Beyond the last year that can be written, days are too large to be counted one by one.
      if (period > (monthly ? 12 * LAST_YEAR + 11 : LAST_YEAR)) return index + 1;
      for (const day of periodDays!(period)) for (const time of times) into.push(day * DAY_MS + time);
      return index + 1;
    },
  };
}
