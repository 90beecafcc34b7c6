import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceAtMost } from './distribution.ts';
import { distributionBetween, readStatedRange } from './stated-effect.ts';

const read = (text: string) => {
  const ruling = readStatedRange(text);
  return ruling.ok ? [ruling.value.low, ruling.value.high, ruling.value.percent] : ruling.refusal.code;
};

describe('a stated range', () => {
  it.each([
    ['2 to 20', 2, 20, false], ['2..20', 2, 20, false], ['2…20', 2, 20, false], ['2-20', 2, 20, false], ['2 – 20', 2, 20, false], ['−1 to 4', -1, 4, false],
    ['-4 - -1', -4, -1, false], ['+.5 to +1.5', 0.5, 1.5, false], ['between 2 and 20', 2, 20, false], ['From 2 To 20', 2, 20, false], ['1.5..2.5', 1.5, 2.5, false],
    ['2% to 20%', 0.02, 0.2, true], ['2 to 20 %', 0.02, 0.2, true], ['2,5 to 3,75', 2.5, 3.75, false], ['0,500 to 1', 0.5, 1, false], ['1,000,000 to 2,500,000.5', 1e6, 2500000.5, false],
  ])('is read from "%s"', (text, low, high, percent) => {
    expect(read(text)).toEqual([low, high, percent]);
  });

  it.each([
    ['5', 'effect_one_number'], ['5 %', 'effect_one_number'], ['20 to 2', 'effect_reversed'], ['-1 to -4', 'effect_reversed'], ['3 to 3', 'effect_no_width'],
    ['1,500 to 2,500', 'effect_ambiguous_comma'], ['', 'effect_unreadable'], ['some', 'effect_unreadable'], ['2 20', 'effect_unreadable'], ['2 to 20 points', 'effect_unreadable'],
    ['1.234.567 to 2', 'effect_unreadable'], ['1.500,5 to 2', 'effect_unreadable'], [`1 to ${'9'.repeat(400)}`, 'effect_unreadable'],
  ])('"%s" is refused: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('says both readings of a comma that may be either, and the right order of ends that are turned', () => {
    expect(readStatedRange('1,500 to 2')).toEqual({ ok: false, refusal: { code: 'effect_ambiguous_comma', details: { decimal: '1.500', thousands: '1500' } } });
    expect(readStatedRange('20 to 2')).toEqual({ ok: false, refusal: { code: 'effect_reversed', details: { low: 2, high: 20 } } });
  });

  it('is read back from any two numbers written with up to four decimals', () => {
    const decimal = fc.integer({ min: -1e8, max: 1e8 }).map((n) => n / 1e4);
    fc.assert(fc.property(decimal, decimal, fc.constantFrom(' to ', '..', ' - ', ' and '), (one, other, between) => {
      fc.pre(one !== other);
      const [low, high] = one < other ? [one, other] : [other, one];
      expect(read(`${low}${between}${high}`)).toEqual([low, high, false]);
    }));
  });
});

describe('the distribution between two ends', () => {
  it('is log-normal above 0, as 2 to 20 shows, and normal otherwise', () => {
    const above = distributionBetween(2, 20);
    expect(above).toEqual({ kind: 'lognormal', mu: expect.closeTo(1.8444397270569681, 12), sigma: expect.closeTo(0.6999361691719631, 12) });
    expect(distributionBetween(-1, 4)).toEqual({ kind: 'normal', mean: 1.5, sd: expect.closeTo(1.51989, 5) });
    expect(distributionBetween(0, 4).kind).toBe('normal');
  });

  it('has the ends as its 5th and 95th percentile', () => {
    fc.assert(fc.property(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (low, width) => {
      const distribution = distributionBetween(low, low + width);
      expect(chanceAtMost(distribution, low)).toBeCloseTo(0.05, 6);
      expect(chanceAtMost(distribution, low + width)).toBeCloseTo(0.95, 6);
    }));
  });
});
