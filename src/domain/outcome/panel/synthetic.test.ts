import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeboSets, splitAt, type Split } from './split.ts';
import { placeboRank, syntheticControl } from './synthetic-control.ts';
import { donorNoise, placeboSpread, syntheticDid } from './synthetic-did.ts';
import { laidOut, simulated } from './testing/panels.ts';

const split = (treated: number[], donors: number[][], before: number): Split => ({ treated: [Float64Array.from(treated)], donors: donors.map((row) => Float64Array.from(row)), before });

/** The worked example of docs/formulas/synthetic-control.md. */
const HALF_AND_HALF = split([2, 3, 2, 8, 9], [[1, 1, 1, 2, 2], [3, 5, 3, 6, 6], [9, 9, 9, 9, 9]], 3);

const anySplit = fc.tuple(fc.integer({ min: 3, max: 7 }), fc.integer()).map(([donors, seed]) => {
  const { units } = simulated({ starts: [9, ...Array.from({ length: donors }, () => null)], periods: 14, effect: 3, seed });
  return split(units[0]!.values as number[], units.slice(1).map((unit) => unit.values as number[]), 8);
});

const mapped = ({ treated, donors, before }: Split, change: (value: number, unit: number, t: number) => number): Split => ({
  treated: treated.map((row) => row.map((value, t) => change(value, 0, t))),
  donors: donors.map((row, i) => row.map((value, t) => change(value, i + 1, t))),
  before,
});

describe('a synthetic unit', () => {
  test('the worked example of docs/formulas/synthetic-control.md holds', () => {
    const found = syntheticControl(HALF_AND_HALF);
    expect(Array.from(found.weights, (weight) => Math.round(weight * 1e9) / 1e9)).toEqual([0.5, 0.5, 0]);
    expect(Array.from(found.gaps, (gap) => Math.round(gap * 1e9) / 1e9)).toEqual([0, 0, 0, 4, 5]);
    expect(found.meanGap).toBeCloseTo(4.5, 9);
  });

  test('does not depend on the unit of measure, and follows a level and a shock common to all', () => {
    fc.assert(fc.property(anySplit, fc.constantFrom(0.01, 7), (one, factor) => {
      const own = syntheticControl(one);
      expect(syntheticControl(mapped(one, (value) => factor * value)).meanGap / factor).toBeCloseTo(own.meanGap, 6);
      expect(syntheticControl(mapped(one, (value, _, t) => value + 10 + 5 * t)).meanGap).toBeCloseTo(own.meanGap, 6);
    }));
  });

  test('the rank counts the treated itself, so that one of four units cannot go below a quarter', () => {
    const { rank, p, floor, placebos } = placeboRank(HALF_AND_HALF, 1);
    expect([rank, p, floor, placebos]).toEqual([1, 0.25, 0.25, 3]);
  });
});

describe('synthetic difference in differences', () => {
  test('a unit that runs in parallel to its donors shows exactly what was added', () => {
    const parallel = split([10, 12, 11, 13, 19, 18], [[8, 10, 9, 11, 12, 11], [14, 16, 15, 17, 18, 17], [3, 5, 4, 6, 7, 6]], 4);
    expect(syntheticDid(parallel, donorNoise(parallel)).effect).toBeCloseTo(5, 9);
  });

  test('a level of a unit or a shock of a period does not matter, a change of unit scales it', () => {
    fc.assert(fc.property(anySplit, (one) => {
      const effectOf = (other: Split): number => syntheticDid(other, donorNoise(other)).effect;
      expect(effectOf(mapped(one, (value, unit) => value + 40 * unit))).toBeCloseTo(effectOf(one), 5);
      expect(effectOf(mapped(one, (value) => 3 * value)) / 3).toBeCloseTo(effectOf(one), 5);
    }));
  });

  test('weights are shares', () => {
    fc.assert(fc.property(anySplit, (one) => {
      const { omega, lambda } = syntheticDid(one, donorNoise(one));
      for (const weights of [omega, lambda]) {
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      }
    }));
  });

  test('the spread of placebos is that of the donors without an effect, and needs two left over', () => {
    const spread = placeboSpread(HALF_AND_HALF, ({ treated }) => treated[0]![4]!, 1)!;
    expect([spread.placebos, spread.exact]).toEqual([3, true]);
    expect(spread.standardError).toBeCloseTo(Math.sqrt(((2 - 17 / 3) ** 2 + (6 - 17 / 3) ** 2 + (9 - 17 / 3) ** 2) / 3), 12);
    expect(placeboSpread(split([1, 2], [[1, 2], [2, 3]], 1), () => 0, 1)).toBeUndefined();
  });
});

describe('taking a panel apart', () => {
  test('sets of donors are all of them or seeded draws of distinct ones', () => {
    expect(placeboSets(4, 2, 10, 1).sets).toEqual([[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
    const { sets, exact } = placeboSets(30, 3, 50, 1);
    expect([sets.length, exact]).toEqual([50, false]);
    for (const set of sets) expect(new Set(set).size).toBe(3);
    expect(sets).toEqual(placeboSets(30, 3, 50, 1).sets);
  });

  test('a period the treated lacks goes first, then a donor with a gap, and both are said', () => {
    const panel = laidOut({
      periods: [1, 2, 3, 4],
      units: [
        { name: 'treated', treatedFrom: 3, values: [1, null, 3, 4] },
        { name: 'gap where it does not matter', treatedFrom: null, values: [1, null, 1, 1] },
        { name: 'gap', treatedFrom: null, values: [1, 1, null, 1] },
      ],
    });
    const { donorNames, donorsLeftOut, periods, periodsLeftOut, before } = splitAt(panel, 2);
    expect([donorNames, donorsLeftOut, periods, periodsLeftOut, before]).toEqual([['gap where it does not matter'], ['gap'], [0, 2, 3], 1, 1]);
  });
});
