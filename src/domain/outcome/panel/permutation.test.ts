import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simpleAggregate } from './aggregate.ts';
import { arrangementCount, visitArrangements } from './arrangements.ts';
import { groupTimeEffects } from './group-time.ts';
import { bandCritical } from './multiplier-bootstrap.ts';
import type { PanelInput } from './panel.ts';
import { permuteCurve } from './permutation-curve.ts';
import { permute } from './permutation.ts';
import { anyPanel, FOUR_MARKETS, laidOut, simulated, withUnits } from './testing/panels.ts';

const permuted = (input: PanelInput, alpha = 0.05) => permute(groupTimeEffects(laidOut(input), 'never'), 'never', alpha, 1);

describe('other ways the dates could have fallen', () => {
  test('all are visited once where they are few', () => {
    const seen = new Set<string>();
    const { visited, exact } = visitArrangements(Int32Array.of(5, 3, 3, -1, -1), 4999, 1, (start) => seen.add(start.join()));
    expect([visited, exact, seen.size, arrangementCount([5, 3, 3, -1, -1])]).toEqual([30, true, 30, 30]);
  });

  test('many are drawn from a seed, the real one first, each with the same dates', () => {
    const start = Int32Array.from({ length: 40 }, (_, i) => (i < 20 ? -1 : i % 3));
    const draw = (seed: number): string[] => {
      const seen: string[] = [];
      visitArrangements(start, 20, seed, (one) => seen.push(one.join()));
      return seen;
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(1)[0]).toBe(start.join());
    for (const one of draw(1)) expect(one.split(',').sort()).toEqual(Array.from(start, String).sort());
  });
});

describe('what few units can say', () => {
  test('four markets cannot give less than 1 in 12: the worked example of docs/formulas/staggered-rollout.md', () => {
    const reading = permuted(FOUR_MARKETS);
    expect([reading.arrangements, reading.exact]).toEqual([12, true]);
    expect(reading.smallestP).toBeCloseTo(1 / 12, 12);
    expect(reading.p).toBeCloseTo(1 / 12, 12);
    expect([reading.low, reading.high]).toEqual([null, null]);
  });

  test('with half of the units treated the mirror image counts too', () => {
    const starts = [9, 9, 9, null, null, null];
    expect(permuted(simulated({ starts, periods: 16, effect: 50, seed: 3 })).smallestP).toBe(2 / 20);
  });

  test('every constant effect inside the interval is not rejected, and those just outside are', () => {
    const input = simulated({ starts: [9, 9, 11, 11, null, null, null, null, null, null], periods: 16, effect: 4, seed: 5 });
    const { low, high } = permuted(input);
    const pAfter = (tau: number): number => permuted(withUnits(input, (unit) => ({
      ...unit, values: unit.values.map((value, t) => value! - (unit.treatedFrom !== null && input.periods[t]! >= unit.treatedFrom ? tau : 0)),
    }))).p;
    expect(low! < 4 && 4 < high!).toBe(true);
    expect(pAfter(low! + 1e-6)).toBeGreaterThan(0.05);
    expect(pAfter(high! - 1e-6)).toBeGreaterThan(0.05);
    expect(pAfter(low! - 1e-6)).toBeLessThanOrEqual(0.05);
    expect(pAfter(high! + 1e-6)).toBeLessThanOrEqual(0.05);
  });

  test('p never goes below the smallest possible one, and the interval holds the estimate', () => {
    fc.assert(fc.property(anyPanel, (input) => {
      const { effect } = simpleAggregate(groupTimeEffects(laidOut(input), 'never'))!;
      const reading = permuted(input, 0.1);
      expect(reading.p).toBeGreaterThanOrEqual(1 / reading.arrangements);
      if (reading.low !== null) expect(reading.low).toBeLessThanOrEqual(effect + 1e-6);
      if (reading.high !== null) expect(reading.high).toBeGreaterThanOrEqual(effect - 1e-6);
    }), { numRuns: 25 });
  });

  test('a drift of the treated before treatment is noticed, a shock common to all is not', () => {
    const starts = [9, 9, 9, 11, 11, null, null, null, null, null, null, null];
    const pOf = (drift: number): number => {
      const effects = groupTimeEffects(laidOut(simulated({ starts, periods: 16, effect: 0, seed: 8, drift, noise: 0.5 })), 'never');
      return permuteCurve(effects, 'never', simpleAggregate(effects)!.effect, 1).preTrend!.p;
    };
    expect(pOf(0)).toBeGreaterThan(0.2);
    expect(pOf(1)).toBeLessThan(0.01);
  });
});

describe('missing values', () => {
  test('an arrangement that leaves nothing to compare speaks against the effect, not for it', () => {
    const whole = simulated({ starts: [9, 9, null, null, null, null, null, null], periods: 12, effect: 30, seed: 4 });
    const holed = withUnits(whole, (unit, i) => ({ ...unit, values: unit.values.map((value, t) => ((i === 6 || i === 7) && t === 7 ? null : value)) }));
    const [own, other] = [permuted(whole), permuted(holed)];
    expect(own.p).toBe(1 / 28);
    // Units 7 and 8 lack the period before treatment: dealt the date together they can show nothing.
    expect(other.p).toBe(2 / 28);
    expect(other.smallestP).toBe(2 / 28);
    const effects = groupTimeEffects(laidOut(holed), 'never');
    const curve = permuteCurve(effects, 'never', simpleAggregate(effects)!.effect, 1);
    expect(curve.reach(0, 0.05)!.alone).toBeGreaterThan(0);
    expect(curve.reach(99, 0.05)).toBeUndefined();
  });
});

describe('bands', () => {
  const influences = (curves: number): Float64Array[] => {
    const { units } = simulated({ starts: Array.from({ length: 400 }, () => null), periods: curves, effect: 0, seed: 11 });
    return Array.from({ length: curves }, (_, t) => {
      const column = units.map((unit) => unit.values[t]! - unit.values[(t + 1) % curves]!);
      const middle = column.reduce((sum, value) => sum + value, 0) / column.length;
      return Float64Array.from(column, (value) => value - middle);
    });
  };

  test('one point needs about 1.96 errors, ten together about 2.8, and the same seed gives the same number', () => {
    expect(Math.abs(bandCritical(influences(2).slice(0, 1), 0.95, 1) - 1.96)).toBeLessThan(0.15);
    expect(Math.abs(bandCritical(influences(10), 0.95, 1) - 2.8)).toBeLessThan(0.2);
    expect(bandCritical(influences(10), 0.95, 1)).toBe(bandCritical(influences(10), 0.95, 1));
  });
});
