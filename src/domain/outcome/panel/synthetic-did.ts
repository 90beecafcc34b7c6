// Synthetic difference in differences: donors weighed to run in parallel before, periods weighed to resemble those after.
// Level differences between units stay out of it. Knows no verdict.
import { simplexLeastSquares } from '../numerics/simplex.ts';
import { mean, varianceOf } from '../numerics/sum.ts';
import { meanRow, placeboSets, placeboSplit, type Split } from './split.ts';

export interface SyntheticDid {
  /** In the metric's unit, the mean over treated units and periods after. */
  readonly effect: number;
  /** Weights of donors and of periods before, each with sum 1. */
  readonly omega: Float64Array;
  readonly lambda: Float64Array;
}

/** Standard deviation of all donors' period-to-period changes before treatment; the scale of both ridges. */
export function donorNoise({ donors, before }: Split): number {
  return Math.sqrt(varianceOf(donors.flatMap((donor) => changes(donor.subarray(0, before)))));
}

/** Period-to-period changes of one row. */
export function changes(row: Float64Array): number[] {
  return Array.from(row.subarray(1), (value, t) => value - row[t]!);
}

/**
 * omega: simplex weights on donors with intercept and ridge zeta = (N1 T1)^(1/4) noise; lambda: simplex weights on periods with intercept and
 * ridge 1e-6 noise; effect = (-omega, 1/N1) Y (-lambda, 1/T1)'. `noise` is `donorNoise` of the real split, in placebos too.
 * Source: Arkhangelsky et al. (2021), AER 111, and R `synthdid`; on California's cigarette sales -15.60 packs, as there.
 */
export function syntheticDid({ treated, donors, before }: Split, noise: number): SyntheticDid {
  const target = meanRow(treated);
  const after = target.length - before;
  const zeta = (treated.length * after) ** 0.25 * noise;
  const omega = simplexLeastSquares(donors.map((donor) => centred(donor.subarray(0, before))), centred(target.subarray(0, before)), before * zeta * zeta);
  const late = Float64Array.from(donors, (donor) => mean(donor.subarray(before)));
  const early = Array.from({ length: before }, (_, t) => centred(Float64Array.from(donors, (donor) => donor[t]!)));
  const lambda = simplexLeastSquares(early, centred(late), donors.length * (1e-6 * noise) ** 2);
  const change = (row: Float64Array): number => mean(row.subarray(before)) - lambda.reduce((sum, weight, t) => sum + weight * row[t]!, 0);
  return { effect: change(target) - donors.reduce((sum, donor, j) => sum + omega[j]! * change(donor), 0), omega, lambda };
}

/** Without its mean, which is what an intercept does. */
function centred(values: Float64Array): Float64Array {
  const middle = mean(values);
  return values.map((value) => value - middle);
}

export interface PlaceboSpread {
  /** Root mean squared deviation of the placebo effects, in the metric's unit. */
  readonly standardError: number;
  readonly placebos: number;
  readonly exact: boolean;
}

/** Placebo effects at most; up to this many donors each is used once, and nothing is drawn. */
const PLACEBO_DRAWS = 200;

/**
 * How far the same estimator strays where nothing was treated: donors play the treated. Undefined when there are too few donors for a placebo.
 * Source: Arkhangelsky et al. (2021), algorithm 4, with all placebos instead of draws where they are few.
 */
export function placeboSpread(split: Split, effectOf: (placebo: Split) => number, seed: number): PlaceboSpread | undefined {
  const size = split.treated.length;
  if (split.donors.length < size + 2) return undefined;
  const { sets, exact } = placeboSets(split.donors.length, size, PLACEBO_DRAWS, seed);
  const effects = Float64Array.from(sets, (set) => effectOf(placeboSplit(split, set)));
  const middle = mean(effects);
  return { standardError: Math.sqrt(mean(effects.map((effect) => (effect - middle) ** 2))), placebos: sets.length, exact };
}
