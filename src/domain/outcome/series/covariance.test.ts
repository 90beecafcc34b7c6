import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planFamily } from './covariance.ts';
import { filterFamily } from './filter.ts';
import { columnRows, positionsOf, startVariance, type Family } from './structure.ts';
import type { Target } from './window.ts';

type Matrix = number[][];

const times = (a: Matrix, b: Matrix): Matrix => a.map((row) => b[0]!.map((_, j) => row.reduce((total, value, k) => total + value * b[k]![j]!, 0)));
const transposed = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!));
const plus = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((value, j) => value + b[i]![j]!));
const scaled = (a: Matrix, by: number): Matrix => a.map((row) => row.map((value) => value * by));
const zeros = (rows: number, columns: number): Matrix => Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

/** The textbook filter with whole matrices and an extra state that adds up the window: slow, obvious, and written apart from the engine. */
function textbook(family: Family, values: readonly number[], observed: readonly number[], target: Target): { mean: number; variance: number } {
  const cell = family.cells[0]!;
  const at = positionsOf(family);
  const n = at.size;
  const rows = columnRows(family.columns, family.columns[0]?.values.length ?? 0);
  const k = family.columns.length;
  const move = zeros(n, n);
  move[0]![0] = cell.phi;
  if (at.slope > 0) {
    move[0]![at.slope] = 1;
    move[at.slope]![at.slope] = 1;
  }
  for (let age = 0; age < at.seasons; age++) {
    move[at.season]![at.season + age] = -1;
    if (age > 0) move[at.season + age]![at.season + age - 1] = 1;
  }
  for (let c = 0; c < k; c++) move[at.columns + c]![at.columns + c] = 1;
  const shocks = zeros(n, n);
  shocks[0]![0] = cell.levelRatio;
  if (at.slope > 0) shocks[at.slope]![at.slope] = cell.slopeRatio;
  if (at.seasons > 0) shocks[at.season]![at.season] = cell.seasonRatio;
  const reads = (t: number): Matrix => {
    const z = zeros(1, n);
    z[0]![0] = 1;
    if (at.seasons > 0) z[0]![at.season] = 1;
    for (let c = 0; c < k; c++) z[0]![at.columns + c] = rows[t * k + c]!;
    return z;
  };
  let state = zeros(n, 1);
  let spread = zeros(n, n);
  startVariance(family, cell).forEach((value, i) => { spread[i]![i] = value; });
  for (let t = 0; t < target.origin; t++) {
    if (observed[t] === 1) {
      const z = reads(t);
      const m = times(spread, transposed(z));
      const f = times(z, m)[0]![0]! + 1;
      const error = values[t]! - times(z, state)[0]![0]!;
      state = plus(state, scaled(m, error / f));
      spread = plus(spread, scaled(times(m, transposed(m)), -1 / f));
    }
    state = times(move, state);
    spread = plus(times(times(move, spread), transposed(move)), shocks);
  }
  const big = zeros(n + 1, n + 1);
  spread.forEach((row, i) => row.forEach((value, j) => { big[i]![j] = value; }));
  let wide = big;
  let long = [...state, [0]];
  let count = 0;
  for (let day = 0; day < target.lead + target.length; day++) {
    const adds = day >= target.lead && (target.days === undefined || target.days[day - target.lead] === 1);
    const sum = zeros(n + 1, n + 1).map((row, i) => row.map((_, j): number => (i === j ? 1 : 0)));
    const step = zeros(n + 1, n + 1);
    move.forEach((row, i) => row.forEach((value, j) => { step[i]![j] = value; }));
    step[n]![n] = 1;
    const noise = zeros(n + 1, n + 1);
    if (adds) {
      reads(target.origin + day)[0]!.forEach((value, j) => { sum[n]![j] = value; });
      noise[n]![n] = 1;
      count++;
    }
    long = times(sum, long);
    wide = plus(times(times(sum, wide), transposed(sum)), noise);
    const shocked = zeros(n + 1, n + 1);
    shocks.forEach((row, i) => row.forEach((value, j) => { shocked[i]![j] = value; }));
    long = times(step, long);
    wide = plus(times(times(step, wide), transposed(step)), shocked);
  }
  return { mean: long[n]![0]! / count, variance: wide[n]![n]! / count ** 2 };
}

const scenario = fc.record({
  period: fc.constantFrom(0, 3, 7),
  slope: fc.boolean(),
  phi: fc.constantFrom(1, 0.9, 0.6),
  levelRatio: fc.constantFrom(1e-3, 0.1, 2),
  seasonRatio: fc.constantFrom(0, 1e-3),
  columns: fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 60, maxLength: 60 }), { maxLength: 2 }),
  values: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 40, maxLength: 40 }),
  missing: fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 8 }),
  origin: fc.integer({ min: 20, max: 40 }),
  lead: fc.integer({ min: 0, max: 4 }),
  length: fc.integer({ min: 1, max: 12 }),
  hole: fc.integer({ min: 0, max: 11 }),
});

it('forecasts the mean of any window, with leads, holes, seasons and columns, as the textbook filter with whole matrices does', () => {
  fc.assert(fc.property(scenario, (one) => {
    const slope = one.slope && one.phi === 1;
    const family: Family = {
      period: one.period, slope, diffuse: 1000,
      columns: one.columns.map((values, i) => ({ name: `x${i}`, values: Float64Array.from(values), variance: 25 })),
      cells: [{ phi: one.phi, levelRatio: one.levelRatio, slopeRatio: slope ? 0.01 : 0, seasonRatio: one.seasonRatio, logPrior: 0 }],
    };
    const observed = Uint8Array.from({ length: 40 }, (_, t) => (one.missing.includes(t) ? 0 : 1));
    const days = Uint8Array.from({ length: one.length }, (_, day) => (day === one.hole && one.length > 1 ? 0 : 1));
    const target: Target = { origin: one.origin, lead: one.lead, length: one.length, days };
    const plan = planFamily(family, { length: 40, observed, targets: [target] });
    const values = Float64Array.from(one.values);
    const { forecasts } = filterFamily(plan, values);
    const expected = textbook(family, one.values, [...observed], target);
    expect(forecasts[0]!).toBeCloseTo(expected.mean, 6);
    expect(plan.spreads[0]! / expected.variance).toBeCloseTo(1, 7);
  }), { numRuns: 60 });
});

it('adds the variance of the sum and not the sum of variances', () => {
  const family: Family = { period: 0, slope: false, columns: [], cells: [{ phi: 1, levelRatio: 0.5, slopeRatio: 0, seasonRatio: 0, logPrior: 0 }] };
  const targets: Target[] = [...[0, 1, 2].map((lead) => ({ origin: 30, lead, length: 1 })), { origin: 30, lead: 0, length: 3 }];
  const { spreads } = planFamily(family, { length: 30, observed: new Uint8Array(30).fill(1), targets });
  const apart = (spreads[0]! + spreads[1]! + spreads[2]!) / 9;
  expect(spreads[3]!).toBeGreaterThan(1.9 * apart);
});
