// Whether an import is of the very files that were read last: then nothing can have changed and no row need be read again. Knows
// files by their digest only.
import { hash, createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyUnread, findImportBefore, updateImport, type ImportFile, type ImportRow } from '../store/import.ts';
import type { Tx } from '../store/schema.ts';
import { touchSourcesReadAt } from '../store/source.ts';
import type { LocatedFile } from './archive-restore.ts';
import type { ReadFileFacts } from './import-messages.ts';

/** Raised whenever the same file would be read into other items than before: an older reading then does not count as the same. */
export const READING = 2;

/**
 * The files with the SHA-256 of what lies on disk, as hexadecimal. An upload's is known from when it came in, that of a file which
 * was just `read` from its reading.
 */
export async function digested(files: readonly LocatedFile[], read: readonly ReadFileFacts[] = []): Promise<ImportFile[]> {
  return Promise.all(files.map(async ({ path, facts }) => {
    const known = facts.upload === undefined ? read.find((file) => file.path === path)?.sha256 : facts.sha256;
    return { ...facts, sha256: known || await sha256Of(path) };
  }));
}

/** What was asked of which bytes. Names do not count: a file may be called otherwise the second time, unless its name is its source's. */
export function fingerprint(files: readonly ImportFile[], request: ImportRow['request']): string {
  return hash('sha256', JSON.stringify([READING, request.kind, request.map ?? null, request.timeZone ?? null, files.map(({ name, sha256 }) => [name, sha256])]));
}

/** True when the last import that read anything could tell that nothing changed since: only then are digests worth reading for. */
export const isComparable = (before: ImportRow | undefined): boolean => before?.state === 'done' && before.checkpoint.fingerprint !== undefined;

/**
 * Ends the import at once when the last one that read anything was of the same files and ended well. Returns false when it has to
 * be read.
 */
export async function sameAsBefore(tx: Tx, workspaceId: string, importId: string, files: readonly ImportFile[], request: ImportRow['request'], at: number): Promise<boolean> {
  const before = await findImportBefore(tx, workspaceId, importId);
  if (before === undefined || !isComparable(before) || before.checkpoint.fingerprint !== fingerprint(files, request)) return false;
  const { counts } = before;
  await touchSourcesReadAt(tx, workspaceId, before.finished_at!, at);
  await copyUnread(tx, workspaceId, before.id, importId);
  await updateImport(tx, workspaceId, importId, {
    state: 'done', files, progress: null, finishedAt: at, records: before.checkpoint.records, fingerprint: before.checkpoint.fingerprint,
    ...(before.kind === null ? {} : { kind: before.kind }), counts: { ...counts, created: 0, updated: 0, unchanged: counts.read, newComments: 0 },
  });
  return true;
}

async function sha256Of(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) digest.update(part as Buffer);
  return digest.digest('hex');
}
