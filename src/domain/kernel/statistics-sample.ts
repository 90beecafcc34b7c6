// Drawing cases with replacement from counted cells, exact in distribution. Randomness is handed in.
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

/** Writes to `out` how many of the drawn cases fell in each cell. */
export type CellSampler = (out: Int32Array, random: Random) => void;

/** Cases per cell up to which drawing case by case is faster than a table per cell. */
const DRAW_EACH = 4;
/** Standard deviations by which the Poisson total aims below the wanted one, so that it rarely overshoots. */
const BELOW = 2.5;

/**
 * Draws as many cases, with replacement, as lie in cells of the given sizes: Multinomial(total, counts / total), exact in distribution.
 * Case by case where cells are small. Else each cell draws its own Poisson number, aimed a little low, and the rest is drawn case by case:
 * given their sum, independent Poisson numbers are multinomial whatever the sum is, so a sum that overshoots is simply drawn again.
 * Source: Devroye (1986), Non-Uniform Random Variate Generation, section XI.1.4.
 */
export function cellSampler(counts: ArrayLike<number>): CellSampler {
  let total = 0;
  for (let cell = 0; cell < counts.length; cell++) total += counts[cell]!;
  const cellOf = new Int32Array(total);
  for (let cell = 0, at = 0; cell < counts.length; at += counts[cell]!, cell++) cellOf.fill(cell, at, at + counts[cell]!);
  const oneByOne = (out: Int32Array, from: number, random: Random): void => {
    for (let i = from; i < total; i++) out[cellOf[Math.floor(random() * total)]!]!++;
  };
  if (total <= DRAW_EACH * counts.length) {
    return (out, random) => {
      out.fill(0, 0, counts.length);
      oneByOne(out, 0, random);
    };
  }
  const aim = 1 - Math.min(0.5, BELOW / Math.sqrt(total));
  const tables = new Map<number, PoissonTable>();
  const tableOf = Array.from(counts, (count) => {
    const known = tables.get(count) ?? poissonTable(count * aim);
    tables.set(count, known);
    return known;
  });
  return (out, random) => {
    for (;;) {
      let sum = 0;
      for (let cell = 0; cell < counts.length; cell++) sum += out[cell] = poissonDraw(tableOf[cell]!, random());
      if (sum > total) continue;
      return oneByOne(out, sum, random);
    }
  };
}

/** Poisson distribution function from `first` up, with a guide: `start[i]` is where the search for a uniform of i / length begins. */
interface PoissonTable {
  readonly first: number;
  readonly upTo: Float64Array;
  readonly start: Int32Array;
}

/** Tails that together hold less than 1e-15 are cut. */
function poissonTable(mean: number): PoissonTable {
  const reach = 8.5 * Math.sqrt(mean) + 20;
  const first = Math.max(0, Math.floor(mean - reach));
  const length = Math.ceil(mean + reach) - first + 1;
  const upTo = new Float64Array(length);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const k = first + i;
    sum += mean === 0 ? (k === 0 ? 1 : 0) : Math.exp(k * Math.log(mean) - mean - logFactorial(k));
    upTo[i] = sum;
  }
  for (let i = 0; i < length; i++) upTo[i] = upTo[i]! / sum;
  upTo[length - 1] = 1;
  const start = new Int32Array(length);
  for (let i = 0, at = 0; i < length; i++) {
    while (upTo[at]! < i / length) at++;
    start[i] = at;
  }
  return { first, upTo, start };
}

function poissonDraw({ first, upTo, start }: PoissonTable, uniform: number): number {
  let at = start[Math.floor(uniform * start.length)]!;
  while (upTo[at]! < uniform) at++;
  return first + at;
}
