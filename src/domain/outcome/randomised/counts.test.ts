import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../kernel/ruling.ts';
import { chanceAtLeast, credibleInterval, posteriorOf, priorOnAbsolute, readShares, riskOf } from './bayesian.ts';
import { detectable, powerOf, unitsForMeans, unitsForShares } from './power.ts';
import { pooledQuantile, readingsOfRevenue, revenueOf } from './revenue.ts';
import { sequentialSplit, splitPValue } from './sample-ratio.ts';

function must<T>(ruling: Ruling<T>): T {
  if (!ruling.ok) throw new Error(ruling.refusal.code);
  return ruling.value;
}

function codeOf(ruling: Ruling<unknown>): string {
  return ruling.ok ? 'ok' : ruling.refusal.code;
}

describe('the split between arms', () => {
  it('of Kohavi: 821,588 against 815,482 would come about twice in a million tests', () => {
    expect(must(splitPValue([821_588, 815_482], [1, 1]))).toBeCloseTo(0.0000018218, 10);
  });

  it('is checked alike whatever the unit of the weights and the order of the arms', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 50, max: 5000 }), { minLength: 2, maxLength: 5 }), fc.double({ min: 0.001, max: 1000, noNaN: true }), (counts, k) => {
      const weights = counts.map((_, i) => i + 1);
      const p = must(splitPValue(counts, weights));
      expect(must(splitPValue(counts, weights.map((w) => w * k)))).toBeCloseTo(p, 9);
      expect(must(splitPValue(counts.toReversed(), weights.toReversed()))).toBeCloseTo(p, 9);
    }));
  });

  it('checked at every look never becomes more believable again', () => {
    const looks = must(sequentialSplit([[510, 490], [1040, 960], [5260, 4740], [10_000, 10_000]], [1, 1]));
    expect(looks.map(({ p }) => p)).toEqual(looks.map(({ p }) => p).toSorted((a, b) => b - a));
    expect(looks[2]!.p).toBeCloseTo(0.00001515, 8);
    expect(looks[3]!.p).toBe(looks[2]!.p);
  });

  it('is refused for one arm, for halves of units, for weights that are none, and for counts that fall', () => {
    expect(codeOf(splitPValue([5], [1]))).toBe('one-arm');
    expect(codeOf(splitPValue([5, 2.5], [1, 1]))).toBe('count-not-whole');
    expect(codeOf(splitPValue([5, 5], [1, 0]))).toBe('weight-not-positive');
    expect(codeOf(splitPValue([0, 0], [1, 1]))).toBe('no-units');
    expect(codeOf(sequentialSplit([[10, 10], [9, 12]], [1, 1]))).toBe('counts-fall');
  });
});

describe('the size of a test', () => {
  it('is the worked example of the formula page', () => {
    expect(must(unitsForShares(0.05, 0.055))).toBeCloseTo(31_230.69246, 4);
    expect(must(detectable(0.05 * 0.95, 20_000, 20_000))).toBeCloseTo(0.0061059, 7);
    expect(must(unitsForMeans(1, 100, 100))).toBeCloseTo(1569.776, 3);
    expect(must(detectable(1, 5000, 95_000))).toBeCloseTo(0.0406497, 7);
  });

  it('has the power it was asked for at the units it answers', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 10, noNaN: true }), fc.double({ min: 0.1, max: 100, noNaN: true }), fc.double({ min: 0.5, max: 0.99, noNaN: true }), (effect, variance, power) => {
      const units = must(unitsForMeans(effect, variance, variance, { alpha: 0.05, power }));
      expect(powerOf(effect, Math.sqrt((2 * variance) / units))).toBeCloseTo(power, 4);
      expect(must(detectable(variance, units, units, { alpha: 0.05, power }))).toBeCloseTo(effect, 9);
    }));
  });

  it('is refused without an effect, without variation, for shares above 1 and for levels that are none', () => {
    expect(codeOf(unitsForShares(0.1, 0.1))).toBe('no-effect');
    expect(codeOf(unitsForShares(0.1, 1.1))).toBe('not-a-share');
    expect(codeOf(unitsForMeans(1, 0, 0))).toBe('no-variation');
    expect(codeOf(unitsForMeans(1, 1, 1, { alpha: 0, power: 0.8 }))).toBe('level-out-of-range');
    expect(codeOf(detectable(1, 0, 10))).toBe('no-units');
  });
});

