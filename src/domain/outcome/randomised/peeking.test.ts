import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysValidP, alwaysValidQ, mixtureRho } from './always-valid.ts';
import { simulatePeeking } from './peeking-simulation.ts';
import { intersection, levelsOf, narrower, phasesOf, plannedUnits } from './peeking.ts';

const look = (units: number, day: number | null = null): { units: number; day: number | null } => ({ units, day });

describe('an interval that holds at every look', () => {
  it('is the worked example of the formula page', () => {
    const rho = mixtureRho(0.01, 12_000);
    expect(rho).toBeCloseTo(0.031, 4);
    expect(alwaysValidQ(6000, rho, 0.01)).toBeCloseTo(3.6126, 4);
    expect(alwaysValidQ(12_000, rho, 0.01)).toBeCloseTo(3.5716, 4);
  });

  it('is wider than the fixed one at any number of units', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 10, max: 1_000_000 }), (n, tuning) => {
      expect(alwaysValidQ(n, mixtureRho(0.05, tuning), 0.05)).toBeGreaterThan(1.96);
      expect(alwaysValidQ(n, mixtureRho(0.05, tuning, 'greater'), 0.05, 'greater')).toBeGreaterThan(1.645);
    }));
  });

  it('excludes no effect exactly when its p is below the level, on either side', () => {
    fc.assert(fc.property(fc.double({ min: -8, max: 8, noNaN: true }), fc.integer({ min: 200, max: 100_000 }), fc.constantFrom('two-sided', 'greater', 'less'), (t, n, side) => {
      const rho = mixtureRho(0.05, 5000, side);
      const q = alwaysValidQ(n, rho, 0.05, side);
      const beyond = side === 'two-sided' ? Math.abs(t) - q : side === 'greater' ? t - q : -t - q;
      fc.pre(Math.abs(beyond) > 1e-6);
      expect(alwaysValidP(t, n, rho, side) < 0.05).toBe(beyond > 0);
    }));
  });
});

describe('looking at a test while it runs', () => {
  it('keeps a fifth of the level for looks when an end was declared, and all of it when none was', () => {
    const levels = levelsOf(0.05, { kind: 'units', units: 1000 });
    expect(levels.everyLook).toBeCloseTo(0.01, 12);
    expect(levels.atEnd).toBeCloseTo(0.04, 12);
    expect(levelsOf(0.05, null)).toEqual({ everyLook: 0.05, atEnd: null });
  });

  it('has one look at the declared end, the first that reached it', () => {
    expect(phasesOf([look(400), look(1000), look(1400)], { kind: 'units', units: 1000 })).toEqual(['running', 'end', 'after']);
    expect(phasesOf([look(400, 7), look(900, 15), look(950, 16)], { kind: 'day', day: 14 })).toEqual(['running', 'end', 'after']);
    expect(phasesOf([look(400, 7), look(900, null)], { kind: 'day', day: 14 })).toEqual(['running', 'running']);
    expect(phasesOf([look(400), look(500)], { kind: 'latest-look' })).toEqual(['running', 'end']);
    expect(phasesOf([look(400), look(9000)], null)).toEqual(['running', 'running']);
  });

  it('is tuned to the units that were planned', () => {
    expect(plannedUnits({ kind: 'day', day: 14, plannedUnits: 800 })).toBe(800);
    expect(plannedUnits({ kind: 'day', day: 14 })).toBeNull();
    expect(plannedUnits(null)).toBeNull();
  });

  it('claims what all looks leave over, and nothing when they contradict each other', () => {
    expect(intersection([{ value: 1, low: -1, high: 3 }, { value: 2, low: 0, high: 5 }], 2)).toEqual({ value: 2, low: 0, high: 3 });
    expect(intersection([{ value: 1, low: null, high: 3 }, { value: 2, low: 0, high: null }], 2)).toEqual({ value: 2, low: 0, high: 3 });
    expect(intersection([{ value: 1, low: 0, high: 1 }, { value: 4, low: 3, high: 5 }], 4)).toBeNull();
    expect(narrower({ value: 1, low: 0, high: 2 }, { value: 1, low: 0.5, high: null })).toEqual({ value: 1, low: 0, high: 2 });
  });

  it('raises a false alarm in at most 5 of 100 tests watched 30 times, and finds most of what a fixed test finds', () => {
    const plan = { looks: 30, unitsPerArmPerLook: 200, variance: 1, alpha: 0.05, planned: 12_000, tests: 6000, seed: 11 };
    const none = simulatePeeking({ ...plan, effect: 0 });
    expect(none.naive).toBeGreaterThan(0.25);
    expect(none.hybrid).toBeLessThanOrEqual(0.05);
    expect(none.alwaysValid).toBeLessThanOrEqual(0.05);
    const some = simulatePeeking({ ...plan, effect: 0.0511 });
    expect(some.fixed).toBeGreaterThan(0.78);
    expect(some.hybrid).toBeGreaterThan(0.75);
    expect(some.hybrid).toBeGreaterThan(some.alwaysValid + 0.2);
    expect(simulatePeeking({ ...plan, effect: 0 })).toEqual(none);
  });
});
