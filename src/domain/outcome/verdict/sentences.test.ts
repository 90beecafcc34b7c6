import { describe, expect, test } from 'vitest';
import type { Claim } from '../estimate.ts';
import { effectText, plainNumber, rangeText, shareText, signedText } from './effect-text.ts';
import { reasonSentence } from './reason-sentences.ts';
import { isReasonCode, isTooEarly, REASONS } from './reasons.ts';
import type { Judged } from './rule.ts';
import * as say from './sentences.ts';
import { priceSentence, reviewSentence, verdictSentence } from './verdict-sentence.ts';

const share = { scale: 'relative' } as const;
const points = { scale: 'absolute', unit: 'points' } as const;
const claim: Claim = { direction: 'up', scale: 'absolute', minEffect: 2, alpha: 0.05 };

/** What no sentence of ours may hold: shouting, begging, a hole where a fact was missing, doubled or missing full stops. */
function expectPlain(sentence: string): void {
  expect(sentence).toMatch(/^[A-Z].*[^.]\.$/);
  expect(sentence).not.toMatch(/!|please|insufficient|undefined|NaN|null|\.\.|  /i);
}

test('numbers are rounded to what a reader can use', () => {
  expect([16.523, 165.23, 0.0834, 3, 0, -0.04, 1e-9, 99.96, 999.6, -1204567].map(plainNumber)).toEqual(['16.5', '165', '0.083', '3', '0', '-0.04', '0.000000001', '100', '1,000', '-1,204,567']);
  expect(effectText(0.165, share)).toBe('16.5%');
  expect(signedText(4.5, points)).toBe('+4.5 points');
  expect(signedText(-0.03, share)).toBe('-3%');
  expect(signedText(0, share)).toBe('0%');
  expect(rangeText({ value: 1, low: null, high: 2 }, points)).toBe('at most +2 points');
  expect(rangeText({ value: 1, low: 0.5, high: null }, points)).toBe('at least +0.5 points');
  expect([0, 0.004, 0.3, 0.996, 1].map(shareText)).toEqual(['0%', 'under 1%', '30%', 'over 99%', '100%']);
});

describe('the fixed sentences', () => {
  test('are made from data, word for word', () => {
    expect(say.cannotAnswerSentence({ days: 90, dates: 221, share: 0.38 }))
      .toBe('This metric cannot answer at 90 days: on 221 past dates with no ship, the same method was off by more than its interval 38% of the time.');
    expect(say.smallestSeenSentence({ detectable: 0.07, minEffect: 0.02, chanceToSeeIt: 0.12 }, share))
      .toBe('The smallest effect we could have seen is 7%; you needed 2%. Inconclusive was the likely result from the start (88%).');
    expect(say.smallestSeenSentence({ detectable: 0.02, minEffect: 0.03, chanceToSeeIt: 0.9 }, share)).toBe('The smallest effect we could have seen is 2%; you needed 3%.');
    expect(say.nothingRandomisedSentence('3 May 2026')).toBe('Nothing here was randomised. Anything else that changed on 3 May 2026 is inside this number.');
    expect(say.sharedWindowSentence('B-4')).toBe('B-4 shipped in the same window. This is the effect of both.');
    expect(say.hitRateSentence({ n: 7, low: 0.234, high: 0.832 })).toBe('With 7 resolved bets your true hit rate is somewhere between 23% and 83%.');
    expect(say.recalibratedSentence({ said: 0.6, from: 0.5, to: 0.65, hits: 3, n: 9, used: 0.38 }))
      .toBe('You said 60%. Bets you put at 50-65% came true 3 of 9 times; for this bet we use 38%.');
  });

  test('say before a bet is placed what the metric can see', () => {
    const facts = { days: 90, detectable: 0.07, minEffect: 0.02 };
    expect(say.answerabilitySentence({ ...facts, answer: 'no' }, share))
      .toBe('With this metric, a before/after reading at 90 days can see 7% or more; you hope for 2%. Use a test, a control or a staggered rollout.');
    for (const answer of ['yes', 'weak'] as const) expectPlain(say.answerabilitySentence({ ...facts, answer }, share));
  });

  test('say what would make it decisive, or that nothing will', () => {
    expect(say.decisiveSentence(5)).toBe('About 5 more weeks of the same would decide it.');
    expect(say.decisiveSentence(1)).toBe('About 1 more week of the same would decide it.');
    for (const weeks of [0, null]) expectPlain(say.decisiveSentence(weeks));
  });

  test('say how often such wins are false, what is too good, and what a kill rule saw', () => {
    expect(say.falsePositiveSentence({ risk: 0.264, baseRate: 0.08 })).toBe('Where 8% of ideas work, 26% of wins like this one are false.');
    expectPlain(say.tooGoodSentence({ effect: 0.6, percentile95: 0.1 }, share));
    for (const state of ['clear', 'warning', 'tripped'] as const) expectPlain(say.killSentence(state, -0.02, 'up', share));
    expect(say.killSentence('clear', -0.02, 'down', share)).toBe('Not past the line you drew at +2%.');
  });
});

