// The chain of seals as rows: appended, read, never changed. The database refuses any other statement.
import type { Selectable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

export type SealRow = Selectable<Schema['seal']>;

/** The last seal of the workspace; undefined before the first. Locks the workspace row, so that two seals never share a place. */
export async function lastSeal(tx: Tx, workspaceId: string): Promise<SealRow | undefined> {
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forUpdate().executeTakeFirstOrThrow();
  return tx.selectFrom('seal').selectAll().where('workspace_id', '=', workspaceId).orderBy('position', 'desc').limit(1).executeTakeFirst();
}

export async function insertSeal(tx: Tx, row: SealRow): Promise<void> {
  await tx.insertInto('seal').values(row).execute();
}

/** In the order of the chain; of one bet or of all. */
export function listSeals(tx: Tx, workspaceId: string, betId?: string): Promise<SealRow[]> {
  return tx.selectFrom('seal').selectAll().where('workspace_id', '=', workspaceId)
    .$if(betId !== undefined, (query) => query.where('bet_id', '=', betId!)).orderBy('position').execute();
}
