// From a measured effect to what is said about it: estimate, total, detectable effect, verdict. The verdict is taken on the model's scale,
// where the error is a t distribution; every other interval is that one carried over, so that none can contradict it.
import type { Check, Claim, Estimate, Interval } from '../estimate.ts';
import { studentQuantile } from '../numerics/student.ts';
import { judgeReading, mirrored, type Judged } from '../verdict/rule.ts';
import type { Frame } from './frame.ts';
import { reasonOf } from './gates.ts';
import type { ModelScale, SeriesInput } from './input.ts';
import { halfWidth, type Measurement } from './measure.ts';
import { absoluteEffect, onModelScale, relativeEffect, riseFrom, withoutEffect, type Ground } from './scale.ts';

export interface Settled {
  readonly estimate: Estimate;
  /** Effect, standard error widened by the placebos and degrees of freedom on the model's scale. */
  readonly model: { readonly scale: ModelScale; readonly effect: number; readonly standardError: number; readonly df: number };
  /** The smallest rise this reading had an 80% chance to see. */
  readonly detectable80: { readonly relative: number | null; readonly absolute: number };
  /** The effect summed over the window's known points: in the metric's unit, for rates in events. */
  readonly total: Interval;
}

const POWER = 0.8;

/** The verdict that a failed check forces; undefined when none does. */
export function refusal(checks: readonly Check[]): Judged | undefined {
  const reason = reasonOf(checks);
  return reason === undefined ? undefined : { status: reason === 'window-not-over' ? 'too-early' : 'refused', reason };
}

/** How far above nothing an effect must be to be seen with 80% chance, on the model's scale. */
export function detectableReach(standardError: number, df: number, alpha: number): number {
  return (studentQuantile(1 - alpha / 2, df) + studentQuantile(POWER, df)) * standardError;
}

/**
 * The estimate in every form, and the verdict on it; only two bets in one window may still refuse. `own` is the metric in its own unit by
 * position in the frame.
 */
export function settle(
  measured: Measurement, input: SeriesInput, own: readonly (number | null)[], claim: Claim, checks: readonly Check[], warnings: readonly string[],
): Settled & { readonly verdict: Judged } {
  const { frame, effect, standardError, calibration: { df } } = measured;
  const { ground, weight } = groundOf(frame, input, own);
  const half = halfWidth(measured, claim.alpha);
  const ends = [effect, effect - half, effect + half] as const;
  const absolute = intervalOf(ends.map((end) => absoluteEffect(ground, end)))!;
  const relative = intervalOf(ends.map((end) => relativeEffect(ground, end)));
  const controlled = frame.columns.some(({ name }) => name.startsWith('control:'));
  const estimate: Estimate = {
    method: controlled ? 'before-after-with-controls' : 'before-after', grade: controlled ? 'C' : 'D', level: 1 - claim.alpha,
    absolute, relative, standardError, df, logScale: frame.scale === 'log', checks, warnings,
  };
  const reach = detectableReach(standardError, df, claim.alpha);
  return {
    estimate,
    model: { scale: frame.scale, effect, standardError, df },
    detectable80: riseFrom(withoutEffect(ground, effect), ground, reach),
    total: { value: absolute.value * weight, low: absolute.low! * weight, high: absolute.high! * weight },
    verdict: refusal(checks) ?? verdictOf(measured, ground, claim, absolute, relative),
  };
}

/** The metric's mean over the window's known points, and what turns a mean effect into a total: their number, or for rates their denominators. */
function groundOf(frame: Frame, { denominators }: SeriesInput, own: readonly (number | null)[]): { readonly ground: Ground; readonly weight: number } {
  let total = 0;
  let weight = 0;
  for (let t = frame.history + frame.lead; t < frame.known.length; t++) {
    if (frame.known[t] === 0) continue;
    const of = denominators ? denominators[t + frame.offset]! : 1;
    total += own[t]! * of;
    weight += of;
  }
  return { ground: { scale: frame.scale, unit: frame.unit, after: total / weight }, weight };
}

function intervalOf([value, low, high]: readonly (number | null)[]): Interval | undefined {
  return value === null || value === undefined || !Number.isFinite(value) ? undefined : { value, low: low ?? null, high: high ?? null };
}

function verdictOf({ effect, standardError, calibration: { df } }: Measurement, ground: Ground, claim: Claim, absolute: Interval, relative: Interval | undefined): Judged {
  const shown = claim.scale === 'relative' ? relative : absolute;
  if (shown === undefined) return { status: 'refused', reason: 'no-relative-effect' };
  const sign = claim.direction === 'up' ? 1 : -1;
  const bar = sign * onModelScale(ground, sign * claim.minEffect, claim.scale);
  return { ...judgeReading({ effect, scaleSd: standardError, df }, { ...claim, minEffect: bar }), effect: sign === 1 ? shown : mirrored(shown) };
}
