// A treated unit's missing past-that-never-was: the mix of untreated units that followed it before. Knows no verdict.
import { simplexLeastSquares } from '../numerics/simplex.ts';
import { meanRow, placeboSets, placeboSplit, type Split } from './split.ts';

export interface SyntheticControl {
  /** One per donor, not negative, sum 1. */
  readonly weights: Float64Array;
  /** The mix in every period, in the metric's unit. */
  readonly synthetic: Float64Array;
  /** Treated minus synthetic in every period. */
  readonly gaps: Float64Array;
  readonly meanGap: number;
  /** Root mean squared gap before and after treatment, and the second over the first. */
  readonly rmspeBefore: number;
  readonly rmspeAfter: number;
  readonly ratio: number;
}

/**
 * Weights w >= 0 with sum 1 that make |y - Y w|^2 over the periods before treatment smallest; several treated units count as their mean.
 * Source: Abadie, Diamond & Hainmueller (2010), JASA 105, on outcomes alone.
 * Example: treated 2, 2 then 5 beside donors 1, 1, 1 and 3, 3, 3 mixes them half and half: synthetic 2, gap 3.
 */
export function syntheticControl({ treated, donors, before }: Split): SyntheticControl {
  const target = meanRow(treated);
  const weights = simplexLeastSquares(donors.map((donor) => donor.subarray(0, before)), target.subarray(0, before));
  const synthetic = new Float64Array(target.length);
  donors.forEach((donor, j) => { for (let t = 0; t < synthetic.length; t++) synthetic[t]! += weights[j]! * donor[t]!; });
  const gaps = target.map((value, t) => value - synthetic[t]!);
  const after = gaps.subarray(before);
  const rmspeBefore = rootMeanSquare(gaps.subarray(0, before));
  const rmspeAfter = rootMeanSquare(after);
  return { weights, synthetic, gaps, meanGap: after.reduce((sum, gap) => sum + gap, 0) / after.length, rmspeBefore, rmspeAfter, ratio: rmspeAfter / rmspeBefore };
}

function rootMeanSquare(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

export interface PlaceboRank {
  /** Place of the treated among itself and the placebos, 1 is the most extreme. */
  readonly rank: number;
  readonly p: number;
  /** The smallest p this design can give. */
  readonly floor: number;
  readonly placebos: number;
  readonly exact: boolean;
}

/** Placebo fits at most; with more donors than this, or more sets of donors, seeded draws. */
const MOST_PLACEBOS = 499;

/**
 * Every donor plays the treated, with the other donors for donors; p is the share of after/before ratios at least as large as the treated
 * unit's, itself included. With J donors it cannot go below 1 / (J + 1).
 */
export function placeboRank(split: Split, seed: number): PlaceboRank {
  const { sets, exact } = placeboSets(split.donors.length, split.treated.length, MOST_PLACEBOS, seed);
  const own = syntheticControl(split).ratio;
  const larger = sets.filter((set) => !(syntheticControl(placeboSplit(split, set)).ratio < own)).length;
  return { rank: 1 + larger, p: (1 + larger) / (1 + sets.length), floor: 1 / (1 + sets.length), placebos: sets.length, exact };
}
