// A bet as callers see it: its draft, or what was sealed with the amendments beside it, its ship and its outcome.
import type { OutputOf } from '../contract/index.ts';
import { completeTerms, UNSAID, type BetTerms } from '../domain/bet/terms.ts';
import { granted } from '../domain/kernel/ruling.ts';
import type { BetRow } from '../store/bet.ts';
import { countLinkedItems } from '../store/link.ts';
import { listSeals, type SealRow } from '../store/seal.ts';
import { listShips, type ShipRow } from '../store/ship.ts';
import type { Context } from './context.ts';
import { coveredBets, UNTIL_REVEAL, withoutOdds } from './covered-odds.ts';
import { contentOf } from './seal.ts';

export type Bet = OutputOf<'bet.get'>['bet'];

/** The draft's terms with what was never said filled in. */
export function draftTerms(row: BetRow): BetTerms {
  return { ...UNSAID, ...(row.terms as Partial<BetTerms>), claim: row.claim, problem: row.problem_id ?? undefined, goal: row.goal_id ?? undefined };
}

/** What a verdict is taken from: the terms as they were sealed; undefined before the bet is placed. */
export function sealedTerms(seals: readonly SealRow[]): BetTerms | undefined {
  const placement = seals.find(({ kind }) => kind === 'placement');
  return placement === undefined ? undefined : (contentOf(placement)['terms'] as BetTerms);
}

export function stageOf(row: BetRow, ship: ShipRow | undefined): Bet['stage'] {
  if (row.settled_at !== null) return 'settled';
  if (row.state === 'closed') return 'dropped';
  if (row.placed_at === null) return 'draft';
  return ship === undefined ? 'placed' : 'shipped';
}

function shown(row: BetRow, seals: readonly SealRow[], ship: ShipRow | undefined, items: number, isCovered: boolean): Bet {
  const sealed = sealedTerms(seals);
  const terms = sealed ?? draftTerms(row);
  const placement = seals.find(({ kind }) => kind === 'placement');
  return {
    id: row.id, key: row.key, claim: terms.claim, state: row.state, stage: stageOf(row, ship), problem: row.problem_id ?? undefined, goal: row.goal_id ?? undefined,
    terms: (isCovered ? withoutOdds(terms) : terms) as Bet['terms'], ...(isCovered ? UNTIL_REVEAL : {}), missing: sealed === undefined ? missingFrom(terms, row.base_rate !== null) : [],
    baseRateShownAt: (row.base_rate as { shownAt?: string } | null)?.shownAt, placedAt: row.placed_at ?? undefined,
    seal: placement && { position: placement.position, sha256: placement.sha256, previous: placement.previous ?? undefined, sealedAt: placement.sealed_at },
    amendments: seals.filter(({ kind }) => kind === 'amendment').map(amendment).map((one) => (isCovered ? withoutOdds(one) : one)),
    ship: ship && { id: ship.id, key: ship.key, title: ship.title, shippedOn: ship.shipped_on, rolledOutOn: ship.rolled_out_on ?? undefined },
    outcome: (row.outcome as Bet['outcome'] | null) ?? undefined, settledAt: row.settled_at ?? undefined, rank: row.rank ?? undefined,
    closedReason: row.closed_reason ?? undefined, items, createdAt: row.created_at, updatedAt: row.updated_at,
  };
}

function amendment(row: SealRow): Bet['amendments'][number] {
  const { words, changes } = contentOf(row) as { words: string; changes: Record<string, unknown> };
  return { position: row.position, sealedAt: row.sealed_at, words, changes };
}

function missingFrom(terms: BetTerms, baseRateSeen: boolean): string[] {
  const ruling = completeTerms(terms, baseRateSeen);
  if (ruling.ok) return [];
  if (ruling.refusal.code === 'bet_incomplete') return ruling.refusal.details!['missing'] as string[];
  return ruling.refusal.code === 'base_rate_first' ? ['what became of bets like it, before the probability'] : [ruling.refusal.details!['what'] as string];
}

/** Bets in the order of the rows. */
export async function showBets({ tx, asker, today }: Pick<Context, 'tx' | 'asker' | 'today'>, rows: readonly BetRow[]): Promise<Bet[]> {
  const only = rows.length === 1 ? rows[0]!.id : undefined;
  const seals = await listSeals(tx, asker.workspaceId, only);
  const ships = await listShips(tx, asker.workspaceId);
  const counts = await countLinkedItems(tx, asker.workspaceId);
  const covered = await coveredBets({ tx, asker, today }, { bets: rows, ships });
  return rows.map((row) => shown(row, seals.filter(({ bet_id: of }) => of === row.id), ships.find(({ bet_id: of }) => of === row.id), counts.get(row.id)?.items ?? 0, covered.has(row.id)));
}

export async function showBet(context: Pick<Context, 'tx' | 'asker' | 'today'>, row: BetRow): Promise<Bet> {
  return (await showBets(context, [row]))[0]!;
}

export const answered = (bet: Bet, undo?: OutputOf<'bet.add'>['undo']) => granted({ bet, ...(undo ? { undo } : {}) });
