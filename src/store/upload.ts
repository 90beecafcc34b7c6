// Files that were handed over, by id. The bytes lie in the folder for files; here is what is known of them. Only SQL.
import type { Selectable } from 'kysely';
import { timeText, type Schema, type Tx } from './schema.ts';

export type UploadRow = Selectable<Schema['upload']>;

export function findUpload(tx: Tx, workspaceId: string, id: string): Promise<UploadRow | undefined> {
  return tx.selectFrom('upload').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
}

/** Forgets uploads made before `at`; returns their ids, so that the files can go too. */
export async function deleteUploadsBefore(tx: Tx, workspaceId: string, at: number): Promise<string[]> {
  const rows = await tx.deleteFrom('upload').where('workspace_id', '=', workspaceId).where('created_at', '<', timeText(at)).returning('id').execute();
  return rows.map(({ id }) => id);
}
