import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byCohort, byEventTime, byPeriod, simpleAggregate } from './aggregate.ts';
import { groupTimeEffects, type Controls } from './group-time.ts';
import type { PanelInput } from './panel.ts';
import { waldPreTrend } from './pre-trend.ts';
import { anyPanel, FOUR_MARKETS, laidOut, withUnits } from './testing/panels.ts';
import { differenceOfCells } from './two-by-two.ts';

const effectsOf = (input: PanelInput, controls: Controls = 'never', base: 'varying' | 'universal' = 'varying') => groupTimeEffects(laidOut(input), controls, base);
const summary = (input: PanelInput, controls: Controls = 'never') => {
  const { effect, standardError } = simpleAggregate(effectsOf(input, controls))!;
  return { effect, standardError };
};
const eitherControls = fc.constantFrom<Controls>('never', 'not-yet');

describe('effects by cohort and period', () => {
  test('the worked example of docs/formulas/staggered-rollout.md holds', () => {
    const effects = effectsOf(FOUR_MARKETS);
    expect(effects.cells.map(({ group, time, effect }) => [group + 1, time + 1, effect])).toEqual([[3, 2, 0], [3, 3, 3], [3, 4, 3], [4, 2, 0], [4, 3, 0], [4, 4, 4]]);
    expect(simpleAggregate(effects)?.effect).toBeCloseTo(10 / 3, 12);
    expect(byEventTime(effects).parts.map(({ at, effect }) => [at, effect])).toEqual([[-2, 0], [-1, 0], [0, 3.5], [1, 3]]);
    expect(byEventTime(effects).overall?.effect).toBe(3.25);
    expect(byCohort(effects).parts.map(({ at, effect }) => [at + 1, effect])).toEqual([[3, 3], [4, 4]]);
    expect(byCohort(effects).overall?.effect).toBe(3.5);
    expect(byPeriod(effects).parts.map(({ at, effect }) => [at + 1, effect])).toEqual([[3, 3], [4, 3.5]]);
  });

  test('a universal base compares every period with the last one before treatment', () => {
    const effects = effectsOf({ ...FOUR_MARKETS, units: FOUR_MARKETS.units.map((unit) => (unit.name === 'B' ? { ...unit, values: [22, 22, 22, 27] } : unit)) }, 'never', 'universal');
    expect(effects.cells.filter(({ group }) => group === 3).map(({ time, effect }) => [time + 1, effect])).toEqual([[1, 2], [2, 1], [4, 4]]);
  });

  test('units treated later are controls until then, never after', () => {
    const units = FOUR_MARKETS.units.filter(({ name }) => name !== 'C' && name !== 'D');
    const effects = effectsOf({ ...FOUR_MARKETS, units }, 'not-yet');
    expect(effects.cells.map(({ group, time }) => [group + 1, time + 1])).toEqual([[3, 2], [3, 3], [4, 2]]);
    expect(effects.empty).toBe(3);
  });

  test('a cell is read from the units that have both values', () => {
    const gap = withUnits(FOUR_MARKETS, (unit) => (unit.name === 'C' ? { ...unit, values: [5, 6, null, 8] } : unit));
    const cell = effectsOf(gap).cells.find(({ group, time }) => group === 2 && time === 2)!;
    expect([cell.controls, cell.effect]).toEqual([1, 3]);
  });

  test('four independent cells give the published difference of Card and Krueger', () => {
    const { effect, standardError } = differenceOfCells({ treatedPre: [20.44, 0.51], treatedPost: [21.03, 0.52], controlPre: [23.33, 1.35], controlPost: [21.17, 0.94] });
    expect(effect).toBeCloseTo(2.75, 10);
    expect(standardError).toBeCloseTo(1.7991, 4);
  });
});

