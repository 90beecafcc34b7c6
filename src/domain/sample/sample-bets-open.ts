// The sample's bets that are not settled: two shipped and waiting for their reviews, two placed, three drafts of which one is ready. Days are counted back
// from today. Knows only what was promised.
import type { SampleBet } from './sample-bet.ts';

const usual = { money: 'team-weeks', direction: 'up', scale: 'relative' } as const;
const fewer = { ...usual, direction: 'down' } as const;

export const OPEN_BETS: readonly SampleBet[] = [
  {
    claim: 'A code at the drop-off point instead of a printed label lets one in ten more buyers finish a return', problem: 1, drafted: 140, didReally: 0.085,
    terms: { ...usual, who: 'Buyers who live without a printer', kind: 'drop-off', metric: 'M-2', minEffect: 0.03, effectLow: 0.05, effectHigh: 0.2, cost: 7, valuePerUnit: 150, killCriterion: 'Counters turn codes away', killBelow: -0.03, alternatives: ['Do nothing', 'A label in the parcel'], changeMyMind: 'Buyers without a printer already go to a library', preMortem: 'Counters did not know the code', decidedBy: 'Returns PM' },
    placed: { on: 132, probability: 0.7 },
    forecasts: [{ by: 'Designer', probability: 0.8, on: 130 }, { by: 'Engineering lead', probability: 0.55, on: 128, words: 'It depends on the counters' }],
    ship: { title: 'Code instead of a label', on: 97, rolledOut: 91, audience: 'One carrier first, all four within a week' },
    reviews: [{ review: 30, on: 59, process: 4, remembered: 0.7, luck: 'unknown' }],
  },
  {
    claim: 'Paying small amounts out before the inspection gets more refunds out within 48 hours', problem: 0, drafted: 70, didReally: 0.12,
    terms: { ...usual, who: 'Buyers at small shops', kind: 'refunds', metric: 'M-1', minEffect: 0.05, effectLow: 0.1, effectHigh: 0.4, cost: 4, valuePerUnit: 260, killCriterion: 'Losses by fraud reach 0.4% of refunds', alternatives: ['Do nothing', 'Store credit at once'], changeMyMind: 'Most refunds above the limit are the late ones', preMortem: 'Fraud found the limit', decidedBy: 'Returns PM' },
    placed: { on: 61, probability: 0.65 },
    forecasts: [{ by: 'Designer', probability: 0.6, on: 59 }, { by: 'Engineering lead', probability: 0.7, on: 57 }],
    amended: { on: 48, words: 'The limit is 20 EUR at first, not 40: finance asked for it.', changes: { minEffect: 0.04 } },
    ship: { title: 'Small refunds before inspection', on: 33, rolledOut: 31, audience: 'Refunds up to 20 EUR' },
  },
  {
    claim: 'Refunding on the first scan for parcels up to 60 EUR gets half of the buyers their money within two days', problem: 0, drafted: 44,
    terms: { ...usual, who: 'Buyers at small shops', kind: 'refunds', metric: 'M-1', minEffect: 0.08, effectLow: 0.1, effectHigh: 0.5, cost: 9, valuePerUnit: 260, killCriterion: 'Losses by fraud reach 0.4% of refunds', killBelow: 0, guardrails: [{ metric: 'M-3', margin: 0.05, scale: 'relative' }], alternatives: ['Do nothing', 'A limit of 20 EUR only'], changeMyMind: 'The first scan comes later than the second day', preMortem: 'Shops switched it off', decidedBy: 'Returns PM' },
    placed: { on: 12, probability: 0.6 },
    forecasts: [{ by: 'Designer', probability: 0.55, on: 10 }],
  },
  {
    claim: 'A depot scan every two hours halves the questions to support', problem: 2, drafted: 40,
    terms: { ...fewer, who: 'Support desks of shops', kind: 'tracking', metric: 'M-3', controls: ['M-4'], minEffect: 0.1, effectLow: 0.12, effectHigh: 0.5, cost: 8, valuePerUnit: 110, killCriterion: 'The depot drops the scans at weekends', alternatives: ['Do nothing', 'Say the time of the next scan'], changeMyMind: 'Callers ask before the first scan', preMortem: 'Scans were made and not sent on', decidedBy: 'Returns PM', disagreed: 'Head of operations: people at the depot are short' },
    placed: { on: 9, probability: 0.65 },
    forecasts: [{ by: 'Designer', probability: 0.5, on: 8 }, { by: 'Engineering lead', probability: 0.75, on: 7, words: 'Half of the calls name a missing scan' }, { by: 'owner', probability: 0.65, on: 6 }],
  },
  {
    claim: 'A returns desk of its own for wholesale shops gets their refunds out within 48 hours', problem: 0, drafted: 21,
    terms: { ...usual, who: 'Wholesale shops', kind: 'refunds', metric: 'M-1', minEffect: 0.03, effectLow: 0.02, effectHigh: 0.12, cost: 14, valuePerUnit: 260, alternatives: ['Do nothing'] },
  },
  {
    claim: 'Answers to the ten usual questions on the tracking page spare calls', problem: 2, drafted: 15,
    terms: { ...fewer, who: 'Buyers with a parcel under way', kind: 'tracking', metric: 'M-3', minEffect: 0.04, effectLow: 0.02, effectHigh: 0.15, cost: 1, valuePerUnit: 110, alternatives: ['Do nothing'] },
  },
  {
    claim: 'A second reminder, by text message, brings parcels in within three days', problem: 1, drafted: 6,
    terms: { ...usual, who: 'Buyers who asked for a return', kind: 'drop-off', metric: 'M-2', minEffect: 0.03, effectLow: 0.05, effectHigh: 0.18, cost: 2, valuePerUnit: 150, killCriterion: 'More than 1 in 200 ask for no more messages', alternatives: ['Do nothing', 'Name the counter again'], changeMyMind: 'Buyers say again that they do not forget', preMortem: 'It annoyed those who had sent it already', decidedBy: 'Returns PM' },
    weighed: { on: 4, probability: 0.6 },
  },
];
