// Bets as rows, with what they answer and lead to.
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

export type BetRow = Selectable<Schema['bet']>;

/** By id or key (`B-1`); undefined when there is none. */
export function findBet(tx: Tx, workspaceId: string, reference: string): Promise<BetRow | undefined> {
  return tx.selectFrom('bet').selectAll().where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', reference), eb('key', '=', reference)])).executeTakeFirst();
}

/** In the order they were written down; `state` absent means all. */
export function listBets(tx: Tx, workspaceId: string, state?: 'open' | 'closed'): Promise<BetRow[]> {
  return tx.selectFrom('bet').selectAll().where('workspace_id', '=', workspaceId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!)).orderBy('created_at').orderBy('id').limit(2000).execute();
}

export async function insertBet(tx: Tx, row: Insertable<Schema['bet']>): Promise<void> {
  await tx.insertInto('bet').values(row).execute();
}

export async function updateBet(tx: Tx, workspaceId: string, id: string, change: Updateable<Schema['bet']>): Promise<void> {
  await tx.updateTable('bet').set(change).set((eb) => ({ version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}
