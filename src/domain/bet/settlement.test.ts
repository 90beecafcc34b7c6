import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceWithPrior, outcomeOf, type Found } from './settlement.ts';

const FOUND: Found = { status: 'inconclusive', sub: 'positive-size-unknown', good: { value: 0.045, low: 0.01, high: 0.08 }, standardError: 0.018, grade: 'D', killTripped: false, atAPrice: false, pAtLeastMin: 0.9 };
const PRIOR = { mean: 0, sd: 0.05 };

describe('the outcome of a bet', () => {
  it('is what its deciding readout found', () => {
    expect(outcomeOf(FOUND, 0.02, PRIOR, 'rdo_1')).toMatchObject({ status: 'inconclusive', effect: 0.045, grade: 'D', readout: 'rdo_1', pAtLeastMin: 0.9 });
  });

  it('is lost when the kill criterion tripped, but for a win that is already certain', () => {
    expect(outcomeOf({ ...FOUND, killTripped: true }, 0.02, PRIOR, 'r')).toMatchObject({ status: 'lost', reason: 'killed' });
    expect(outcomeOf({ ...FOUND, status: 'won', killTripped: true }, 0.02, PRIOR, 'r').status).toBe('won');
    expect(outcomeOf({ ...FOUND, status: 'refused', reason: 'placebo-bias', good: undefined, standardError: undefined, killTripped: true }, 0.02, PRIOR, 'r')).toMatchObject({ status: 'refused', reason: 'placebo-bias' });
  });

  it('shows what a refused reading found, such as the effect of two ships together, and scores and learns nothing from it', () => {
    const joint = outcomeOf({ ...FOUND, status: 'refused', sub: undefined, reason: 'two-bets-share-this-window' }, 0.02, PRIOR, 'r');
    expect([joint.effect, joint.chance, joint.standardError]).toEqual([0.045, undefined, undefined]);
  });

  it('is not scored where the reading was refused, whatever number it held', () => {
    const refusedOne = outcomeOf({ ...FOUND, status: 'refused', reason: 'two-bets-share-this-window' }, 0.02, PRIOR, 'r');
    expect([refusedOne.status, refusedOne.chance, refusedOne.standardError, refusedOne.effect]).toEqual(['refused', undefined, undefined, 0.045]);
  });

  it('is scored with the workspace’s own prior: 4.5 with error 1 against a bar of 2 is 0.99', () => {
    expect(chanceWithPrior(4.5, 1, 2, { mean: 0, sd: 5 })).toBeCloseTo(0.9912, 3);
    expect(chanceWithPrior(4.5, 0, 2, { mean: 0, sd: 5 })).toBe(1);
  });

  it('is likelier the larger the effect, and pulled to the prior the less is known', () => {
    fc.assert(fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0.001, max: 1, noNaN: true }), fc.double({ min: 0.001, max: 0.5, noNaN: true }), (effect, error, bar) => {
      const chance = chanceWithPrior(effect, error, bar, PRIOR);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(chanceWithPrior(effect + 0.1, error, bar, PRIOR));
    }));
  });
});
