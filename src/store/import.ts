// Imports as rows: what was asked, how far it came, what it counted, and what it could not read. Only SQL.
import { sql, type Selectable } from 'kysely';
import { asJson } from './engine/parameters.ts';
import { timeText, type Schema, type Store, type Tx } from './schema.ts';

export type ImportState = Schema['import']['state'];

export interface ImportCounts {
  readonly read: number; readonly created: number; readonly updated: number; readonly unchanged: number;
  readonly comments: number; readonly newComments: number; readonly pullRequestsSkipped: number; readonly skipped: number; readonly unread: number;
  /** Everything passed over, by kind. */
  readonly skippedBy: Readonly<Record<string, number>>;
}
export const NO_COUNTS: ImportCounts = {
  read: 0, created: 0, updated: 0, unchanged: 0, comments: 0, newComments: 0, pullRequestsSkipped: 0, skipped: 0, unread: 0, skippedBy: {},
};

export interface ImportFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256?: string;
  /** Milliseconds, for a file read where it lies: a file that changed since cannot be gone on with. */
  readonly modifiedAt?: number;
  readonly upload?: string;
  readonly path?: string;
}
export interface ImportRequest {
  readonly kind: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly timeZone?: string;
}
export interface ImportProgress { readonly phase: string; readonly share?: number; readonly itemsPerSecond?: number; readonly secondsLeft?: number }

export interface ImportRow extends Omit<Selectable<Schema['import']>, 'request' | 'files' | 'counts' | 'progress' | 'checkpoint' | 'refusal'> {
  request: ImportRequest;
  files: ImportFile[];
  counts: ImportCounts;
  progress: ImportProgress | null;
  /** `fingerprint` is set when the import ended: what was asked of which bytes. */
  checkpoint: { records: number; fingerprint?: string };
  refusal: { code: string; details?: Record<string, unknown> } | null;
}

export async function insertImport(tx: Tx, workspaceId: string, row: { id: string; request: ImportRequest; files: readonly ImportFile[]; at: number }): Promise<void> {
  await tx.insertInto('import').values({
    workspace_id: workspaceId, id: row.id, state: 'waiting', request: asJson(row.request), files: asJson(row.files), kind: null, counts: asJson(NO_COUNTS),
    progress: null, checkpoint: asJson({ records: 0 }), refusal: null, started_at: timeText(row.at), finished_at: null,
  }).execute();
}

export async function findImport(tx: Tx, workspaceId: string, id: string): Promise<ImportRow | undefined> {
  return (await tx.selectFrom('import').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst()) as ImportRow | undefined;
}

/** Newest first; `before` is the id of the last row of the page before. */
export async function listImports(tx: Tx, workspaceId: string, before: string | undefined, limit: number): Promise<ImportRow[]> {
  let query = tx.selectFrom('import').selectAll().where('workspace_id', '=', workspaceId).orderBy('id', 'desc').limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  return (await query.execute()) as ImportRow[];
}

export interface ImportChange {
  readonly state?: ImportState;
  readonly kind?: string;
  readonly files?: readonly ImportFile[];
  readonly counts?: ImportCounts;
  readonly progress?: ImportProgress | null;
  readonly records?: number;
  readonly fingerprint?: string;
  readonly refusal?: { readonly code: string; readonly details?: Readonly<Record<string, unknown>> } | null;
  readonly finishedAt?: number | null;
}

export async function updateImport(tx: Tx, workspaceId: string, id: string, change: ImportChange): Promise<void> {
  await tx.updateTable('import').set({
    ...(change.state !== undefined && { state: change.state }), ...(change.kind !== undefined && { kind: change.kind }),
    ...(change.files !== undefined && { files: asJson(change.files) }), ...(change.counts !== undefined && { counts: asJson(change.counts) }),
    ...(change.progress !== undefined && { progress: change.progress === null ? null : asJson(change.progress) }),
    ...(change.records !== undefined && { checkpoint: asJson({ records: change.records, ...(change.fingerprint === undefined ? {} : { fingerprint: change.fingerprint }) }) }),
    ...(change.refusal !== undefined && { refusal: change.refusal === null ? null : asJson(change.refusal) }),
    ...(change.finishedAt !== undefined && { finished_at: change.finishedAt === null ? null : timeText(change.finishedAt) }),
  }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

export interface UnreadRow { readonly where: string; readonly code: string; readonly value?: string; readonly lost: boolean }

/** Appends what could not be read; `position` is the number of rows of this import that are there already. */
export async function insertUnread(store: Store, tx: Tx, workspaceId: string, importId: string, position: number, rows: readonly UnreadRow[]): Promise<void> {
  if (rows.length === 0) return;
  await store.copyIn(tx, 'import_unread', ['workspace_id', 'import_id', 'position', 'place', 'code', 'value', 'lost'],
    rows.map((row, i) => [workspaceId, importId, position + i, row.where, row.code, row.value ?? null, row.lost]));
}

export async function deleteUnread(tx: Tx, workspaceId: string, importId: string): Promise<void> {
  await tx.deleteFrom('import_unread').where('workspace_id', '=', workspaceId).where('import_id', '=', importId).execute();
}

/** In file order; `after` is the position of the last row of the page before. */
export async function listUnread(tx: Tx, workspaceId: string, importId: string, after: number, limit: number, code?: string) {
  return tx.selectFrom('import_unread').select(['position', 'place', 'code', 'value', 'lost']).where('workspace_id', '=', workspaceId).where('import_id', '=', importId)
    .$if(code !== undefined, (query) => query.where('code', '=', code!)).where('position', '>', after).orderBy('position').limit(limit).execute();
}

/** Most frequent first. */
export async function countUnread(tx: Tx, workspaceId: string, importId: string): Promise<{ code: string; count: number }[]> {
  const { rows } = await sql<{ code: string; count: number }>`
    select code, count(*)::int as count from import_unread where workspace_id = ${workspaceId} and import_id = ${importId} group by code order by 2 desc, 1 limit 200`.execute(tx);
  return rows;
}

/** The import before this one that read anything at all; undefined when there was none. */
export async function findImportBefore(tx: Tx, workspaceId: string, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select * from import where workspace_id = ${workspaceId} and id <> ${id} and (counts->>'read')::int > 0 order by coalesce(finished_at, started_at) desc, id desc limit 1`.execute(tx);
  return rows[0];
}

/** Gives an import the unread rows of another. */
export async function copyUnread(tx: Tx, workspaceId: string, from: string, to: string): Promise<void> {
  await sql`
    insert into import_unread (workspace_id, import_id, position, place, code, value, lost)
    select workspace_id, ${to}, position, place, code, value, lost from import_unread where workspace_id = ${workspaceId} and import_id = ${from}`.execute(tx);
}

/** What imports brought was taken away: none of them counts as there any more. */
export async function forgetFingerprints(tx: Tx, workspaceId: string): Promise<void> {
  await sql`update import set checkpoint = checkpoint - 'fingerprint' where workspace_id = ${workspaceId}`.execute(tx);
}

/** End of the newest import that changed anything; undefined when there was none. */
export async function lastChangingImport(tx: Tx, workspaceId: string): Promise<{ id: string; finished_at: string; created: number; updated: number } | undefined> {
  const { rows } = await sql<{ id: string; finished_at: string; created: number; updated: number }>`
    select id, finished_at, (counts->>'created')::int as created, (counts->>'updated')::int as updated from import
    where workspace_id = ${workspaceId} and finished_at is not null and (counts->>'created')::int + (counts->>'updated')::int > 0
    order by finished_at desc, id desc limit 1`.execute(tx);
  return rows[0];
}
