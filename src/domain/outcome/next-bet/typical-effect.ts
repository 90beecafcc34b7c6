// How large true effects on a metric usually are in one organisation: the prior of its readings, and the unit in which promises on
// different metrics can be compared. Knows no promise.
import type { Reading } from './meta-analysis.ts';

/** True effects on a metric, in its unit (a fraction when relative): about N(mean, sd). */
export interface EffectPrior {
  readonly mean: number;
  readonly sd: number;
  /** Root mean square of a true effect: 1 in the units of shrinkage.ts. */
  readonly typical: number;
}

/** Before any reading: no effect on average, 5% either way. Relative; for an absolute effect multiply by the metric's level. */
export const START: Pick<EffectPrior, 'mean' | 'sd'> = { mean: 0, sd: 0.05 };

/** What the start counts for, in perfectly read bets. */
const START_COUNTS = 4;
/** Readings that differ by no more than their noise do not make every further effect nothing. */
const LEAST_SHARE = 0.1;

/**
 * Moments of the true effects: each reading counts by w = t0^2 / (t0^2 + se^2), one that was refused by nothing, and the start
 * counts as four. Example: none gives 0 and 0.05; 100 exact readings spread by 0.01 around 0.02 give 0.0192 and 0.0144.
 */
export function effectPrior(readings: readonly Reading[], start: Pick<EffectPrior, 'mean' | 'sd'> = START): EffectPrior {
  const read = readings
    .filter(({ standardError }) => Number.isFinite(standardError))
    .map(({ estimate, standardError }) => ({ estimate, noise: standardError ** 2, weight: start.sd ** 2 / (start.sd ** 2 + standardError ** 2) }));
  let [total, weights] = [START_COUNTS * start.mean, START_COUNTS];
  for (const { estimate, weight } of read) {
    total += weight * estimate;
    weights += weight;
  }
  const mean = total / weights;
  let [squares, counted] = [START_COUNTS * (start.sd ** 2 + (start.mean - mean) ** 2), START_COUNTS];
  for (const { estimate, noise, weight } of read) {
    squares += weight ** 2 * ((estimate - mean) ** 2 - noise);
    counted += weight ** 2;
  }
  const sd = Math.sqrt(Math.max(squares / counted, (LEAST_SHARE * start.sd) ** 2));
  return { mean, sd, typical: Math.hypot(mean, sd) };
}