describe('what does not matter', () => {
  test('the order of the units', () => {
    fc.assert(fc.property(anyPanel, eitherControls, fc.integer(), (input, controls, seed) => {
      const turned = [...input.units].sort((one, other) => ((one.name.charCodeAt(5) * 7919 + seed) % 101) - ((other.name.charCodeAt(5) * 7919 + seed) % 101));
      const [own, other] = [summary(input, controls), summary({ ...input, units: turned }, controls)];
      expect(other.effect).toBeCloseTo(own.effect, 9);
      expect(other.standardError).toBeCloseTo(own.standardError, 9);
    }));
  });

  test('a level added to one unit, and a shock added to all of them', () => {
    fc.assert(fc.property(anyPanel, eitherControls, fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 }), (input, controls, shocks) => {
      const moved = withUnits(input, (unit, i) => ({ ...unit, values: unit.values.map((value, t) => value! + 100 * i + shocks[t]!) }));
      const [own, other] = [summary(input, controls), summary(moved, controls)];
      expect(other.effect).toBeCloseTo(own.effect, 9);
      expect(other.standardError).toBeCloseTo(own.standardError, 9);
    }));
  });

  test('an untreated unit without any value', () => {
    fc.assert(fc.property(anyPanel, eitherControls, (input, controls) => {
      const silent = { name: 'silent', treatedFrom: null, values: input.periods.map(() => null) };
      const [own, other] = [summary(input, controls), summary({ ...input, units: [...input.units, silent] }, controls)];
      expect(other.effect).toBeCloseTo(own.effect, 9);
      expect(other.standardError).toBeCloseTo(own.standardError, 9);
    }));
  });
});

describe('what does matter, and how', () => {
  test('a change of unit changes effect and error alike, and no pre-trend', () => {
    fc.assert(fc.property(anyPanel, fc.constantFrom(-3, 0.001, 1000), (input, factor) => {
      const scaled = withUnits(input, (unit) => ({ ...unit, values: unit.values.map((value) => value! * factor) }));
      const [own, other] = [summary(input), summary(scaled)];
      expect(other.effect / factor).toBeCloseTo(own.effect, 8);
      expect(other.standardError / Math.abs(factor)).toBeCloseTo(own.standardError, 8);
      const [before, after] = [waldPreTrend(effectsOf(input)), waldPreTrend(effectsOf(scaled))];
      expect(after === undefined).toBe(before === undefined);
      if (before !== undefined && after !== undefined) expect(after.p).toBeCloseTo(before.p, 6);
    }));
  });

  test('an effect added to the treated cells is found in full', () => {
    fc.assert(fc.property(anyPanel, eitherControls, fc.integer({ min: -20, max: 20 }), (input, controls, effect) => {
      const lifted = withUnits(input, (unit) => ({ ...unit, values: unit.values.map((value, t) => value! + (unit.treatedFrom !== null && input.periods[t]! >= unit.treatedFrom ? effect : 0)) }));
      expect(summary(lifted, controls).effect - summary(input, controls).effect).toBeCloseTo(effect, 9);
    }));
  });

  test('a unit that stands for two weighs like two of it', () => {
    fc.assert(fc.property(anyPanel, fc.nat(5), (input, place) => {
      const doubled = { ...input, units: [...input.units, { ...input.units[place]!, name: 'twin' }] };
      const weighed = withUnits(input, (unit, i) => ({ ...unit, weight: i === place ? 2 : 1 }));
      expect(summary(weighed).effect).toBeCloseTo(summary(doubled).effect, 9);
    }));
  });
});

describe('the joint test before treatment', () => {
  test('one cell is its squared t value', () => {
    const input: PanelInput = {
      periods: [1, 2, 3],
      units: [[0, 3, 9], [0, 1, 5], [0, 0, 1], [0, 1, 2]].map((values, i) => ({ name: `unit ${i}`, treatedFrom: i < 2 ? 3 : null, values })),
    };
    const effects = effectsOf(input);
    const cell = effects.cells.find(({ time }) => time === 1)!;
    const wald = waldPreTrend(effects)!;
    expect(cell.effect).toBe(1.5);
    expect(wald.statistic).toBeCloseTo((cell.effect / cell.standardError) ** 2, 10);
    expect(wald.df).toBe(1);
  });

  test('a period in which all moved alike says nothing, in whatever unit', () => {
    const input: PanelInput = {
      periods: [1, 2, 3],
      units: [[1, 8, 9], [13, 20, 5], [58, 65, 1], [77, 84, 2]].map((values, i) => ({ name: `unit ${i}`, treatedFrom: i < 2 ? 3 : null, values })),
    };
    for (const factor of [1, 0.001]) expect(waldPreTrend(effectsOf(withUnits(input, (unit) => ({ ...unit, values: unit.values.map((value) => value! * factor) }))))).toBeUndefined();
  });

  test('cells that repeat each other, and more cells than units, are not tested so', () => {
    expect(waldPreTrend(effectsOf(FOUR_MARKETS))).toBeUndefined();
  });
});
