// When a bet is looked at again, in which order hindsight is kept out, and when it may be settled. Knows no readout's inside.
import { addDays, type Day } from '../kernel/instant.ts';
import { refused, granted, type Ruling } from '../kernel/ruling.ts';
import type { ReviewDay } from './terms.ts';

/** One member's way through a review; each field is there once its step was taken. */
export interface ReviewSteps {
  readonly process?: number | undefined;
  readonly remembered?: number | undefined;
  readonly revealed: boolean;
  readonly luck?: string | undefined;
}

export type Step = 'rate' | 'remember' | 'reveal' | 'note' | 'nothing';

/** The day a review falls due: so many days after everybody had the ship. */
export function dueOn(ship: { readonly shippedOn: Day; readonly rolledOutOn?: Day | undefined }, review: ReviewDay): Day {
  return addDays(ship.rolledOutOn ?? ship.shippedOn, review);
}

/** What comes next: rate the decision, say what is remembered, see the outcome, note luck and skill. */
export function nextStep(steps: ReviewSteps): Step {
  if (!steps.revealed) return steps.process === undefined ? 'rate' : steps.remembered === undefined ? 'remember' : 'reveal';
  return steps.luck === undefined ? 'note' : 'nothing';
}

/**
 * True while one of a bet's reviews is open to a person who has not had its outcome shown: their odds stay out of sight, since the review
 * asks what they remember of them. A review that was passed over for a later one asks no more: that one showed the odds.
 * Example: 30 days shown, 90 days due and not shown: covered. 90 days shown, 30 days never: not covered.
 */
export function coversOdds(reviews: readonly { readonly review: ReviewDay; readonly isDue: boolean; readonly revealed: boolean }[]): boolean {
  const latestSeen = Math.max(0, ...reviews.filter(({ revealed }) => revealed).map(({ review }) => review));
  return reviews.some(({ review, isDue, revealed }) => isDue && !revealed && review > latestSeen);
}

const STEP_WORDS = { rate: 'rate how good the decision was, 1 to 5', remember: 'say what probability you remember giving', reveal: 'have the outcome shown', note: 'note luck and skill', nothing: '' } as const;

/**
 * Says yes when a step may be taken now. Steps before the reveal may be repeated until it; a step ahead of its turn is refused with
 * the one that is next (Fischhoff and Beyth 1975: outcome knowledge bends memory; Baron and Hershey 1988: it inflates process ratings).
 */
export function mayTake(step: Exclude<Step, 'nothing'>, steps: ReviewSteps): Ruling<undefined, 'review_step_first' | 'review_revealed'> {
  const next = nextStep(steps);
  const isBefore = step === 'rate' || step === 'remember';
  if (isBefore && steps.revealed) return refused('review_revealed');
  const order: readonly Step[] = ['rate', 'remember', 'reveal', 'note', 'nothing'];
  return order.indexOf(step) <= order.indexOf(next) ? granted(undefined) : refused('review_step_first', { step: STEP_WORDS[next] });
}
