// Imports as operations: look, start, watch, cancel, go on. The reading itself is a job; what is decided here is what may begin
// and what is told.
import { MAPPABLE } from '../connectors/csv/suggest.ts';
import type { OutputOf } from '../contract/index.ts';
import { granted, refused, type Refusal, type Ruling } from '../domain/kernel/ruling.ts';
import { countUnread, findImport, insertImport, listImports, listUnread, updateImport, type ImportRow } from '../store/import.ts';
import { cancelJobs, insertJob } from '../store/job.ts';
import { timeText, type Tx } from '../store/schema.ts';
import { answerAfterCommit, type Context, type Handlers } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { admitFiles, glance, namedFiles, namesArchive, type StartCode } from './import-files.ts';
import { importRecord, type ImportRecord } from './import-record.ts';

const LABELS: Readonly<Record<(typeof MAPPABLE)[number], string>> = {
  key: 'Key', url: 'Address', title: 'Title', type: 'Type', body: 'Text', status: 'Status', created: 'Created', updated: 'Updated', resolved: 'Resolved', due: 'Due',
  author: 'Reporter', assignee: 'Assignee', labels: 'Labels', components: 'Components', priority: 'Priority', parent: 'Parent or epic', sprint: 'Sprint', container: 'Project', comment: 'Comment',
};
const FIELDS = MAPPABLE.map((field) => ({ field, label: LABELS[field], required: field === 'title' }));
const SAMPLE = 5;
const UNREAD_SHOWN = 20;
const START_CODES: ReadonlySet<string> = new Set<StartCode>(['not_an_export', 'mapping_needed', 'file_unreadable', 'archive_newer', 'archive_damaged', 'workspace_not_empty']);

type Preview = OutputOf<'import.preview'>;

