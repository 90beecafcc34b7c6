import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../estimate.ts';
import { chanceAtLeast, chanceAtMost, meanOf, quantileOf, rangeOf, sdOf, withChance } from './distribution.ts';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const simple = fc.oneof(
  fc.record({ kind: fc.constant('point' as const), x: finite(-50, 50) }),
  fc.record({ kind: fc.constant('normal' as const), mean: finite(-50, 50), sd: finite(0, 20) }),
  fc.record({ kind: fc.constant('lognormal' as const), mu: finite(-2, 3), sigma: finite(0, 1.5) }),
);
const mixture = fc.array(fc.tuple(finite(0.01, 1), simple), { minLength: 1, maxLength: 5 }).map((parts): Distribution => ({ kind: 'mixture', parts }));
const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(simple, mixture);

describe('distributions of effects', () => {
  it('have the moments of the textbook', () => {
    expect(meanOf({ kind: 'lognormal', mu: 0, sigma: 1 })).toBeCloseTo(Math.exp(0.5), 12);
    expect(sdOf({ kind: 'lognormal', mu: 0, sigma: 1 })).toBeCloseTo(Math.sqrt((Math.E - 1) * Math.E), 12);
    const two: Distribution = { kind: 'mixture', parts: [[1, { kind: 'normal', mean: 0, sd: 1 }], [3, { kind: 'normal', mean: 4, sd: 1 }]] };
    expect(meanOf(two)).toBe(3);
    expect(sdOf(two)).toBeCloseTo(2, 12);
  });

  it('give a quantile below which the asked chance lies', () => {
    fc.assert(fc.property(anyDistribution, finite(0.001, 0.999), (distribution, p) => {
      const x = quantileOf(distribution, p);
      const step = 1e-9 * (1 + Math.abs(x));
      expect(chanceAtMost(distribution, x + step)).toBeGreaterThanOrEqual(p - 1e-9);
      expect(chanceAtMost(distribution, x - step)).toBeLessThanOrEqual(p + 1e-6);
    }));
  });

  it('split their whole chance at any value that is no point', () => {
    fc.assert(fc.property(anyDistribution, finite(-60, 60), (distribution, x) => {
      expect(chanceAtMost(distribution, x) + chanceAtLeast(distribution, x)).toBeGreaterThanOrEqual(1 - 1e-12);
    }));
    expect(chanceAtLeast({ kind: 'normal', mean: 0, sd: 1 }, Infinity) + chanceAtMost({ kind: 'normal', mean: 0, sd: 1 }, -Infinity)).toBe(0);
    expect(chanceAtLeast({ kind: 'normal', mean: 0, sd: 1 }, 12)).toBeCloseTo(1.7764821e-33, 40);
  });

  it('put the whole chance on the value when there is no spread', () => {
    const sure: Distribution = { kind: 'normal', mean: 3, sd: 0 };
    expect([chanceAtMost(sure, 3), chanceAtLeast(sure, 3), chanceAtLeast(sure, 3.01), quantileOf(sure, 0.2)]).toEqual([1, 1, 0, 3]);
  });

  it('give a bet that may do nothing a quantile of exactly nothing', () => {
    const bet = withChance(0.35, { kind: 'lognormal', mu: 1, sigma: 0.5 });
    expect(rangeOf(bet).low).toBe(0);
    expect(quantileOf(bet, 0.65)).toBe(0);
    expect(quantileOf(bet, 0.66)).toBeGreaterThan(0);
    expect(meanOf(bet)).toBeCloseTo(0.35 * Math.exp(1.125), 12);
  });
});
