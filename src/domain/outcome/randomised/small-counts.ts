// Intervals for two shares when successes or failures are few and no t test holds. Knows counts only.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import type { Interval } from '../estimate.ts';
import { normalQuantile } from '../numerics/normal.ts';

/** Successes among units of one arm. */
export interface Share {
  readonly successes: number;
  readonly n: number;
}

/** Fewest successes and failures per arm for which a t interval is used. */
const FEW = 5;

/** True when an arm has fewer than five successes or failures. */
export function isFew(...shares: readonly Share[]): boolean {
  return shares.some(({ successes, n }) => successes < FEW || n - successes < FEW);
}

/** Wilson's limits of one share at critical value `z`, with exact ends at none and all. */
function wilsonLimits({ successes, n }: Share, z: number): readonly [number, number] {
  const share = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [successes === 0 ? 0 : centre - half, successes === n ? 1 : centre + half];
}

/**
 * Difference of shares, treatment minus control, from the two Wilson intervals at critical value `z` (Newcombe 1998, method 10).
 * Example: 87 of 1529 against 62 of 1471 at 1.96 gives 0.0148, -0.0009 to 0.0304.
 */
export function newcombe(treatment: Share, control: Share, z: number): Interval {
  const [p, r] = [treatment.successes / treatment.n, control.successes / control.n];
  const [lowP, highP] = wilsonLimits(treatment, z);
  const [lowR, highR] = wilsonLimits(control, z);
  return { value: p - r, low: p - r - Math.hypot(p - lowP, highR - r), high: p - r + Math.hypot(highP - p, r - lowR) };
}

/**
 * Relative difference p/r - 1 from the same Wilson limits (MOVER-R, Donner & Zou 2012): it excludes 0 exactly when Newcombe's does.
 * Refused without successes in control. The upper bound is null when control's lower limit is 0.
 */
export function relativeOfShares(treatment: Share, control: Share, z: number): Ruling<Interval, 'control-is-zero'> {
  const [p, r] = [treatment.successes / treatment.n, control.successes / control.n];
  if (r === 0) return refused('control-is-zero');
  const [lowP, highP] = wilsonLimits(treatment, z);
  const [lowR, highR] = wilsonLimits(control, z);
  const root = (limitP: number, limitR: number): number =>
    Math.sqrt(Math.max(0, (p * r) ** 2 - limitP * limitR * (2 * p - limitP) * (2 * r - limitR)));
  const low = (p * r - root(lowP, highR)) / (highR * (2 * r - highR));
  const bottom = lowR * (2 * r - lowR);
  const high = bottom > 0 ? (p * r + root(highP, lowR)) / bottom - 1 : null;
  return granted({ value: p / r - 1, low: low - 1, high });
}

/**
 * How the cubic of the score interval is written. `as-statsmodels` has the control's successes where the formula has its units, as
 * statsmodels' confint_proportions_2indep (0.13, 0.14) does: only for figures computed there, and off by 0.00005 in the example below.
 */
export type ScoreCubic = 'exact' | 'as-statsmodels';

/**
 * Score interval of Miettinen & Nurminen (1985) for the difference of shares, with their n/(n-1) correction: all d that the score test,
 * whose variance is taken at the most likely shares with difference d, does not reject. Example: 87/1529 against 62/1471: -0.0008 to 0.0305.
 */
export function scoreInterval(treatment: Share, control: Share, alpha: number, cubic: ScoreCubic = 'exact'): Interval {
  const value = treatment.successes / treatment.n - control.successes / control.n;
  const z = -normalQuantile(alpha / 2);
  const rejects = (d: number): boolean => Math.abs(value - d) > z * scoreError(treatment, control, d, cubic);
  return { value, low: edge(value, -1, rejects), high: edge(value, 1, rejects) };
}

/** The kept d farthest from `inside` on the way to `end`, by halving; `end` when it is kept itself. */
function edge(inside: number, end: number, rejects: (d: number) => boolean): number {
  if (!rejects(end)) return end;
  let [kept, gone] = [inside, end];
  for (let step = 0; step < 200; step++) {
    const middle = (kept + gone) / 2;
    if (middle === kept || middle === gone) break;
    if (rejects(middle)) gone = middle;
    else kept = middle;
  }
  return kept;
}

/** Standard error of the difference at the likeliest shares whose difference is d: a root of a cubic in closed form. */
function scoreError(treatment: Share, control: Share, d: number, cubic: ScoreCubic): number {
  const { n: m, successes: a } = treatment;
  const { n, successes: b } = control;
  const total = m + n;
  const l2 = (m + 2 * n) * d - total - a - b;
  const l1 = ((cubic === 'exact' ? n : b) * d - total - 2 * b) * d + a + b;
  const l0 = b * d * (1 - d);
  return Math.sqrt(varianceAt(restrictedShare([total, l2, l1, l0], d), d, m, n) * (total / (total - 1)));
}

/** Control's share under the restriction, from the cubic's coefficients, highest power first. */
function restrictedShare([l3, l2, l1, l0]: readonly [number, number, number, number], d: number): number {
  const q = l2 ** 3 / (27 * l3 ** 3) - (l1 * l2) / (6 * l3 * l3) + l0 / (2 * l3);
  const p = (q < 0 ? -1 : 1) * Math.sqrt(Math.max(0, l2 ** 2 / (9 * l3 * l3) - l1 / (3 * l3)));
  const angle = p === 0 ? 0 : (Math.PI + Math.acos(Math.max(-1, Math.min(1, q / p ** 3)))) / 3;
  const share = 2 * p * Math.cos(angle) - l2 / (3 * l3);
  return Math.max(0, -d, Math.min(1, 1 - d, share));
}

function varianceAt(share: number, d: number, m: number, n: number): number {
  return ((share + d) * (1 - share - d)) / m + (share * (1 - share)) / n;
}
