import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRule } from './compiled-rule.ts';
import { occurrences } from './occurrences.ts';
import type { Frequency, RecurrenceRule } from './rule.ts';

const NOTHING = { seconds: [], minutes: [], hours: [], weekdays: [], monthDays: [], yearDays: [], weekNumbers: [], months: [], positions: [] } as const;
const rule = (frequency: Frequency, parts: Partial<RecurrenceRule> = {}): RecurrenceRule => ({ frequency, interval: 1, weekStart: 0, skip: 'omit', ...NOTHING, ...parts });
const at = (text: string): number => Date.parse(`${text}Z`);
const FOREVER = at('2300-01-01T00:00:00');
const budget = (): { steps: number } => ({ steps: 10_000_000 });

function first(start: string, of: RecurrenceRule, most: number): string[] {
  return occurrences(compileRule(of, at(start)), at(start), FOREVER, most, budget()).starts.map((time) => new Date(time).toISOString().slice(0, 19));
}
const days = (start: string, of: RecurrenceRule, most: number): string[] => first(`${start}T09:00:00`, of, most).map((time) => time.slice(0, 10));
const on = (...names: string[]): RecurrenceRule['weekdays'] => names.map((name) => ({ weekday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(name.slice(-2)), nth: Number(name.slice(0, -2)) }));

describe('recurrence rules, by the examples of RFC 5545', () => {
  it('counts weeks from Monday or Sunday, which matters every other week', () => {
    const every = { interval: 2, count: 4, weekdays: on('TU', 'SU') };
    expect(days('1997-08-05', rule('weekly', { ...every, weekStart: 0 }), 9)).toEqual(['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24']);
    expect(days('1997-08-05', rule('weekly', { ...every, weekStart: 6 }), 9)).toEqual(['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31']);
  });

  it('finds the last weekday of a month by position', () => {
    expect(days('2026-01-30', rule('monthly', { weekdays: on('MO', 'TU', 'WE', 'TH', 'FR'), positions: [-1] }), 4)).toEqual(['2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30']);
  });

  it('leaves out days that a month does not have', () => {
    expect(days('2026-01-31', rule('monthly'), 4)).toEqual(['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31']);
    expect(days('2024-02-29', rule('yearly'), 3)).toEqual(['2024-02-29', '2028-02-29', '2032-02-29']);
  });

  it('moves such days only where SKIP asks for it', () => {
    expect(days('2014-01-31', rule('monthly', { skip: 'backward' }), 4)).toEqual(['2014-01-31', '2014-02-28', '2014-03-31', '2014-04-30']);
    expect(days('2014-01-31', rule('monthly', { skip: 'forward' }), 4)).toEqual(['2014-01-31', '2014-03-01', '2014-03-31', '2014-05-01']);
  });

  it('counts weekdays in the month where months are named and in the year where not', () => {
    expect(days('1997-05-19', rule('yearly', { weekdays: on('20MO') }), 3)).toEqual(['1997-05-19', '1998-05-18', '1999-05-17']);
    expect(days('2026-11-26', rule('yearly', { months: [11], weekdays: on('4TH') }), 3)).toEqual(['2026-11-26', '2027-11-25', '2028-11-23']);
  });

  it('keeps the weeks of a year together where they reach over New Year', () => {
    expect(days('2010-01-02', rule('yearly', { interval: 6, weekNumbers: [53], weekdays: on('TU', 'SA') }), 3)).toEqual(['2010-01-02', '2015-12-29', '2016-01-02']);
  });

  it('meets Friday the 13th', () => {
    expect(days('2026-01-01', rule('monthly', { weekdays: on('FR'), monthDays: [13] }), 3)).toEqual(['2026-02-13', '2026-03-13', '2026-11-13']);
  });

  it('expands hours and minutes within a day and leaps over the nights of a rule by minutes', () => {
    expect(first('1997-09-02T09:00:00', rule('daily', { hours: [9, 10], minutes: [0, 20, 40] }), 7)).toEqual(
      ['1997-09-02T09:00:00', '1997-09-02T09:20:00', '1997-09-02T09:40:00', '1997-09-02T10:00:00', '1997-09-02T10:20:00', '1997-09-02T10:40:00', '1997-09-03T09:00:00'],
    );
    expect(first('1997-09-02T09:00:00', rule('minutely', { interval: 20, hours: [9, 10] }), 7)).toEqual(first('1997-09-02T09:00:00', rule('daily', { hours: [9, 10], minutes: [0, 20, 40] }), 7));
  });

  it('reads the day of a yearly rule without a month as one of its first month', () => {
    expect(days('2014-04-30', rule('yearly', { monthDays: [-1] }), 3)).toEqual(['2014-04-30', '2015-04-30', '2016-04-30']);
  });
});