describe('the Bayesian reading', () => {
  it('of the worked example: a lift of 5% with an error of 3.572 points, and the usual prior', () => {
    const posterior = must(posteriorOf(0.05, 0.03572, { mean: 0, sd: 0.05 }));
    expect([posterior.mean, posterior.sd].map((x) => x.toFixed(4))).toEqual(['0.0331', '0.0291']);
    expect(chanceAtLeast(posterior)).toBeCloseTo(0.87264, 5);
    expect(chanceAtLeast(posterior, 0.03)).toBeCloseTo(0.54253, 5);
    const risk = riskOf(posterior);
    expect([risk.control, risk.treatment].map((x) => x.toFixed(4))).toEqual(['0.0349', '0.0018']);
  });

  it('lies between prior and data, and is surer than either', () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true });
    const spread = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(fc.property(number, spread, number, spread, (effect, error, mean, sd) => {
      const posterior = must(posteriorOf(effect, error, { mean, sd }));
      expect(posterior.mean).toBeGreaterThanOrEqual(Math.min(effect, mean) - 1e-9);
      expect(posterior.mean).toBeLessThanOrEqual(Math.max(effect, mean) + 1e-9);
      expect(posterior.sd).toBeLessThanOrEqual(Math.min(error, sd));
      const risk = riskOf(posterior);
      // What one choice loses on average minus what the other does is the effect itself.
      expect(risk.control - risk.treatment).toBeCloseTo(posterior.mean, 8);
      expect(Math.min(risk.control, risk.treatment)).toBeGreaterThanOrEqual(0);
    }));
  });

  it('is the data alone under a flat prior, and central', () => {
    expect(must(posteriorOf(0.05, 0.03572, null))).toEqual({ mean: 0.05, sd: 0.03572 });
    const [low, high] = credibleInterval({ mean: 0.05, sd: 0.03572 }, 0.05);
    expect([low, high].map((x) => x.toFixed(4))).toEqual(['-0.0200', '0.1200']);
    expect(priorOnAbsolute({ mean: 0.01, sd: 0.05 }, -20)).toEqual({ mean: 0.2, sd: 1 });
    expect(codeOf(posteriorOf(Number.NaN, 1, null))).toBe('not-a-number');
    expect(codeOf(posteriorOf(1, 0, null))).toBe('no-spread');
  });

  it('of shares is the worked example of the formula page', () => {
    const { pBetter, pAtLeastMin } = must(readShares({ successes: 50, n: 500 }, { successes: 61, n: 480 }, [1, 1], 0.01));
    expect([pBetter, pAtLeastMin].map((x) => x.toFixed(3))).toEqual(['0.909', '0.799']);
  });

  it('of shares agrees with counting when the posterior is a known triangle', () => {
    // Beta(1, 1) against Beta(1, 1): both uniform, so P(difference >= 0.1) is 0.9^2 / 2.
    expect(must(readShares({ successes: 0, n: 0 }, { successes: 0, n: 0 }, [1, 1], 0.1)).pAtLeastMin).toBeCloseTo(0.405, 9);
    expect(must(readShares({ successes: 0, n: 0 }, { successes: 0, n: 0 }, [1, 1], 0.25, 'relative')).pAtLeastMin).toBeCloseTo(0.4, 9);
    expect(must(readShares({ successes: 0, n: 0 }, { successes: 0, n: 0 }, [0.5, 0.5], 0)).pBetter).toBeCloseTo(0.5, 9);
  });

  it('of shares is worked out for few and for many, and adds up when the arms change places', () => {
    const share = fc.integer({ min: 1, max: 100_000 }).chain((n) => fc.integer({ min: 0, max: n }).map((successes) => ({ successes, n })));
    fc.assert(fc.property(share, share, (a, b) => {
      const [one, other] = [must(readShares(a, b)), must(readShares(b, a))];
      expect(one.pBetter + other.pBetter).toBeCloseTo(1, 7);
    }), { numRuns: 40 });
    expect(codeOf(readShares({ successes: 3, n: 2 }, { successes: 0, n: 1 }))).toBe('more-successes-than-units');
    expect(codeOf(readShares({ successes: 1, n: 2 }, { successes: 0, n: 1 }, [0, 1]))).toBe('prior-not-positive');
  });
});

describe('revenue', () => {
  it('is capped at the pooled quantile, and taken apart into who pays and how much', () => {
    const control = [0, 0, 0, 10, 20];
    const treatment = [0, 0, 10, 20, 1000];
    const cap = must(pooledQuantile([control, treatment], 0.8));
    expect(cap).toBe(20);
    const { capped, uncapped, payerRate, perPayer } = readingsOfRevenue(must(revenueOf(treatment, cap)));
    expect(capped).toEqual({ kind: 'mean', n: 5, sum: 50, sumSquares: 900 });
    expect(uncapped).toMatchObject({ sum: 1030 });
    expect(payerRate).toEqual({ kind: 'proportion', n: 5, successes: 3 });
    expect(perPayer).toMatchObject({ numerator: { sum: 1030 }, denominator: { sum: 3, sumSquares: 3 }, sumProducts: 1030 });
    expect(must(revenueOf(treatment, cap)).cappedUnits).toBe(1);
  });

  it('has no cap without amounts, with an infinite one, or at a quantile that is none', () => {
    expect(codeOf(pooledQuantile([[], []], 0.995))).toBe('no-units');
    expect(codeOf(pooledQuantile([[1, Number.POSITIVE_INFINITY]], 0.995))).toBe('not-a-number');
    expect(codeOf(pooledQuantile([[1, 2]], 1.5))).toBe('quantile-out-of-range');
    expect(codeOf(revenueOf([], 5))).toBe('no-units');
    expect(codeOf(revenueOf([Number.NaN], 5))).toBe('not-a-number');
  });
});
