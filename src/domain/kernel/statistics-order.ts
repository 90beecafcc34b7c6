// Middles, quantiles and trends that a few wild values cannot move. Knows numbers in a row, not what they measure.

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996), `p` in 0-1. Undefined for no values.
 * The list need not be sorted and is not changed. Example: 0.85 of 1, 2, 3, 4 is 3.55.
 */
export function quantile(values: ArrayLike<number>, p: number): number | undefined {
  if (values.length === 0) return undefined;
  return sortedQuantile(Float64Array.from(values).sort(), p);
}

/** The same for a list already in ascending order and not empty. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (at - below) * (high - low);
}

/** The middle value, or the mean of the two middle ones. Undefined for no values. */
export function median(values: ArrayLike<number>): number | undefined {
  return quantile(values, 0.5);
}

/**
 * Theil-Sen slope: the median of all pairwise slopes, in units of y per unit of x. Undefined when no two x differ.
 * Source: Sen (1968), JASA 63. Example: points (0,0) (1,1) (2,2) (3,30) give 5.5; least squares gives 9.1.
 */
export function theilSen(xs: readonly number[], ys: readonly number[]): number | undefined {
  const slopes: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    for (let j = i + 1; j < xs.length; j++) {
      const run = xs[j]! - xs[i]!;
      if (run !== 0) slopes.push((ys[j]! - ys[i]!) / run);
    }
  }
  return median(slopes);
}

export interface MannKendall {
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  /** Two-sided probability of an S at least this far from zero when there is no trend. */
  readonly p: number;
  /** True when `p` was counted over all orders (n <= 10 and no ties), false for the normal approximation. */
  readonly exact: boolean;
}

/**
 * Mann-Kendall test for a monotone trend. Exact for n <= 10 without ties by counting permutations with each number of
 * inversions; else the normal approximation with tie and continuity corrections. Source: Kendall (1970); Gilbert (1987) 16.4.
 * Example: four rising values give S = 6, p = 0.0833. Fewer than three values: p = 1.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  if (n < 3) return { s, p: 1, exact: true };
  if (n <= 10 && ties.size === n) return { s, p: exactKendall(n, Math.abs(s)), exact: true };
  let variance = n * (n - 1) * (2 * n + 5);
  for (const count of ties.values()) variance -= count * (count - 1) * (2 * count + 5);
  if (variance <= 0 || s === 0) return { s, p: 1, exact: false };
  const z = (Math.abs(s) - 1) / Math.sqrt(variance / 18);
  return { s, p: Math.min(1, 2 * normalTail(z)), exact: false };
}

function exactKendall(n: number, s: number): number {
  let ways = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(ways.length + size - 1).fill(0);
    ways.forEach((count, inversions) => { for (let extra = 0; extra < size; extra++) next[inversions + extra]! += count; });
    ways = next;
  }
  const pairs = (n * (n - 1)) / 2;
  let far = 0;
  let all = 0;
  ways.forEach((count, inversions) => {
    all += count;
    if (Math.abs(pairs - 2 * inversions) >= s) far += count;
  });
  return far / all;
}

/** P(Z > z) for z >= 0 by Abramowitz & Stegun 26.2.17; absolute error below 7.5e-8. */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.exp((-z * z) / 2) * 0.3989422804014327 * poly;
}