describe('bounds', () => {
  it('answers a rule of seconds far from its start at once and says where it stopped', () => {
    const compiled = compileRule(rule('secondly'), at('1990-01-01T00:00:00'));
    const { starts, stopped } = occurrences(compiled, at('2026-01-01T00:00:00'), at('2027-01-01T00:00:00'), 100, { steps: 1_000 });
    expect([starts.length, starts[0], stopped]).toEqual([100, at('2026-01-01T00:00:00'), 'instances']);
  });

  it('ends a rule that never comes true, and one that would be counted for ages', () => {
    expect(first('2026-01-01T09:00:00', rule('yearly', { months: [2], monthDays: [30] }), 5)).toEqual([]);
    const odd = rule('minutely', { count: 1_000_000_000, hours: [3], minutes: [7] });
    const spent = budget();
    expect(occurrences(compileRule(odd, at('1970-01-01T00:00:00')), at('9000-01-01T00:00:00'), at('9001-01-01T00:00:00'), 9, spent)).toMatchObject({ starts: [], stopped: 'work' });
    expect(spent.steps).toBeGreaterThan(8_000_000);
  });

  it('takes an absurd count and an absurd interval in its stride', () => {
    const many = rule('daily', { count: 900_000_000_000_000 });
    expect(occurrences(compileRule(many, at('2000-01-01T09:00:00')), at('2026-11-20T00:00:00'), at('2026-11-21T00:00:00'), 9, { steps: 50 }).starts).toEqual([at('2026-11-20T09:00:00')]);
    expect(first('2026-01-01T09:00:00', rule('yearly', { interval: Number.MAX_SAFE_INTEGER }), 5)).toEqual(['2026-01-01T09:00:00']);
  });
});

const anyRule: fc.Arbitrary<RecurrenceRule> = fc.record({
  frequency: fc.constantFrom<Frequency>('hourly', 'daily', 'weekly', 'monthly', 'yearly'), interval: fc.integer({ min: 1, max: 5 }), weekStart: fc.integer({ min: 0, max: 6 }),
  count: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }), until: fc.option(fc.integer({ min: at('2020-01-01T00:00:00') / 1000, max: at('2024-01-01T00:00:00') / 1000 }).map((s) => s * 1000), { nil: undefined }),
  weekdays: fc.array(fc.record({ weekday: fc.integer({ min: 0, max: 6 }), nth: fc.constantFrom(0, 0, 0, 1, 2, -1) }), { maxLength: 3 }),
  monthDays: fc.oneof(fc.constant([]), fc.array(fc.constantFrom(1, 13, 28, 31, -1, -3), { maxLength: 2 })), months: fc.oneof(fc.constant([]), fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 })),
  hours: fc.oneof(fc.constant([]), fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 2 })), positions: fc.oneof(fc.constant([]), fc.constant([]), fc.constantFrom([1], [-1], [1, -1], [2])),
}).map((parts) => rule(parts.frequency, parts));

describe('what holds for every rule', () => {
  const start = at('2020-03-05T09:30:00');
  const end = at('2024-03-05T00:00:00');

  it('a window holds exactly what the whole walk holds there, wherever it lies', () => {
    fc.assert(fc.property(anyRule, fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 200 }), (of, from, length) => {
      const compiled = compileRule(of, start);
      const whole = occurrences(compiled, start, end, 1_000_000, budget()).starts;
      const [low, high] = [start + from * 86_400_000 + 1234_000, start + (from + length) * 86_400_000];
      const window = occurrences(compiled, low, Math.min(high, end), 1_000_000, budget()).starts;
      expect(window).toEqual(whole.filter((time) => time >= low && time < Math.min(high, end)));
    }), { numRuns: 300 });
  });

  it('occurrences rise, begin no earlier than the start, end with the rule, and are no more than it counts', () => {
    fc.assert(fc.property(anyRule, (of) => {
      const { starts } = occurrences(compileRule(of, start), start, end, 1_000_000, budget());
      expect(starts.every((time, i) => time >= start && time < end && (i === 0 || time > starts[i - 1]!))).toBe(true);
      expect(starts.length).toBeLessThanOrEqual(of.count ?? Infinity);
      expect(starts.every((time) => time <= (of.until ?? Infinity))).toBe(true);
    }), { numRuns: 200 });
  });

  it('rules that share their text share nothing else', () => {
    fc.assert(fc.property(anyRule, fc.integer({ min: 0, max: 900 }), (of, later) => {
      const second = start + later * 86_400_000;
      const alone = occurrences(compileRule(of, second), second, end, 500, budget()).starts;
      compileRule(of, start, JSON.stringify(of));
      expect(occurrences(compileRule(of, second, JSON.stringify(of)), second, end, 500, budget()).starts).toEqual(alone);
    }), { numRuns: 100 });
  });
});
