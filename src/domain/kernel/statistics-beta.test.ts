import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaBelow, betaQuantile } from './statistics-beta.ts';
import { logGamma } from './statistics-gamma.ts';

const betaCdf = (x: number, a: number, b: number): number => betaBelow(x, 1 - x, a, b);

describe('gamma and beta functions', () => {
  test('logGamma agrees with factorials and with gamma(1/2) = sqrt(pi)', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 10);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12);
    expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 11);
    expect(logGamma(1000)).toBeCloseTo(5905.220423209181, 8);
  });

  test('betaCdf with whole parameters is a binomial tail, counted by hand', () => {
    expect(betaCdf(0.5, 2, 6)).toBeCloseTo(120 / 128, 12);
    expect(betaCdf(0.5, 3, 6)).toBeCloseTo(219 / 256, 12);
    expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    expect(betaCdf(0.2, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.2)), 12);
  });

  test('betaCdf is 0 and 1 at the ends and rises between', () => {
    const parameter = fc.double({ min: 0.2, max: 400, noNaN: true });
    fc.assert(fc.property(parameter, parameter, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x, y) => {
      const [low, high] = x < y ? [x, y] : [y, x];
      expect(betaCdf(0, a, b)).toBe(0);
      expect(betaCdf(1, a, b)).toBe(1);
      expect(betaCdf(low, a, b)).toBeLessThanOrEqual(betaCdf(high, a, b) + 1e-11);
    }));
  });

  test('betaQuantile undoes betaCdf', () => {
    fc.assert(fc.property(fc.double({ min: 0.5, max: 200, noNaN: true }), fc.double({ min: 0.5, max: 200, noNaN: true }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, p) => {
      expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 8);
    }));
    expect(betaQuantile(0.95, 1, 30)).toBeCloseTo(1 - 0.05 ** (1 / 30), 10);
  });
});
