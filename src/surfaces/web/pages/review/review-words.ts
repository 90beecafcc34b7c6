// What the pages of reviews say, decided without a screen: how a review stands, what memory did, the steps on the way.
import type { OutputOf } from '../../../../contract/index.ts';
import { REVIEW_DAYS, type ReviewDay } from '../../../../domain/bet/terms.ts';
import { chance } from '../../charts/outcome/measure.ts';
import { counted, dayShort } from '../../data/words.ts';

export type Review = OutputOf<'review.get'>['review'];
export type ListedReview = OutputOf<'review.list'>['reviews'][number];
export type Bet = OutputOf<'bet.get'>['bet'];

export const PRIVATE = 'Your ratings and memories are yours alone; nobody else is shown them.';

export const RATINGS = ['Poor', 'Weak', 'Fair', 'Good', 'Very good'] as const;

export const LUCK = [{ id: 'luck', name: 'Luck' }, { id: 'skill', name: 'Skill' }, { id: 'both', name: 'Some of both' }, { id: 'unknown', name: 'Cannot tell' }] as const;

/** The days out of an address; undefined for anything a bet cannot plan. */
export function reviewDay(text: string): ReviewDay | undefined {
  return REVIEW_DAYS.find((days) => String(days) === text);
}

export function reviewAddress(review: Pick<ListedReview, 'key' | 'review'>): string {
  return `/bets/${review.key}/review/${review.review}`;
}

const NUMBERS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** The finding of the list. Counts only what is due and never calls it late. */
export function reviewsSentence(reviews: readonly ListedReview[]): string {
  const due = reviews.filter(({ state }) => state === 'due');
  if (due.length === 0) return reviews.some(({ state }) => state === 'waiting') ? 'No review is due.' : 'Every review has been made.';
  const spans = new Set(due.map(({ review }) => review));
  const days = spans.size === 1 ? { 30: 'thirty days', 90: 'ninety days', 365: 'year' }[due[0]!.review] ?? `${due[0]!.review} days` : undefined;
  const many = NUMBERS[due.length] ?? String(due.length);
  if (days !== undefined) return due.length === 1 ? `One bet has had its ${days}.` : `${many} bets have had their ${days}.`;
  return `${many} reviews are due.`;
}

/** `due since 3 Nov 2026`, `on 3 Feb 2027`, `made`. */
export function standingWords({ state, dueOn, next }: Pick<ListedReview, 'state' | 'dueOn' | 'next'>): string {
  if (state === 'waiting') return `on ${dayShort(dueOn)}`;
  if (state === 'due') return `${next === 'rate' ? '' : 'begun, '}due since ${dayShort(dueOn)}`;
  return next === 'note' ? 'shown, not noted yet' : next === 'settle' ? 'shown, not settled yet' : 'made';
}

/** In the order in which they ask for something: due, unfinished, waiting by day, then what was made, newest first. */
export function inOrder(reviews: readonly ListedReview[]): { readonly due: ListedReview[]; readonly waiting: ListedReview[]; readonly done: ListedReview[] } {
  const unfinished = (one: ListedReview): boolean => one.state === 'done' && (one.next === 'note' || one.next === 'settle');
  return {
    due: [...reviews.filter(({ state }) => state === 'due'), ...reviews.filter(unfinished)],
    waiting: reviews.filter(({ state }) => state === 'waiting'),
    done: reviews.filter((one) => one.state === 'done' && !unfinished(one)).toReversed(),
  };
}

/** What memory did with the odds, kindly; undefined while either is not known. Example: 0.8 remembered, 0.65 said. */
export function memoryWords({ remembered, said, hiddenUntil }: Pick<Review, 'remembered' | 'said' | 'hiddenUntil'>): string | undefined {
  if (hiddenUntil !== undefined && remembered !== undefined) return `You remembered giving ${chance(remembered)}. What the seal says stays covered: another review of this bet is open, and asks it too.`;
  if (remembered === undefined || said === undefined) return undefined;
  const points = Math.round(Math.abs(remembered - said) * 100);
  if (points === 0) return `You remembered giving ${chance(remembered)}, and so the seal says.`;
  return `You remembered giving ${chance(remembered)}; the seal says ${chance(said)}. Memory moved ${counted(points, 'point')}, as it does for nearly everybody who knows how things went on.`;
}

export const STEPS = [{ id: 'rate', name: 'Rate' }, { id: 'remember', name: 'Remember' }, { id: 'reveal', name: 'See' }, { id: 'note', name: 'Luck and skill' }] as const;
type StepId = (typeof STEPS)[number]['id'] | 'settle' | 'lesson';

/** The stations of this review and which is current; those before it are done. A review that decides has two more. */
export function stations(review: Pick<Review, 'decides' | 'next'>, current: Review['next'], learnt: boolean): readonly { readonly id: StepId; readonly name: string; readonly state: 'done' | 'current' | 'ahead' }[] {
  const all: readonly { id: StepId; name: string }[] = [...STEPS, ...(review.decides ? [{ id: 'settle' as const, name: 'Settle' }, { id: 'lesson' as const, name: 'Lesson' }] : [])];
  const at = current === 'nothing' ? (review.decides && !learnt ? all.length - 1 : all.length) : all.findIndex(({ id }) => id === current);
  return all.map((one, place) => ({ ...one, state: place < at ? 'done' : place === at ? 'current' : 'ahead' }));
}

/** A chance as somebody types it, `70`, `70%`, `70.5`: 0 to 1; undefined when it is none. A bare fraction stays a per cent: `0.7` is 0.7%. */
export function chanceIn(text: string): number | undefined {
  const match = /^\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*$/.exec(text);
  const value = match === null ? Number.NaN : Number(match[1]!.replace(',', '.'));
  return value <= 100 ? value / 100 : undefined;
}

/** The amendments without what somebody may not see yet. */
export function withoutOdds(amendments: Bet['amendments']): Bet['amendments'] {
  return amendments.map((one) => {
    const { probability: _, effectLow: __, effectHigh: ___, ...changes } = one.changes;
    return { ...one, changes };
  });
}
