// The scale a metric is modelled on, and the way back: what an effect on that scale is in the metric's own unit and as a share.
// Knows no models.
import { mean } from '../numerics/sum.ts';
import type { Scale } from '../estimate.ts';
import type { ModelScale, SeriesHistory } from './input.ts';

/** Values on the model's scale (NaN = missing). `unit` turns the identity scale back: one is `unit` of the metric. */
export interface Scaled {
  readonly scale: ModelScale;
  readonly unit: number;
  readonly values: Float64Array;
}

const logit = (share: number): number => Math.log(share) - Math.log1p(-share);
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const isNumber = (value: number | null | undefined): value is number => typeof value === 'number' && Number.isFinite(value);

/** True when every denominator bounds its value, so that value / denominator is a share of something. */
function areShares({ values, denominators }: SeriesHistory): boolean {
  return denominators !== undefined && values.every((value, t) => {
    const of = denominators[t];
    return !isNumber(value) || !isNumber(of) || of <= 0 || (value >= 0 && value <= of);
  });
}

/** The metric in its own unit: value / denominator for rates; null where either is missing. */
export function natural({ values, denominators }: SeriesHistory): (number | null)[] {
  return values.map((value, t) => {
    if (!isNumber(value)) return null;
    if (denominators === undefined) return value;
    const of = denominators[t];
    return isNumber(of) && of > 0 ? value / of : null;
  });
}

/** Puts a series on its scale; `history` is how many points come before the ship. Shares become logit((k + 1/2) / (n + 1)). */
export function toScale(series: SeriesHistory, history: number): Scaled {
  const shares = areShares(series);
  const own = natural(series);
  const positive = own.every((value) => value === null || value > 0);
  let scale: ModelScale = series.scale ?? (shares ? 'logit' : positive ? 'log' : 'identity');
  if ((scale === 'log' && !positive) || (scale === 'logit' && !shares)) scale = positive ? 'log' : 'identity';
  if (scale === 'logit') {
    const values = Float64Array.from(own, (value, t) => (value === null ? Number.NaN : logit((series.values[t]! + 0.5) / (series.denominators![t]! + 1))));
    return { scale, unit: 1, values };
  }
  if (scale === 'log') return { scale, unit: 1, values: Float64Array.from(own, (value) => (value === null ? Number.NaN : Math.log(value))) };
  const unit = identityUnit(own.slice(0, history).filter(isNumber));
  return { scale, unit, values: Float64Array.from(own, (value) => (value === null ? Number.NaN : value / unit)) };
}

/** The mean before the ship, or the standard deviation where the mean is no measure of size. Divided first, so that no square overflows. */
function identityUnit(before: readonly number[]): number {
  const largest = before.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 1;
  const shares = before.map((value) => value / largest);
  const middle = mean(shares);
  const sd = Math.sqrt(mean(shares.map((value) => (value - middle) ** 2)));
  const unit = largest * (Math.abs(middle) > 0.1 * sd ? Math.abs(middle) : sd);
  return unit > 0 ? unit : 1;
}

/** A scale with the metric's mean over the window, which is what an effect is measured against. */
export interface Ground {
  readonly scale: ModelScale;
  readonly unit: number;
  readonly after: number;
}

/** What the metric would have been, given an effect on the model's scale. */
export function withoutEffect({ scale, unit, after }: Ground, effect: number): number {
  if (scale === 'log') return after * Math.exp(-effect);
  if (scale === 'identity') return after - effect * unit;
  return after <= 0 || after >= 1 ? after : logistic(logit(after) - effect);
}

/** The effect in the metric's unit. On the log scale: mean after x (1 - exp(-effect)). */
export function absoluteEffect(ground: Ground, effect: number): number {
  if (ground.scale === 'identity') return effect * ground.unit;
  return ground.scale === 'log' ? -ground.after * Math.expm1(-effect) : ground.after - withoutEffect(ground, effect);
}

/** The effect as a share of what would have been; null when that is not above 0. On the log scale: exp(effect) - 1. */
export function relativeEffect(ground: Ground, effect: number): number | null {
  if (ground.scale === 'log') return Math.expm1(effect);
  const without = withoutEffect(ground, effect);
  return without > 0 ? (ground.after - without) / without : null;
}

/**
 * The effect on the model's scale that amounts to `size` (signed, in the claim's scale). Infinite when no effect can be that large,
 * and as far in the direction of `size`. Example: +3% on the log scale is log 1.03 = 0.02956.
 */
export function onModelScale(ground: Ground, size: number, claimed: Scale): number {
  const { scale, unit, after } = ground;
  const out = size > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (claimed === 'relative' && size <= -1) return out;
  if (scale === 'log' && claimed === 'relative') return Math.log1p(size);
  const without = claimed === 'relative' ? after / (1 + size) : after - size;
  if (scale === 'identity') return (after - without) / unit;
  if (!(without > 0) || (scale === 'logit' && !(without < 1))) return out;
  return scale === 'log' ? Math.log(after / without) : logit(after) - logit(without);
}

/** A rise by `effect` on the model's scale from the level `before`: in the metric's unit, and as a share (null when `before` is not above 0). */
export function riseFrom(before: number, { scale, unit }: Pick<Ground, 'scale' | 'unit'>, effect: number): { readonly absolute: number; readonly relative: number | null } {
  const absolute = -absoluteEffect({ scale, unit, after: before }, -effect);
  return { absolute, relative: before > 0 ? absolute / before : null };
}
