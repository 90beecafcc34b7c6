// How a bet ends: on its deciding readout, on its own kill criterion, or dropped. Knows no store and no method.
import type { Grade, Interval } from '../outcome/estimate.ts';
import { normalSf } from '../outcome/numerics/normal.ts';

export interface Outcome {
  readonly status: 'won' | 'lost' | 'inconclusive' | 'refused' | 'dropped';
  readonly sub?: string | undefined;
  readonly reason?: string | undefined;
  readonly pAtLeastMin?: number | undefined;
  readonly chance?: number | undefined;
  readonly effect?: number | undefined;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly standardError?: number | undefined;
  readonly grade?: Grade | undefined;
  readonly atAPrice?: boolean | undefined;
  readonly costAvoided?: number | undefined;
  readonly readout?: string | undefined;
}

/** What was found, in the bet's scale and the good direction, and what is usual for effects on this metric. */
export interface Found {
  readonly status: 'won' | 'lost' | 'inconclusive' | 'refused';
  readonly sub?: string | undefined;
  readonly reason?: string | undefined;
  readonly pAtLeastMin?: number | undefined;
  readonly good?: Interval | undefined;
  readonly standardError?: number | undefined;
  readonly grade?: Grade | undefined;
  readonly killTripped: boolean;
  readonly atAPrice: boolean;
}

/**
 * A tripped kill criterion settles a bet as lost, unless the whole interval already lies past the bar. A refused reading may show an effect,
 * such as that of two ships together; it carries no chance and no precision, so that nothing is scored or learnt from it.
 */
export function outcomeOf(found: Found, minEffect: number, prior: { readonly mean: number; readonly sd: number }, readout: string): Outcome {
  const killed = found.killTripped && found.status !== 'won' && found.status !== 'refused';
  const { good, standardError } = found;
  return {
    status: killed ? 'lost' : found.status, sub: found.sub, reason: killed ? 'killed' : found.reason, pAtLeastMin: found.pAtLeastMin,
    ...(good === undefined ? {} : { effect: good.value, low: good.low, high: good.high }),
    ...(good === undefined || standardError === undefined || found.status === 'refused' ? {} : { chance: chanceWithPrior(good.value, standardError, minEffect, prior), standardError }),
    grade: found.grade, atAPrice: found.atAPrice, readout,
  };
}

/**
 * P(effect >= minEffect) with the workspace's own distribution of true effects before it: what a bet is scored by, so that an
 * inconclusive one counts as neither. Normal posterior, v = 1 / (1/se^2 + 1/sd^2). Never the PM's own expectation.
 * Example: +4.5 with standard error 1, bar 2, prior N(0, 5^2): posterior mean 4.33, sd 0.98, chance 0.99.
 */
export function chanceWithPrior(effect: number, standardError: number, minEffect: number, prior: { readonly mean: number; readonly sd: number }): number {
  if (standardError === 0) return Number(effect >= minEffect);
  const variance = 1 / (1 / standardError ** 2 + 1 / prior.sd ** 2);
  const mean = variance * (effect / standardError ** 2 + prior.mean / prior.sd ** 2);
  return normalSf((minEffect - mean) / Math.sqrt(variance));
}
