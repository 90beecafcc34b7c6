import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { said } from '../../charts/outcome/measure.ts';
import { behindWords, countsWords, differenceOf, effectIn, lastWords, lately, measureOf, staleWords, valuesOf, type Metric } from './metric-words.ts';

const metric: Metric = {
  id: 'met_1', key: 'M-1', name: 'Refunds within 48 hours', unit: 'refunds', direction: 'up', grain: 'day', kind: 'level', state: 'active', source: { kind: 'paste', says: 'Pasted or loaded by hand' }, schedule: 'none',
  points: 3, gaps: 1, revised: 0, firstOn: '2026-11-01', lastOn: '2026-11-04', last: 11, stale: false, behind: 0, createdAt: '2026-11-05T09:00:00Z', updatedAt: '2026-11-05T09:00:00Z',
};

describe('the numbers of a metric', () => {
  it('stand apart from a word and close to a sign, and a rate is said in per cent', () => {
    expect([said(11, measureOf(metric)), said(31, measureOf({ kind: 'level', unit: '%' })), said(0.31, measureOf({ kind: 'rate', unit: 'of returns' })), said(5, measureOf({ kind: 'count' }))]).toEqual(['11 refunds', '31%', '31%', '5']);
    expect(said(0.02, differenceOf(measureOf({ kind: 'rate' })), { signed: true })).toBe('+2 points');
  });

  it('keep their days, and a rate without anything to be out of is a gap', () => {
    expect(valuesOf({ start: '2026-11-01', grain: 'week', values: [1, null, 3, 4], denominators: [4, 2, 0, null] })).toEqual([
      { day: '2026-11-01', value: 0.25 }, { day: '2026-11-08', value: null }, { day: '2026-11-15', value: null }, { day: '2026-11-22', value: null },
    ]);
  });

  it('average four weeks against the four before, and nothing when half of either is missing', () => {
    const days = (values: readonly (number | null)[]) => valuesOf({ start: '2026-01-01', grain: 'day', values: [...values] });
    expect(lately(days([...Array.from({ length: 28 }, () => 10), ...Array.from({ length: 28 }, () => 12)]), 'day')).toMatchObject({ now: 12, before: 10, nowDays: 28 });
    expect(lately(days([...Array.from({ length: 28 }, (_, at) => (at < 15 ? null : 10)), ...Array.from({ length: 28 }, () => 12)]), 'day')).toBeUndefined();
    expect(lately(days([1, 2, 3]), 'day')).toBeUndefined();
  });
});

describe('the words of a metric', () => {
  it('say the last value with its day or its week', () => {
    expect(lastWords(metric)).toBe('11 refunds on 4 November 2026');
    expect(lastWords({ ...metric, grain: 'week' })).toBe('11 refunds in the week of 4 November 2026');
    expect(lastWords({ ...metric, last: undefined, lastOn: undefined })).toBe('no values yet');
  });

  it('say that a source fell silent, and how far it is behind', () => {
    expect(staleWords(metric)).toBeUndefined();
    expect(staleWords({ ...metric, stale: true })).toBe('without a value since 4 Nov 2026');
    expect([behindWords({ behind: 1, grain: 'week' }), behindWords({ behind: 3, grain: 'day' })]).toEqual(['1 week is missing at the end', '3 days are missing at the end']);
  });

  it('say what a reading brought', () => {
    expect(countsWords({ read: 732, added: 730, revised: 2, unchanged: 0, gaps: 0, unread: 0 })).toBe('730 new, 2 said anew, 0 as they were');
  });
});

describe('the smallest effect that would matter', () => {
  it('is a fraction when it is typed in per cent', () => {
    expect([effectIn('3', 'relative'), effectIn('3 %', 'relative'), effectIn('0,5%', 'relative'), effectIn('12.5', 'absolute')]).toEqual([0.03, 0.03, 0.005, 12.5]);
  });

  it('is nothing for what is no positive number', () => {
    expect(['', '0', '-3', 'three', '3 to 5'].map((text) => effectIn(text, 'relative'))).toEqual([undefined, undefined, undefined, undefined, undefined]);
    fc.assert(fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }).map((value) => Number(value.toFixed(3))), (value) => {
      expect(effectIn(String(value), 'absolute')).toBe(value);
    }));
  });
});
