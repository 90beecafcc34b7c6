import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalOutlook, type GoalQuestion, type OpenBet } from './goal-outlook.ts';
import { learnEffects } from './shrinkage.ts';

const record = learnEffects([
  { stated: 3, estimate: 0.9, standardError: 0.8 },
  { stated: 6, estimate: 2.1, standardError: 0.9 },
  { stated: 2, estimate: -0.4, standardError: 0.5 },
]);
const open = (id: string, stated: number, more: Partial<OpenBet> = {}): OpenBet => ({ id, stated, typical: 1, scale: 'absolute', fromWeek: 0, ...more });
const question = (bets: readonly OpenBet[], more: Partial<GoalQuestion> = {}): GoalQuestion => ({
  target: 104, direction: 'up', weeks: [{ mean: 100, sd: 1 }, { mean: 101, sd: 1.5 }, { mean: 102, sd: 2 }], open: [{ record, bets }], ...more,
});

describe('the outlook of a goal', () => {
  it('is the trend alone when no bet is open', () => {
    const outlook = goalOutlook(question([]))!;
    expect(outlook.chance).toBeCloseTo(0.15866, 5);
    expect(outlook.chanceWithoutBets).toBe(outlook.chance);
    expect(outlook.weeks[2]!.p95).toBeCloseTo(102 + 2 * 1.6448536, 6);
    expect(outlook.added).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it('has the figures of the worked example', () => {
    const outlook = goalOutlook(question([open('one', 5), open('two', 3, { fromWeek: 2 })]))!;
    expect(outlook.chanceWithoutBets).toBeCloseTo(0.1587, 4);
    expect(outlook.added.mean).toBeCloseTo(2.0754, 3);
    expect(outlook.chance).toBeCloseTo(0.5085, 3);
    expect(outlook.weeks.map(({ p05, p50, p95 }) => [p05, p50, p95].map((value) => Math.round(value * 10) / 10))).toEqual([[99.1, 101.4, 103.8], [99.5, 102.4, 105.4], [99.9, 104.1, 108.3]]);
    expect(outlook.bets.map(({ id, mean }) => [id, Math.round(mean * 1000) / 1000])).toEqual([['one', 1.444], ['two', 0.631]]);
  });

  it('widens more for two bets of one record than for two of separate records', () => {
    const together = goalOutlook(question([open('one', 5), open('two', 5)]))!;
    const apart = goalOutlook(question([], { open: [{ record, bets: [open('one', 5)] }, { record, bets: [open('two', 5)] }] }))!;
    expect(together.added.mean).toBeCloseTo(apart.added.mean, 8);
    expect(together.added.high - together.added.low).toBeGreaterThan(apart.added.high - apart.added.low);
  });

  it('adds nothing before the week in which an effect begins, nor when that is after the end', () => {
    const outlook = goalOutlook(question([open('later', 5, { fromWeek: 2 }), open('never', 5, { fromWeek: 3 })]))!;
    expect(outlook.weeks.slice(0, 2)).toEqual(goalOutlook(question([]))!.weeks.slice(0, 2));
    expect(outlook.bets[1]).toEqual({ id: 'never', mean: 0, low: 0, high: 0 });
    expect(goalOutlook(question([], { weeks: [] }))).toBeUndefined();
  });

  it('reads a relative effect as a share of the trend', () => {
    const relative = goalOutlook(question([open('one', 0.05, { typical: 0.01, scale: 'relative' })]))!;
    const absolute = goalOutlook(question([open('one', 5.1, { typical: 1.02 })]))!;
    expect(relative.chance).toBeCloseTo(absolute.chance, 10);
  });

  it('is the same seen from below: a goal that goes down mirrors one that goes up', () => {
    const up = goalOutlook(question([open('one', 5)]))!;
    const down = goalOutlook(question([open('one', 5)], { direction: 'down', target: -104, weeks: question([]).weeks.map(({ mean, sd }) => ({ mean: -mean, sd })) }))!;
    expect(down.chance).toBeCloseTo(up.chance, 10);
    expect(down.added.mean).toBeCloseTo(-up.added.mean, 10);
    expect(down.weeks[2]!.p05).toBeCloseTo(-up.weeks[2]!.p95, 8);
  });

  it('keeps its chance in any unit, is likelier for a nearer target, and has an ordered fan', () => {
    const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(fc.property(finite(-5, 10), finite(0.1, 5), finite(0.1, 100), finite(90, 115), (stated, sd, unit, target) => {
      const plain = question([open('one', stated)], { target, weeks: [{ mean: 100, sd }] });
      const scaled = question([open('one', stated * unit, { typical: unit })], { target: target * unit, weeks: [{ mean: 100 * unit, sd: sd * unit }] });
      const [one, other, nearer] = [plain, scaled, { ...plain, target: target - 1 }].map((asked) => goalOutlook(asked)!);
      expect(other!.chance).toBeCloseTo(one!.chance, 8);
      expect(nearer!.chance).toBeGreaterThanOrEqual(one!.chance);
      const { p05, p25, p50, p75, p95 } = one!.weeks[0]!;
      expect(p05 < p25 && p25 < p50 && p50 < p75 && p75 < p95).toBe(true);
    }), { numRuns: 50 });
  });
});
