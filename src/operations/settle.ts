// Settling a bet: on the readout of its sealed review, on its own kill criterion, or dropped. The rule decides, the chain remembers.
import { outcomeOf, type Outcome } from '../domain/bet/settlement.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet, updateBet } from '../store/bet.ts';
import { asJson } from '../store/engine/parameters.ts';
import { findReviewReadout, listReadouts } from '../store/readout.ts';
import { timeText } from '../store/schema.ts';
import { listSeals } from '../store/seal.ts';
import { sealedTerms, showBet } from './bet-view.ts';
import type { Context, Handlers } from './context.ts';
import type { Computed } from './readout-compute.ts';
import { priorFor } from './record-facts.ts';
import { appendSeal, sealShown } from './seal.ts';

export const settleHandlers: Pick<Handlers, 'bet.settle'> = {
  async 'bet.settle'(given, context) {
    const { tx, asker } = context;
    const row = await findBet(tx, asker.workspaceId, given.bet);
    if (!row) return refused('not_found', { kind: 'bet', reference: given.bet });
    if (row.settled_at !== null) return refused('bet_settled', { key: row.key });
    const terms = sealedTerms(await listSeals(tx, asker.workspaceId, row.id));
    if (terms === undefined) return refused('bet_not_placed', { key: row.key });
    if (given.dropped) {
      if (given.reason === undefined) return refused('settle_needs_reason');
      return settled(context, row.id, { status: 'dropped', reason: given.reason, ...(given.costAvoided === undefined ? {} : { costAvoided: given.costAvoided }) });
    }
    const deciding = await findReviewReadout(tx, asker.workspaceId, row.id, terms.primaryReview);
    const killed = deciding ?? (await listReadouts(tx, asker.workspaceId, row.id)).find(({ review, result }) => review !== null && (result as Computed).kill?.state === 'tripped');
    if (killed === undefined) return refused('review_step_first', { step: `have the outcome of the ${terms.primaryReview}-day review shown: it is the one that was sealed to decide` });
    const { report, good, precision, kill, atAPrice } = killed.result as Computed;
    const { status, sub, reason } = report.verdict;
    if (status === 'too-early') return refused('settle_too_early', { key: row.key, why: report.sentences[0] ?? 'its window is not over' });
    const outcome = outcomeOf({
      status, sub: sub ?? undefined, reason: reason ?? undefined, pAtLeastMin: report.pAtLeastMin ?? undefined, good, standardError: precision?.standardError, grade: report.grade, killTripped: kill?.state === 'tripped', atAPrice,
    }, terms.minEffect!, await priorFor(context, terms), killed.id);
    return settled(context, row.id, { ...outcome, ...(given.costAvoided === undefined ? {} : { costAvoided: given.costAvoided }) });
  },
};

async function settled(context: Context, id: string, outcome: Outcome) {
  const { tx, asker, now } = context;
  const row = (await findBet(tx, asker.workspaceId, id))!;
  const seal = await appendSeal(context, { bet: row, kind: 'settlement', content: { outcome, settledBy: asker.memberId } });
  await updateBet(tx, asker.workspaceId, id, {
    outcome: asJson(outcome), settled_at: timeText(now), updated_at: timeText(now), ...(outcome.status === 'dropped' ? { state: 'closed' as const, closed_reason: outcome.reason ?? null } : {}),
  });
  return granted({ bet: await showBet(context, (await findBet(tx, asker.workspaceId, id))!), seal: sealShown(seal) });
}
