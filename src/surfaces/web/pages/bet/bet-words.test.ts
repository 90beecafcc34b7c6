import { describe, expect, it } from 'vitest';
import { effectMeasure } from './bet-measure.ts';
import { hashWords, ledgerSentence, nextReview, openShelf, outcomeSentence, rateWords, shelves, standingOf, verdictNote, type Bet, type Review, type Terms } from './bet-words.ts';

const bet = (stage: Bet['stage'], outcome?: Bet['outcome']): Bet => ({ id: `bet_${stage}`, key: 'B-1', stage, outcome }) as Bet;
const on = (...bets: Bet[]) => shelves(bets);
const PERCENT = effectMeasure('relative', undefined);
const TERMS = { minEffect: 0.02, effectLow: 0.03, effectHigh: 0.08 } as Terms;

describe('the ledger', () => {
  it('says first what waits to be read out', () => {
    expect(ledgerSentence(on(bet('shipped'), bet('draft')), [{ bet: 'a', review: 30 }, { bet: 'a', review: 90 }])).toBe('One bet has had its 90 days and waits to be read out.');
    expect(ledgerSentence(on(bet('shipped')), [{ bet: 'a', review: 30 }, { bet: 'b', review: 90 }])).toBe('2 bets have had their days and wait to be read out.');
  });

  it('counts what is open in one sentence, and says when nothing is', () => {
    expect(ledgerSentence(on(bet('placed'), bet('shipped'), bet('draft'), bet('draft')), [])).toBe('1 bet is placed, 1 waits for its readout and 2 are drafts.');
    expect(ledgerSentence(on(bet('draft')), [])).toBe('1 bet is a draft.');
    expect(ledgerSentence(on(bet('shipped'), bet('shipped')), [])).toBe('2 bets wait for their readouts.');
    expect(ledgerSentence(on(bet('settled', { status: 'won' })), [])).toBe('The one bet is settled; nothing is at stake now.');
    expect(ledgerSentence(on(), [])).toBe('No bet is open.');
  });

  it('keeps a bet that ended without a measurement among the dropped ones', () => {
    const shelf = on(bet('settled', { status: 'dropped' }), bet('dropped'), bet('settled', { status: 'lost' }));
    expect([shelf.dropped.length, shelf.settled.length]).toEqual([2, 1]);
    expect(openShelf(shelf)).toBe('settled');
    expect(openShelf(on(bet('draft'), bet('shipped')))).toBe('shipped');
  });

  it('names the review that is due before one that waits', () => {
    const review = (days: number, state: Review['state']) => ({ bet: 'a', review: days, state, dueOn: '2026-11-03' }) as Review;
    expect(nextReview([review(30, 'done'), review(90, 'waiting'), review(365, 'due')], 'a')?.review).toBe(365);
    expect(nextReview([review(30, 'done')], 'a')).toBeUndefined();
  });
});

describe('an outcome in words', () => {
  it('sets what came beside what was promised and the bar', () => {
    const won = { status: 'won', effect: 0.045, low: 0.028, high: 0.062 } as const;
    expect(outcomeSentence(won, TERMS, PERCENT, 'Drop-offs')).toBe('It worked, though below the middle of what you promised: Drop-offs +4.5% (+2.8 to +6.2%), and the bar was +2%.');
    expect(outcomeSentence({ ...won, effect: 0.09 }, TERMS, PERCENT, undefined)).toContain('above everything you promised');
    expect(outcomeSentence({ ...won, atAPrice: true }, TERMS, PERCENT, undefined)).toContain('It worked, at a price: ');
    expect(outcomeSentence({ ...won, status: 'inconclusive' }, TERMS, PERCENT, undefined)).toContain('Cannot tell: ');
    expect(outcomeSentence({ status: 'refused' }, TERMS, PERCENT, undefined)).toBe('Cannot tell: the metric could not answer this bet.');
  });

  it('says why in a few words and never calls a refusal a loss', () => {
    expect(verdictNote({ status: 'lost', reason: 'killed' })).toBe('its own kill criterion tripped');
    expect(verdictNote({ status: 'won', sub: 'met', atAPrice: true })).toBe('the whole interval is above the bar; at a price: a guardrail was breached');
    expect(['won', 'lost', 'inconclusive', 'refused'].map((status) => standingOf({ stage: 'settled', outcome: { status: status as 'won' } }))).toEqual(['won', 'lost', 'cannot-tell', 'cannot-tell']);
    expect(standingOf({ stage: 'shipped', outcome: undefined })).toBe('running');
  });

  it('names the record and the seal', () => {
    expect(rateWords({ of: 'mine_of_kind', n: 4, won: 1, rate: 0.3, low: 0.1, high: 0.5 }, 'pricing')).toBe('your 4 settled bets of the kind “pricing”');
    expect(hashWords(`b0444891${'0'.repeat(52)}7e87`)).toBe('b044 4891 … 7e87');
  });
});
