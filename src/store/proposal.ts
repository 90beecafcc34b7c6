// What agents proposed, as rows.
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

export type ProposalRow = Selectable<Schema['proposal']>;

/** By id or key (`PR-1`); undefined when there is none. */
export function findProposal(tx: Tx, workspaceId: string, reference: string): Promise<ProposalRow | undefined> {
  return tx.selectFrom('proposal').selectAll().where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', reference), eb('key', '=', reference)])).executeTakeFirst();
}

/** Newest first; `state` absent means all. */
export function listProposals(tx: Tx, workspaceId: string, state?: ProposalRow['state']): Promise<ProposalRow[]> {
  return tx.selectFrom('proposal').selectAll().where('workspace_id', '=', workspaceId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!)).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(500).execute();
}

export async function insertProposal(tx: Tx, row: Insertable<Schema['proposal']>): Promise<void> {
  await tx.insertInto('proposal').values(row).execute();
}

export async function updateProposal(tx: Tx, workspaceId: string, id: string, change: Updateable<Schema['proposal']>): Promise<void> {
  await tx.updateTable('proposal').set(change).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}
