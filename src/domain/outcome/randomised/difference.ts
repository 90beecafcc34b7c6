// The difference between two arms with its error, its t test and its interval, on the metric's own scale and relative to control.
// It knows no peeking, no claim and no check.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import type { Interval, Scale } from '../estimate.ts';
import { studentCdf, studentQuantile, studentSf } from '../numerics/student.ts';
import type { ArmReading, Pair } from './pair.ts';

/** Which departures from no effect count: any, only upward, only downward. */
export type Alternative = 'two-sided' | 'greater' | 'less';

/** Treatment minus control, its standard error, and Welch's degrees of freedom. */
export interface Difference {
  readonly effect: number;
  readonly standardError: number;
  readonly df: number;
}

/**
 * Treatment minus control. se^2 = s2T/nT + s2C/nC; df = se^4 / sum((s2/n)^2 / (n-1)) (Welch 1947).
 * Refused as `no-variation` when an arm's values are all the same. Example: means 0.41 and 0.70 of 3407 and 3461 users give 0.29, se 0.125.
 */
export function differenceOf({ control, treatment }: Pair): Ruling<Difference, 'no-variation' | 'too-large'> {
  const [c, t] = [control.variance / control.n, treatment.variance / treatment.n];
  if (c <= 0 || t <= 0) return refused('no-variation', { arm: c <= 0 ? 'control' : 'treatment' });
  // Shares instead of raw variances, so that the squares neither overflow nor vanish.
  const share = t / (c + t);
  const df = 1 / (share ** 2 / (treatment.n - 1) + (1 - share) ** 2 / (control.n - 1));
  const standardError = Math.sqrt(c + t);
  const effect = treatment.value - control.value;
  return Number.isFinite(effect) && Number.isFinite(standardError) ? granted({ effect, standardError, df }) : refused('too-large');
}

/** Interval effect +- q se with q the t quantile; one-sided alternatives have one bound and put all of `alpha` on it. */
export function tInterval({ effect, standardError, df }: Difference, alpha: number, alternative: Alternative = 'two-sided'): Interval {
  return aroundEffect(effect, criticalT(df, alpha, alternative) * standardError, alternative);
}

/** t quantile of a test at level `alpha`: 1.96 for many units, two-sided, 5%. */
export function criticalT(df: number | null, alpha: number, alternative: Alternative = 'two-sided'): number {
  return -studentQuantile(alternative === 'two-sided' ? alpha / 2 : alpha, df);
}

/** Effect +- half a width, open on the side a one-sided alternative does not bound: `greater` has a lower bound only. */
export function aroundEffect(effect: number, half: number, alternative: Alternative): Interval {
  return { value: effect, low: alternative === 'less' ? null : effect - half, high: alternative === 'greater' ? null : effect + half };
}

/** Probability of a difference at least this far from none when there is none. */
export function tPValue({ effect, standardError, df }: Difference, alternative: Alternative = 'two-sided'): number {
  const t = effect / standardError;
  if (alternative === 'greater') return studentSf(t, df);
  return alternative === 'less' ? studentCdf(t, df) : 2 * studentSf(Math.abs(t), df);
}

/**
 * Relative effect by the delta method, as GrowthBook and PostHog report it: for figures brought from there, never for a verdict.
 * The sign is the difference's: a rise from -10 to -5 is +50%. Refused when the control's mean is 0.
 */
export function deltaRelative(pair: Pair): Ruling<Difference, 'control-is-zero' | 'no-variation' | 'too-large'> {
  const difference = differenceOf(pair);
  if (!difference.ok) return difference;
  const { control, treatment, kind } = pair;
  if (control.base === 0) return refused('control-is-zero');
  // With CUPED of means those tools take the slope by the control's mean at the unadjusted treatment mean.
  const lift = kind === 'cuped' ? (treatment.base - control.base) / control.base : difference.value.effect / control.base;
  const inControl = control.variance + 2 * lift * control.covariance + lift ** 2 * control.baseVariance;
  const variance = treatment.variance / treatment.n + inControl / control.n;
  const standardError = Math.sqrt(variance) / Math.abs(control.base);
  const effect = difference.value.effect / Math.abs(control.base);
  if (!Number.isFinite(effect) || !Number.isFinite(standardError)) return refused('too-large');
  return granted({ effect, standardError, df: difference.value.df });
}

/**
 * How many standard errors the effect lies above a bar: (effect - bar) / se, and for a relative bar (effect - bar x |control mean|) over the
 * error of just that, so that it agrees with Fieller's interval. Null when nothing varies.
 */
export function errorsAbove(pair: Pair, bar: number, scale: Scale): number | null {
  const { control, treatment } = pair;
  const slope = scale === 'relative' ? bar * Math.sign(control.base) : 0;
  const inControl = control.variance + 2 * slope * control.covariance + slope ** 2 * control.baseVariance;
  const error = Math.sqrt(treatment.variance / treatment.n + inControl / control.n);
  const above = treatment.value - control.value - (scale === 'relative' ? bar * Math.abs(control.base) : bar);
  return error > 0 && Number.isFinite(error) ? above / error : null;
}

/**
 * Relative effect with Fieller's interval (1954): all r for which (difference - r x control mean) is within q standard errors of 0.
 * It excludes 0 exactly when the absolute interval at the same q does. `q` is any critical value: a t quantile or an always-valid one.
 * Refused when the control's mean is within q errors of 0: then no ratio is ruled out. The sign is the difference's.
 */
export function fiellerRelative(pair: Pair, q: number): Ruling<Interval, 'control-near-zero' | 'no-variation' | 'too-large'> {
  const difference = differenceOf(pair);
  if (!difference.ok) return difference;
  const { effect, standardError } = difference.value;
  const { control } = pair;
  // In units of the control's mean, so that amounts of any size keep their digits.
  const unit = Math.abs(control.base);
  const errorOf = (one: ArmReading): number => Math.sqrt(one.baseVariance / one.n);
  if (unit <= q * errorOf(control)) return refused('control-near-zero', { mean: control.base, limit: q * errorOf(control) });
  const n = effect / unit;
  const sign = Math.sign(control.base);
  const vN = (standardError / unit) ** 2;
  const vD = (errorOf(control) / unit) ** 2;
  const c = (-sign * (control.covariance / unit / unit)) / control.n;
  const a = 1 - q * q * vD;
  const b = n - q * q * c;
  const root = Math.sqrt(Math.max(0, b * b - a * (n * n - q * q * vN)));
  const interval = { value: n, low: (b - root) / a, high: (b + root) / a };
  return Object.values(interval).every((value) => Number.isFinite(value)) ? granted(interval) : refused('too-large');
}
