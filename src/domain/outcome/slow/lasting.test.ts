import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../kernel/random.ts';
import { meansFrom, readLasting, seenToTheEnd, type UnitWeeks } from './lasting.ts';

/** Units whose outcome is 10 with noise of sd 2, plus `gain` of the week. */
function units(count: number, weeks: number, gain: (week: number) => number, seed: number): UnitWeeks[] {
  const random = seededRandom(seed);
  const noise = (): number => (Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, 0) - 6) * 2;
  return Array.from({ length: count }, () => Array.from({ length: weeks }, (_, at) => 10 + gain(at + 1) + noise()));
}
const UP = { direction: 'up', scale: 'absolute' } as const;

describe('a test by weeks', () => {
  test('whose gain wears off says so, names what is left, and is decided on week 3 and later', () => {
    const lasting = readLasting(units(400, 10, () => 0, 1), units(400, 10, (week) => 1 + 4 * Math.exp(-week / 2), 2), UP);
    expect([lasting.flag, lasting.verdictFrom, lasting.weeks.length]).toEqual(['novelty', 3, 10]);
    expect(lasting.longRun!.low!).toBeLessThan(1);
    expect(lasting.longRun!.high!).toBeGreaterThan(1);
    expect(lasting.slope!.high!).toBeLessThan(0);
  });

  test('whose gain grows is still being learnt', () => {
    expect(readLasting(units(400, 8, () => 0, 3), units(400, 8, (week) => week / 3, 4), UP).flag).toBe('learning');
  });

  test('that lowers what should be low wears off when the lowering does', () => {
    const fading = units(400, 8, (week) => -4 * Math.exp(-week / 2), 5);
    expect(readLasting(units(400, 8, () => 0, 6), fading, { ...UP, direction: 'down' }).flag).toBe('novelty');
    expect(readLasting(units(400, 8, () => 0, 6), fading, UP).flag).toBe('learning');
  });

  test('says nothing under three weeks, and nothing of weeks in which nobody differs', () => {
    const { flag, verdictFrom, slope } = readLasting(units(50, 2, () => 0, 7), units(50, 2, () => 1, 8), UP);
    expect([flag, verdictFrom, slope]).toEqual(['too-few-weeks', 1, undefined]);
    expect(readLasting([[1, 1, 1], [1, 1, 1]], [[1, 1, 1], [1, 1, 1]], UP).weeks).toEqual([]);
  });

  test('compares the same units in every week: who was not seen to the end is left out', () => {
    expect(seenToTheEnd([[1, 2, 3], [1, null, 3], [1, 2, null], [1]], 3)).toEqual([[1, 2, 3], [1, null, 3]]);
    expect(meansFrom([[4, 1, 3], [2, null, 6], [5]], 2)).toEqual([2, 6]);
  });

  test('gives the same answer in any unit and in any order of units', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0.01, max: 100, noNaN: true }), (seed, factor) => {
      const [control, treatment] = [units(40, 6, () => 0, seed), units(40, 6, (week) => 3 / week, seed + 1)];
      const times = (all: readonly UnitWeeks[]): UnitWeeks[] => all.map((weeks) => weeks.map((value) => value! * factor)).toReversed();
      const [plain, other] = [readLasting(control, treatment, UP), readLasting(times(control), times(treatment), UP)];
      expect(other.flag).toBe(plain.flag);
      expect(other.slope!.value / factor).toBeCloseTo(plain.slope!.value, 8);
      const [share, otherShare] = [readLasting(control, treatment, { ...UP, scale: 'relative' }), readLasting(times(control), times(treatment), { ...UP, scale: 'relative' })];
      for (const [at, week] of share.weeks.entries()) expect(otherShare.weeks[at]!.value).toBeCloseTo(week.value, 8);
    }), { numRuns: 40 });
  });
});
