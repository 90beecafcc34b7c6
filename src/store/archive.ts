// Every table that belongs to an archive, read page by page in key order and written back as it was. Knows no file format.
import { sql } from 'kysely';
import { asJson } from './engine/parameters.ts';
import { timeText, type Store, type Tx } from './schema.ts';

/** Tables in the order they are written back, each with its key after `workspace_id`. Jobs, uploads and made archives stay behind. */
export const ARCHIVED: readonly (readonly [table: string, ...key: string[]])[] = [
  ['member', 'id'], ['product', 'id'], ['counter', 'name'], ['goal', 'id'], ['agreement', 'id'], ['problem', 'id'], ['bet', 'id'],
  ['seal', 'position'], ['forecast', 'id'], ['ship', 'id'], ['metric', 'id'], ['metric_point', 'metric_id', 'on_day'], ['metric_revision', 'metric_id', 'on_day', 'replaced_at'], ['metric_load', 'id'],
  ['readout', 'id'], ['review', 'bet_id', 'review', 'member_id'], ['lesson', 'id'], ['lesson_link', 'lesson_id', 'target_id'], ['proposal', 'id'],
  ['source', 'id'],
  ['item', 'id'], ['item_text', 'item_id'], ['comment', 'item_id', 'identity'], ['import', 'id'], ['import_unread', 'import_id', 'position'],
  ['audit', 'id'], ['finding', 'id'], ['duplicate_group', 'id'], ['dispute', 'id'], ['rule_setting', 'rule'], ['link_rule', 'id'], ['link', 'id'],
  ['declined_suggestion', 'item_id', 'target_id'], ['lineage_point', 'product_id', 'on_day'], ['decision', 'id'],
  ['calendar', 'member_id', 'id'], ['calendar_text', 'member_id', 'calendar_id', 'part', 'since', 'piece'], ['calendar_unread', 'member_id', 'calendar_id', 'position'],
  ['line_row', 'member_id', 'kind'], ['line_change', 'member_id', 'position'], ['carry', 'member_id', 'id'], ['hand_off', 'member_id', 'id'],
  ['attention_setting', 'member_id'], ['attention_correction', 'member_id', 'id'], ['attention_rule', 'member_id', 'id'], ['attention_answer', 'member_id', 'week_on', 'series'],
  ['attention_held', 'member_id', 'series', 'instance'], ['attention_entry', 'member_id', 'id'], ['attention_timer', 'member_id'],
];
/** Private to the member in `member_id`: of these tables only the asker's own rows are written, and they become the importer's own. */
const PRIVATE_TABLES = ['review', 'calendar', 'calendar_text', 'calendar_unread', 'line_row', 'line_change', 'carry', 'hand_off', 'attention_setting', 'attention_correction', 'attention_rule', 'attention_answer', 'attention_held', 'attention_entry', 'attention_timer'] as const;
const PRIVATE: ReadonlySet<string> = new Set(PRIVATE_TABLES);
/** Not written: the search words are made anew from the item when it is written back (as a calendar's instances are from its text); credentials, though encrypted, leave no folder. */
const WITHHELD = new Set(['search', 'secret']);
/** Who did it, by table: the importing owner where the archive's owner did. What is sealed keeps the name it was sealed with. */
const DONE_BY: Readonly<Record<string, string>> = { bet: 'placed_by', forecast: 'member_id', readout: 'made_by', proposal: 'decided_by', decision: 'made_by' };
const PAGE = 2_000;
/** Rows that carry whole series and pictures are read a few at a time. */
const LARGE = new Map([['readout', 50], ['calendar_text', 4]]);

export interface ArchivedColumn { readonly name: string; readonly json: boolean }
export type ArchivedRow = Record<string, unknown>;

/** The columns of a table without `workspace_id` and what is derived, in the table's order. */
export async function archivedColumns(tx: Tx, table: string): Promise<ArchivedColumn[]> {
  const { rows } = await sql<{ name: string; type: string }>`
    select column_name::text as name, data_type::text as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} order by ordinal_position`.execute(tx);
  return rows.filter(({ name }) => name !== 'workspace_id' && !WITHHELD.has(name)).map(({ name, type }) => ({ name, json: type === 'jsonb' }));
}

