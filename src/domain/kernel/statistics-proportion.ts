// How sure a share is: Wilson for display, Clopper-Pearson where events are few. Knows counts only, not what they count.
import { betaQuantile } from './statistics-beta.ts';

/** Lower and upper bound, both in 0-1, lower first. */
export type Interval = readonly [number, number];

/**
 * Quantile of the standard normal for p in (0, 1): Wichura's AS 241 PPND7; absolute error below 1e-6.
 * Example: `normalQuantile(0.975)` is 1.959964.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
  }
  let r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  let value: number;
  if (r <= 5) {
    r -= 1.6;
    value = (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777) / ((0.12021132975 * r + 0.73700164250) * r + 1);
  } else {
    r -= 5;
    value = (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150) / ((0.012258202635 * r + 0.24197894225) * r + 1);
  }
  return q < 0 ? -value : value;
}

/**
 * Wilson score interval of `hits` in `n` trials at `level` (0.95 unless told). n = 0 answers [0, 1]: nothing is known.
 * Source: Wilson (1927), JASA 22; Newcombe (1998). Example: 8 of 10 gives [0.490, 0.943].
 */
export function wilson(hits: number, n: number, level = 0.95): Interval {
  return wilsonWithin(hits, n, normalQuantile(1 - (1 - level) / 2));
}

/** The same for a given normal quantile `z`: {@link wilson} at 95% is within 1.96. */
export function wilsonWithin(hits: number, n: number, z: number): Interval {
  if (n <= 0) return [0, 1];
  const share = hits / n;
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [hits <= 0 ? 0 : Math.max(0, centre - half), hits >= n ? 1 : Math.min(1, centre + half)];
}

/**
 * One-sided upper bound on a share after `hits` in `n` trials, exact (Clopper & Pearson 1934), `level` 0.95 unless told.
 * Zero hits gives 1 - 0.05^(1/n): 9.5% for n = 30. n = 0 answers 1.
 */
export function clopperPearsonUpper(hits: number, n: number, level = 0.95): number {
  if (n <= 0 || hits >= n) return 1;
  return betaQuantile(level, hits + 1, n - hits);
}

/** One-sided lower bound, the mirror of {@link clopperPearsonUpper}: 2 of 50 gives 0.0072. n = 0 answers 0. */
export function clopperPearsonLower(hits: number, n: number, level = 0.95): number {
  if (n <= 0 || hits <= 0) return 0;
  return betaQuantile(1 - level, hits, n - hits + 1);
}
