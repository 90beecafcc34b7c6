// Writing and checking seals. The rule decides what is hashed; here the hash is made and the chain is extended by one.
import { createHash } from 'node:crypto';
import type { OutputOf } from '../contract/index.ts';
import { canonicalJson, chainFaults, sealText, type KeptSeal, type SealKind } from '../domain/bet/seal.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet } from '../store/bet.ts';
import { timeText } from '../store/schema.ts';
import { insertSeal, lastSeal, listSeals, type SealRow } from '../store/seal.ts';
import type { Context, Handlers } from './context.ts';
import { coveredBets, UNTIL_REVEAL, withoutOdds } from './covered-odds.ts';

type SealShown = OutputOf<'seal.list'>['seals'][number];

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export interface SealedContent {
  readonly bet: { readonly id: string; readonly key: string };
  readonly kind: SealKind;
  readonly content: unknown;
}

/** Appends one seal to the workspace's chain. The transaction holds the chain until it ends. */
export async function appendSeal({ tx, asker, now }: Pick<Context, 'tx' | 'asker' | 'now'>, sealed: SealedContent): Promise<SealRow> {
  const last = await lastSeal(tx, asker.workspaceId);
  const position = (last?.position ?? 0) + 1;
  const sealedAt = timeText(now);
  const previous = last?.sha256 ?? null;
  // Read back from its own text, so that what is shown is what was sealed.
  const content = JSON.parse(canonicalJson(sealed.content)) as unknown;
  const payload = sealText({ position, kind: sealed.kind, bet: sealed.bet.id, key: sealed.bet.key, sealedAt, previous, content });
  const row: SealRow = { workspace_id: asker.workspaceId, position, bet_id: sealed.bet.id, kind: sealed.kind, payload, sha256: sha256(payload), previous, sealed_at: sealedAt };
  await insertSeal(tx, row);
  return row;
}

/** What a seal says, read from its payload. */
export function contentOf(row: SealRow): Record<string, unknown> {
  return (JSON.parse(row.payload) as { content: Record<string, unknown> }).content;
}

/** `isCovered` leaves the odds out of what is shown; the seal itself keeps them. */
export function sealShown(row: SealRow, isCovered = false): SealShown {
  const said = JSON.parse(row.payload) as { key: string; content: Record<string, unknown> };
  return { position: row.position, kind: row.kind, bet: row.bet_id, key: said.key, sha256: row.sha256, previous: row.previous ?? undefined, sealedAt: row.sealed_at, ...(isCovered ? { content: withoutOdds(said.content), ...UNTIL_REVEAL } : { content: said.content }) };
}

/** A row as the check of a chain takes it. */
export function keptSeal({ position, payload, sha256: hash, kind, bet_id: bet, sealed_at: sealedAt, previous }: Omit<SealRow, 'workspace_id'>): KeptSeal {
  return { position, payload, sha256: hash, beside: { kind, bet, sealedAt, previous } };
}

export const sealHandlers: Pick<Handlers, 'seal.list' | 'seal.verify'> = {
  async 'seal.list'(given, context) {
    const { tx, asker } = context;
    const bet = given.bet === undefined ? undefined : await findBet(tx, asker.workspaceId, given.bet);
    if (given.bet !== undefined && bet === undefined) return refused('not_found', { kind: 'bet', reference: given.bet });
    const covered = await coveredBets(context);
    return granted({ seals: (await listSeals(tx, asker.workspaceId, bet?.id)).map((row) => sealShown(row, covered.has(row.bet_id))) });
  },

  async 'seal.verify'(_given, { tx, asker }) {
    const seals = await listSeals(tx, asker.workspaceId);
    const faults = chainFaults(seals.map(keptSeal), sha256);
    return granted({ seals: seals.length, intact: faults.length === 0, head: seals.at(-1)?.sha256, faults });
  },
};
