// Trackers that were imported. A source is one container of one kind of tracker: a Jira project, `owner/repo`, a board. Only SQL.
import { sql } from 'kysely';
import { forgetFingerprints } from './import.ts';
import { timeText, type Tx } from './schema.ts';

export interface SourceRow { readonly id: string; readonly kind: string; readonly name: string }
export interface SourceCount extends SourceRow { readonly items: number; readonly open: number; readonly last_import_at: string | null }

/** The source of this kind and name; made with `newId` when there is none yet. */
export async function ensureSource(tx: Tx, workspaceId: string, kind: string, name: string, newId: () => string, at: number): Promise<string> {
  const found = await tx.selectFrom('source').select('id').where('workspace_id', '=', workspaceId).where('kind', '=', kind).where('name', '=', name).executeTakeFirst();
  if (found) return found.id;
  const made = await tx.insertInto('source').values({ workspace_id: workspaceId, id: newId(), kind, name, created_at: timeText(at), last_import_at: null })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'kind', 'name']).doUpdateSet({ name })).returning('id').executeTakeFirstOrThrow();
  return made.id;
}

export async function touchSources(tx: Tx, workspaceId: string, ids: readonly string[], at: number): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('source').set({ last_import_at: timeText(at) }).where('workspace_id', '=', workspaceId).where('id', 'in', [...ids]).execute();
}

/** The sources that an import which ended at `then` read were read again at `at`. */
export async function touchSourcesReadAt(tx: Tx, workspaceId: string, then: string, at: number): Promise<void> {
  await tx.updateTable('source').set({ last_import_at: timeText(at) }).where('workspace_id', '=', workspaceId).where('last_import_at', '=', then).execute();
}

/** What tells the workspace's sources apart, all of them. */
export async function listSourceNames(tx: Tx, workspaceId: string): Promise<Pick<SourceRow, 'kind' | 'name'>[]> {
  return tx.selectFrom('source').select(['kind', 'name']).where('workspace_id', '=', workspaceId).execute();
}

/** By name, with counts. */
export async function listSources(tx: Tx, workspaceId: string): Promise<SourceCount[]> {
  const { rows } = await sql<SourceCount>`
    select s.id, s.kind, s.name, s.last_import_at, coalesce(c.items, 0) as items, coalesce(o.open, 0) as open
    from source s left join (select source_id, count(*)::int as items from item where workspace_id = ${workspaceId} group by source_id) c on c.source_id = s.id
    left join (select source_id, count(*)::int as open from item where workspace_id = ${workspaceId} and status_class = 'open' group by source_id) o on o.source_id = s.id
    where s.workspace_id = ${workspaceId} order by s.name collate "C", s.kind, s.id limit 1000`.execute(tx);
  return rows;
}

/** By id, else by name where one source has it. */
export async function findSource(tx: Tx, workspaceId: string, reference: string): Promise<SourceRow | undefined> {
  const rows = await tx.selectFrom('source').select(['id', 'kind', 'name']).where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', reference), eb('name', '=', reference)])).limit(3).execute();
  return rows.find((row) => row.id === reference) ?? (rows.length === 1 ? rows[0] : undefined);
}

/** Deletes a source and everything read from it, and what was said about its items; returns how many items went. */
export async function deleteSource(tx: Tx, workspaceId: string, id: string): Promise<number> {
  const items = sql`select id from item where workspace_id = ${workspaceId} and source_id = ${id}`;
  for (const table of ['comment', 'item_text', 'finding', 'dispute', 'link', 'decision', 'declined_suggestion']) {
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId} and item_id in (${items})`.execute(tx);
  }
  const { rows } = await sql<{ count: number }>`
    with gone as (delete from item where workspace_id = ${workspaceId} and source_id = ${id} returning 1) select count(*)::int as count from gone`.execute(tx);
  await forgetFingerprints(tx, workspaceId);
  await tx.deleteFrom('source').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
  return rows[0]!.count;
}
