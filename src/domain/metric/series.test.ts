import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import { daysFrom, weekdayOf, weekStart } from '../kernel/calendar.ts';
import { revisionsIn } from './revisions.ts';
import { dayAt, indexOf, seriesOf, type Observation, type SeriesOptions } from './series.ts';
import { stalenessOf } from './staleness.ts';

const at = (day: string, value: number | null, row = 0): Observation => ({ day, value, where: `row ${row}` });
function built(observations: readonly Observation[], options: SeriesOptions = {}) {
  const ruling = seriesOf(observations, options);
  if (!ruling.ok) throw new Error(ruling.refusal.code);
  return ruling.value;
}
function refusal(observations: readonly Observation[], options: SeriesOptions = {}): string | undefined {
  const ruling = seriesOf(observations, options);
  return ruling.ok ? undefined : ruling.refusal.code;
}
const run = (from: string, values: readonly (number | null)[], step = 1): Observation[] => values.map((value, i) => at(addDays(from, i * step), value, i + 2));

describe('a series from dated observations', () => {
  it('leaves a gap where a day is missing, and never a 0', () => {
    expect(built([at('2026-01-05', 1), at('2026-01-07', 3)]).series).toEqual({ start: '2026-01-05', grain: 'day', values: [1, null, 3] });
    expect(built([at('2026-01-05', 1), at('2026-01-06', null), at('2026-01-07', 3)]).gaps).toBe(1);
  });

  it('counts a repeated value once and takes the later of two, reporting both', () => {
    const { series, notes } = built([at('2026-01-05', 1, 2), at('2026-01-06', 2, 3), at('2026-01-06', 2, 4), at('2026-01-05', 9, 5)]);
    expect(series.values).toEqual([9, 2]);
    expect(notes).toEqual([
      { where: 'row 2', code: 'day_repeated', detail: '2026-01-05: 1, and 9 in row 5' },
      { where: 'row 3', code: 'day_repeated_same', detail: '2026-01-06: 2, and 2 in row 4' },
    ]);
  });

  it('knows weeks by their days, with a week missing', () => {
    expect(built(run('2026-01-04', [1, 2, null, 4], 7)).series).toEqual({ start: '2026-01-04', grain: 'week', values: [1, 2, null, 4] });
  });

  it.each([[30, 'months'], [91, 'quarters'], [365, 'years'], [45, 'uneven']] as const)('refuses values %i days apart', (step, code) => {
    expect(refusal(run('2020-01-01', [1, 2, 3, 4], step))).toBe(code);
  });

  it('refuses nothing, one day, days out of weeks and a slip of a century', () => {
    expect(refusal([])).toBe('no-values');
    expect(refusal(run('2026-01-05', [null, null]))).toBe('no-values');
    expect(refusal([at('2026-01-05', 1)])).toBe('one-step');
    expect(refusal(run('2026-01-05', [1, 2, 3], 7), { grain: 'day' })).toBe('weeks-to-days');
    expect(refusal([...run('2026-01-05', [1, 2, 3, 4, 5]), at('1626-01-05', 1)])).toBe('too-long');
  });

  it('asks before it adds up hours, and leaves a day with hours missing as a gap', () => {
    const hours = ['2026-01-05', '2026-01-06', '2026-01-07'].flatMap((day, d) => Array.from({ length: d === 1 ? 12 : 24 }, (_, h) => at(day, 2, d * 24 + h)));
    expect(refusal(hours, { timed: true })).toBe('several-a-day');
    expect(built(hours, { timed: true, combine: 'sum' }).series.values).toEqual([48, null, 48]);
    expect(built(hours, { timed: true, combine: 'mean' }).notes).toEqual([{ where: '2026-01-06, from row 24', code: 'day_incomplete', detail: '12 of the usual 24' }]);
  });

  it('keeps a day of 23 hours', () => {
    const hours = ['2026-03-28', '2026-03-29', '2026-03-30'].flatMap((day, d) => Array.from({ length: d === 1 ? 23 : 24 }, () => at(day, 1)));
    expect(built(hours, { timed: true, combine: 'sum' }).series.values).toEqual([24, 23, 24]);
  });

  it('folds days into ISO weeks and leaves weeks that are cut off as gaps', () => {
    const { series } = built(run('2026-01-07', Array.from({ length: 19 }, (_, i) => i)), { grain: 'week', combine: 'sum' });
    expect(series).toEqual({ start: '2026-01-05', grain: 'week', values: [null, 56, 105] });
  });

  it('adds counts and what they are out of, and leaves out a count above it', () => {
    const observations = [{ ...at('2026-01-05', 3), denominator: 10 }, { ...at('2026-01-06', 11), denominator: 10 }, { ...at('2026-01-07', 1), denominator: null }];
    const ruling = seriesOf([...observations, { ...at('2026-01-08', 4), denominator: 20 }]);
    expect(ruling).toMatchObject({ ok: true, value: { series: { values: [3, null, null, 4], denominators: [10, 10, null, 20] }, notes: [{ code: 'denominator_smaller' }, { code: 'denominator_missing' }] } });
  });

  it('does not mind the order of its rows', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 20, maxLength: 120 }), fc.integer(), (offsets, seed) => {
      const dense = [...new Set([...offsets, ...Array.from({ length: 100 }, (_, i) => i)])];
      const observations = dense.map((offset) => at(addDays('2023-12-30', offset), offset));
      const shuffled = observations.toSorted((a, b) => ((a.value! * 7919 + seed) % 101) - ((b.value! * 7919 + seed) % 101));
      expect(built(shuffled)).toEqual(built(observations));
      const { series } = built(observations);
      for (const offset of dense) expect(series.values[indexOf(series, addDays('2023-12-30', offset))]).toBe(offset);
    }), { numRuns: 30 });
  });

  it('finds the day of an index and back over leap days', () => {
    const series = { start: '2024-02-26', grain: 'day' as const };
    expect(dayAt(series, 3)).toBe('2024-02-29');
    expect(dayAt(series, 4)).toBe('2024-03-01');
    expect(indexOf(series, '2024-03-01')).toBe(4);
    expect(indexOf({ start: '2026-01-05', grain: 'week' }, '2026-01-11')).toBe(0);
    expect([weekdayOf('2026-01-05'), weekdayOf('1969-12-31'), weekStart('2026-01-11'), weekStart('2026-01-11', 7), daysFrom('2023-12-31', '2025-01-01')]).toEqual([1, 3, '2026-01-05', '2026-01-11', 367]);
  });
});

