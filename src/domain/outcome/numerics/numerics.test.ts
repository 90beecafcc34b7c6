import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaQuantile, logBeta, regularisedBeta, regularisedBetaComplement } from './beta.ts';
import { chiSquareSf } from './chi-square.ts';
import { logGamma, regularisedGammaLower, regularisedGammaUpper } from './gamma.ts';
import { poolAdjacentViolators } from './isotonic.ts';
import { cholesky, invertSymmetric, solveCholesky } from './matrix.ts';
import { normalCdf, normalQuantile, normalSf } from './normal.ts';
import { studentCdf, studentQuantile, studentSf } from './student.ts';
import { mean, sum, varianceOf } from './sum.ts';

/** Largest relative error allowed against values computed to 40 digits. */
const CLOSE = 1e-11;

function expectClose(actual: number, expected: number, within = CLOSE): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(within * Math.abs(expected));
}

const share = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });

describe('the gamma family', () => {
  test('logGamma keeps its digits beside its zeros at 1 and 2 and far out', () => {
    expectClose(logGamma(1.4999), -0.12078588195849393);
    expectClose(logGamma(1e-10), 23.025850929882736);
    expectClose(logGamma(1e5), 1051287.7089736569);
    expectClose(logGamma(1 + 2 ** -30), -0.5772156649015329 * 2 ** -30 + (Math.PI ** 2 / 12) * 2 ** -60);
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
    expect(logGamma(-1)).toBeNaN();
  });

  test('the incomplete gamma of shape 1 is the exponential distribution in both tails', () => {
    for (const x of [1e-9, 0.5, 3, 40, 700]) {
      expectClose(regularisedGammaLower(1, x), -Math.expm1(-x));
      expectClose(regularisedGammaUpper(1, x), Math.exp(-x));
    }
    expect(regularisedGammaLower(3, 0)).toBe(0);
    expect(regularisedGammaUpper(3, 0)).toBe(1);
  });

  test('chi-square tails of 3.84, 150 and 5 have their known values', () => {
    expectClose(chiSquareSf(3.84, 1), 0.050043521248705106);
    expectClose(chiSquareSf(150, 3), 2.634913928488044e-32);
    expectClose(chiSquareSf(5, 40), 0.9999999999965196);
  });
});

describe('the beta family', () => {
  test('whole parameters give binomial tails counted by hand', () => {
    expectClose(regularisedBeta(0.5, 2, 6), 120 / 128);
    expectClose(regularisedBetaComplement(0.5, 2, 6), 8 / 128);
    expectClose(regularisedBetaComplement(0.9, 1, 60), 1e-60, 1e-10);
    expectClose(logBeta(2, 3), Math.log(1 / 12));
    expectClose(logBeta(200, 300), logGamma(200) + logGamma(300) - logGamma(500));
  });

  test('parameters in the millions keep their digits', () => {
    expectClose(regularisedBeta(1 / 3, 1e4, 2e4), 0.50054289444448, 1e-12);
    expectClose(betaQuantile(0.5, 1e4, 2e4), 0.33332962958390894);
  });

  test('the quantile undoes the distribution function and both tails make one', () => {
    const parameter = fc.double({ min: 0.05, max: 5000, noNaN: true });
    fc.assert(fc.property(share, parameter, parameter, (p, a, b) => {
      const x = betaQuantile(p, a, b);
      fc.pre(x > 1e-300 && x < 1 - 1e-6);
      expect(regularisedBeta(x, a, b)).toBeCloseTo(p, 8);
      expect(regularisedBeta(x, a, b) + regularisedBetaComplement(x, a, b)).toBeCloseTo(1, 12);
    }));
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
  });
});

