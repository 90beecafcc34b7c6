// The bets of the sample company, oldest first: what was claimed, what it truly did, when it shipped, how it was looked back on.
// `didReally` is built into the metrics; what became of a bet is not written here: it is measured like anybody's.
// Days are counted back from today: 90 is ninety days ago.
import type { SampleBet, SampleShip } from './sample-bet.ts';
import { OPEN_BETS } from './sample-bets-open.ts';

const usual = { money: 'team-weeks', direction: 'up', scale: 'relative' } as const;
const fewer = { ...usual, direction: 'down' } as const;

const PAST: readonly SampleBet[] = [
  {
    claim: 'A list of refunds that wait, at the top of the desk’s screen, gets more of them out within 48 hours', problem: 0, drafted: 742, didReally: 0.11,
    terms: { ...usual, who: 'Returns desks', kind: 'refunds', metric: 'M-1', minEffect: 0.04, effectLow: 0.1, effectHigh: 0.3, cost: 3, valuePerUnit: 260, killCriterion: 'The desk takes longer per parcel', alternatives: ['Do nothing', 'A second person at the desk'], changeMyMind: 'The desk already works oldest first', preMortem: 'Nobody looked at the list after a week', decidedBy: 'Returns PM', reviews: [30, 90] },
    placed: { on: 735, probability: 0.75 },
    forecasts: [{ by: 'Designer', probability: 0.6, on: 733 }, { by: 'Engineering lead', probability: 0.5, on: 731, words: 'They may work from paper anyway' }],
    ship: { title: 'Waiting refunds first', on: 712, rolledOut: 709 },
    reviews: [
      { review: 30, on: 678, process: 4, remembered: 0.75, luck: 'unknown' },
      { review: 90, on: 617, process: 4, remembered: 0.8, luck: 'skill', note: 'The desk asked for it twice before.' },
    ],
    settled: { on: 617 },
    lesson: { on: 615, words: 'What waits has to be seen first; the desk then clears it by itself.', links: [{ to: { problem: 0 }, stance: 'supports' }] },
  },
  {
    claim: 'A reminder by mail three days after the return was asked for brings parcels in sooner', problem: 1, drafted: 690, didReally: 0.002,
    terms: { ...usual, who: 'Buyers who asked for a return', kind: 'drop-off', metric: 'M-2', minEffect: 0.04, effectLow: 0.05, effectHigh: 0.2, cost: 2, valuePerUnit: 150, killCriterion: 'More than 1 in 200 unsubscribes', alternatives: ['Do nothing', 'A text message'], changeMyMind: 'Buyers say they forgot in fewer than 1 interview in 5', decidedBy: 'Returns PM', reviews: [90] },
    placed: { on: 682, probability: 0.7 },
    forecasts: [{ by: 'Designer', probability: 0.55, on: 680 }, { by: 'Engineering lead', probability: 0.6, on: 676 }],
    ship: { title: 'Reminder mail on day three', on: 655 },
    reviews: [{ review: 90, on: 562, process: 2, remembered: 0.6, luck: 'skill', note: 'We never asked whether they forget.' }],
    settled: { on: 562 },
    lesson: { on: 560, words: 'Buyers do not forget to send a parcel back; the way to the counter is what keeps them.', links: [{ to: { problem: 1 }, stance: 'supports' }, { to: { bet: 15 }, stance: 'contradicts' }] },
  },
  {
    claim: 'A tracking page that says what happens next lets fewer buyers call', problem: 2, drafted: 668, didReally: 0.06,
    terms: { ...fewer, who: 'Buyers with a parcel under way', kind: 'tracking', metric: 'M-3', controls: ['M-4'], minEffect: 0.12, effectLow: 0.15, effectHigh: 0.4, cost: 6, valuePerUnit: 110, killCriterion: 'Calls rise', alternatives: ['Do nothing', 'Answer by chat'], changeMyMind: 'Callers have not seen the page', decidedBy: 'Returns PM', disagreed: 'Engineering lead: the depot scans once a day', reviews: [90] },
    placed: { on: 660, probability: 0.65 },
    forecasts: [{ by: 'Designer', probability: 0.7, on: 655 }, { by: 'Engineering lead', probability: 0.25, on: 654, words: 'The page can only show what was scanned' }],
    ship: { title: 'Tracking page: what happens next', on: 622, rolledOut: 617, audience: 'Half of the buyers for five days, then all' },
    reviews: [{ review: 90, on: 525, process: 3, remembered: 0.55, luck: 'both' }],
    settled: { on: 525 },
    lesson: { on: 524, words: 'Better words help a little; calls come from parcels that were not scanned.', links: [{ to: { problem: 2 }, stance: 'supports' }, { to: { bet: 12 }, stance: 'supports' }] },
  },
  {
    claim: 'Naming the nearest counter on the return page brings parcels in within three days', problem: 1, drafted: 552, didReally: 0.09,
    terms: { ...usual, who: 'Buyers who ask for a return on a phone', kind: 'drop-off', metric: 'M-2', minEffect: 0.03, effectLow: 0.06, effectHigh: 0.25, cost: 4, valuePerUnit: 150, killCriterion: 'Parcels go to counters that are closed', guardrails: [{ metric: 'M-3', margin: 0.08, scale: 'relative' }], alternatives: ['Do nothing', 'Pick-up at the door'], changeMyMind: 'Most buyers already use the nearest counter', decidedBy: 'Returns PM', reviews: [90, 365] },
    placed: { on: 545, probability: 0.7 },
    forecasts: [{ by: 'Designer', probability: 0.8, on: 543 }, { by: 'Engineering lead', probability: 0.65, on: 541 }],
    ship: { title: 'Nearest counter on the return page', on: 528, rolledOut: 526 },
    reviews: [{ review: 90, on: 434, process: 5, remembered: 0.75, luck: 'skill' }],
    settled: { on: 434 },
    lesson: { on: 433, words: 'Less way to go brings parcels in; say the place, not the rule.', links: [{ to: { problem: 1 }, stance: 'supports' }, { to: { bet: 9 }, stance: 'supports' }] },
  },
  {
    claim: 'One photo per parcel instead of three shortens the work at the desk', problem: 0, drafted: 505, didReally: 0.03,
    terms: { ...fewer, who: 'Returns desks', kind: 'inspection', metric: 'M-5', minEffect: 0.025, effectLow: 0.05, effectHigh: 0.18, cost: 2, valuePerUnit: 70, killCriterion: 'More disputes about damage', alternatives: ['Do nothing', 'A second camera'], changeMyMind: 'Photos take less than a tenth of the time', decidedBy: 'Returns PM', reviews: [90] },
    placed: { on: 498, probability: 0.6 },
    forecasts: [{ by: 'Engineering lead', probability: 0.45, on: 496 }],
    ship: { title: 'One photo per parcel', on: 476 },
    reviews: [{ review: 90, on: 380, process: 3, remembered: 0.55, luck: 'unknown' }],
    settled: { on: 380 },
  },
  {
    claim: 'Refunds to the bank account on file spare a question and go out within 48 hours', problem: 0, drafted: 470, didReally: 0.05,
    terms: { ...usual, who: 'Buyers at small shops', kind: 'refunds', metric: 'M-1', minEffect: 0.04, effectLow: 0.08, effectHigh: 0.25, cost: 5, valuePerUnit: 260, killCriterion: 'More than 1 refund in 1,000 goes to a wrong account', alternatives: ['Do nothing', 'Store credit'], changeMyMind: 'The question takes less than an hour on average', decidedBy: 'Returns PM', reviews: [90] },
    placed: { on: 461, probability: 0.65 },
    forecasts: [{ by: 'Designer', probability: 0.5, on: 459 }, { by: 'Engineering lead', probability: 0.6, on: 458 }],
    ship: { title: 'Refund to the account on file', on: 438, rolledOut: 434 },
    reviews: [{ review: 90, on: 340, process: 3, remembered: 0.7, luck: 'unknown', note: 'Two changes in one window: next time one waits.' }],
    settled: { on: 340 },
    lesson: { on: 339, words: 'Two changes on one metric within 90 days tell nothing of either. The second one waits.', links: [] },
  },
  {
    claim: 'A recorded voice that says the state of the parcel spares calls to a person', problem: 2, drafted: 400, didReally: -0.11,
    terms: { ...fewer, who: 'Buyers who call', kind: 'tracking', metric: 'M-3', controls: ['M-4'], minEffect: 0.05, effectLow: 0.08, effectHigh: 0.3, cost: 4, valuePerUnit: 110, killCriterion: 'Callers hang up and call again', alternatives: ['Do nothing', 'A call-back list'], changeMyMind: 'Callers ask for the money, not the parcel', decidedBy: 'Returns PM', reviews: [90] },
    placed: { on: 391, probability: 0.6 },
    forecasts: [{ by: 'Designer', probability: 0.3, on: 388, words: 'People call to talk' }, { by: 'Engineering lead', probability: 0.55, on: 387 }],
    ship: { title: 'Recorded parcel state', on: 366, rolledOut: 366 },
    reviews: [{ review: 90, on: 272, process: 2, remembered: 0.5, luck: 'both', note: 'They call twice now.' }],
    settled: { on: 272 },
    lesson: { on: 270, words: 'Who calls wants a person. A machine between makes them call again.', links: [{ to: { problem: 2 }, stance: 'supports' }, { to: { bet: 14 }, stance: 'contradicts' }] },
  },
  {
    claim: 'A portal of their own lets wholesale shops refund within 48 hours', problem: 0, drafted: 352,
    terms: { ...usual, who: 'Wholesale shops', kind: 'refunds', metric: 'M-1', minEffect: 0.03, effectLow: 0.05, effectHigh: 0.2, cost: 26, valuePerUnit: 260, killCriterion: 'Fewer than ten shops sign', alternatives: ['Do nothing', 'A list by mail once a day'], changeMyMind: 'They have a desk of their own', decidedBy: 'Returns PM', reviews: [90] },
    placed: { on: 345, probability: 0.55 },
    forecasts: [{ by: 'Engineering lead', probability: 0.2, on: 344, words: 'Nobody asked for it' }],
    settled: { on: 296, dropped: 'Two wholesale shops signed; the others have a desk of their own.', costAvoided: 21 },
    lesson: { on: 295, words: 'Ask ten shops before building for them: the answer came in a week and spared 21 team-weeks.', links: [{ to: { bet: 13 }, stance: 'contradicts' }] },
  },
  {
    claim: 'Returns at parcel lockers only, with no choice of counter, bring parcels in sooner', problem: 1, drafted: 282, didReally: -0.1,
    terms: { ...usual, who: 'Buyers in cities', kind: 'drop-off', metric: 'M-2', minEffect: 0.03, effectLow: 0.04, effectHigh: 0.15, cost: 5, valuePerUnit: 150, killCriterion: 'Drop-offs within three days fall by more than 2%', killBelow: -0.02, alternatives: ['Do nothing', 'Lockers beside counters'], changeMyMind: 'Lockers are full at weekends', decidedBy: 'Returns PM', disagreed: 'Designer: parcels do not fit', reviews: [30, 90] },
    placed: { on: 275, probability: 0.55 },
    forecasts: [{ by: 'Designer', probability: 0.2, on: 272, words: 'Shoes do not fit a locker' }, { by: 'Engineering lead', probability: 0.4, on: 271 }],
    ship: { title: 'Lockers only', on: 252 },
    reviews: [{ review: 30, on: 220, process: 2, remembered: 0.45, luck: 'skill', note: 'Stopped on the day of the review.' }],
    settled: { on: 220, costAvoided: 9 },
    lesson: { on: 219, words: 'Taking a choice away costs drop-offs at once; the criterion written down before stopped it in a month.', links: [{ to: { problem: 1 }, stance: 'supports' }, { to: { bet: 9 }, stance: 'supports' }] },
  },
];

/** B-1 to B-16, in the order they were written down. */
export const SAMPLE_BETS: readonly SampleBet[] = [...PAST, ...OPEN_BETS];

export const OTHER_SHIPS: readonly SampleShip[] = [
  { title: 'New bank for refunds', on: 402, noBet: true, metrics: ['M-1'], didReally: 0.03 },
  { title: 'Winter tariffs of the carriers', on: 318, noBet: true, metrics: ['M-4'] },
  { title: 'Lockers only, taken back', on: 220, noBet: true, metrics: ['M-2'] },
  { title: 'Reason report for shops', on: 148, noBet: true, metrics: ['M-5'] },
  { title: 'Shop settings, second page', on: 126, noBet: false, metrics: ['M-5'] },
  { title: 'Statement as a table', on: 58, noBet: false, metrics: ['M-4'] },
];
