// Problems as rows, with how many items lead to each.
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

export type ProblemRow = Selectable<Schema['problem']>;

/** By id or key (`P-1`); undefined when there is none. */
export function findProblem(tx: Tx, workspaceId: string, reference: string): Promise<ProblemRow | undefined> {
  return tx.selectFrom('problem').selectAll().where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', reference), eb('key', '=', reference)])).executeTakeFirst();
}

/** In the order they were written down; `state` absent means all. */
export function listProblems(tx: Tx, workspaceId: string, state?: 'open' | 'closed'): Promise<ProblemRow[]> {
  return tx.selectFrom('problem').selectAll().where('workspace_id', '=', workspaceId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!)).orderBy('created_at').orderBy('id').limit(2000).execute();
}

export async function insertProblem(tx: Tx, row: Insertable<Schema['problem']>): Promise<void> {
  await tx.insertInto('problem').values(row).execute();
}

export async function updateProblem(tx: Tx, workspaceId: string, id: string, change: Updateable<Schema['problem']>): Promise<void> {
  await tx.updateTable('problem').set(change).set((eb) => ({ version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}
