// Pulling many readings of equal accuracy together, and undoing the luck of the ones that were picked for being high.
// Knows no record of promises: that is shrinkage.ts.
import { normalPdf, normalQuantile, normalSf } from '../numerics/normal.ts';

export interface PulledTogether {
  readonly grandMean: number;
  /** Share of each distance from the grand mean that is kept, 0 to 1. */
  readonly kept: number;
  readonly shrunk: readonly number[];
}

/**
 * Empirical Bayes for k readings with the same variance: each keeps 1 - (k - 3) variance / sum of squares of its distance from
 * the grand mean, never less than nothing. Under four readings nothing is pulled. Source: Efron & Morris (1975), JASA 70.
 */
export function pullTogether(readings: readonly number[], variance: number): PulledTogether {
  const grandMean = readings.reduce((sum, reading) => sum + reading, 0) / readings.length;
  const squares = readings.reduce((sum, reading) => sum + (reading - grandMean) ** 2, 0);
  const pull = Math.max(0, readings.length - 3) * variance;
  const kept = pull === 0 ? 1 : squares === 0 ? 0 : Math.max(0, 1 - pull / squares);
  return { grandMean, kept, shrunk: readings.map((reading) => grandMean + kept * (reading - grandMean)) };
}

/** A share of n cases on a scale where its variance is about 1 whatever the share: sqrt(n) asin(2p - 1). 0.4 of 45 gives -1.351. */
export function steadied(share: number, cases: number): number {
  return Math.sqrt(cases) * Math.asin(2 * share - 1);
}

/** Chance that a reading of a true effect is above z standard errors: a true effect of one standard error passes 1.96 in 16.9%. */
export function chanceOfSignificance(trueEffect: number, standardError: number, z: number = Z95): number {
  return normalSf(z - trueEffect / standardError);
}

/**
 * The effect that is reported, on average, of those readings that pass z standard errors, in the effect's unit: the winner's curse.
 * Mean of a normal above a cut. Example: a true effect of 1 with standard error 1 is reported as 2.49.
 */
export function reportedWhenSignificant(trueEffect: number, standardError: number, z: number = Z95): number {
  return standardError * (z + overshoot(z - trueEffect / standardError));
}

/**
 * The true effect under which a reading that passed z standard errors would be just the average of such readings: its conditional
 * maximum likelihood. Undefined for a reading that did not pass. Source: Zhong & Prentice (2008), Biostatistics 9.
 * Example: 2.5 with standard error 1 gives 1.033; 3.5 gives 3.329. Far below 0 for a reading just above the cut.
 */
export function effectGivenSignificance(observed: number, standardError: number, z: number = Z95): number | undefined {
  const above = observed / standardError - z;
  if (!(above > 0)) return undefined;
  // overshoot(a) lies between 0 and 1 / a, which brackets the distance of the cut from the effect.
  let low = -above;
  let high = 1 / above;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = low + (high - low) / 2;
    if (overshoot(middle) > above) low = middle;
    else high = middle;
  }
  return standardError * (z - (low + high) / 2);
}

const Z95 = normalQuantile(0.975);
const HALVINGS = 200;
/** Beyond it the tail is taken as a continued fraction, which cannot lose its digits. */
const FAR = 5;
const TERMS = 80;

/** E[X | X > a] - a for a standard normal X: falls from -a to 1 / a. */
function overshoot(a: number): number {
  if (a < FAR) return normalPdf(a) / normalSf(a) - a;
  let tail = a;
  for (let k = TERMS; k >= 2; k--) tail = a + k / tail;
  return 1 / tail;
}
