import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, kindsOf, medianOf, type Bet, type Review } from './mastery-clock.ts';

const bet = (id: string, shippedOn?: string, kind?: string): Bet => ({ id, key: id, terms: { kind }, ...(shippedOn === undefined ? {} : { ship: { id: `s-${id}`, key: 'S-1', title: 'Sample', shippedOn } }) } as unknown as Bet);
const review = (of: string, days: number, state: Review['state']): Review => ({ bet: of, review: days, state } as Review);

describe('the mastery clock', () => {
  const bets = [bet('a', '2026-01-01', 'pricing'), bet('b', '2026-03-01'), bet('c')];
  const reviews = [review('a', 30, 'done'), review('a', 365, 'due'), review('b', 30, 'waiting'), review('b', 365, 'done')];

  it('counts loops by their day and leaves what has not shipped out', () => {
    const { shipped, loops, yearShare } = clockOf(bets, reviews, []);
    expect(shipped.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(loops).toEqual([{ review: 30, made: 1, open: 0, ahead: 1 }, { review: 90, made: 0, open: 0, ahead: 0 }, { review: 365, made: 1, open: 1, ahead: 0 }]);
    expect(yearShare).toBe(0.5);
  });

  it('measures from the ship to the first reading of each bet', () => {
    const { delays, median } = clockOf(bets, reviews, [{ bet: 'a', madeAt: '2026-04-11T09:00:00Z' }, { bet: 'a', madeAt: '2026-01-31T09:00:00Z' }, { bet: 'b', madeAt: '2026-06-09T09:00:00Z' }]);
    expect(delays.map(({ days }) => days)).toEqual([30, 100]);
    expect(median).toBe(65);
  });

  it('says nothing about a year before the first has passed', () => {
    expect(clockOf(bets, [review('a', 365, 'waiting')], []).yearShare).toBeUndefined();
    expect(clockOf([], [], []).median).toBeUndefined();
  });

  it('calls a kind learnt only from ten closed loops within ninety days', () => {
    const many = Array.from({ length: 10 }, () => review('a', 30, 'done'));
    const reading = [{ bet: 'a', madeAt: '2026-01-31T09:00:00Z' }];
    expect(kindsOf(clockOf(bets, many, reading), many)).toEqual([{ kind: 'pricing', closed: 10, median: 30, enough: true }]);
    expect(kindsOf(clockOf(bets, reviews, reading), reviews)[0]?.enough).toBe(false);
  });

  it('has a median that half lies on either side of', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1 }), (values) => {
      const median = medianOf(values)!;
      expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2);
    }));
  });
});
