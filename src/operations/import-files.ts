// Which files an import is about: uploads by id, or paths for the person at this machine. Looks at them once before anything is
// written, so that a wrong file is told at once. Knows no job.
import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { GivenTo } from '../contract/index.ts';
import { readTracker } from '../connectors/read-tracker.ts';
import type { TrackerRecord } from '../connectors/tracker.ts';
import { granted, refused, type Ruling } from '../domain/kernel/ruling.ts';
import type { ImportFile } from '../store/import.ts';
import { isEmptyWorkspace } from '../store/archive.ts';
import { findUpload } from '../store/upload.ts';
import { isArchive } from './archive-file.ts';
import { checkSealedArchive } from './seal-files.ts';
import type { Context } from './context.ts';
import { fileRefusal, kindOf } from './import-reading.ts';
import type { Services } from './services.ts';

type Given = Pick<GivenTo<'import.start'>, 'files' | 'kind' | 'map'> & { readonly timeZone?: string | undefined };
export type FileCode = 'not_found' | 'not_an_export' | 'mapping_needed' | 'file_unreadable' | 'path_not_allowed';
export type StartCode = FileCode | 'archive_newer' | 'archive_damaged' | 'workspace_not_empty';

/** The named files with their sizes; refuses a path from anybody who is not at this machine. */
export async function namedFiles(given: Given, { tx, asker }: Context): Promise<Ruling<ImportFile[], 'not_found' | 'path_not_allowed' | 'file_unreadable'>> {
  const files: ImportFile[] = [];
  for (const { upload, path } of given.files) {
    if (upload !== undefined) {
      const row = await findUpload(tx, asker.workspaceId, upload);
      if (!row) return refused('not_found', { kind: 'upload', reference: upload });
      files.push({ name: row.name, bytes: row.bytes, sha256: row.sha256, upload });
    } else if (path !== undefined) {
      if (!asker.local) return refused('path_not_allowed');
      const found = isAbsolute(path) ? await stat(path).catch(() => undefined) : undefined;
      if (!found) return refused('file_unreadable', { file: path, reason: isAbsolute(path) ? 'it is not there or may not be read' : 'its path is not a full one' });
      if (!found.isFile()) return refused('file_unreadable', { file: path, reason: 'it is a folder' });
      files.push({ name: basename(path), bytes: found.size, modifiedAt: Math.round(found.mtimeMs), path });
    } else {
      return refused('not_found', { kind: 'file', reference: '(neither upload nor path)' });
    }
  }
  return granted(files);
}

export const placeOf = (file: ImportFile, services: Services): string => (file.upload === undefined ? file.path! : services.files.pathOf(file.upload));

export interface Glance {
  readonly kind: string;
  readonly why: readonly string[];
  readonly records: TrackerRecord[];
}

/** The beginning of a reading: at most `most` records, and what the files were taken for. Refuses what `import.start` would refuse. */
export async function glance(files: readonly ImportFile[], given: Given, services: Services, most: number): Promise<Ruling<Glance, 'not_an_export' | 'mapping_needed' | 'file_unreadable'>> {
  const located = files.map((file) => ({ path: placeOf(file, services), name: file.name }));
  const reading = readTracker(located.map(({ path }) => path), {
    kind: given.kind, batchSize: Math.max(1, Math.min(most, 200)), ...(given.map === undefined ? {} : { map: given.map }), ...(given.timeZone === undefined ? {} : { timeZone: given.timeZone }),
  });
  const records: TrackerRecord[] = [];
  let kind: string;
  try {
    kind = given.kind === 'auto' ? await kindOf(located[0]!.path, given) : given.kind;
    for await (const batch of reading) {
      records.push(...batch);
      if (records.length >= most) break;
    }
  } catch (error) {
    const refusal = fileRefusal(error, { files: located });
    if (!refusal) throw error;
    return refused(refusal.code, refusal.details);
  }
  return granted({ kind, records, why: reading.why });
}

/** True for a single file that is an archive of this program. */
export async function namesArchive(files: readonly ImportFile[], services: Services): Promise<boolean> {
  return files.length === 1 && isArchive(placeOf(files[0]!, services));
}

/** Everything that can be known to be wrong before the import begins. */
export async function admitFiles(files: readonly ImportFile[], given: Given, workspaceId: string, services: Services): Promise<Ruling<undefined, StartCode>> {
  if (await namesArchive(files, services)) {
    if (!(await services.store.transaction((tx) => isEmptyWorkspace(tx, workspaceId)))) return refused('workspace_not_empty');
    const checked = await checkSealedArchive(placeOf(files[0]!, services));
    return checked.ok ? granted(undefined) : refused(checked.code, checked.details);
  }
  const seen = await glance(files, given, services, 1);
  return seen.ok ? granted(undefined) : seen;
}
