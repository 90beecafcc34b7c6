// Two arms side by side: what each contributes to the difference, with the pre-period taken out where there is one.
// It knows no interval and no verdict.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import type { ArmMoments } from './arm-moments.ts';

/**
 * One arm as the comparison sees it, per unit. `value` has the pre-period taken out and makes the difference; `base` has not, and is what
 * a relative effect divides by. `covariance` is between the two; without a pre-period all three variances are equal.
 */
export interface ArmReading {
  readonly n: number;
  readonly value: number;
  readonly variance: number;
  readonly base: number;
  readonly baseVariance: number;
  readonly covariance: number;
}

export interface Pair {
  readonly kind: ArmMoments['kind'];
  readonly control: ArmReading;
  readonly treatment: ArmReading;
  /** Slope of the outcome on the pre-period; 0 where there is no pre-period or it does not vary. */
  readonly theta: number;
  /** Whether `theta` was taken out. */
  readonly adjusted: boolean;
}

/** Why two readable arms cannot be compared: they are of different kinds, a ratio's denominator is empty, or the arithmetic overflows. */
export type PairProblem = 'kinds-differ' | 'no-denominator' | 'too-large';

/**
 * Readings of control (`one`) and treatment (`other`). Ratio R = M/D has variance (vM - 2 R cMD + R^2 vD) / D^2 (delta method).
 * CUPED (Deng, Xu, Kohavi & Walker 2013): theta = cov(post, pre) / var(pre) in both arms joined around one mean; for ratios theta is the
 * sum of the arms' covariances over the sum of their variances, both of the linearised ratio. Example: mean 10 and 12 give values 10 and 12.
 */
export function pairOf(one: ArmMoments, other: ArmMoments): Ruling<Pair, PairProblem> {
  const { kind } = one;
  if (kind !== other.kind) return refused('kinds-differ', { control: kind, treatment: other.kind });
  const alike = one.divisor === other.divisor;
  const [control, treatment] = alike ? [one, other] : [overFreedom(one), overFreedom(other)];
  if ([control, treatment].some((arm) => denominatorsOf(arm).includes(0))) return refused('no-denominator');
  const theta = kind === 'cuped' ? slopeOfMeans(control, treatment) : kind === 'ratio-cuped' ? slopeOfRatios(control, treatment) : 0;
  const centre = theta === 0 ? 0 : jointPre(control, treatment);
  const pair: Pair = { kind, control: readArm(control, theta, centre), treatment: readArm(treatment, theta, centre), theta, adjusted: theta !== 0 };
  const numbers = [...Object.values(pair.control), ...Object.values(pair.treatment)] as number[];
  return numbers.every((value) => Number.isFinite(value)) ? granted(pair) : refused('too-large');
}

/** Covariances over n - 1: where one arm's pre-period happens to hold zeros and ones only, and the other's does not. */
function overFreedom(arm: ArmMoments): ArmMoments {
  if (arm.divisor === 'n-1') return arm;
  return { ...arm, divisor: 'n-1', covariance: arm.covariance.map((row) => row.map((value) => (value * arm.n) / (arm.n - 1))) };
}

function denominatorsOf({ kind, means }: ArmMoments): number[] {
  return kind === 'ratio' ? [means[1]!] : kind === 'ratio-cuped' ? [means[1]!, means[3]!] : [];
}

function readArm(arm: ArmMoments, theta: number, centre: number): ArmReading {
  const base = postGradient(arm);
  const value = theta === 0 ? base : base.map((by, i) => by - theta * preGradient(arm)[i]!);
  const post = postValue(arm);
  const adjusted = theta === 0 ? post : post - theta * (preValue(arm) - centre);
  return {
    n: arm.n,
    value: adjusted,
    variance: Math.max(0, bilinear(value, arm.covariance, value)),
    base: post,
    baseVariance: Math.max(0, bilinear(base, arm.covariance, base)),
    covariance: bilinear(value, arm.covariance, base),
  };
}

function isRatio({ kind }: ArmMoments): boolean {
  return kind === 'ratio' || kind === 'ratio-cuped';
}

function postValue(arm: ArmMoments): number {
  return isRatio(arm) ? arm.means[0]! / arm.means[1]! : arm.means[0]!;
}

function preValue({ kind, means }: ArmMoments): number {
  return kind === 'ratio-cuped' ? means[2]! / means[3]! : means[1]!;
}

/** Derivatives of the arm's value by its columns' means. */
function postGradient(arm: ArmMoments): number[] {
  if (!isRatio(arm)) return arm.means.map((_, i) => (i === 0 ? 1 : 0));
  const [m, d] = [arm.means[0]!, arm.means[1]!];
  return arm.means.map((_, i) => (i === 0 ? 1 / d : i === 1 ? -m / d / d : 0));
}

function preGradient({ kind, means }: ArmMoments): number[] {
  if (kind !== 'ratio-cuped') return [0, 1];
  const [m, d] = [means[2]!, means[3]!];
  return [0, 0, 1 / d, -m / d / d];
}

function bilinear(left: readonly number[], matrix: ArmMoments['covariance'], right: readonly number[]): number {
  let total = 0;
  for (const [i, a] of left.entries()) for (const [j, b] of right.entries()) total += a * b * matrix[i]![j]!;
  return total;
}

/** cov(post, pre) / var(pre) with both arms joined into one sample around one mean. */
function slopeOfMeans(a: ArmMoments, b: ArmMoments): number {
  const between = (a.n * b.n) / (a.n + b.n);
  const joined = (i: number, j: number): number => {
    const inside = freedom(a) * a.covariance[i]![j]! + freedom(b) * b.covariance[i]![j]!;
    return inside + between * (a.means[i]! - b.means[i]!) * (a.means[j]! - b.means[j]!);
  };
  return slope(joined(0, 1), joined(1, 1));
}

function freedom({ n, divisor }: ArmMoments): number {
  return divisor === 'n' ? n : n - 1;
}

function slopeOfRatios(a: ArmMoments, b: ArmMoments): number {
  const [preA, preB] = [preGradient(a), preGradient(b)];
  const covariance = bilinear(preA, a.covariance, postGradient(a)) + bilinear(preB, b.covariance, postGradient(b));
  return slope(covariance, bilinear(preA, a.covariance, preA) + bilinear(preB, b.covariance, preB));
}

function slope(covariance: number, variance: number): number {
  const value = covariance / variance;
  return variance > 0 && Number.isFinite(value) ? value : 0;
}

/** Mean of the pre-period over both arms; it moves both values alike and cancels in their difference. */
function jointPre(a: ArmMoments, b: ArmMoments): number {
  const joint = (i: number): number => (a.n * a.means[i]! + b.n * b.means[i]!) / (a.n + b.n);
  return a.kind === 'ratio-cuped' ? joint(2) / joint(3) : joint(1);
}
