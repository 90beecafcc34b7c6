// Brings an archive back into an empty workspace, all of it in one transaction or nothing. Decides whose the decisions are and
// makes the search words anew.
import { searchVector } from '../store/item-search-words.ts';
import { ARCHIVED, adopted, archivedColumns, clearForArchive, getOwner, interruptArchivedImports, isEmptyWorkspace, setArchivedWorkspace, writeArchived, type ArchivedRow } from '../store/archive.ts';
import { updateImport, type ImportFile } from '../store/import.ts';
import type { Tx } from '../store/schema.ts';
import { ArchiveReader, type ArchiveManifest } from './archive-file.ts';
import type { RunningJob } from './jobs.ts';
import { checkSealedArchive } from './seal-files.ts';
import type { Services } from './services.ts';

/** A file of an import where it lies now, with its size as found. */
export interface LocatedFile { readonly path: string; readonly facts: ImportFile }

/** The import ends as done with the counts of the archive, or as failed with a refusal and an untouched workspace. */
export async function restoreArchive(job: RunningJob, importId: string, file: { readonly path: string; readonly facts: ImportFile }, services: Services): Promise<void> {
  const { store, clock } = services;
  const { workspaceId } = job;
  const refuse = (code: string, details: Readonly<Record<string, unknown>>): Promise<void> => store.transaction(async (tx) => {
    await job.hold(tx);
    await updateImport(tx, workspaceId, importId, { state: 'failed', kind: 'archive', progress: null, finishedAt: clock(), refusal: { code, details } });
  });
  const checked = await checkSealedArchive(file.path);
  if (!checked.ok) return refuse(checked.code, checked.details);
  const reader = await ArchiveReader.open(file.path);
  try {
    const done = await store.transaction(async (tx) => {
      await job.hold(tx, { phase: 'restoring' });
      if (!(await isEmptyWorkspace(tx, workspaceId))) return false;
      const counts = await restoreTables(tx, workspaceId, reader, checked.manifest, services, job.payload['member']);
      await interruptArchivedImports(tx, workspaceId, importId);
      const items = counts.get('item') ?? 0;
      const comments = counts.get('comment') ?? 0;
      await updateImport(tx, workspaceId, importId, {
        state: 'done', kind: 'archive', progress: null, finishedAt: clock(), files: [file.facts],
        counts: { read: items, created: items, updated: 0, unchanged: 0, comments, newComments: comments, pullRequestsSkipped: 0, skipped: 0, unread: 0, skippedBy: {} },
      });
      return true;
    }, { limitMs: 0 });
    if (!done) return await refuse('workspace_not_empty', {});
  } finally {
    reader.close();
  }
  await store.maintain('vacuum').catch((error: unknown) => services.log.error({ error: String(error) }, 'maintenance after an import failed'));
}

async function restoreTables(tx: Tx, workspaceId: string, reader: ArchiveReader, manifest: ArchiveManifest, services: Services, asker: unknown): Promise<Map<string, number>> {
  const { store } = services;
  const counts = new Map<string, number>();
  const owner = await getOwner(tx, workspaceId);
  const to = { owner: owner.id, importer: typeof asker === 'string' ? asker : owner.id };
  let archivedOwner: string | undefined;
  await clearForArchive(tx, workspaceId);
  await setArchivedWorkspace(tx, workspaceId, manifest.workspace);
  for (const [table] of ARCHIVED) {
    const name = `data/${table}.ndjson`;
    if (!reader.has(name)) continue;
    const columns = await archivedColumns(tx, table);
    let rows: AsyncIterable<ArchivedRow> = reader.rows(name);
    if (table === 'member') {
      const members: ArchivedRow[] = [];
      for await (const row of rows) members.push(row);
      archivedOwner = ownerOf(members);
      rows = listed(members.filter(({ id }) => id !== archivedOwner && id !== owner.id));
    }
    if (table === 'item_text') {
      counts.set(table, await writeArchived(store, tx, workspaceId, table, [...columns, { name: 'search', json: false }], withWords(reader)));
      continue;
    }
    if (FETCHED.has(table)) rows = disconnected(rows);
    counts.set(table, await writeArchived(store, tx, workspaceId, table, columns, adopted(table, rows, archivedOwner, to)));
  }
  return counts;
}

/** Tables with a source that is read on a schedule. */
const FETCHED: ReadonlySet<string> = new Set(['metric', 'calendar']);

/** Credentials stay behind, so nothing is fetched until a person connects the source again. */
async function* disconnected(rows: AsyncIterable<ArchivedRow>): AsyncGenerator<ArchivedRow> {
  for await (const row of rows) yield { ...row, schedule: 'none', next_refresh_at: null };
}

/** The oldest owner: the one who made the workspace. */
function ownerOf(members: readonly ArchivedRow[]): string | undefined {
  const owners = members.filter(({ role }) => role === 'owner').sort((a, b) => String(a['created_at']).localeCompare(String(b['created_at'])) || String(a['id']).localeCompare(String(b['id'])));
  return owners[0] === undefined ? undefined : String(owners[0]['id']);
}

async function* listed(rows: readonly ArchivedRow[]): AsyncGenerator<ArchivedRow> {
  yield* rows;
}

/** Texts and items lie in the same order, so that one pass over both is enough. */
async function* withWords(reader: ArchiveReader): AsyncGenerator<ArchivedRow> {
  const items = reader.rows('data/item.ndjson');
  for await (const text of reader.rows('data/item_text.ndjson')) {
    let item = await items.next();
    while (!item.done && String(item.value['id']) < String(text['item_id'])) item = await items.next();
    if (item.done || item.value['id'] !== text['item_id']) throw new Error(`the text of ${String(text['item_id'])} has no item`);
    const { key, title, labels } = item.value as { key: string; title: string; labels: string[] };
    yield { ...text, search: searchVector(key, title, labels.join(' '), (text['body'] as string | null) ?? undefined) };
  }
}
