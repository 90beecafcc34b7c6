import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrationOf, type ScoredBet } from './calibration-of.ts';
import { groupSentence } from './record-parts.ts';

/** `n` resolved bets said at `said`, of which the first `hits` came true. */
function bets(n: number, said: number, hits: number): ScoredBet[] {
  return Array.from({ length: n }, (_, i) => ({ id: `B-${i + 1}`, said, kind: 'resolved', came: i < hits ? 1 : 0 }));
}

/** Which parts an answer has, beside the list. */
function partsOf(n: number): string[] {
  const record = calibrationOf(bets(n, 0.7, Math.floor(n / 2)));
  const parts = Object.entries(record).filter(([name, value]) => value !== undefined && !['n', 'list', 'unresolvable', 'sentence'].includes(name)).map(([name]) => name);
  return record.curve?.numbersShown === true ? [...parts, 'curve numbers'] : parts;
}

describe('what a number of bets can carry', () => {
  test.each([
    [0, []], [4, []], [5, ['hitRate']], [9, ['hitRate']], [10, ['hitRate', 'large', 'groups', 'brier', 'curve']],
    [29, ['hitRate', 'large', 'groups', 'brier', 'curve']], [30, ['hitRate', 'large', 'groups', 'brier', 'curve', 'split', 'curve numbers']],
  ])('%i bets', (n, parts) => {
    expect(partsOf(n)).toEqual(parts);
  });

  test('no part is lost by another resolved bet', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 45 }), (n) => {
      const more = partsOf(n + 1);
      for (const part of partsOf(n)) expect(more).toContain(part);
    }));
  });
});

describe('the sentence', () => {
  test('of few bets says to read them, of five the range, of ten whether luck explains it', () => {
    expect(calibrationOf([]).sentence).toBe('No bet is resolved yet. From 5 there is a range.');
    expect(calibrationOf(bets(1, 0.7, 1)).sentence).toBe('1 resolved bet: read it. From 5 there is a range.');
    expect(calibrationOf(bets(3, 0.7, 1)).sentence).toBe('3 resolved bets: read them one by one. From 5 there is a range.');
    expect(calibrationOf(bets(5, 0.7, 2)).sentence).toBe('With 5 resolved bets your true hit rate is somewhere between 9% and 79%.');
    expect(calibrationOf(bets(10, 0.7, 4)).sentence).toBe(
      'With 10 resolved bets your true hit rate is somewhere between 15% and 70%. You said 70% on average; 4 of 10 came true, and 5 to 9 would be ordinary: too sure.');
    expect(calibrationOf(bets(10, 0.7, 7)).sentence).toContain('nothing out of the ordinary');
    expect(calibrationOf(bets(10, 0.3, 9)).sentence).toContain('not sure enough');
  });
});

test('refused and abandoned bets are listed and counted, and score nothing', () => {
  const record = calibrationOf([...bets(5, 0.7, 2), { id: 'B-6', said: 0.9, kind: 'refused' }, { id: 'B-7', said: 0.4, kind: 'abandoned' }]);
  expect(record.n).toBe(5);
  expect(record.unresolvable).toBeCloseTo(2 / 7, 12);
  expect(record.list.at(-1)).toEqual({ id: 'B-7', said: 0.4, came: undefined });
  expect(record.hitRate).toEqual(calibrationOf(bets(5, 0.7, 2)).hitRate);
  expect(calibrationOf([]).unresolvable).toBeUndefined();
});

test('the worked example of docs/formulas/calibration.md holds', () => {
  const record = calibrationOf(bets(10, 0.7, 4), 0.33);
  expect(record.brier?.score).toBeCloseTo(0.33, 12);
  expect(record.brier?.sd).toBeCloseTo(0.0653, 4);
  expect(record.brier?.atBaseRate).toBeCloseTo(0.2449, 4);
  expect(record.large?.z).toBeCloseTo(-2.07, 2);
  expect(record.hitRate?.low).toBeCloseTo(0.153, 3);
  expect(record.hitRate?.high).toBeCloseTo(0.696, 3);
  expect(record.groups).toMatchObject([{ n: 10, came: 4, ordinary: { low: 5, high: 9 } }]);
  expect(groupSentence(record.groups![0]!)).toBe('You said about 70%: 4 of 10 came true; 5 to 9 of 10 would be ordinary.');
});

test('bets are grouped as they were said, and certainty is clipped', () => {
  const said = [0.3, 0.5, 0.65, 0.7, 0.85, 0.9, 0.95, 0.5, 0.7, 1];
  const record = calibrationOf(said.map((one, i) => ({ id: `B-${i}`, said: one, kind: 'resolved', came: 0.5 })));
  expect(record.groups?.map((group) => group.n)).toEqual([1, 3, 3, 3]);
  expect(record.groups?.at(-1)?.meanSaid).toBeCloseTo((0.9 + 0.95 + 0.99) / 3, 12);
  expect(record.brier?.noise).toBeCloseTo(0.25, 12);
});