describe('a verdict in one sentence', () => {
  const effect = { value: 4.5, low: 2.8, high: 6.2 };

  test('names effect, interval and bar in the metric\'s own sign', () => {
    expect(verdictSentence({ status: 'won', sub: 'met', effect }, claim, points)).toBe('It worked: +4.5 points, between +2.8 points and +6.2 points; the whole interval is past your bar of +2 points.');
    expect(verdictSentence({ status: 'won', sub: 'met', effect }, { ...claim, direction: 'down' }, points))
      .toBe('It worked: -4.5 points, between -6.2 points and -2.8 points; the whole interval is past your bar of -2 points.');
  });

  test.each<Judged>([
    { status: 'lost', sub: 'harmful', effect: { value: -4, low: -6, high: -1 } }, { status: 'lost', sub: 'real-but-below-bar', effect: { value: 1, low: 0.5, high: 1.5 } },
    { status: 'lost', sub: 'no-sign-of-it', effect: { value: 0, low: -1, high: 1 } }, { status: 'inconclusive', sub: 'positive-size-unknown', effect: { value: 2, low: 1, high: 3 } },
    { status: 'inconclusive', sub: 'direction-unknown', effect: { value: 1, low: -2, high: 4 } }, { status: 'lost', reason: 'killed', effect: { value: -1, low: -3, high: 1 } },
    { status: 'refused', reason: 'placebo-bias' }, { status: 'refused', reason: 'something-else' }, { status: 'too-early' },
  ])('is plain for %j', (verdict) => {
    const sentence = verdictSentence(verdict, claim, points);
    expectPlain(sentence);
    if (verdict.status === 'inconclusive' || verdict.status === 'lost') expect(sentence).toContain('points');
  });

  test('a reason that took the edge off a reading follows it', () => {
    expect(verdictSentence({ status: 'inconclusive', sub: 'met', reason: 'methods-disagree-in-sign', effect }, claim, points))
      .toBe('Cannot tell: +4.5 points, between +2.8 points and +6.2 points. Two ways of reading the same panel disagree about the direction.');
    expect(verdictSentence({ status: 'lost', sub: 'no-sign-of-it', reason: 'pre-trend-differs', effect: { value: 0, low: -1, high: 1 } }, claim, points)).toContain('is not. The units were already');
  });

  test('reviews and prices have theirs', () => {
    for (const word of ['on-track', 'off-track', 'still-there', 'fading', 'cannot-tell'] as const) expectPlain(reviewSentence(word));
    expect(priceSentence(['Refund rate'])).toBe('Won, at a price: Refund rate got worse by more than the margin you set. It does not count as won.');
  });
});

describe('the reasons a verdict is withheld', () => {
  test.each(REASONS)('%s has a plain sentence with and without facts', (code) => {
    expectPlain(reasonSentence(code));
    expectPlain(reasonSentence(code, { value: 0.0008, limit: 0.001, days: 90, dates: 221, share: 0.38, name: 'B-4' }));
  });

  test('facts appear where they are known', () => {
    expect(reasonSentence('too-little-history', { value: 50, limit: 56 })).toContain('50 of the 56 points it takes');
    expect(reasonSentence('sample-ratio-mismatch', { value: 0.0008 })).toContain('once in 1,250 times');
    expect(reasonSentence('two-bets-share-this-window', { name: 'B-4' })).toContain('B-4');
    expect(reasonSentence('placebo-intervals-do-not-cover', { days: 90, dates: 221, share: 0.38 })).toContain('38% of the time');
  });

  test('no two reasons share a sentence, and only missing time or units is too early', () => {
    expect(new Set(REASONS.map((code) => reasonSentence(code))).size).toBe(REASONS.length);
    expect(REASONS.filter(isTooEarly)).toEqual(['too-few-units', 'too-few-events-per-arm', 'too-few-days', 'window-not-over']);
    expect([isReasonCode('placebo-bias'), isReasonCode('killed')]).toEqual([true, false]);
  });
});
