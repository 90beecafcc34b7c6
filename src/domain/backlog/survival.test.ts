import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../kernel/random.ts';
import { AGED_OUT_BELOW } from './dinosaur.ts';
import { cumulativeIncidence, estimateSurvival } from './survival-estimate.ts';
import { simulateTracker } from './survival-simulation.ts';
import { CELLS, FOLLOWED_THROUGH, LANDMARKS, OUTCOME_CENSORED, OUTCOME_CLOSED, OUTCOME_DONE, emptyTally, tallyItem } from './survival-tally.ts';
import { emptyTallies, fitSurvival, landmarkOf, survivalFor, type SurvivalRow } from './survival.ts';
import { DAY_SECONDS } from './touches.ts';

const days = (...values: number[]): number[] => values.map((value) => value * DAY_SECONDS);

/** The first landmark's cells for items that each entered it and then ended on a day with an outcome. */
function cellsOf(fates: readonly (readonly [day: number, outcome: number])[]): Uint32Array {
  const tally = emptyTally();
  for (const [day, outcome] of fates) tallyItem(tally, [0], 0, 1, (30 + day) * DAY_SECONDS + 1, outcome);
  return tally.subarray(0, CELLS);
}

describe('what enters a landmark', () => {
  test('an item enters once, the first time it stays untouched long enough, and a later touch keeps it at risk', () => {
    const tally = emptyTally();
    tallyItem(tally, days(0, 10, 50, 55, 200), 0, 5, 300 * DAY_SECONDS, OUTCOME_DONE);
    const cell = (landmark: number, day: number, outcome: number): number => tally[LANDMARKS.indexOf(landmark as 30) * CELLS + day * 3 + outcome]!;
    expect(cell(30, 260, OUTCOME_DONE)).toBe(1);
    expect(cell(60, 185, OUTCOME_DONE)).toBe(1);
    expect(cell(90, 155, OUTCOME_DONE)).toBe(1);
    expect(cell(120, 125, OUTCOME_DONE)).toBe(1);
    expect(tally.reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  test('quiet for exactly thirty days is not yet longer than thirty days', () => {
    const tally = emptyTally();
    tallyItem(tally, [0], 0, 1, 30 * DAY_SECONDS, OUTCOME_DONE);
    expect(tally.every((count) => count === 0)).toBe(true);
  });

  test('touches at or after the end do not count', () => {
    const tally = emptyTally();
    tallyItem(tally, days(0, 100, 200), 0, 3, 40 * DAY_SECONDS, OUTCOME_CLOSED);
    expect(tally[10 * 3 + OUTCOME_CLOSED]).toBe(1);
    expect(tally.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  test('an item that is finished after more than a year is followed through, not an event', () => {
    const tally = emptyTally();
    tallyItem(tally, [0], 0, 1, 395 * DAY_SECONDS, OUTCOME_DONE);
    expect(tally[FOLLOWED_THROUGH]).toBe(1);
    const justInside = emptyTally();
    tallyItem(justInside, [0], 0, 1, 395 * DAY_SECONDS - 1, OUTCOME_DONE);
    expect(justInside[364 * 3 + OUTCOME_DONE]).toBe(1);
  });
});

describe('the estimate', () => {
  test('the worked example of docs/formulas/survival.md: 4 items, 0.375 where closed-only says two in three', () => {
    const estimate = estimateSurvival(cellsOf([[10, OUTCOME_DONE], [20, OUTCOME_CENSORED], [30, OUTCOME_CLOSED], [40, OUTCOME_DONE]]), seededRandom(1));
    expect(estimate.doneWithin365).toBeCloseTo(0.25 + 0.75 * 0.5, 12);
    const better = estimateSurvival(cellsOf([[10, OUTCOME_DONE], [20, OUTCOME_CENSORED], [30, OUTCOME_CLOSED], [400, OUTCOME_DONE]]), seededRandom(1));
    expect(better.doneWithin365).toBe(0.25);
    expect(better).toMatchObject({ atRisk: 4, events: 1, followed: 3 });
  });

  test('with no censoring it is the plain share', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(364), fc.constantFrom(OUTCOME_DONE, OUTCOME_CLOSED)), { minLength: 1, maxLength: 60 }), (fates) => {
      const done = fates.filter(([, outcome]) => outcome === OUTCOME_DONE).length;
      expect(estimateSurvival(cellsOf(fates), seededRandom(1)).doneWithin365).toBeCloseTo(done / fates.length, 10);
    }));
  });

  test('the share and its bounds stay within 0 and 1 and in order, whatever the cells hold', () => {
    const cell = fc.tuple(fc.nat(CELLS - 1), fc.nat(400));
    fc.assert(fc.property(fc.array(cell, { maxLength: 30 }), (filled) => {
      const cells = new Uint32Array(CELLS);
      for (const [at, count] of filled) cells[at] = count;
      const { doneWithin365, low, high, unseen } = estimateSurvival(cells, seededRandom(2));
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(doneWithin365);
      expect(doneWithin365).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(1);
      expect(unseen).toBeGreaterThanOrEqual(0);
    }), { numRuns: 60 });
  });

  test('no event among thirty items that were followed gives an upper bound of 9.5%, not zero', () => {
    const fates = Array.from({ length: 30 }, () => [400, OUTCOME_CENSORED] as const);
    expect(estimateSurvival(cellsOf(fates), seededRandom(1)).high).toBeCloseTo(0.095, 3);
    const halfFollowed = [...fates.slice(0, 15), ...Array.from({ length: 15 }, () => [100, OUTCOME_CENSORED] as const)];
    expect(estimateSurvival(cellsOf(halfFollowed), seededRandom(1)).high).toBeGreaterThan(0.18);
  });

  test('the multinomial bootstrap agrees with drawing item by item', () => {
    const random = seededRandom(5);
    const fates = Array.from({ length: 120 }, () => [Math.floor(random() * 420), random() < 0.25 ? OUTCOME_DONE : random() < 0.4 ? OUTCOME_CLOSED : OUTCOME_CENSORED] as const);
    const fitted = estimateSurvival(cellsOf(fates), seededRandom(1));
    const shares = Array.from({ length: 400 }, () => {
      const counts = [...cellsOf(fates.map(() => fates[Math.floor(random() * fates.length)]!))];
      return cumulativeIncidence(counts.map((_, cell) => cell), counts, fates.length).share;
    }).sort((a, b) => a - b);
    expect(fitted.low).toBeGreaterThan(shares[20]! - 0.025);
    expect(fitted.low).toBeLessThan(shares[20]! + 0.025);
    expect(fitted.high).toBeGreaterThan(shares[380]! - 0.025);
    expect(fitted.high).toBeLessThan(shares[380]! + 0.025);
  });
});

describe('the fit', () => {
  const all = (rows: readonly SurvivalRow[], landmark: number): SurvivalRow => rows.find((row) => row.pool === 'all' && row.untouchedDays === landmark)!;

  test('counting only closed items is about three times too hopeful at 180 days, and the estimate is not', () => {
    const truth = all(fitSurvival(simulateTracker(20_000, 5, seededRandom(1), 3_000).tallies), 180).doneWithin365;
    const tracker = simulateTracker(12_000, 5, seededRandom(2));
    const row = all(fitSurvival(tracker.tallies), 180);
    expect(tracker.closedOnlyAt180 / truth).toBeGreaterThan(2.5);
    expect(Math.abs(row.doneWithin365 - truth)).toBeLessThan(0.02);
  });

  test('a tracker of 150 items flags nothing; one of 1,500 flags at a year and not at 180 days', () => {
    const flags = (rows: readonly SurvivalRow[]): number[] =>
      rows.filter((row) => row.pool === 'all' && row.silent === undefined && row.high < AGED_OUT_BELOW).map((row) => row.untouchedDays);
    expect(flags(fitSurvival(simulateTracker(150, 5, seededRandom(2)).tallies))).toEqual([]);
    const flagged = flags(fitSurvival(simulateTracker(1_500, 5, seededRandom(2)).tallies));
    expect(flagged).toContain(365);
    expect(flagged).not.toContain(180);
  });

  test('the numbers at risk never rise from one landmark to the next, and bugs and the rest add up to all', () => {
    const rows = fitSurvival(simulateTracker(700, 4, seededRandom(9)).tallies);
    for (const pool of ['all', 'bug', 'other'] as const) {
      const atRisk = rows.filter((row) => row.pool === pool).map((row) => row.atRisk);
      expect([...atRisk].sort((a, b) => b - a)).toEqual(atRisk);
    }
    for (const landmark of LANDMARKS) {
      const of = (pool: string): number => rows.find((row) => row.pool === pool && row.untouchedDays === landmark)!.atRisk;
      expect(of('bug') + of('other')).toBe(of('all'));
    }
  });

  test('a tracker younger than a year stays silent, because a share within a year cannot be read', () => {
    const tallies = emptyTallies();
    for (let i = 0; i < 50; i++) tallyItem(tallies.other, [0], 0, 1, 200 * DAY_SECONDS, OUTCOME_CENSORED);
    const row = all(fitSurvival(tallies), 30);
    expect(row.silent).toBe('No item was followed for 365 days after 30 quiet days, so a share within a year cannot be read.');
    expect(row.high).toBe(1);
  });

  test('an item is judged by its own pool only where both pools have thirty at risk', () => {
    const tallies = emptyTallies();
    for (let i = 0; i < 30; i++) tallyItem(tallies.bug, [0], 0, 1, 900 * DAY_SECONDS, OUTCOME_CENSORED);
    for (let i = 0; i < 29; i++) tallyItem(tallies.other, [0], 0, 1, 900 * DAY_SECONDS, OUTCOME_CENSORED);
    expect(survivalFor(fitSurvival(tallies), 400, true)?.pool).toBe('all');
    tallyItem(tallies.other, [0], 0, 1, 900 * DAY_SECONDS, OUTCOME_CENSORED);
    expect(survivalFor(fitSurvival(tallies), 400, true)).toMatchObject({ pool: 'bug', untouchedDays: 365 });
    expect(survivalFor(fitSurvival(tallies), 20, true)).toBeUndefined();
    expect([landmarkOf(29), landmarkOf(30), landmarkOf(539), landmarkOf(9_999)]).toEqual([undefined, 30, 365, 540]);
  });
});