export const importHandlers: Pick<Handlers, 'import.preview' | 'import.start' | 'import.get' | 'import.list' | 'import.unread' | 'import.cancel' | 'import.resume'> = {
  async 'import.preview'(given, context) {
    const files = await namedFiles(given, context);
    if (!files.ok) return files;
    const { services } = context;
    return answerAfterCommit(async (): Promise<Ruling<Preview, 'not_an_export' | 'file_unreadable'>> => {
      const nothing = { needsMapping: false, fields: FIELDS, sample: [], unread: [] };
      if (await namesArchive(files.value, services)) return granted({ ...nothing, kind: 'archive', why: 'An archive of this program: it is brought back whole into an empty workspace.' });
      const seen = await glance(files.value, given, services, 400);
      if (!seen.ok) {
        const { code, details = {} } = seen.refusal;
        if (code !== 'mapping_needed') return refused(code, details);
        const { header, suggested, file } = details as { header: string[]; suggested: Record<string, string>; file: string };
        return granted({ ...nothing, why: `${file} is a table without known columns. Say which column is which.`, needsMapping: true, header, suggestedMap: suggested });
      }
      const items = seen.value.records.flatMap((record) => (record.kind === 'item' && record.replaces !== true ? [record.item] : []));
      const why = seen.value.why[0] ?? 'No issue was found near its beginning.';
      return granted({
        kind: seen.value.kind, why, needsMapping: false, fields: FIELDS,
        sample: items.slice(0, SAMPLE).map(({ key, title, status, statusClass, created }) => ({ key, title, status, statusClass, created: created === undefined ? undefined : timeText(created) })),
        unread: seen.value.records.flatMap((record) => (record.kind === 'unread' ? [record.unread] : [])).slice(0, UNREAD_SHOWN),
      });
    });
  },

  async 'import.start'(given, context) {
    const files = await namedFiles(given, context);
    if (!files.ok) return files;
    const { asker, services, now, newId } = context;
    const request = { kind: given.kind, ...(given.map === undefined ? {} : { map: given.map }), ...(given.timeZone === undefined ? {} : { timeZone: given.timeZone }) };
    return answerAfterCommit(async (): Promise<Ruling<{ import: ImportRecord }, StartCode>> => {
      const admitted = await admitFiles(files.value, given, asker.workspaceId, services);
      if (!admitted.ok) return admitted;
      const id = newId('import');
      const job = newId('job');
      await services.store.transaction(async (tx) => {
        await insertImport(tx, asker.workspaceId, { id, request, files: files.value, at: now });
        await insertJob(tx, asker.workspaceId, { id: job, kind: 'import', payload: { import: id, member: asker.memberId }, at: now });
      });
      return told(context, id, job, given.wait);
    });
  },

  async 'import.get'(given, { tx, asker }) {
    const row = await findImport(tx, asker.workspaceId, given.import);
    return row ? granted({ import: importRecord(row) }) : missing(given.import);
  },

  async 'import.list'(given, { tx, asker }) {
    const at = readCursor('import.list', given, 1);
    if (at === 'bad') return refused('bad_cursor');
    const rows = await listImports(tx, asker.workspaceId, at?.[0] as string | undefined, given.limit + 1);
    const shown = rows.slice(0, given.limit);
    return granted({ imports: shown.map(importRecord), nextCursor: rows.length > given.limit ? writeCursor('import.list', given, [shown.at(-1)!.id]) : undefined });
  },

  async 'import.unread'(given, { tx, asker }) {
    const row = await findImport(tx, asker.workspaceId, given.import);
    if (!row) return missing(given.import);
    const at = readCursor('import.unread', given, 1);
    if (at === 'bad') return refused('bad_cursor');
    const rows = await listUnread(tx, asker.workspaceId, row.id, at === undefined ? -1 : Number(at[0]), given.limit + 1, given.code);
    const shown = rows.slice(0, given.limit);
    return granted({
      unread: shown.map(({ place, code, value, lost }) => ({ where: place, code, value: value ?? undefined, lost })), total: row.counts.unread,
      byCode: await countUnread(tx, asker.workspaceId, row.id),
      nextCursor: rows.length > given.limit ? writeCursor('import.unread', given, [shown.at(-1)!.position]) : undefined,
    });
  },

  async 'import.cancel'(given, { tx, asker, now, afterCommit, services }) {
    const row = await findImport(tx, asker.workspaceId, given.import);
    if (!row) return missing(given.import);
    if (row.state === 'cancelled') return granted({ import: importRecord(row) });
    if (row.state === 'done' || row.state === 'failed') return refused('import_finished', { action: 'cancelled' });
    await cancelJobs(tx, asker.workspaceId, 'import', { import: row.id }, now);
    await updateImport(tx, asker.workspaceId, row.id, { state: 'cancelled', progress: null, finishedAt: now });
    afterCommit(services.wakeJobs);
    return granted({ import: importRecord(await getImport(tx, asker.workspaceId, row.id)) });
  },

  async 'import.resume'(given, context) {
    const { tx, asker, now, newId } = context;
    const row = await findImport(tx, asker.workspaceId, given.import);
    if (!row) return missing(given.import);
    if (row.state === 'done') return refused('import_finished', { action: 'resumed' });
    if (row.state === 'waiting' || row.state === 'running') return granted({ import: importRecord(row) });
    const job = newId('job');
    await updateImport(tx, asker.workspaceId, row.id, { state: 'waiting', refusal: null, finishedAt: null });
    await insertJob(tx, asker.workspaceId, { id: job, kind: 'import', payload: { import: row.id, member: asker.memberId }, at: now });
    return answerAfterCommit(async () => {
      const answer = await told(context, row.id, job, given.wait);
      if (answer.ok || answer.refusal.code === 'file_unreadable') return answer as Ruling<{ import: ImportRecord }, 'file_unreadable'>;
      const failed = await context.services.store.transaction((again) => getImport(again, asker.workspaceId, row.id));
      return granted({ import: importRecord(failed) });
    });
  },
};

const missing = (reference: string) => refused('not_found', { kind: 'import', reference });

async function getImport(tx: Tx, workspaceId: string, id: string): Promise<ImportRow> {
  return (await findImport(tx, workspaceId, id))!;
}

/** Wakes the queue, waits when asked to, and tells how the import stands; a file that turned out unreadable is the refusal itself. */
async function told({ asker, services }: Context, id: string, job: string, wait: boolean): Promise<Ruling<{ import: ImportRecord }, StartCode>> {
  services.wakeJobs();
  if (wait) await services.jobEnded(asker.workspaceId, job);
  const row = await services.store.transaction((tx) => getImport(tx, asker.workspaceId, id));
  if (wait && row.refusal !== null && START_CODES.has(row.refusal.code)) return { ok: false, refusal: row.refusal as Refusal<StartCode> };
  return granted({ import: importRecord(row) });
}