describe('reading a metric again', () => {
  it('keeps what was before beside what is now, and takes nothing back outside the span read', () => {
    const known = [{ day: '2026-01-01', value: 1 }, { day: '2026-01-05', value: 5 }, { day: '2026-01-06', value: 6 }, { day: '2026-01-07', value: 7 }];
    expect(revisionsIn(known, [{ day: '2026-01-05', value: 5 }, { day: '2026-01-07', value: 8 }, { day: '2026-01-08', value: 9 }])).toEqual({
      added: [{ day: '2026-01-08', value: 9 }], unchanged: 1,
      revised: [{ day: '2026-01-06', before: 6, after: null }, { day: '2026-01-07', before: 7, after: 8 }],
    });
  });

  it('says when a source has fallen silent, by its own lag', () => {
    expect(stalenessOf({ lastDay: '2026-01-09', grain: 'day', usualLag: 0 }, '2026-01-10')).toEqual({ stale: false, expected: '2026-01-09', behind: 0 });
    expect(stalenessOf({ lastDay: '2026-01-07', grain: 'day', usualLag: 0 }, '2026-01-10')).toMatchObject({ stale: true, behind: 2 });
    expect(stalenessOf({ lastDay: '2026-01-07', grain: 'day', usualLag: 2 }, '2026-01-10')).toMatchObject({ stale: false, behind: 0 });
    expect(stalenessOf({ lastDay: '2026-01-05', grain: 'week', usualLag: 0 }, '2026-01-20')).toMatchObject({ stale: false, behind: 1 });
  });
});
