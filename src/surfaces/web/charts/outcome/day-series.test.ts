import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../domain/kernel/instant.ts';
import { dayInFull, dayLabel, missingIn, runsOf, sevenDayMean, wantsMean } from './day-series.ts';

const days = (values: readonly (number | null)[]) => values.map((value, at) => ({ day: addDays('2026-03-01', at), value }));

describe('a series of days', () => {
  it('is split at a day without a value and at a day that is absent', () => {
    const points = [...days([1, 2, null, 3]), { day: '2026-03-08', value: 4 }];
    expect(runsOf(points, 'day').map((run) => run.map(({ value }) => value))).toEqual([[1, 2], [3], [4]]);
  });

  it('joins weeks that are seven days apart and not fourteen', () => {
    const points = [{ day: '2026-03-01', value: 1 }, { day: '2026-03-08', value: 2 }, { day: '2026-03-22', value: 3 }];
    expect(runsOf(points, 'week').map((run) => run.length)).toEqual([2, 1]);
  });

  it('takes what is no finite number for a gap', () => {
    expect(runsOf(days([1, Number.NaN, 2, Infinity, 3]), 'day').length).toBe(3);
  });

  it('counts what is missing, whether null or absent', () => {
    expect(missingIn([...days([1, null, 3]), { day: '2026-03-06', value: 4 }], 'day')).toBe(3);
    expect(missingIn([], 'day')).toBe(0);
  });

  it('has a seven-day mean that needs four days, keeps gaps and never crosses a ship', () => {
    const mean = sevenDayMean(days([1, 1, 1, 1, null, 1, 9, 9, 9, 9]), '2026-03-07');
    expect(mean.map(({ value }) => value)).toEqual([null, null, null, 1, null, 1, null, null, null, 9]);
  });

  it('is drawn by its mean only when it is daily and long', () => {
    expect(wantsMean(days(Array.from({ length: 45 }, () => 1)), 'day')).toBe(false);
    expect(wantsMean(days(Array.from({ length: 46 }, () => 1)), 'day')).toBe(true);
    expect(wantsMean(days(Array.from({ length: 90 }, () => 1)), 'week')).toBe(false);
  });

  it('names its days', () => {
    expect([dayLabel('2026-08-08'), dayInFull('2026-08-18')]).toEqual(['8 Aug', '18 August 2026']);
  });
});
