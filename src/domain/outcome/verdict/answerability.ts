// Told before a bet is placed: can a reading of this metric tell? Knows the metric's placebo-calibrated scale, not the metric.
import type { Claim, Direction } from '../estimate.ts';
import { studentQuantile, studentSf } from '../numerics/student.ts';

/** `scaleSd` is the sd of the measured effect at today's date on the model's scale; `logScale` says that this is the natural log. */
export interface MetricPrecision {
  readonly scaleSd: number;
  readonly df: number | null;
  readonly logScale: boolean;
}

/** Two-sided level, and the chance of seeing that counts as being able to see. */
export interface Demand {
  readonly alpha: number;
  readonly power: number;
}

export interface Answerability {
  /** The effect seen with `power`: a fraction on the log scale, else in the metric's unit. */
  readonly detectable: number;
  /** Chance of an interval that excludes zero when the true effect is exactly the smallest that matters; shifted-t approximation. */
  readonly chanceToSeeIt: number;
  readonly answer: 'yes' | 'weak' | 'no';
}

const USUAL: Demand = { alpha: 0.05, power: 0.8 };
/** From this chance up a reading is weak rather than hopeless. */
const WEAK_FROM = 0.3;

/**
 * exp((t_{1-alpha/2} + t_power) scale) - 1 on the log scale, for a fall 1 - exp(-...). Above 0.
 * Example: scale 0.0194, df 9.12: 6.28% at 5% and 80%.
 */
export function detectableEffect({ scaleSd, df, logScale }: MetricPrecision, direction: Direction = 'up', { alpha, power }: Demand = USUAL): number {
  const reach = (studentQuantile(power, df) - studentQuantile(alpha / 2, df)) * scaleSd;
  if (!logScale) return reach;
  return direction === 'up' ? Math.expm1(reach) : -Math.expm1(-reach);
}

/**
 * Yes when the detectable effect is at most `minEffect`; weak when the chance to see exactly `minEffect` is at least 30%; else no:
 * a randomised test, a control series or a staggered rollout is needed. Example: scale 0.0194, df 9.12, 2%: chance 12.4%, no.
 */
export function answerability(metric: MetricPrecision, { minEffect, direction }: Pick<Claim, 'minEffect' | 'direction'>, demand: Demand = USUAL): Answerability {
  const { scaleSd, df, logScale } = metric;
  const detectable = detectableEffect(metric, direction, demand);
  const size = !logScale ? minEffect : direction === 'up' ? Math.log1p(minEffect) : -Math.log1p(-minEffect);
  const chanceToSeeIt = studentSf(-studentQuantile(demand.alpha / 2, df) - size / scaleSd, df);
  return { detectable, chanceToSeeIt, answer: detectable <= minEffect ? 'yes' : chanceToSeeIt >= WEAK_FROM ? 'weak' : 'no' };
}
