// What the pages of bets say, decided without a screen: stages, the ledger's sentence, the next step, verdicts.
import type { OutputOf } from '../../../../contract/index.ts';
import type { BetStanding } from '../../charts/outcome/bet-intervals.ts';
import { said, saidRange, type Measure } from '../../charts/outcome/measure.ts';
import { counted, dayShort } from '../../data/words.ts';

export type Bet = OutputOf<'bet.get'>['bet'];
export type Terms = Bet['terms'];
export type Outcome = NonNullable<Bet['outcome']>;
export type Review = OutputOf<'review.list'>['reviews'][number];
export type Seal = OutputOf<'seal.list'>['seals'][number];
export type Rate = OutputOf<'bet.base'>['rates'][number];
export type Lesson = OutputOf<'lesson.list'>['lessons'][number];

/** What is being done to a placed bet, in a dialog over its page. */
export type Doing = 'amend' | 'ship' | 'drop' | undefined;

export const STAGES = ['draft', 'placed', 'shipped', 'settled', 'dropped'] as const;
export type Stage = (typeof STAGES)[number];
export const STAGE_NAMES: Readonly<Record<Stage, string>> = { draft: 'Drafts', placed: 'Placed', shipped: 'Waiting for readout', settled: 'Settled', dropped: 'Dropped' };

/** Where a bet stands in the ledger: one that was placed and ended without a measurement is dropped, not settled. */
export function shelfOf(bet: Pick<Bet, 'stage' | 'outcome'>): Stage {
  return bet.stage === 'settled' && bet.outcome?.status === 'dropped' ? 'dropped' : bet.stage;
}

export function shelves(bets: readonly Bet[]): Record<Stage, Bet[]> {
  return Object.fromEntries(STAGES.map((stage) => [stage, bets.filter((bet) => shelfOf(bet) === stage)])) as Record<Stage, Bet[]>;
}

