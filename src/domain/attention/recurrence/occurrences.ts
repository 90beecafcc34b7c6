// The occurrences of a compiled rule that lie in a window. Goes straight to the window where the rule allows it; bounded in work and in
// length, and says so when it stopped. Knows no zone: see rule.ts.
import { dayPeriods, longPeriods } from './calendar-periods.ts';
import { clockPeriods } from './clock-periods.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { Periods } from './periods.ts';
import type { Budget, Occurrences } from './rule.ts';

/** More work than this is not done for one rule. */
const MOST_STEPS = 1_000_000;
const LAST_LOCAL = Date.UTC(9999, 11, 31, 23, 59, 59);

function periodsOf(compiled: CompiledRule): Periods {
  switch (compiled.rule.frequency) {
    case 'yearly': case 'monthly': return longPeriods(compiled);
    case 'weekly': case 'daily': return dayPeriods(compiled);
    default: return clockPeriods(compiled);
  }
}

/** Keeps of a period the positions BYSETPOS names, each once and in order. */
function positioned(values: readonly number[], positions: readonly number[]): number[] {
  const at = new Set(positions.map((position) => (position > 0 ? position - 1 : values.length + position)));
  return values.filter((_, index) => at.has(index));
}

/**
 * Local times in `[from, to)`, in order, each once. At most `most` of them, and no more steps than `budget` has left.
 * Example: every second Monday, asked for one month, gives two or three times without a look at the years before it.
 */
export function occurrences(compiled: CompiledRule, from: number, to: number, most: number, budget: Budget): Occurrences {
  const { rule, start } = compiled;
  const periods = periodsOf(compiled);
  const end = Math.min(to, rule.until === undefined ? to : rule.until + 1, LAST_LOCAL);
  const starts: number[] = [];
  let left = rule.count ?? Infinity;
  let index = Math.max(0, periods.indexAt(Math.max(from, start)));
  if (rule.count !== undefined) ({ index, left } = counted(periods, rule, start, index));
  if (end <= start) return { starts };
  const lastIndex = periods.indexAt(end) + 2;
  let allowed = Math.min(MOST_STEPS, budget.steps);
  let last = -Infinity;
  const values: number[] = [];
  for (;;) {
    if (allowed <= 0) return { starts, stopped: 'work' };
    values.length = 0;
    const next = periods.fill(index, values);
    const spent = 1 + (values.length >> 3);
    allowed -= spent;
    budget.steps -= spent;
    for (const value of rule.positions.length > 0 ? positioned(values, rule.positions) : values) {
      if (value < start || value <= last) continue;
      if (value >= end) return { starts };
      last = value;
      if (--left < 0) return { starts };
      if (value < from) continue;
      if (starts.length >= most) return { starts, stopped: 'instances' };
      starts.push(value);
    }
    if (next > lastIndex) return { starts };
    index = next;
  }
}

/** Where to begin when occurrences are counted: at the window when each period has the same number of them, otherwise at the beginning. */
function counted(periods: Periods, rule: CompiledRule['rule'], start: number, wanted: number): { index: number; left: number } {
  const whole = rule.count ?? Infinity;
  if (wanted < 2 || periods.constant === undefined || rule.positions.length > 0) return { index: 0, left: whole };
  const first: number[] = [];
  periods.fill(0, first);
  const before = first.filter((value) => value >= start).length + (wanted - 1) * periods.constant;
  return { index: wanted, left: Math.max(0, whole - before) };
}
