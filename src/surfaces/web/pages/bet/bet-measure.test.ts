import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountIn, effectMeasure, moneyWords, numberIn, oneStep, typedAmount } from './bet-measure.ts';

describe('how effects are counted', () => {
  it('says a relative effect in per cent and an absolute one in points or the metric’s unit', () => {
    expect(effectMeasure('relative', { kind: 'rate', unit: undefined })).toEqual({ as: 'share', unit: '%' });
    expect(effectMeasure(undefined, undefined)).toEqual({ as: 'share', unit: '%' });
    expect(effectMeasure('absolute', { kind: 'rate', unit: undefined })).toEqual({ as: 'share', unit: ' points' });
    expect(effectMeasure('absolute', { kind: 'level', unit: '%' })).toEqual({ as: 'number', unit: ' points' });
    expect(effectMeasure('absolute', { kind: 'count', unit: 'calls' })).toEqual({ as: 'number', unit: ' calls' });
  });

  it('reads numbers as people type them and refuses the rest', () => {
    expect(['3', ' 3 % ', '0,5', '1,200', '−2', '.5'].map(numberIn)).toEqual([3, 3, 0.5, 1200, -2, 0.5]);
    expect(['', 'three', '3 to 4', '1,2,3'].map(numberIn)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('gives back what was typed, whatever the amount', () => {
    for (const measure of [effectMeasure('relative', undefined), effectMeasure('absolute', { kind: 'count', unit: 'calls' })]) {
      fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 7 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const value = digits / 10 ** places;
        expect(typedAmount(amountIn(String(value), measure), measure)).toBe(String(value));
      }));
    }
  });

  it('says money with its sign and unit, and one step of the effect by its name', () => {
    expect(moneyWords(-3.2, 'team-weeks', true)).toBe('−3.2 team-weeks');
    expect(moneyWords(1200, undefined, true)).toBe('+1,200');
    expect([effectMeasure('relative', undefined), effectMeasure('absolute', { kind: 'level', unit: '%' }), effectMeasure('absolute', { kind: 'count', unit: 'calls' })].map(oneStep)).toEqual(['one per cent', 'one point', 'one call']);
  });
});
