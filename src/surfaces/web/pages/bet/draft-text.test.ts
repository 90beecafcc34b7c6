import { describe, expect, it } from 'vitest';
import { effectMeasure } from './bet-measure.ts';
import type { Terms } from './bet-words.ts';
import { readDraft, textOf, wayBack } from './draft-text.ts';

const PERCENT = effectMeasure('relative', undefined);
const CALLS = effectMeasure('absolute', { kind: 'count', unit: 'calls' });
const TERMS: Terms = { claim: 'A label in every sample parcel', guardrails: [], controls: [], design: 'before-after', alpha: 0.05, reviews: [30, 90, 365], primaryReview: 90, alternatives: [] };
const SAID: Terms = { ...TERMS, who: 'Sample shops', minEffect: 0.03, effectLow: 0.02, effectHigh: 0.2, cost: 5, valuePerUnit: 240, probability: 0.65, alternatives: ['Do nothing', 'A code'] };

describe('a draft as typed text', () => {
  it('comes back as it was kept, and then changes nothing', () => {
    for (const measure of [PERCENT, CALLS]) expect(readDraft(SAID, textOf(SAID, measure), measure)).toEqual({ change: undefined, errors: {} });
    expect(textOf(SAID, PERCENT)).toMatchObject({ minEffect: '3', effect: '2 to 20', valuePerUnit: '2.4', probability: '65', alternatives: 'Do nothing\nA code', killBelow: '' });
  });

  it('reads what is typed in the way effects are counted', () => {
    const text = { ...textOf(TERMS, PERCENT), minEffect: '3%', effect: '2 to 20', valuePerUnit: '2.4', probability: '65', alternatives: '- Do nothing\n\nA code' };
    expect(readDraft(TERMS, text, PERCENT)).toEqual({ errors: {}, change: { minEffect: 0.03, effectLow: 0.02, effectHigh: 0.2, valuePerUnit: 240, probability: 0.65, alternatives: ['Do nothing', 'A code'] } });
    expect(readDraft(TERMS, { ...textOf(TERMS, CALLS), minEffect: '3', effect: '2 to 20' }, CALLS).change).toEqual({ minEffect: 3, effectLow: 2, effectHigh: 20 });
  });

  it('empties what was emptied and says beside the field what cannot be read', () => {
    const { change, errors } = readDraft(SAID, { ...textOf(SAID, PERCENT), claim: ' ', who: '', effect: '', minEffect: 'a lot', probability: '100', cost: '-1' }, PERCENT);
    expect(change).toEqual({ clear: ['who', 'effectLow', 'effectHigh'] });
    expect(Object.keys(errors).toSorted()).toEqual(['claim', 'cost', 'minEffect', 'probability']);
    expect(readDraft(TERMS, { ...textOf(TERMS, PERCENT), effect: '20 to 2' }, PERCENT).errors.effect).toBe('The smaller end comes first.');
    expect(readDraft(TERMS, { ...textOf(TERMS, PERCENT), minEffect: '0' }, PERCENT).errors.minEffect).toContain('Above zero');
  });

  it('does not write what only looks different', () => {
    expect(readDraft(SAID, { ...textOf(SAID, PERCENT), minEffect: '3.0 %', effect: '2% to 20%' }, PERCENT)).toEqual({ change: undefined, errors: {} });
  });

  it('knows the way back from any change', () => {
    expect(wayBack(TERMS, TERMS)).toBeUndefined();
    expect(wayBack(TERMS, SAID)).toEqual({ alternatives: [], clear: ['who', 'minEffect', 'effectLow', 'effectHigh', 'cost', 'valuePerUnit', 'probability'] });
    expect(wayBack(SAID, { ...SAID, who: 'Others' })).toEqual({ who: 'Sample shops' });
  });
});
