import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankBets, type Candidate } from './rank.ts';
import { CHANCE_PRIOR } from './recalibration.ts';
import { learnEffects, type PastBet } from './shrinkage.ts';
import { distributionBetween } from './stated-effect.ts';

const PAST: readonly PastBet[] = [
  { stated: 3, estimate: 0.9, standardError: 0.8 },
  { stated: 6, estimate: 2.1, standardError: 0.9 },
  { stated: 2, estimate: -0.4, standardError: 0.5 },
];
const lessons = { effects: learnEffects(PAST), chances: CHANCE_PRIOR };
const bet = (id: string, mean: number, more: Partial<Candidate> = {}): Candidate => ({ id, stated: { kind: 'normal', mean, sd: 1 }, typical: 1, valuePerUnit: 10, cost: 5, ...more });

describe('the order of the next bets', () => {
  it('puts a cheap modest promise before a dear large one, and shows where the PM had them', () => {
    const { ranked } = rankBets([bet('large', 8, { cost: 60 }), bet('modest', 4, { cost: 5 })], lessons);
    expect(ranked.map(({ id, place, ownPlace }) => [id, place, ownPlace])).toEqual([['modest', 1, 2], ['large', 2, 1]]);
    expect(ranked.map(({ statedValue }) => statedValue)).toEqual([35, 20]);
    expect(ranked.every(({ value }) => value.low < value.mean && value.mean < value.high)).toBe(true);
  });

  it('shows the figures of the worked example', () => {
    const [first] = rankBets([bet('one', 5, { minEffect: 1.5, p: 0.6 })], lessons).ranked;
    expect(first!.effect).toEqual({ mean: expect.closeTo(1.4441, 4), low: expect.closeTo(-0.1446, 3), high: expect.closeTo(3.1177, 3) });
    expect(first!.value).toEqual({ mean: expect.closeTo(9.4415, 3), low: expect.closeTo(-6.446, 2), high: expect.closeTo(26.177, 2) });
    expect(first!.pAtLeastMin).toBeCloseTo(0.4626, 4);
    expect(first!.chance?.p).toBeCloseTo(0.3372, 4);
    expect(first!.worthOfKnowing).toBeCloseTo(0.9044, 3);
  });

  it('leaves a bet without value or cost out of the order and says what is missing', () => {
    const { ranked, unranked } = rankBets([bet('a', 3, { valuePerUnit: undefined }), bet('b', 3), bet('c', 3, { valuePerUnit: undefined, cost: undefined })], lessons);
    expect(ranked.map(({ id, ownPlace }) => [id, ownPlace])).toEqual([['b', 2]]);
    expect(unranked).toEqual([{ id: 'a', missing: ['value'] }, { id: 'c', missing: ['value', 'cost'] }]);
  });

  it('keeps the own order among equals', () => {
    expect(rankBets([bet('x', 3), bet('y', 3), bet('z', 3)], lessons).ranked.map(({ id }) => id)).toEqual(['x', 'y', 'z']);
  });

  it('carries the doubt about the value into the range and not into the mean', () => {
    const range = distributionBetween(5, 20);
    const [[sure], [doubted]] = [rankBets([bet('a', 5, { valuePerUnit: 11.0 })], lessons).ranked, rankBets([bet('a', 5, { valuePerUnit: range })], lessons).ranked];
    expect(doubted!.value.high).toBeGreaterThan(sure!.value.high);
    expect(doubted!.value.mean / sure!.value.mean).toBeCloseTo(1, 1);
  });

  it('does not change with the currency, nor with the unit of the metric', () => {
    const means = fc.array(fc.record({ mean: fc.double({ min: -5, max: 15, noNaN: true }), cost: fc.double({ min: 0, max: 100, noNaN: true }) }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(means, fc.double({ min: 0.1, max: 50, noNaN: true }), (bets, unit) => {
      const plain = rankBets(bets.map(({ mean, cost }, i) => bet(String(i), mean, { cost })), lessons).ranked;
      const scaled = rankBets(bets.map(({ mean, cost }, i) => bet(String(i), mean * unit, { cost: cost * 3, typical: unit, valuePerUnit: 30 / unit })), lessons).ranked;
      const byId = new Map(scaled.map((ranked) => [ranked.id, ranked]));
      for (const { id, value } of plain) {
        expect(byId.get(id)!.value.mean / 3).toBeCloseTo(value.mean, 6);
        expect(byId.get(id)!.value.low / 3).toBeCloseTo(value.low, 6);
      }
    }), { numRuns: 30 });
  });
});
