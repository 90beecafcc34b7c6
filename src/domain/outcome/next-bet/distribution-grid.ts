// Distributions as 2,001 equally likely values, for products and mixtures that have no formula. Each value is the mean of its
// slice, so that means are exact. No random numbers.
import { sortedQuantile } from '../../kernel/statistics-order.ts';
import type { Distribution } from '../estimate.ts';
import { normalPdf, normalQuantile, normalSf } from '../numerics/normal.ts';
import { BEYOND } from './standardised.ts';

/** Ascending, equally likely. */
export type Grid = Float64Array;

const GRID_POINTS = 2001;
/** Values of the second factor of a product: 2,001 x 201 products are sorted, then cut into 2,001 slices. */
const FACTOR_POINTS = 201;

/** The means of `points` equally likely slices of a distribution. The grid of N(0, 1) has mean 0 and sd 0.99996. */
export function gridOf(distribution: Distribution, points: number = GRID_POINTS): Grid {
  switch (distribution.kind) {
    case 'point': return new Float64Array(points).fill(distribution.x);
    case 'normal': {
      const { mean, sd } = distribution;
      return sliced(points, (from, to) => mean + sd * points * (normalPdf(from) - normalPdf(to)));
    }
    case 'lognormal': {
      const { mu, sigma } = distribution;
      const whole = points * Math.exp(mu + sigma ** 2 / 2);
      return sliced(points, (from, to) => whole * between(from - sigma, to - sigma));
    }
    case 'mixture': return mixed(distribution.parts.map(([weight, part]) => [weight, gridOf(part, points)]), points);
  }
}

/** Independent product. Its mean is the product of the means. */
export function productOf(one: Grid, other: Distribution): Grid {
  const factors = gridOf(other, FACTOR_POINTS);
  const products = new Float64Array(one.length * factors.length);
  one.forEach((x, i) => factors.forEach((y, j) => { products[i * factors.length + j] = x * y; }));
  products.sort();
  const out = new Float64Array(one.length);
  for (let i = 0; i < products.length; i++) out[Math.floor(i / factors.length)]! += products[i]! / factors.length;
  return out;
}

/** Quantile, p in 0-1, between the middles of the slices. */
export function gridQuantile(grid: Grid, p: number): number {
  return sortedQuantile(grid, (p * grid.length - 0.5) / (grid.length - 1));
}

/** Calls `meanOf` with the ends of each slice on the standard normal scale. */
function sliced(points: number, meanOf: (from: number, to: number) => number): Grid {
  const inner = Float64Array.from({ length: points - 1 }, (_, i) => normalQuantile((i + 1) / points));
  const ends = [-BEYOND, ...inner, BEYOND];
  return Float64Array.from({ length: points }, (_, i) => meanOf(ends[i]!, ends[i + 1]!)).sort();
}

/** P(from < Z < to), taken on the side where the tails are small. */
function between(from: number, to: number): number {
  return from > 0 ? normalSf(from) - normalSf(to) : normalSf(-to) - normalSf(-from);
}

/** All values of all parts with their weights, in order, cut into slices of equal weight. */
function mixed(parts: readonly (readonly [weight: number, grid: Grid])[], points: number): Grid {
  const kept = parts.filter(([weight]) => weight > 0);
  const total = kept.reduce((sum, [weight]) => sum + weight, 0);
  const values = kept.flatMap(([weight, grid]) => Array.from(grid, (value) => [value, weight / total / grid.length] as const)).sort((one, other) => one[0] - other[0]);
  const out = new Float64Array(points);
  let at = 0;
  let room = 1 / points;
  for (const [value, weight] of values) {
    let rest = weight;
    while (rest > room && at < points - 1) {
      out[at]! += value * room * points;
      rest -= room;
      at++;
      room = 1 / points;
    }
    out[at]! += value * rest * points;
    room -= rest;
  }
  return out;
}
