import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/kernel/instant.ts';
import { dateColumn, type DateRules } from './date-column.ts';

function days(texts: readonly string[], rules: DateRules = {}): (string | null)[] | string {
  const column = dateColumn(texts, rules);
  if (!column.ok) return column.code;
  return column.cells.map((cell) => ('day' in cell ? cell.day : 'empty' in cell ? null : cell.code));
}

describe('a column of dates', () => {
  it.each<[string, string[], (string | null)[]]>([
    ['ISO days and date-times', ['2026-01-05', '2026-01-06T00:00:00Z', '2026-01-07 09:30', ''], ['2026-01-05', '2026-01-06', '2026-01-07', null]],
    ['day before month, shown by one row', ['01/02/2026', '13/02/2026'], ['2026-02-01', '2026-02-13']],
    ['month before day, shown by one row', ['01/02/2026', '01/13/2026'], ['2026-01-02', '2026-01-13']],
    ['dots as day before month', ['1.2.2026', '02.02.2026'], ['2026-02-01', '2026-02-02']],
    ['epoch seconds', ['1767571200', '1767657600'], ['2026-01-05', '2026-01-06']],
    ['epoch milliseconds', ['1767571200000', '1767657600000'], ['2026-01-05', '2026-01-06']],
    ['compact days', ['20260105', '20260106'], ['2026-01-05', '2026-01-06']],
    ['ISO weeks by their Monday', ['2026-W01', '2026W02'], ['2025-12-29', '2026-01-05']],
    ['month names', ['5 Jan 2026', 'January 6, 2026', 'Wed 7-janv.-26', '8 de enero de 2026'], ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08']],
    ['Chinese and Japanese days', ['2026年1月5日', '2026年01月06日'], ['2026-01-05', '2026-01-06']],
    ['leap days', ['2024-02-28', '2024-02-29', '2024-03-01', '2023-02-29'], ['2024-02-28', '2024-02-29', '2024-03-01', 'date_no_such_day']],
    ['dates before 1970', ['1949-01-01', '1949-01-02'], ['1949-01-01', '1949-01-02']],
  ])('reads %s', (_name, texts, expected) => {
    expect(days(texts)).toEqual(expected);
  });

  it('asks when no row shows which is the day and which the month, and follows the answer', () => {
    expect(days(['1/2/2026', '2/2/2026', '3/2/2026'])).toBe('dates_ambiguous');
    expect(days(['1/2/2026', '2/2/2026'], { order: 'day-first' })).toEqual(['2026-02-01', '2026-02-02']);
    expect(days(['1/2/2026', '2/2/2026'], { order: 'month-first' })).toEqual(['2026-01-02', '2026-02-02']);
    expect(days(['1/2/2026', '13/2/2026'], { order: 'month-first' })).toEqual(['2026-01-02', 'date_out_of_order']);
    expect(days(['13/2/2026', '2/13/2026', '1/2/2026'])).toBe('dates_mixed');
  });

  it.each([
    ['Buddhist', ['2569-01-05', '2569-01-06']], ['Hijri', ['1447/07/16', '1447/07/17']], ['Japanese', ['令和8年1月5日', 'R8.1.6']], ['Minguo', ['民國115年1月5日']],
  ])('refuses %s years and never guesses them', (_name, texts) => {
    expect(days(texts)).toBe('dates_other_calendar');
    expect(days(['2026-01-05', '2026-01-06', '2026-01-07', ...texts.slice(0, 1)])).toContain('date_other_calendar');
  });

  it('refuses months, quarters and years, which name no day', () => {
    expect(days(['2026-01', '2026-02'])).toBe('dates_partial');
    expect(days(['Jan 2026', 'Feb 2026'])).toBe('dates_partial');
    expect(days(['Q1 2026'])).toBe('dates_partial');
    expect(days(['1990', '1991'])).toBe('dates_partial');
  });

  it('takes a date-time for the day it is in the named zone, on both days the clocks change', () => {
    // Local midnights in Berlin around 29 March and 25 October 2026.
    const texts = ['2026-03-27T23:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', '2026-10-23T22:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'];
    expect(days(texts, { timeZone: 'Europe/Berlin' })).toEqual(['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']);
    expect(days(['2026-01-05T23:30:00-05:00'])).toEqual(['2026-01-05']);
    expect(days(['2026-01-05T23:30:00-05:00'], { timeZone: 'UTC' })).toEqual(['2026-01-06']);
  });

  it('knows a column of midnights from a column of times', () => {
    expect(dateColumn(['2026-01-05 00:00:00', '2026-01-06 00:00:00'])).toMatchObject({ timed: false });
    expect(dateColumn(['2026-01-05 00:00:00', '2026-01-05 01:00:00'])).toMatchObject({ timed: true });
  });

  it('reads any run of days in every way it can be written', () => {
    const run = fc.tuple(fc.integer({ min: -10_000, max: 20_000 }), fc.integer({ min: 32, max: 90 })).map(([from, length]) => Array.from({ length }, (_, i) => addDays('2000-01-01', from + i)));
    fc.assert(fc.property(run, (expected) => {
      const parts = expected.map((day) => day.split('-') as [string, string, string]);
      for (const write of [([y, m, d]: readonly string[]) => `${d}/${m}/${y}`, ([y, m, d]: readonly string[]) => `${m}/${d}/${y}`, ([y, m, d]: readonly string[]) => `${y}${m}${d}`]) {
        expect(days(parts.map(write))).toEqual(expected);
      }
    }), { numRuns: 50 });
  });
});
