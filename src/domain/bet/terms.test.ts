import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeTerms, unfitness, UNSAID, type BetTerms } from './terms.ts';

const WHOLE: BetTerms = {
  ...UNSAID, claim: 'A prepaid label in every parcel brings returns in sooner', who: 'Small shops', kind: 'returns', metric: 'met_1', direction: 'up', scale: 'relative', minEffect: 0.02, effectLow: 0.03, effectHigh: 0.08,
  probability: 0.65, cost: 5, valuePerUnit: 100, money: 'team-weeks', killCriterion: 'Labels cost more than 0.06 a parcel', alternatives: ['Do nothing'], changeMyMind: 'Drop-offs rise only near a counter', problem: 'prb_1',
};

describe('the terms of a bet', () => {
  it('can be sealed when everything is said and the record was shown', () => {
    expect(completeTerms(WHOLE, true)).toMatchObject({ ok: true, value: { metric: 'met_1', probability: 0.65 } });
  });

  it('name everything that is missing at once, before the probability is even asked for', () => {
    const { ok, refusal } = completeTerms({ ...UNSAID, claim: 'Something' }, false) as { ok: boolean; refusal: { code: string; details: { missing: string[] } } };
    expect([ok, refusal.code, refusal.details.missing.length]).toEqual([false, 'bet_incomplete', 12]);
  });

  it('are not sealed before the record of bets like it was shown', () => {
    expect(completeTerms(WHOLE, false)).toMatchObject({ ok: false, refusal: { code: 'base_rate_first' } });
  });

  it.each<[Partial<BetTerms>, RegExp]>([
    [{ minEffect: 0 }, /above zero/], [{ effectLow: 0.1 }, /low end to its high end/], [{ probability: 1 }, /between 1% and 99%/], [{ reviews: [30] }, /one of the reviews/],
    [{ guardrails: [{ metric: 'met_2', margin: 0, scale: 'relative' }] }, /margin/], [{ guardrails: [{ metric: 'met_1', margin: 1, scale: 'relative' }] }, /own guardrail/], [{ controls: ['met_1'] }, /own control/], [{ alpha: 0.5 }, /false verdict/],
  ])('that contradict themselves are not sealed: %j', (change, words) => {
    expect(unfitness({ ...WHOLE, ...change })).toMatch(words);
    expect(completeTerms({ ...WHOLE, ...change }, true)).toMatchObject({ ok: false, refusal: { code: 'bet_unfit' } });
  });

  it('stay unsealed whichever needed field is left out', () => {
    const needed = ['who', 'metric', 'direction', 'minEffect', 'effectLow', 'effectHigh', 'cost', 'valuePerUnit', 'killCriterion', 'changeMyMind', 'problem', 'probability'] as const;
    fc.assert(fc.property(fc.constantFrom(...needed), (field) => !completeTerms({ ...WHOLE, [field]: undefined }, true).ok));
  });
});