describe('the normal and Student distributions', () => {
  test('normal tails keep their digits at 5, 12 and 30 deviations', () => {
    expectClose(normalSf(5), 2.866515718791939e-7);
    expectClose(normalSf(12), 1.776482112077679e-33);
    expectClose(normalSf(30), 4.906713927148187e-198);
    expectClose(normalCdf(-3), 0.0013498980316300946);
    expect(normalSf(0)).toBe(0.5);
  });

  test('normal quantiles have their known values to the end of double precision', () => {
    expectClose(normalQuantile(1e-300), -37.0470962993612);
    expectClose(normalQuantile(0.025), -1.9599639845400543);
    expectClose(normalQuantile(0.5 + 2 ** -30), 2 ** -30 * Math.sqrt(2 * Math.PI));
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY]);
  });

  test('with one degree of freedom the t distribution is the Cauchy distribution', () => {
    for (const t of [1e-6, 0.4, 1, 30, 1e12]) {
      expectClose(studentSf(t, 1), Math.atan2(1, t) / Math.PI);
      expectClose(studentCdf(-t, 1), studentSf(t, 1));
    }
    expectClose(studentQuantile(1e-12, 1), -1 / (Math.PI * 1e-12));
    expectClose(studentQuantile(1e-200, 1), -1 / (Math.PI * 1e-200));
  });

  test('t tails and quantiles have their known values, and null degrees of freedom mean normal', () => {
    expectClose(studentCdf(-40, 300), 1.4262090197655937e-122);
    expectClose(studentQuantile(0.975, 9.1), 2.258373452814396);
    expectClose(studentQuantile(0.5001, 722), 0.0002507496397029644);
    expectClose(studentQuantile(0.9999999, 1e6), 5.199374020914423);
    expect(studentQuantile(0.9, null)).toBe(normalQuantile(0.9));
    expect(studentSf(2, Number.POSITIVE_INFINITY)).toBe(normalSf(2));
  });

  test('a t quantile undoes its distribution function for any degrees of freedom', () => {
    fc.assert(fc.property(share, fc.double({ min: 0.5, max: 1e7, noNaN: true }), (p, df) => {
      const t = studentQuantile(p, df);
      expectClose(studentCdf(t, df), p, 1e-9);
      expectClose(studentSf(-t, df), p, 1e-9);
    }));
  });
});

describe('sums, rising fits and matrices', () => {
  test('a compensated sum keeps what plain addition loses', () => {
    expect(sum([1e100, 1, -1e100])).toBe(1);
    expect(sum(new Float64Array(10).fill(0.1))).toBe(1);
    expect(mean([1, 2, 6])).toBe(3);
    expect(varianceOf([1, 2, 3, 4])).toBeCloseTo(5 / 3, 14);
    expect(varianceOf([1])).toBeNaN();
  });

  test('pooled neighbours rise, keep the weighted mean and leave a rising sequence alone', () => {
    expect([...poolAdjacentViolators([1, 3, 2], [1, 1, 1])]).toEqual([1, 2.5, 2.5]);
    expect([...poolAdjacentViolators([3, 1], [3, 1])]).toEqual([2.5, 2.5]);
    const point = fc.record({ y: fc.double({ min: -5, max: 5, noNaN: true }), w: fc.double({ min: 0.1, max: 9, noNaN: true }) });
    fc.assert(fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (points) => {
      const y = points.map((one) => one.y);
      const w = points.map((one) => one.w);
      const fit = poolAdjacentViolators(y, w);
      for (let i = 1; i < fit.length; i++) expect(fit[i]!).toBeGreaterThanOrEqual(fit[i - 1]!);
      expect(sum(fit.map((value, i) => value * w[i]!))).toBeCloseTo(sum(y.map((value, i) => value * w[i]!)), 9);
      expect([...poolAdjacentViolators(fit, w)].every((value, i) => Math.abs(value - fit[i]!) < 1e-12)).toBe(true);
    }));
  });

  test('a factor multiplies back, solves and inverts; what is not positive definite has none', () => {
    expect([...cholesky(Float64Array.of(4, 2, 2, 5))!]).toEqual([2, 0, 1, 2]);
    expect([...solveCholesky(Float64Array.of(2, 0, 1, 2), [8, 12])]).toEqual([1, 2]);
    expect([...invertSymmetric(Float64Array.of(4, 0, 0, 16))!]).toEqual([0.25, 0, 0, 0.0625]);
    expect(cholesky(Float64Array.of(1, 2, 2, 1))).toBeUndefined();
    expect(invertSymmetric(Float64Array.of(0))).toBeUndefined();
  });
});
