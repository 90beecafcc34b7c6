import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../estimate.ts';
import { chanceAtLeast, meanOf, quantileOf, withChance } from './distribution.ts';
import { distributionBetween } from './stated-effect.ts';
import { chanceOfKill, expectedValue, perfectInformation, sampleInformation, testWorth, valueWithOption } from './value.ts';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const range = distributionBetween(2, 20);

describe('the expected value of a bet', () => {
  it('is -14.55 for 35% of "2 to 20" at 9 per unit and a cost of 40', () => {
    expect(expectedValue({ effect: withChance(0.35, range), valuePerUnit: 9, cost: 40 })).toBeCloseTo(-14.547919, 6);
    expect([meanOf(range), quantileOf(range, 0.5), chanceAtLeast(range, 5)]).toEqual([expect.closeTo(8.080026, 6), expect.closeTo(6.324555, 6), expect.closeTo(0.631469, 6)]);
  });

  it('is -5 without and -2.61 with a stop at the review in the worked example', () => {
    const bet = { effect: { kind: 'normal', mean: 1, sd: 2 }, valuePerUnit: 10, cost: 15 } as const;
    const kill = { below: 0, shareBefore: 0.25, readingError: 1 };
    expect(expectedValue(bet)).toBe(-5);
    expect(chanceOfKill(bet.effect, kill)).toBeCloseTo(0.3274, 4);
    expect(expectedValue({ ...bet, kill })).toBeCloseTo(-2.6122, 4);
  });

  it('gains nothing from a review at which everything has come, and never loses by stopping what truly harms', () => {
    const anyEffect: fc.Arbitrary<Distribution> = fc.oneof(
      fc.record({ kind: fc.constant('normal' as const), mean: finite(-5, 5), sd: finite(0, 5) }),
      fc.tuple(fc.oneof(finite(-5, 0), finite(0.1, 5)), finite(0.1, 5)).map(([low, width]) => distributionBetween(low, low + width)),
      fc.tuple(finite(0.05, 0.95), finite(-5, 5)).map(([p, x]) => withChance(p, { kind: 'point', x })),
    );
    fc.assert(fc.property(anyEffect, finite(0, 1), finite(-3, 3), (effect, shareBefore, below) => {
      const through = expectedValue({ effect, valuePerUnit: 7, cost: 2 });
      expect(expectedValue({ effect, valuePerUnit: 7, cost: 2, kill: { below, shareBefore: 1, readingError: 0.5 } })).toBeCloseTo(through, 8);
      expect(expectedValue({ effect, valuePerUnit: 7, cost: 2, kill: { below: 0, shareBefore, readingError: 0 } })).toBeGreaterThanOrEqual(through - 1e-9);
    }), { numRuns: 50 });
  });

  it('is the same by formula and by grid for a log-normal effect', () => {
    const kill = { below: 5, shareBefore: 0.25, readingError: 0 };
    const [exact, grid] = [0, 1e-9].map((readingError) => expectedValue({ effect: range, valuePerUnit: 9, cost: 40, kill: { ...kill, readingError } }));
    expect(exact).toBeCloseTo(24.5297, 4);
    expect(Math.abs(grid! - exact!)).toBeLessThan(0.02);
    expect(expectedValue({ effect: range, valuePerUnit: 9, cost: 40, kill: { ...kill, below: -1 } })).toBeCloseTo(9 * meanOf(range) - 40, 10);
  });
});

describe('the value of knowing', () => {
  it('has the figures of the closed form', () => {
    expect(perfectInformation(20, 100)).toBeCloseTo(30.689463586, 8);
    expect(sampleInformation(20, 100, 50)).toBeCloseTo(26.570845958, 8);
    expect(sampleInformation(-30, 80, 40)).toBeCloseTo(16.018794598, 8);
    expect(valueWithOption(20, 100)).toBeCloseTo(50.689463586, 8);
  });

  it('is largest for a bet in the balance, never below 0, and a test never tells more than the truth', () => {
    fc.assert(fc.property(finite(-500, 500), finite(0, 300), finite(0, 300), (mean, sd, error) => {
      const [perfect, sampled] = [perfectInformation(mean, sd), sampleInformation(mean, sd, error)];
      expect(sampled).toBeGreaterThanOrEqual(0);
      expect(perfect).toBeGreaterThanOrEqual(sampled - 1e-9);
      expect(perfectInformation(0, sd)).toBeGreaterThanOrEqual(perfect);
      expect(sampleInformation(mean, sd, error / 2)).toBeGreaterThanOrEqual(sampled - 1e-9);
    }));
  });

  it('of a test of 400 users is 4.91 in the worked example: it pays at a cost of 3 and not at 6', () => {
    const worth = (cost: number) => testWorth({ mean: 1, sd: 2 }, { valuePerUnit: 10, cost: 5 }, { users: 400, sdPerUser: 10, cost });
    expect(worth(3)).toEqual({ worth: expect.closeTo(4.9135, 4), pays: true });
    expect(worth(6).pays).toBe(false);
  });
});
