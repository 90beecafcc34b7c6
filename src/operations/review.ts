// Reviews at 30, 90 and 365 days: what is due, and each member's way through in the order that keeps hindsight out. What a member
// rated and remembered is shown to that member only.
import type { OutputOf } from '../contract/index.ts';
import { dueOn, mayTake, nextStep, type ReviewSteps } from '../domain/bet/review.ts';
import type { BetTerms, ReviewDay } from '../domain/bet/terms.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { daysFrom } from '../domain/kernel/calendar.ts';
import { listBets } from '../store/bet.ts';
import { findReadout, findReviewReadout, listReviewSteps, saveReviewStep, type ReviewRow } from '../store/readout.ts';
import { timeText } from '../store/schema.ts';
import { listSeals } from '../store/seal.ts';
import { listShips, type ShipRow } from '../store/ship.ts';
import { sealedTerms } from './bet-view.ts';
import type { Context, Handlers } from './context.ts';
import { coveredBets, plannedReviews, UNTIL_REVEAL, wasKilled } from './covered-odds.ts';
import { makeReadout, shippedBet, showReadout, type ShippedBet } from './readout.ts';

type ReviewShown = OutputOf<'review.get'>['review'];

function stepsOf(row: ReviewRow | undefined): ReviewSteps {
  return { process: row?.process ?? undefined, remembered: row?.remembered ?? undefined, revealed: row?.revealed_at != null, luck: row?.luck ?? undefined };
}

/** `isCovered` while another review of the bet is open: the odds an earlier one showed are out of sight again. */
function shown(bet: ShippedBet, review: ReviewDay, row: ReviewRow | undefined, today: string, isCovered: boolean): Omit<ReviewShown, 'readout'> {
  const { terms, ship } = bet;
  const due = dueOn({ shippedOn: ship.shipped_on, rolledOutOn: ship.rolled_out_on ?? undefined }, review);
  const steps = stepsOf(row);
  const said = steps.revealed && !isCovered ? terms.probability : undefined;
  const decides = review === terms.primaryReview;
  const next = nextStep(steps);
  return {
    bet: bet.row.id, key: bet.row.key, claim: terms.claim, review, decides, dueOn: due, state: steps.revealed ? 'done' : due <= today ? 'due' : 'waiting', daysOver: Math.max(0, daysFrom(due, today)),
    process: steps.process, remembered: steps.remembered, ...(isCovered ? UNTIL_REVEAL : {}), said, shift: said === undefined || steps.remembered === undefined ? undefined : steps.remembered - said,
    luck: row?.luck ?? undefined, note: row?.note ?? undefined, next: decides && bet.row.settled_at === null && steps.revealed && next === 'nothing' ? 'settle' : next,
  };
}

/** One planned review with the asker's own steps, or why there is none. */
async function ownReview(context: Context, reference: string, review: ReviewDay) {
  const bet = await shippedBet(context, reference);
  if (!bet.ok) return bet;
  if (!bet.value.terms.reviews.includes(review)) return refused('review_not_planned', { key: bet.value.row.key, review, planned: `${bet.value.terms.reviews.join(', ')} days` });
  const rows = await listReviewSteps(context.tx, context.asker.workspaceId, context.asker.memberId, bet.value.row.id);
  return granted({ bet: bet.value, review, row: rows.find((row) => row.review === review) });
}

interface OwnReview { readonly bet: ShippedBet; readonly review: ReviewDay; readonly row: ReviewRow | undefined }

async function answer(context: Context, { bet, review, row }: OwnReview) {
  const { tx, asker, today } = context;
  const readout = row?.readout_id == null ? undefined : await findReadout(tx, asker.workspaceId, row.readout_id);
  const isCovered = (await coveredBets(context, { bets: [bet.row], ships: [bet.ship] })).has(bet.row.id);
  return granted({ review: { ...shown(bet, review, row, today, isCovered), readout: readout && (await showReadout(context, readout)) } });
}

