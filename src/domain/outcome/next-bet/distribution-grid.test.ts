import { describe, expect, it } from 'vitest';
import type { Distribution } from '../estimate.ts';
import { meanOf, quantileOf } from './distribution.ts';
import { gridOf, gridQuantile, productOf, type Grid } from './distribution-grid.ts';

const meanOfGrid = (grid: Grid) => grid.reduce((sum, value) => sum + value, 0) / grid.length;
const standard: Distribution = { kind: 'normal', mean: 0, sd: 1 };
const range: Distribution = { kind: 'lognormal', mu: 1.8444397270569681, sigma: 0.6999361691719631 };
const both: Distribution = { kind: 'mixture', parts: [[0.35, range], [0.4, { kind: 'normal', mean: -3, sd: 2 }], [0.25, { kind: 'point', x: 0 }]] };

describe('a grid of 2,001 values', () => {
  it.each([['normal', standard], ['log-normal', range], ['mixture', both]])('has the mean of its %s distribution, and its quantiles nearly', (_name, distribution) => {
    const grid = gridOf(distribution);
    expect(grid).toHaveLength(2001);
    expect(meanOfGrid(grid)).toBeCloseTo(meanOf(distribution), 10);
    for (const p of [0.05, 0.3, 0.5, 0.9, 0.95]) expect(gridQuantile(grid, p)).toBeCloseTo(quantileOf(distribution, p), 1.9);
    expect([...grid]).toEqual([...grid].sort((one, other) => one - other));
  });

  it('multiplies two ranges as the formula for log-normals does', () => {
    const other: Distribution = { kind: 'lognormal', mu: -0.5, sigma: 0.4 };
    const product = productOf(gridOf(range), other);
    const exact: Distribution = { kind: 'lognormal', mu: range.mu - 0.5, sigma: Math.hypot(range.sigma, 0.4) };
    expect(meanOfGrid(product)).toBeCloseTo(meanOf(exact), 8);
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) expect(Math.abs(gridQuantile(product, p) / quantileOf(exact, p) - 1)).toBeLessThan(0.005);
  });

  it('leaves the sign of an effect to the effect', () => {
    const product = productOf(gridOf(standard), { kind: 'point', x: -2 });
    expect(gridQuantile(product, 0.05)).toBeCloseTo(-2 * 1.6448536, 2);
    expect(meanOfGrid(product)).toBeCloseTo(0, 10);
  });
});
