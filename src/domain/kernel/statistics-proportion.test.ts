import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clopperPearsonLower, clopperPearsonUpper, normalQuantile, wilson } from './statistics-proportion.ts';

describe('intervals of a share', () => {
  test('the normal quantile has its textbook values', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(normalQuantile(0.95)).toBeCloseTo(1.644854, 5);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.0001)).toBeCloseTo(-3.719016, 5);
    expect(normalQuantile(1e-14)).toBeCloseTo(-7.650628, 4);
  });

  test('Wilson gives the published limits of Newcombe (1998), table I', () => {
    const published = [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]] as const;
    for (const [hits, n, low, high] of published) {
      expect(wilson(hits, n)[0]).toBeCloseTo(low, 4);
      expect(wilson(hits, n)[1]).toBeCloseTo(high, 4);
    }
  });

  test('the worked example of docs/formulas/wilson.md holds', () => {
    const [low, high] = wilson(8, 10);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  test('no trials leave everything possible', () => {
    expect(wilson(0, 0)).toEqual([0, 1]);
    expect(clopperPearsonUpper(0, 0)).toBe(1);
    expect(clopperPearsonLower(0, 0)).toBe(0);
  });

  test('zero events in thirty leave an upper bound of 9.5%, in twenty-eight more than 10%', () => {
    expect(clopperPearsonUpper(0, 30)).toBeCloseTo(0.095, 3);
    expect(clopperPearsonUpper(0, 28)).toBeGreaterThan(0.1);
    expect(clopperPearsonUpper(0, 29)).toBeLessThan(0.1);
  });

  test('Clopper-Pearson bounds solve their binomial tail equations', () => {
    const upper = clopperPearsonUpper(2, 50);
    const tail = (1 - upper) ** 50 + 50 * upper * (1 - upper) ** 49 + 1225 * upper ** 2 * (1 - upper) ** 48;
    expect(tail).toBeCloseTo(0.05, 9);
    const lower = clopperPearsonLower(2, 50);
    expect(lower).toBeCloseTo(0.0072, 4);
    expect(1 - (1 - lower) ** 50 - 50 * lower * (1 - lower) ** 49).toBeCloseTo(0.05, 9);
  });

  test('every interval contains the share it is about and stays within 0 and 1', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (n, raw) => {
      const hits = raw % (n + 1);
      const share = hits / n;
      for (const [low, high] of [wilson(hits, n), [clopperPearsonLower(hits, n), clopperPearsonUpper(hits, n)] as const]) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share + 1e-9);
        expect(high).toBeGreaterThanOrEqual(share - 1e-9);
        expect(high).toBeLessThanOrEqual(1);
      }
    }));
  });
});
