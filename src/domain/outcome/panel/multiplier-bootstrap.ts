// How far the largest of several t values strays by chance: bands that hold for a whole curve at once. Draws from a seed.
import { seededRandom } from '../../kernel/random.ts';
import { sortedQuantile } from '../../kernel/statistics-order.ts';
import { standardErrorOf } from './group-time.ts';

const DRAWS = 999;
const ROOT_FIVE = Math.sqrt(5);
/** Mammen's two values, with mean 0, variance 1 and third moment 1, and the chance of the first. */
const LOW = (1 - ROOT_FIVE) / 2;
const HIGH = (1 + ROOT_FIVE) / 2;
const LOW_CHANCE = (ROOT_FIVE + 1) / (2 * ROOT_FIVE);

/**
 * The multiple of the standard error within which all points of a curve lie together at `level`. Multiplies every unit's influence by one of
 * Mammen's two values, 999 times, and keeps the largest |t| of each draw.
 * Source: Callaway & Sant'Anna (2021), algorithm 1; Mammen (1993), Ann. Stat. 21. Example: for one curve point of many units the critical
 * value at 0.95 is close to 1.96; for ten independent ones close to 2.8.
 */
export function bandCritical(influences: readonly Float64Array[], level: number, seed: number): number {
  const n = influences[0]?.length ?? 0;
  const errors = influences.map(standardErrorOf);
  const usable = influences.filter((_, i) => errors[i]! > 0);
  const scale = errors.filter((error) => error > 0);
  const random = seededRandom(seed);
  const factor = new Float64Array(n);
  const largest = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let i = 0; i < n; i++) factor[i] = random() < LOW_CHANCE ? LOW : HIGH;
    usable.forEach((influence, k) => {
      let total = 0;
      for (let i = 0; i < n; i++) total += factor[i]! * influence[i]!;
      largest[draw] = Math.max(largest[draw]!, Math.abs(total / n) / scale[k]!);
    });
  }
  largest.sort();
  return sortedQuantile(largest, level);
}
