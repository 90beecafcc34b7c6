import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf, quantileOf, sdOf } from './distribution.ts';
import { normalMixture, sumOf, type NormalMixture } from './mixture.ts';
import { learnEffects, shrunkenEffect } from './shrinkage.ts';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const mixture = fc.array(fc.tuple(finite(0.01, 1), finite(-10, 10), finite(0, 5)), { minLength: 1, maxLength: 30 }).map(
  (parts): NormalMixture => ({ kind: 'mixture', parts: parts.map(([weight, mean, sd]) => [weight, { kind: 'normal', mean, sd }] as const) }),
);

describe('sums of mixtures', () => {
  it('keep mean and variance to the digit, in at most nine parts', () => {
    fc.assert(fc.property(fc.array(mixture, { maxLength: 4 }), (mixtures) => {
      const sum = sumOf(mixtures);
      expect(sum.parts.length).toBeLessThanOrEqual(9);
      expect(meanOf(sum)).toBeCloseTo(mixtures.reduce((total, one) => total + meanOf(one), 0), 8);
      expect(sdOf(sum)).toBeCloseTo(Math.sqrt(mixtures.reduce((total, one) => total + sdOf(one) ** 2, 0)), 6);
    }));
  });

  it('add normals as normals, and nothing to nothing', () => {
    expect(quantileOf(sumOf([normalMixture(1, 3), normalMixture(2, 4)]), 0.95)).toBeCloseTo(3 + 5 * 1.6448536, 6);
    expect(quantileOf(sumOf([]), 0.95)).toBe(0);
  });

  it('move the quantiles of a shrunken effect by less than 1% of its spread', () => {
    const effect = shrunkenEffect(learnEffects([{ stated: 3, estimate: 1, standardError: 0.7 }]), [{ stated: 5, typical: 1 }]);
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) expect(Math.abs(quantileOf(sumOf([effect]), p) - quantileOf(effect, p))).toBeLessThan(0.01 * sdOf(effect));
  });
});
