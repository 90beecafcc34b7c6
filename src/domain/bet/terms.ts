// What a bet promises, as it is drafted, and what must be said before it can be placed. It knows no seal, store or screen.
import type { Direction, Scale } from '../outcome/estimate.ts';
import { granted, refused, type Ruling } from '../kernel/ruling.ts';
import type { Day } from '../kernel/instant.ts';

export const REVIEW_DAYS = [30, 90, 365] as const;
export type ReviewDay = (typeof REVIEW_DAYS)[number];

/** How the outcome will be read: against its own past, by a randomised test, or over units that get it one after another. */
export const DESIGNS = ['before-after', 'experiment', 'staggered'] as const;
export type Design = (typeof DESIGNS)[number];

export interface Guardrail {
  /** Id of the metric that must not get worse. */
  readonly metric: string;
  /** The most harm that is acceptable, above 0: a fraction when relative, else in the metric's unit. */
  readonly margin: number;
  readonly scale: Scale;
}

/** Effects count in the good direction, so +0.03 is 3% better also where down is good. */
export interface BetTerms {
  readonly claim: string;
  readonly who?: string | undefined;
  /** What sort of bet it is, for the record of bets like it: `onboarding`, `pricing`. */
  readonly kind?: string | undefined;
  /** Id of the metric. */
  readonly metric?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly scale?: Scale | undefined;
  readonly minEffect?: number | undefined;
  /** 5th and 95th percentile of the effect that is expected. */
  readonly effectLow?: number | undefined;
  readonly effectHigh?: number | undefined;
  /** That the effect is at least the smallest that matters, 0.01 to 0.99. */
  readonly probability?: number | undefined;
  readonly cost?: number | undefined;
  /** What one unit of effect (1 = 100% when relative) is worth, in the unit of the cost. */
  readonly valuePerUnit?: number | undefined;
  readonly money?: string | undefined;
  readonly killCriterion?: string | undefined;
  /** The metric's effect below which the bet is stopped, in the good direction; absent when the criterion is words only. */
  readonly killBelow?: number | undefined;
  readonly guardrails: readonly Guardrail[];
  /** Ids of metrics that tell what would have happened anyway. */
  readonly controls: readonly string[];
  readonly design: Design;
  readonly alpha: number;
  readonly reviews: readonly ReviewDay[];
  readonly primaryReview: ReviewDay;
  readonly shipBy?: Day | undefined;
  readonly alternatives: readonly string[];
  readonly changeMyMind?: string | undefined;
  readonly preMortem?: string | undefined;
  readonly decidedBy?: string | undefined;
  readonly disagreed?: string | undefined;
  readonly problem?: string | undefined;
  readonly goal?: string | undefined;
}

/** What a bet has before anything is said about it. */
export const UNSAID: Omit<BetTerms, 'claim'> = {
  guardrails: [], controls: [], design: 'before-after', alpha: 0.05, reviews: REVIEW_DAYS, primaryReview: 90, alternatives: [],
};

/** What has to be said before a bet is placed, each with the question a person reads. */
const NEEDED = {
  who: 'for whom it is',
  metric: 'which metric it moves',
  direction: 'whether up or down is good',
  minEffect: 'the smallest effect that would matter',
  effectLow: 'the effect you expect, from its 5th',
  effectHigh: 'to its 95th percentile',
  cost: 'what it costs',
  valuePerUnit: 'what the effect is worth',
  killCriterion: 'when you would stop it',
  changeMyMind: 'what would change your mind',
  problem: 'which problem it answers',
} as const satisfies Partial<Record<keyof BetTerms, string>>;

/** A bet that may be sealed: everything a verdict will be taken from is there. */
export interface CompleteTerms extends BetTerms {
  readonly metric: string;
  readonly direction: Direction;
  readonly scale: Scale;
  readonly minEffect: number;
  readonly effectLow: number;
  readonly effectHigh: number;
  readonly probability: number;
}

type Code = 'bet_incomplete' | 'bet_unfit' | 'base_rate_first';

/**
 * Says yes when the terms can be sealed. `baseRateSeen` is whether the record of bets like it was shown before: the probability
 * comes after it. Refuses with everything that is missing at once, in the order of the form.
 */
export function completeTerms(terms: BetTerms, baseRateSeen: boolean): Ruling<CompleteTerms, Code> {
  const missing: string[] = Object.entries(NEEDED).filter(([field]) => isUnsaid(terms[field as keyof BetTerms])).map(([, question]) => question);
  if (terms.alternatives.length === 0) missing.push('what else could be done, doing nothing included');
  if (missing.length > 0) return refused('bet_incomplete', { missing });
  if (!baseRateSeen) return refused('base_rate_first');
  if (terms.probability === undefined) return refused('bet_incomplete', { missing: ['how likely it is to reach the smallest effect that matters'] });
  const unfit = unfitness(terms);
  if (unfit !== undefined) return refused('bet_unfit', { what: unfit });
  return granted({ ...terms, scale: terms.scale ?? 'relative' } as CompleteTerms);
}

function isUnsaid(value: unknown): boolean {
  return value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value));
}

/** What contradicts itself, as the end of a sentence; undefined when nothing does. Absent facts are not judged here. */
export function unfitness(terms: BetTerms): string | undefined {
  const { minEffect, effectLow, effectHigh, probability, reviews, primaryReview, guardrails, controls, metric } = terms;
  if (minEffect !== undefined && !(minEffect > 0)) return 'the smallest effect that would matter has to be above zero';
  if (effectLow !== undefined && effectHigh !== undefined && effectLow >= effectHigh) return 'the expected effect runs from its low end to its high end';
  if (probability !== undefined && (probability < 0.01 || probability > 0.99)) return 'a probability lies between 1% and 99%';
  if (!reviews.includes(primaryReview)) return 'the review that decides is one of the reviews';
  if (guardrails.some(({ margin }) => !(margin > 0))) return 'a guardrail’s margin has to be above zero';
  if (metric !== undefined && guardrails.some((guardrail) => guardrail.metric === metric)) return 'the metric of the bet cannot be its own guardrail';
  if (metric !== undefined && controls.includes(metric)) return 'the metric of the bet cannot be its own control';
  if (terms.alpha <= 0 || terms.alpha >= 0.5) return 'the chance of a false verdict lies between 0 and 50%';
  return undefined;
}
