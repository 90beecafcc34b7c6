// Placing a bet: the record of bets like it first, then the seal; and amending it in the open. The rules are the domain's.
import { baseRates, PUBLISHED_RATES, type SettledBet } from '../domain/bet/base-rate.ts';
import { completeTerms, unfitness, type BetTerms } from '../domain/bet/terms.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet, listBets, updateBet, type BetRow } from '../store/bet.ts';
import { asJson } from '../store/engine/parameters.ts';
import { findMetric } from '../store/metric.ts';
import { timeText, type Tx } from '../store/schema.ts';
import { listSeals } from '../store/seal.ts';
import { draftTerms, sealedTerms, showBet } from './bet-view.ts';
import { termsFrom } from './bet.ts';
import type { Handlers } from './context.ts';
import { appendSeal, sealShown } from './seal.ts';

const missing = (reference: string) => refused('not_found', { kind: 'bet', reference });

/** Bets that were settled on a measurement, with what sort they were and whose. */
export async function settledBets(tx: Tx, workspaceId: string): Promise<SettledBet[]> {
  const rows = (await listBets(tx, workspaceId)).filter((row) => row.settled_at !== null && (row.outcome as { status?: string } | null)?.status !== 'dropped');
  return rows.filter((row) => ['won', 'lost', 'inconclusive'].includes(String((row.outcome as { status: string }).status))).map((row) => {
    const { status, atAPrice } = row.outcome as { status: string; atAPrice?: boolean };
    return { kind: (row.terms as Partial<BetTerms>).kind, by: row.placed_by ?? '', won: status === 'won' && atAPrice !== true };
  });
}

/** What the metrics were called when the bet was sealed: an export is read without the workspace. */
async function metricNames(tx: Tx, workspaceId: string, terms: BetTerms): Promise<Record<string, string>> {
  const ids = [terms.metric, ...terms.controls, ...terms.guardrails.map(({ metric }) => metric)].filter((id) => id !== undefined);
  const names: Record<string, string> = {};
  for (const id of ids) {
    const row = await findMetric(tx, workspaceId, id);
    if (row) names[id] = row.unit === null ? row.name : `${row.name} (${row.unit})`;
  }
  return names;
}

const isPlaced = (row: BetRow): boolean => row.placed_at !== null;

export const betPlaceHandlers: Pick<Handlers, 'bet.base' | 'bet.place' | 'bet.amend'> = {
  async 'bet.base'(given, context) {
    const { tx, asker, now } = context;
    const row = await findBet(tx, asker.workspaceId, given.bet);
    if (!row) return missing(given.bet);
    const kind = (row.terms as Partial<BetTerms>).kind;
    const rates = baseRates(await settledBets(tx, asker.workspaceId), asker.memberId, kind);
    const shownAt = timeText(now);
    if (!isPlaced(row)) await updateBet(tx, asker.workspaceId, row.id, { base_rate: asJson({ shownAt, kind, rates }) });
    return granted({ bet: row.id, kind, rates, published: PUBLISHED_RATES.map((rate) => ({ ...rate })), shownAt });
  },

  async 'bet.place'(given, context) {
    const { tx, asker, now } = context;
    const row = await findBet(tx, asker.workspaceId, given.bet);
    if (!row) return missing(given.bet);
    if (isPlaced(row)) return refused('bet_sealed', { key: row.key, what: 'what it promises' });
    if (row.state === 'closed') return refused('bet_settled', { key: row.key });
    const complete = completeTerms(draftTerms(row), row.base_rate !== null);
    if (!complete.ok) return complete;
    const seal = await appendSeal(context, {
      bet: row, kind: 'placement',
      content: { terms: complete.value, metrics: await metricNames(tx, asker.workspaceId, complete.value), baseRate: row.base_rate, placedBy: asker.memberId },
    });
    await updateBet(tx, asker.workspaceId, row.id, { placed_at: timeText(now), placed_by: asker.memberId, updated_at: timeText(now) });
    return granted({ bet: await showBet(context, (await findBet(tx, asker.workspaceId, row.id))!), seal: sealShown(seal) });
  },

  async 'bet.amend'(given, context) {
    const { tx, asker } = context;
    const row = await findBet(tx, asker.workspaceId, given.bet);
    if (!row) return missing(given.bet);
    if (!isPlaced(row)) return refused('bet_not_placed', { key: row.key });
    if (row.settled_at !== null) return refused('bet_settled', { key: row.key });
    const changes = await termsFrom(context, given.changes);
    if (!changes.ok) return changes;
    const claim = given.changes.claim === undefined ? {} : { claim: given.changes.claim };
    const original = sealedTerms(await listSeals(tx, asker.workspaceId, row.id))!;
    const unfit = unfitness({ ...original, ...changes.value, ...claim });
    if (unfit !== undefined) return refused('bet_unfit', { what: unfit });
    const seal = await appendSeal(context, { bet: row, kind: 'amendment', content: { words: given.words, changes: { ...changes.value, ...claim }, amendedBy: asker.memberId } });
    const bet = await showBet(context, row);
    return granted({ bet, seal: sealShown(seal, bet.hiddenUntil !== undefined) });
  },
};