/** All rows of one table in key order, a page at a time; of what is private, those of one member only. */
export async function* archivedRows(tx: Tx, { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string }, table: string, key: readonly string[], columns: readonly ArchivedColumn[]): AsyncGenerator<ArchivedRow[]> {
  const order = sql.join(key.map((name) => sql`${sql.ref(name)}`));
  const wanted = sql.join(columns.map(({ name }) => sql.ref(name)));
  // The import that brought an archive back is of this workspace, not of the archive.
  const own = table === 'import' ? sql`and kind is distinct from 'archive'` : PRIVATE.has(table) ? sql`and member_id = ${memberId}` : sql``;
  const page = LARGE.get(table) ?? PAGE;
  let last: unknown[] | undefined;
  for (;;) {
    const after = last === undefined ? sql`` : sql`and (${order}) > (${sql.join(last)})`;
    const { rows } = await sql<ArchivedRow>`
      select ${wanted} from ${sql.table(table)} where workspace_id = ${workspaceId} ${own} ${after} order by ${order} limit ${page}`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < page) return;
    last = key.map((name) => rows.at(-1)![name]);
  }
}

/** Writes rows back by COPY. A column the rows lack becomes null; one that the table lacks is left out. */
export async function writeArchived(store: Store, tx: Tx, workspaceId: string, table: string, columns: readonly ArchivedColumn[], rows: AsyncIterable<ArchivedRow>): Promise<number> {
  return store.copyIn(tx, table, ['workspace_id', ...columns.map(({ name }) => name)], values(workspaceId, columns, rows));
}

async function* values(workspaceId: string, columns: readonly ArchivedColumn[], rows: AsyncIterable<ArchivedRow>): AsyncGenerator<unknown[]> {
  for await (const row of rows) {
    yield [workspaceId, ...columns.map(({ name, json }) => {
      const value = row[name] ?? null;
      return json && value !== null ? asJson(value) : value;
    })];
  }
}

/** True when the workspace holds nothing a person or a tracker brought. */
export async function isEmptyWorkspace(tx: Tx, workspaceId: string): Promise<boolean> {
  for (const table of ['item', 'goal', 'problem', 'bet', 'source', 'metric', 'ship', 'seal', ...PRIVATE_TABLES] as const) {
    const found = await tx.selectFrom(table).select('workspace_id').where('workspace_id', '=', workspaceId).limit(1).executeTakeFirst();
    if (found) return false;
  }
  return true;
}

/** Makes room for an archive's own product and counters, and for the import that brings it. */
export async function clearForArchive(tx: Tx, workspaceId: string): Promise<void> {
  for (const table of ['counter', 'rule_setting', 'audit', 'duplicate_group', 'lineage_point', 'product'] as const) {
    await tx.deleteFrom(table).where('workspace_id', '=', workspaceId).execute();
  }
}

/** Imports that ran while the archive was made cannot go on: their files are elsewhere. */
export async function interruptArchivedImports(tx: Tx, workspaceId: string, but: string): Promise<void> {
  await tx.updateTable('import').set({ state: 'interrupted', progress: null }).where('workspace_id', '=', workspaceId).where('id', '!=', but)
    .where('state', 'in', ['waiting', 'running']).execute();
}

export interface ArchivedWorkspace { readonly name: string; readonly time_zone: string; readonly sample_seed: number | null }

export function getArchivedWorkspace(tx: Tx, workspaceId: string): Promise<ArchivedWorkspace> {
  return tx.selectFrom('workspace').select(['name', 'time_zone', 'sample_seed']).where('id', '=', workspaceId).executeTakeFirstOrThrow();
}

export async function setArchivedWorkspace(tx: Tx, workspaceId: string, workspace: ArchivedWorkspace): Promise<void> {
  await tx.updateTable('workspace').set({ name: workspace.name, time_zone: workspace.time_zone, sample_seed: workspace.sample_seed }).where('id', '=', workspaceId).execute();
}

/**
 * The rows with what the archive's owner did now done by `to.owner`, and what is private now private to `to.importer`. While they are written,
 * since what is sealed is never changed afterwards.
 */
export async function* adopted(table: string, rows: AsyncIterable<ArchivedRow>, from: string | undefined, to: { readonly owner: string; readonly importer: string }): AsyncGenerator<ArchivedRow> {
  const column = DONE_BY[table];
  for await (const row of rows) {
    if (PRIVATE.has(table)) yield { ...row, member_id: to.importer };
    else yield column !== undefined && from !== undefined && row[column] === from ? { ...row, [column]: to.owner } : row;
  }
}

export async function getOwner(tx: Tx, workspaceId: string): Promise<{ id: string }> {
  return tx.selectFrom('member').select('id').where('workspace_id', '=', workspaceId).where('role', '=', 'owner').orderBy('created_at').orderBy('id').executeTakeFirstOrThrow();
}

export async function insertArchive(tx: Tx, workspaceId: string, archive: { id: string; fileName: string; bytes: number; sha256: string; items: number; at: number }): Promise<void> {
  const { id, fileName, bytes, sha256, items, at } = archive;
  await tx.insertInto('archive').values({ workspace_id: workspaceId, id, file_name: fileName, bytes, sha256, items, created_at: timeText(at) }).execute();
}
