// Drawing counts at random: binomial and multinomial, exact in distribution. Randomness is handed in.
import type { Random } from './random.ts';

const HALF_LOG_TWO_PI = 0.9189385332046727;
/** Table of log k!; above it Stirling's series with two terms, off by less than 1e-15 there. */
const LOG_FACTORIAL = new Float64Array(1024);
for (let k = 2; k < LOG_FACTORIAL.length; k++) LOG_FACTORIAL[k] = LOG_FACTORIAL[k - 1]! + Math.log(k);

function logFactorial(k: number): number {
  if (k < LOG_FACTORIAL.length) return LOG_FACTORIAL[k]!;
  const z = k + 1;
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + (1 / 12 - 1 / (360 * z * z)) / z;
}

/**
 * One draw from Binomial(n, p): how many of n independent trials hit. n a whole number >= 0, p in 0-1.
 * Inversion below a mean of 10, else transformed rejection BTRS (Hoermann 1993, "The generation of binomial random variates").
 */
export function binomialDraw(n: number, p: number, random: Random): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomialDraw(n, 1 - p, random);
  return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}

function byInversion(n: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  let mass = Math.exp(n * Math.log1p(-p));
  let left = random();
  let hits = 0;
  while (left > mass && hits < n) {
    left -= mass;
    hits++;
    mass *= (odds * (n - hits + 1)) / hits;
  }
  return hits;
}

function byRejection(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const vr = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const top = logFactorial(mode) + logFactorial(n - mode);
  for (;;) {
    const u = random() - 0.5;
    let v = random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor((2 * a / us + b) * u + c);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= vr) return k;
    v = Math.log((v * alpha) / (a / (us * us) + b));
    if (v <= top - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) return k;
  }
}

/** Writes to `out` how many of the drawn cases fell in each cell. */
export type CellSampler = (out: Int32Array, random: Random) => void;

/** Cases per cell up to which drawing case by case is faster than a binomial draw per cell. */
const DRAW_EACH = 12;

/**
 * Draws as many cases, with replacement, as lie in cells of the given sizes. Two ways of drawing Multinomial(total, counts / total): case by
 * case where cells are small, else one conditional binomial per cell. Both are exact; which one is used depends on the counts alone.
 */
export function cellSampler(counts: ArrayLike<number>): CellSampler {
  let total = 0;
  for (let cell = 0; cell < counts.length; cell++) total += counts[cell]!;
  if (total > DRAW_EACH * counts.length) return (out, random) => conditionalDraws(counts, total, out, random);
  const cellOf = new Int32Array(total);
  for (let cell = 0, at = 0; cell < counts.length; at += counts[cell]!, cell++) cellOf.fill(cell, at, at + counts[cell]!);
  return (out, random) => {
    out.fill(0, 0, counts.length);
    for (let i = 0; i < total; i++) out[cellOf[Math.floor(random() * total)]!]!++;
  };
}

function conditionalDraws(counts: ArrayLike<number>, total: number, out: Int32Array, random: Random): void {
  let left = total;
  let share = total;
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell]!;
    const drawn = left === 0 ? 0 : binomialDraw(left, count / share, random);
    out[cell] = drawn;
    left -= drawn;
    share -= count;
  }
}
