import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mannKendall, median, quantile, theilSen } from './statistics-order.ts';

describe('middles and trends', () => {
  test('quantiles interpolate as type 7 does', () => {
    expect(quantile([4, 1, 3, 2], 0.85)).toBeCloseTo(3.55, 12);
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.25)).toBe(3.25);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([])).toBeUndefined();
  });

  test('a wild point moves the Theil-Sen slope less than it moves least squares', () => {
    expect(theilSen([0, 1, 2, 3], [0, 1, 2, 30])).toBe(5.5);
    expect(theilSen([0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 100])).toBe(1);
    expect(theilSen([1, 1], [2, 3])).toBeUndefined();
  });

  test('Mann-Kendall is exact up to ten values (Kendall 1970, table of S)', () => {
    expect(mannKendall([1, 2, 3, 4])).toEqual({ s: 6, p: 2 / 24, exact: true });
    expect(mannKendall([1, 2, 3, 4, 5]).p).toBeCloseTo(2 * 0.0083, 3);
    expect(mannKendall([1, 3, 2, 4, 5]).p).toBeCloseTo(10 / 120, 12);
    expect(mannKendall([1, 2, 3, 4, 5, 6, 7, 8, 10, 9]).s).toBe(43);
    expect(mannKendall([5, 5, 5, 5])).toEqual({ s: 0, p: 1, exact: false });
  });

  test('the exact and the approximate p agree near ten values', () => {
    const rising = [1, 4, 2, 3, 7, 5, 6, 10, 8, 9];
    const exact = mannKendall(rising);
    const eleven = mannKendall([...rising, 11]);
    expect(exact.s).toBe(33);
    expect(exact.p).toBeCloseTo(2 * 0.0011, 4);
    expect(eleven.exact).toBe(false);
    expect(eleven.s).toBe(43);
    expect(eleven.p).toBeCloseTo(0.00107, 4);
  });

  test('reversing the values turns the sign of S and keeps p', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 25 }), (values) => {
      const forward = mannKendall(values);
      const backward = mannKendall([...values].reverse());
      expect(backward.s + forward.s).toBe(0);
      expect(backward.p).toBeCloseTo(forward.p, 12);
      expect(forward.p).toBeGreaterThan(0);
      expect(forward.p).toBeLessThanOrEqual(1);
    }));
  });
});
