// Turns a reading of tracker files into batches ready to be stored, and a file that cannot be read into a refusal. Knows no
// thread and no table; runs inside the reading thread.
import { detectTracker, HEAD_BYTES } from '../connectors/detect.ts';
import { ArchiveDamaged } from '../connectors/inflate.ts';
import { MappingNeeded, NotAnExport } from '../connectors/not-an-export.ts';
import { readTracker, type ReadOptions } from '../connectors/read-tracker.ts';
import { meterOf, openTexts } from '../connectors/source-file.ts';
import type { TrackerKind, TrackerRecord } from '../connectors/tracker.ts';
import { basename } from 'node:path';
import { commentRow, itemRows, type ItemRows } from '../store/item-row.ts';
import { NewSources } from './import-load.ts';
import type { FileRefusal, ImportBatch, ImportThreadStart, ReadFileFacts } from './import-messages.ts';
import { sourceName } from './import-source.ts';

/** The kind of each file, judged by its first readable text; files of one kind are read together, in the order given. */
async function groupsByKind(start: ImportThreadStart): Promise<Map<TrackerKind, string[]>> {
  const groups = new Map<TrackerKind, string[]>();
  const expected = { kind: start.kind, map: start.map };
  for (const { path } of start.files) {
    const kind = start.kind === 'auto' ? await kindOf(path, expected) : start.kind;
    groups.set(kind, [...(groups.get(kind) ?? []), path]);
  }
  return groups;
}

/** The kind of a file by its first readable text. Throws NotAnExport or MappingNeeded. */
export async function kindOf(path: string, expected: Pick<ReadOptions, 'kind' | 'map'>): Promise<TrackerKind> {
  const meter = await meterOf(path);
  let refusal: unknown = new NotAnExport(meter.name, 'is an archive with no export in it', 'Export the issues as CSV or JSON and hand over that file');
  for await (const text of openTexts(path, meter, undefined, true)) {
    const head = await text.bytes.peek(HEAD_BYTES);
    try {
      return detectTracker(meter.name, head, head.length < HEAD_BYTES, expected).kind;
    } catch (error) {
      if (!(error instanceof NotAnExport || error instanceof MappingNeeded)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** Uploads lie under an id; what is said to a person carries the file's own name. */
function named(text: string, start: Pick<ImportThreadStart, 'files'>): string {
  return start.files.reduce((said, { path, name }) => said.replaceAll(basename(path), name), text);
}

/** A refusal for an error of the connectors; undefined when it is a fault. */
export function fileRefusal(error: unknown, start: Pick<ImportThreadStart, 'files'>): FileRefusal | undefined {
  if (error instanceof NotAnExport) {
    return { code: 'not_an_export', details: { file: named(error.file, start), seen: named(error.seen, start), advice: error.advice } };
  }
  if (error instanceof MappingNeeded) {
    const example = Object.entries(error.suggested).map(([field, column]) => `${field}=${column}`).join(',') || 'title=Summary';
    return { code: 'mapping_needed', details: { file: named(error.file, start), header: error.header, suggested: error.suggested, example } };
  }
  if (error instanceof ArchiveDamaged) return { code: 'not_an_export', details: { file: start.files[0]?.name, seen: `cannot be unpacked: ${error.message}`, advice: 'Download it again' } };
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return { code: 'file_unreadable', details: { file: start.files[0]?.name, reason: code === 'ENOENT' ? 'it is not there' : 'it may not be read' } };
  }
  return undefined;
}

/** What the reading of an import yields, in file order and the same at every run over the same files. */
export type ReadStep = ImportBatch | { readonly type: 'skipping'; readonly share: number };

export interface ReadEnd { readonly files: ReadFileFacts[]; readonly kinds: TrackerKind[] }

export async function* readForImport(start: ImportThreadStart): AsyncGenerator<ReadStep, ReadEnd> {
  const groups = await groupsByKind(start);
  const files: ReadFileFacts[] = [];
  const sources = new NewSources(start);
  let records = 0;
  let groupsDone = 0;
  for (const [kind, paths] of groups) {
    const reading = readTracker(paths, {
      kind: start.kind === 'auto' ? 'auto' : kind, batchSize: start.batchSize, looseComments: true,
      ...(start.map === undefined ? {} : { map: start.map }), ...(start.timeZone === undefined ? {} : { timeZone: start.timeZone }),
    });
    const fileName = start.files.find(({ path }) => path === paths[0])!.name;
    for await (const read of reading) {
      const before = records;
      const kept = read.filter((record) => record.kind === 'progress' || ++records > start.skip);
      const progress = read.at(-1);
      const ratio = progress?.kind === 'progress' && progress.bytesTotal > 0 ? progress.bytesRead / progress.bytesTotal : 0;
      const share = Math.min(1, (groupsDone + ratio) / groups.size);
      if (records <= start.skip && records > before) yield { type: 'skipping', share };
      else if (records > before) yield batchOf(kept, { kind, records, share, fileName }, start, sources);
    }
    files.push(...reading.files.map(({ sha256 }, i) => ({ path: paths[i]!, sha256 })));
    groupsDone++;
  }
  return { files, kinds: [...groups.keys()] };
}

function batchOf(read: readonly TrackerRecord[], facts: Pick<ImportBatch, 'kind' | 'records' | 'share' | 'fileName'>, start: ImportThreadStart, sources: NewSources): ImportBatch {
  const fresh = new Map<string, ItemRows[]>();
  const items: ImportBatch['items'][number][] = [];
  const comments: ImportBatch['comments'][number][] = [];
  const unread: ImportBatch['unread'][number][] = [];
  const skipped: Record<string, number> = {};
  let commentsInItems = 0;
  for (const record of read) {
    if (record.kind === 'item') {
      const row = itemRows(record.item, record.replaces === true);
      const source = sourceName(row.container, facts.fileName);
      if (!sources.admits(facts.kind, source, row)) items.push(row);
      else if (fresh.get(source)?.push(row) === undefined) fresh.set(source, [row]);
      if (record.replaces !== true) commentsInItems += record.item.comments.length;
    } else if (record.kind === 'comment') comments.push({ itemKey: record.itemKey, row: commentRow(record.comment), looseAt: record.looseAt });
    else if (record.kind === 'skipped') skipped[record.what] = (skipped[record.what] ?? 0) + 1;
    else if (record.kind === 'unread') unread.push({ ...record.unread, where: named(record.unread.where, start) });
  }
  return { type: 'batch', ...facts, loads: sources.loads(facts.kind, fresh), items, comments, commentsInItems, skipped, unread };
}
