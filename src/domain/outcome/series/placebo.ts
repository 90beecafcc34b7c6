// How wrong the method was on past days with no ship, and how much wider that makes its interval. It can widen, never narrow.
import { studentQuantile } from '../numerics/student.ts';

/** Weight of the belief that the model is right, in placebo windows. */
const BELIEF = 4;

/** Errors of every past window in units of their stated standard deviation. */
export interface Placebo {
  readonly origins: number;
  /** Mean squared error; 1 when intervals are as wide as they should be. */
  readonly kappa2: number;
  readonly meanZ: number;
  /** Windows that do not overlap: origins / window length. */
  readonly effectiveN: number;
  /** Share of past windows whose error was within the raw interval at the claim's level, 0 to 1. */
  readonly coverage: number;
}

/** A past window counts as forecast as sharply as today's up to this ratio of standard deviations. */
const AS_SHARP = 1.5;

/** What the placebos make of a stated standard deviation: multiply it by sqrt(k), and use t with `df` degrees of freedom. */
export interface Calibration {
  readonly k: number;
  readonly df: number;
}

/** Summarises placebo errors `z` of windows of `length` points; `alpha` sets which raw interval `coverage` speaks of. */
export function summarise(z: ArrayLike<number>, length: number, alpha: number): Placebo {
  const reach = studentQuantile(1 - alpha / 2, null);
  let square = 0;
  let total = 0;
  let inside = 0;
  for (let i = 0; i < z.length; i++) {
    const value = z[i]!;
    square += value * value;
    total += value;
    if (Math.abs(value) <= reach) inside++;
  }
  const n = z.length;
  return { origins: n, kappa2: n > 0 ? square / n : 0, meanZ: n > 0 ? total / n : 0, effectiveN: n / length, coverage: n > 0 ? inside / n : 0 };
}

/**
 * k = max(1, (4 + n kappa2) / (4 + n)), df = 4 + n, with n the number of non-overlapping windows.
 * Example: kappa2 1.181 over 6.54 windows gives k 1.112, df 10.54.
 */
export function calibrate({ kappa2, effectiveN }: Pick<Placebo, 'kappa2' | 'effectiveN'>): Calibration {
  const df = BELIEF + effectiveN;
  return { k: Math.max(1, (BELIEF + effectiveN * kappa2) / df), df };
}

/**
 * The calibration for a window whose own stated standard deviation is `today`: over all past windows, or over those forecast about as
 * sharply, whichever makes the wider 95% interval. Early windows know little of a yearly pattern and say so; being right with wide intervals, they would
 * hide that today's narrow one is wrong. Example: 100 errors of 0.5 at three times today's deviation and 100 of 2 at today's, windows of
 * 20: 1.80 over all, 2.67 over the sharp ones, so 2.67.
 */
export function calibrateToday(z: Float64Array, deviations: Float64Array, today: number, length: number): Calibration {
  const square = (values: Float64Array): number => values.reduce((total, value) => total + value * value, 0);
  const sharp = z.filter((_, i) => deviations[i]! <= AS_SHARP * today);
  const over = (values: Float64Array): Calibration => calibrate({ kappa2: values.length > 0 ? square(values) / values.length : 0, effectiveN: values.length / length });
  const reach = ({ k, df }: Calibration): number => studentQuantile(0.975, df) * Math.sqrt(k);
  const [all, alike] = [over(z), over(sharp)];
  return reach(alike) > reach(all) ? alike : all;
}
