// Rules that repeat by hours, minutes or seconds: walked by whole units, with leaps over days, hours and minutes that do not match.
import type { CompiledRule } from './compiled-rule.ts';
import type { Periods } from './periods.ts';

const HOUR = 3600;
const DAY = 86_400;
const UNIT = { hourly: HOUR, minutely: 60, secondly: 1 } as const;

/** The periods of an hourly, minutely or secondly rule. Example: every 90 minutes has periods 0, 90, 180 minutes after the start's minute. */
export function clockPeriods(compiled: CompiledRule): Periods {
  const { rule, filter, minutes, seconds } = compiled;
  const unit = UNIT[rule.frequency as keyof typeof UNIT];
  const stride = unit * rule.interval;
  const base = Math.floor(compiled.start / 1000 / unit) * unit;
  const [hourSet, minuteSet, secondSet] = [new Set(rule.hours), new Set(rule.minutes), new Set(rule.seconds)];
  const fits = (set: ReadonlySet<number>, value: number): boolean => set.size === 0 || set.has(value);
  const firstFrom = (second: number): number => Math.ceil((second - base) / stride);

  /** The start of the first stretch after `at` that may match, when `at` itself does not; undefined when it does. */
  const leap = (at: number): number | undefined => {
    const day = Math.floor(at / DAY);
    if (!filter.any && !filter.test(day)) return (day + 1) * DAY;
    const hour = Math.floor(at / HOUR);
    if (!fits(hourSet, hour - day * 24)) return (hour + 1) * HOUR;
    if (unit === HOUR) return undefined;
    const minute = Math.floor(at / 60);
    if (!fits(minuteSet, minute - hour * 60)) return (minute + 1) * 60;
    return unit === 1 && !fits(secondSet, at - minute * 60) ? at + 1 : undefined;
  };

  const put = (at: number, into: number[]): void => {
    if (unit === 1) into.push(at * 1000);
    else if (unit === 60) for (const second of seconds) into.push((at + second) * 1000);
    else for (const minute of minutes) for (const second of seconds) into.push((at + minute * 60 + second) * 1000);
  };

  const free = filter.any && hourSet.size === 0 && (unit === HOUR || minuteSet.size === 0) && (unit > 1 || secondSet.size === 0);
  const each = unit === HOUR ? minutes.length * seconds.length : unit === 60 ? seconds.length : 1;
  return {
    indexAt: (local) => Math.floor((local / 1000 - base) / stride),
    fill: (index, into) => {
      const at = base + index * stride;
      const next = leap(at);
      if (next !== undefined) return Math.max(index + 1, firstFrom(next));
      put(at, into);
      return index + 1;
    },
    constant: free ? each : undefined,
  };
}