/** Where the ledger opens: what waits for a readout first, else the first shelf with anything on it. */
export function openShelf(on: Readonly<Record<Stage, readonly Bet[]>>): Stage {
  return (['shipped', 'placed', 'draft', 'settled', 'dropped'] as const).find((stage) => on[stage].length > 0) ?? 'draft';
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The ledger's finding. Due reviews come first, since only they can settle a bet. */
export function ledgerSentence(on: Readonly<Record<Stage, readonly Bet[]>>, waiting: readonly Pick<Review, 'bet' | 'review'>[]): string {
  const { draft, placed, shipped, settled } = on;
  const due = new Set(waiting.map(({ bet }) => bet)).size;
  if (due === 1) return `One bet has had its ${Math.max(...waiting.map(({ review }) => review))} days and waits to be read out.`;
  if (due > 1) return `${counted(due, 'bet')} have had their days and wait to be read out.`;
  const parts = [
    placed.length > 0 && `${counted(placed.length, 'bet is', 'bets are')} placed`,
    shipped.length > 0 && `${shipped.length} ${shipped.length === 1 ? 'waits for its readout' : 'wait for their readouts'}`,
    draft.length > 0 && `${draft.length} ${draft.length === 1 ? 'is a draft' : 'are drafts'}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return settled.length === 0 ? 'No bet is open.' : `${settled.length === 1 ? 'The one bet is' : `All ${settled.length} bets are`} settled; nothing is at stake now.`;
  const first = parts[0]!;
  return `${listed([/^\d+ (?:waits?|is|are)/.test(first) ? first.replace(/^(\d+)/, (_, count: string) => counted(Number(count), 'bet')) : first, ...parts.slice(1)])}.`;
}

/** The next review of a bet that nobody here has seen yet: due before waiting, else undefined. */
export function nextReview(reviews: readonly Review[], bet: string): Review | undefined {
  const own = reviews.filter((review) => review.bet === bet && review.state !== 'done');
  return own.find(({ state }) => state === 'due') ?? own[0];
}

/** `90-day review due since 3 Nov 2026`, `90-day review on 3 Feb 2027`. */
export function reviewWords(review: Pick<Review, 'review' | 'state' | 'dueOn'>): string {
  return `${review.review}-day review ${review.state === 'due' ? 'due since' : 'on'} ${dayShort(review.dueOn)}`;
}

export function standingOf(bet: Pick<Bet, 'outcome' | 'stage'>): BetStanding {
  switch (bet.outcome?.status) {
    case 'won': return 'won';
    case 'lost': return 'lost';
    case undefined: return bet.stage === 'shipped' ? 'running' : 'open';
    default: return 'cannot-tell';
  }
}

const SUBS: Readonly<Record<string, string>> = {
  met: 'the whole interval is above the bar', harmful: 'it made things worse', 'real-but-below-bar': 'real, but below the bar', 'no-sign-of-it': 'no sign of it',
  'positive-size-unknown': 'better, by how much is open', 'direction-unknown': 'not even the direction is clear',
};

/** What goes with a verdict in a few words; '' when nothing does. */
export function verdictNote({ status, sub, reason, atAPrice }: Outcome): string {
  if (status === 'dropped') return 'ended without a measurement';
  if (reason === 'killed') return 'its own kill criterion tripped';
  if (status === 'refused') return 'the metric could not answer';
  return [sub === undefined ? '' : SUBS[sub] ?? '', atAPrice === true ? 'at a price: a guardrail was breached' : ''].filter((one) => one !== '').join('; ');
}

/** The sentence of a settled bet. Says what it does not mean where a number could wound. */
export function outcomeSentence(outcome: Outcome, terms: Terms, measure: Measure, metric: string | undefined): string {
  const { effect, low = null, high = null } = outcome;
  const named = metric === undefined ? '' : `${metric} `;
  const range = effect === undefined ? '' : `${named}${said(effect, measure, { signed: true })} (${saidRange(low, high, measure, { signed: true })})`;
  const bar = terms.minEffect === undefined ? '' : said(terms.minEffect, measure, { signed: true });
  switch (outcome.status) {
    case 'won': return `It worked${outcome.atAPrice === true ? ', at a price' : promiseWords(effect, terms)}: ${range}, and the bar was ${bar}.`;
    case 'lost': return outcome.reason === 'killed' ? `It was stopped by its own criterion${range === '' ? '' : `: ${range}`}.` : `It did not reach its bar: ${range}, and the bar was ${bar}.`;
    case 'inconclusive': return `Cannot tell: ${range}, and the bar was ${bar}.`;
    case 'refused': return 'Cannot tell: the metric could not answer this bet.';
    case 'dropped': return 'It was dropped before it could be measured.';
  }
}

function promiseWords(effect: number | undefined, { effectLow, effectHigh }: Terms): string {
  if (effect === undefined || effectLow === undefined || effectHigh === undefined) return '';
  if (effect > effectHigh) return ', above everything you promised';
  if (effect < effectLow) return ', though below everything you promised';
  return effect < (effectLow + effectHigh) / 2 ? ', though below the middle of what you promised' : ', as promised';
}

/** What the base rate is a record of: `your 4 bets of this kind`. */
export function rateWords({ of, n }: Rate, kind: string | undefined): string {
  const bets = n === 1 ? 'one settled bet' : `${n} settled bets`;
  switch (of) {
    case 'mine_of_kind': return `your ${bets} of the kind “${kind ?? ''}”`;
    case 'ours_of_kind': return `the workspace’s ${bets} of the kind “${kind ?? ''}”`;
    case 'mine': return `your ${bets}`;
    case 'ours': return `the workspace’s ${bets}`;
    case 'published': return 'published experiments';
  }
}

/** First eight and last four of a hash: `b0444891 … 7e87`. */
export function hashWords(sha256: string): string {
  return `${sha256.slice(0, 4)} ${sha256.slice(4, 8)} … ${sha256.slice(-4)}`;
}
