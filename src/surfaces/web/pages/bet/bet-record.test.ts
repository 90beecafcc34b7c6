import { describe, expect, it } from 'vitest';
import { completeTerms, UNSAID } from '../../../../domain/bet/terms.ts';
import { amendmentsOf, missingFields, ODDS_LINES, recordRows, type RecordNames } from './bet-record.ts';
import type { Terms } from './bet-words.ts';
import { FIELD_NAMES } from './draft-text.ts';

const NAMES: RecordNames = { metrics: [{ id: 'met_1', key: 'M-1', name: 'Drop-offs in time', kind: 'rate', unit: undefined }, { id: 'met_2', key: 'M-2', name: 'Fraud', kind: 'count', unit: 'cases' }], problems: [{ id: 'prb_1', key: 'P-1', title: 'No printer' }] };
const TERMS: Terms = {
  claim: 'A label in every sample parcel', who: 'Sample shops', problem: 'prb_1', metric: 'met_1', direction: 'up', scale: 'relative', minEffect: 0.02, effectLow: 0.03, effectHigh: 0.08, probability: 0.65, cost: 5, valuePerUnit: 240, money: 'team-weeks',
  guardrails: [{ metric: 'met_2', margin: 0.1, scale: 'relative' }], controls: [], killCriterion: 'Labels cost too much', killBelow: -0.02, design: 'before-after', alpha: 0.05, reviews: [30, 90, 365], primaryReview: 90, shipBy: '2026-07-21', alternatives: ['Do nothing'],
};
const words = (terms: Terms) => Object.fromEntries(recordRows(terms, NAMES).map(({ id, words: said }) => [id, said]));

describe('what a bet promises, as a list', () => {
  it('says each fact once, in the way it is counted', () => {
    expect(words(TERMS)).toMatchObject({
      metric: 'Drop-offs in time; up is good', problem: 'P-1 No printer', minEffect: '2% better is the least that would matter', effect: '3 to 8% better, nine times in ten', probability: '65% that it reaches the bar, given after the base rate',
      guardrails: 'Fraud by more than 10%', killCriterion: 'Labels cost too much; the effect is below −2%', reviews: '90 days after the ship; also looked at after 30 days and 365 days', cost: '5 team-weeks', valuePerUnit: '2.4 team-weeks for one per cent', shipBy: '21 July 2026',
    });
    expect(words({ ...TERMS, scale: 'absolute' })).toMatchObject({ minEffect: '2 points better is the least that would matter' });
  });

  it('has no line for what was never said', () => {
    expect(recordRows({ ...UNSAID, claim: 'A map', guardrails: [], controls: [], reviews: [90], alternatives: [] } as Terms, NAMES).map(({ id }) => id)).toEqual(['claim', 'design', 'reviews']);
  });

  it('keeps a line for what is covered, whether it was handed over or not', () => {
    const { probability: _, effectLow: __, effectHigh: ___, ...rest } = TERMS;
    for (const terms of [TERMS, rest as Terms]) expect(recordRows(terms, NAMES, ODDS_LINES).filter(({ id }) => id === 'effect' || id === 'probability')).toEqual([{ id: 'effect', label: 'Effect', words: '' }, { id: 'probability', label: 'Probability', words: '' }]);
  });

  it('shows what an amendment replaced as it stood just before it', () => {
    const amendments = [{ position: 2, sealedAt: '2026-07-14T10:00:00.000Z', words: 'The carrier is late.', changes: { shipBy: '2026-08-18' } }, { position: 5, sealedAt: '2026-07-20T10:00:00.000Z', words: 'Later still.', changes: { shipBy: '2026-09-01', cost: 6 } }, { position: 6, sealedAt: '2026-07-21T10:00:00.000Z', words: 'A note.', changes: {} }];
    const [first, second, third] = amendmentsOf({ terms: TERMS, amendments }, NAMES);
    expect(first?.rows).toEqual([{ label: 'Ships by', was: '21 July 2026', now: '18 August 2026' }]);
    expect(second?.rows).toEqual([{ label: 'Cost', was: '5 team-weeks', now: '6 team-weeks' }, { label: 'Ships by', was: '18 August 2026', now: '1 September 2026' }]);
    expect(third?.rows).toEqual([]);
  });
});

describe('what is still missing', () => {
  const missingOf = (seen: boolean): string[] => {
    const ruling = completeTerms({ ...UNSAID, claim: 'A map' }, seen);
    return ruling.ok ? [] : (ruling.refusal.details?.['missing'] as string[]);
  };
  const fields = new Set<string>([...FIELD_NAMES, 'metric', 'direction', 'problem', 'base']);

  it('leads every question that the rule asks to a field of the form', () => {
    const missing = missingFields({ missing: missingOf(false), baseRateShownAt: undefined, terms: { ...TERMS, probability: undefined } });
    expect(missing.every(({ field }) => field !== undefined && fields.has(field))).toBe(true);
    expect(new Set(missing.map(({ field }) => field)).size).toBe(missing.length);
    expect(missing.slice(-2).map(({ field }) => field)).toEqual(['base', 'probability']);
  });

  it('names the base rate once it is all that is left, and nothing for a bet that is ready', () => {
    expect(missingFields({ missing: ['what became of bets like it, before the probability'], baseRateShownAt: undefined, terms: TERMS }).map(({ field }) => field)).toEqual(['base']);
    expect(missingFields({ missing: [], baseRateShownAt: '2026-07-14T10:00:00.000Z', terms: TERMS })).toEqual([]);
  });
});
