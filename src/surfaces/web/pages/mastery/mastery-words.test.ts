import { describe, expect, it } from 'vitest';
import type { Bet } from './mastery-clock.ts';
import { brierWords, coveredWords, nextOpens, saidBets, settledIntervals, stripTitle, unresolvableWords, type Record } from './mastery-words.ts';

const listed = (status: string, came?: number): Record['list'][number] => ({ bet: 'bet_1', key: 'B-1', claim: 'Sample', said: 0.7, status, came });

describe('a record', () => {
  it('draws a verdict as happened or not, and everything between as cannot tell', () => {
    expect(saidBets({ list: [listed('won', 1), listed('lost', 0), listed('inconclusive', 0.6), listed('refused'), listed('dropped')] }).map(({ outcome }) => outcome)).toEqual(['happened', 'did-not', 'cannot-tell', 'cannot-tell', 'cannot-tell']);
  });

  it('leaves out of the picture what an open review covers, and says so', () => {
    const list = [listed('won', 1), { ...listed('lost', 0), said: undefined, hiddenUntil: 'reveal' as const }];
    expect(saidBets({ list })).toHaveLength(1);
    expect(coveredWords({ list })).toBe('1 bet counts and is not drawn: a review of it is open, and asks what you remember saying.');
    expect(coveredWords({ list: [listed('won', 1)] })).toBeUndefined();
  });

  it('promises no more than its number of bets can carry', () => {
    expect([stripTitle({ n: 0 }), stripTitle({ n: 1 }), stripTitle({ n: 7 }), stripTitle({ n: 12 })]).toEqual(['What you said; nothing of it is resolved yet', '1 bet is resolved; read it', '7 bets are resolved; too few for a score', 'What you said, and what came of it']);
    expect(nextOpens(7)).toContain('From ten');
    expect(nextOpens(30)).toBeUndefined();
  });

  it('says the error of a score before the score, and what to hold it against', () => {
    expect(brierWords({ brier: { value: 0.19, sd: 0.05, noise: 0.02 }, baseRate: 0.4, n: 12 })).toBe('Brier score 0.09 to 0.29, with 0.19 over 12 bets. 0 is best; saying 50% each time would give 0.25; saying the base rate of 40% each time would give 0.24. 0.02 of it is noise of the measurements.');
    expect(brierWords({ brier: undefined, baseRate: 0.4, n: 4 })).toBeUndefined();
  });

  it('counts what could not be resolved, without holding it against anybody', () => {
    expect(unresolvableWords({ unresolvable: 0.25, list: [listed('won', 1), listed('won', 1), listed('lost', 0), listed('refused')] })).toContain('1 of 4 bets could not be resolved');
    expect(unresolvableWords({ unresolvable: 0, list: [listed('won', 1)] })).toBeUndefined();
  });
});

describe('settled bets on one axis', () => {
  const bet = (id: string, scale: string, outcome: object): Bet => ({ id, key: id, claim: 'Sample', settledAt: `2026-01-0${id}T00:00:00Z`, terms: { scale, minEffect: 0.03 }, outcome } as unknown as Bet);

  it('stand newest first, those without a place on it with their words', () => {
    const { rows } = settledIntervals([
      bet('1', 'relative', { status: 'won', effect: 0.08, low: 0.05, high: 0.11, grade: 'C' }), bet('2', 'absolute', { status: 'lost', effect: -3, low: -5, high: -1, grade: 'D' }), bet('3', 'relative', { status: 'refused' }), bet('4', 'relative', { status: 'dropped' }),
    ]);
    expect(rows.map(({ id, standing }) => `${id} ${standing}`)).toEqual(['3 cannot-tell', '2 lost', '1 won']);
    expect(rows[0]).toMatchObject({ note: 'no effect may be shown' });
    expect(rows[1]).toMatchObject({ note: 'in its own unit: −3' });
    expect(rows[2]).toMatchObject({ effect: { value: 0.08, low: 0.05, high: 0.11 }, minEffect: 0.03 });
  });
});