async function save(context: Context, own: OwnReview, change: Partial<ReviewRow>): Promise<OwnReview> {
  const { tx, asker, now } = context;
  const base: ReviewRow = own.row ?? {
    workspace_id: asker.workspaceId, bet_id: own.bet.row.id, review: own.review, member_id: asker.memberId, process: null, remembered: null, readout_id: null, revealed_at: null, luck: null, note: null, updated_at: timeText(now),
  };
  const row = { ...base, ...change, updated_at: timeText(now) };
  await saveReviewStep(tx, row);
  return { ...own, row };
}

type Names = 'review.list' | 'review.get' | 'review.rate' | 'review.remember' | 'review.reveal' | 'review.note';

export const reviewHandlers: Pick<Handlers, Names> = {
  async 'review.list'(given, context) {
    const { tx, asker, today } = context;
    const steps = await listReviewSteps(tx, asker.workspaceId, asker.memberId);
    const kept = await listShips(tx, asker.workspaceId);
    const ships = new Map<string | null, ShipRow>(kept.map((ship) => [ship.bet_id, ship]));
    const bets = await listBets(tx, asker.workspaceId);
    const covered = await coveredBets(context, { bets, ships: kept });
    const seals = await listSeals(tx, asker.workspaceId);
    const all: Omit<ReviewShown, 'readout'>[] = [];
    for (const row of bets) {
      const ship = ships.get(row.id);
      const terms: BetTerms | undefined = sealedTerms(seals.filter(({ bet_id: of }) => of === row.id));
      if (ship === undefined || terms === undefined) continue;
      for (const review of plannedReviews(row)) {
        const one = shown({ row, terms, ship }, review, steps.find((step) => step.bet_id === row.id && step.review === review), today, covered.has(row.id));
        if (!wasKilled(row) || one.state === 'done') all.push(one);
      }
    }
    all.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.review - b.review));
    return granted({ reviews: all.filter(({ state }) => given.state === 'all' || state === given.state), due: all.filter(({ state }) => state === 'due').length });
  },

  async 'review.get'(given, context) {
    const own = await ownReview(context, given.bet, given.review);
    return own.ok ? answer(context, own.value) : own;
  },

  async 'review.rate'(given, context) {
    const own = await ownReview(context, given.bet, given.review);
    if (!own.ok) return own;
    const { state, dueOn: due, key } = shown(own.value.bet, given.review, own.value.row, context.today, true);
    if (state === 'waiting') return refused('review_not_due', { review: given.review, key, due });
    const may = mayTake('rate', stepsOf(own.value.row));
    if (!may.ok) return refused('review_revealed');
    return answer(context, await save(context, own.value, { process: given.process }));
  },

  async 'review.remember'(given, context) {
    const own = await ownReview(context, given.bet, given.review);
    if (!own.ok) return own;
    const may = mayTake('remember', stepsOf(own.value.row));
    if (!may.ok) return may;
    return answer(context, await save(context, own.value, { remembered: given.probability }));
  },

  async 'review.reveal'(given, context) {
    const own = await ownReview(context, given.bet, given.review);
    if (!own.ok) return own;
    if (own.value.row?.revealed_at != null) return answer(context, own.value);
    const may = mayTake('reveal', stepsOf(own.value.row));
    if (!may.ok) return refused('review_step_first', may.refusal.details);
    const { tx, asker, now } = context;
    const made = await findReviewReadout(tx, asker.workspaceId, own.value.bet.row.id, given.review);
    if (made !== undefined) return answer(context, await save(context, own.value, { readout_id: made.id, revealed_at: timeText(now) }));
    const fresh = await makeReadout(context, own.value.bet, given.review, undefined, given);
    if (!fresh.ok) return fresh;
    if (!fresh.value.kept) {
      const { report } = fresh.value.row.result as { report: { sentences: readonly string[] } };
      return refused('metric_unreadable', { sentence: `${report.sentences[0] ?? 'Too early to tell.'} Load the missing days first; nothing was revealed.` });
    }
    return answer(context, await save(context, own.value, { readout_id: fresh.value.row.id, revealed_at: timeText(now) }));
  },

  async 'review.note'(given, context) {
    const own = await ownReview(context, given.bet, given.review);
    if (!own.ok) return own;
    const may = mayTake('note', stepsOf(own.value.row));
    if (!may.ok) return refused('review_step_first', may.refusal.details);
    return answer(context, await save(context, own.value, { luck: given.luck, note: given.note ?? null }));
  },
};
