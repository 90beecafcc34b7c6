// The workspace's own row and what it counts besides items. Only SQL.
import { sql, type Selectable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

/** Throws when there is no such workspace. */
export function getWorkspace(tx: Tx, workspaceId: string): Promise<Selectable<Schema['workspace']>> {
  return tx.selectFrom('workspace').selectAll().where('id', '=', workspaceId).executeTakeFirstOrThrow();
}

/** Sets what is given. The product's name is the one product's. */
export async function renameWorkspace(tx: Tx, workspaceId: string, to: { readonly name?: string | undefined; readonly product?: string | undefined; readonly timeZone?: string | undefined }): Promise<void> {
  if (to.name !== undefined) await tx.updateTable('workspace').set({ name: to.name }).where('id', '=', workspaceId).execute();
  if (to.timeZone !== undefined) await tx.updateTable('workspace').set({ time_zone: to.timeZone }).where('id', '=', workspaceId).execute();
  if (to.product !== undefined) await tx.updateTable('product').set({ name: to.product }).where('workspace_id', '=', workspaceId).execute();
}

export async function countRecords(tx: Tx, workspaceId: string): Promise<{ sources: number; problems: number; bets: number }> {
  const { rows } = await sql<{ sources: number; problems: number; bets: number }>`
    select (select count(*)::int from source where workspace_id = ${workspaceId}) as sources, (select count(*)::int from problem where workspace_id = ${workspaceId}) as problems,
      (select count(*)::int from bet where workspace_id = ${workspaceId}) as bets`.execute(tx);
  return rows[0]!;
}
