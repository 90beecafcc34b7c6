// The verdict about the claim that was sealed: is the effect at least the smallest that matters? It knows no method.
import type { Claim, Estimate, Interval, Verdict, VerdictSub } from '../estimate.ts';
import { studentCdf, studentQuantile, studentSf } from '../numerics/student.ts';
import { isTooEarly } from './reasons.ts';

/** An effect on the claim's scale with the scale of its t distribution; null degrees of freedom mean normal. */
export interface Reading {
  readonly effect: number;
  readonly scaleSd: number;
  readonly df: number | null;
}

/** A verdict with the effect it was taken on, good direction positive; no effect when refused or too early. */
export interface Judged extends Verdict {
  readonly effect?: Interval | undefined;
}

type Decision = { readonly status: 'won' | 'lost' | 'inconclusive'; readonly sub: VerdictSub };

/**
 * The table of verdicts for an interval in the good direction; null bounds are open.
 * Example: [1.44, 5.36] against 3 is inconclusive, positive-size-unknown.
 */
export function decide(low: number | null, high: number | null, minEffect: number): Decision {
  const l = low ?? Number.NEGATIVE_INFINITY;
  const u = high ?? Number.POSITIVE_INFINITY;
  if (l >= minEffect) return { status: 'won', sub: 'met' };
  if (u < minEffect) return { status: 'lost', sub: u < 0 ? 'harmful' : l > 0 ? 'real-but-below-bar' : 'no-sign-of-it' };
  return { status: 'inconclusive', sub: l > 0 ? 'positive-size-unknown' : 'direction-unknown' };
}

/** Effect +- t quantile x scale at level 1 - alpha, then the table. Example: effect 6.2, scale 1.1, normal, bar 3: won, P(effect >= 3) = 0.998. */
export function judgeReading({ effect, scaleSd, df }: Reading, { direction, minEffect, alpha }: Pick<Claim, 'direction' | 'minEffect' | 'alpha'>): Judged {
  const good = direction === 'up' ? effect : -effect;
  const half = -studentQuantile(alpha / 2, df) * scaleSd;
  const interval = { value: good, low: good - half, high: good + half };
  return { ...decide(interval.low, interval.high, minEffect), pAtLeastMin: chanceAbove(good - minEffect, scaleSd, df), effect: interval };
}

/**
 * The verdict on what a method found. A failed check that refuses forbids one; so does a missing effect on the claim's scale.
 * The interval is taken as the method gave it: the level is the method's to spend, such as 96% at the end of a test that was watched.
 */
export function judgeEstimate(estimate: Estimate, claim: Claim): Judged {
  const failed = estimate.checks.find((check) => check.refuses && !check.ok);
  if (failed !== undefined) return { status: isTooEarly(failed.id) ? 'too-early' : 'refused', reason: failed.id };
  const own = estimate[claim.scale];
  if (own === undefined) return { status: 'refused', reason: claim.scale === 'relative' ? 'no-relative-effect' : 'no-absolute-effect' };
  const effect = claim.direction === 'up' ? own : mirrored(own);
  return { ...decide(effect.low, effect.high, claim.minEffect), pAtLeastMin: chanceAtLeast(estimate, claim, effect), effect };
}

/** The same interval seen from the other side of zero. */
export function mirrored({ value, low, high }: Interval): Interval {
  return { value: -value, low: high === null ? null : -high, high: low === null ? null : -low };
}

/** P(effect >= the smallest that matters), by the t distribution of the model where its scale is known, else of the side of the interval that faces the bar. */
function chanceAtLeast(estimate: Estimate, claim: Claim, effect: Interval): number | undefined {
  const { standardError, df } = estimate;
  const { direction, scale, minEffect } = claim;
  if (scale === 'relative' && estimate.logScale === true) {
    const own = direction === 'up' ? effect.value : -effect.value;
    const bar = direction === 'up' ? minEffect : -minEffect;
    if (bar <= -1) return 0;
    const t = (Math.log1p(bar) - Math.log1p(own)) / standardError;
    return direction === 'up' ? studentSf(t, df) : studentCdf(t, df);
  }
  if (scale === 'absolute' && estimate.logScale !== true) return chanceAbove(effect.value - minEffect, standardError, df);
  const bound = effect.value >= minEffect ? effect.low : effect.high;
  if (bound === null) return undefined;
  return chanceAbove(effect.value - minEffect, Math.abs(effect.value - bound) / criticalValue(estimate), df);
}

/** P(T >= -distance / sd); without any error the reading is the truth. */
function chanceAbove(distance: number, sd: number, df: number | null): number {
  return sd > 0 ? studentSf(-distance / sd, df) : Number(distance >= 0);
}

/** How many standard errors the interval reaches: read off the absolute interval where it is the model's own, else the t quantile of its level. */
function criticalValue({ absolute, standardError, df, level, logScale }: Estimate): number {
  if (logScale !== true && absolute?.low != null && absolute.high != null && standardError > 0) return (absolute.high - absolute.low) / 2 / standardError;
  return studentQuantile((1 + level) / 2, df);
}
