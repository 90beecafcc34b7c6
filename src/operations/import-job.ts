// Carries an import out: a thread reads, this side stores batch after batch, each with its counts and the place to go on from.
// A run that follows a killed one reads past what is stored. Ends with an audit in the queue.
import { stat } from 'node:fs/promises';
import { newId } from '../domain/kernel/ids.ts';
import type { TrackerKind } from '../connectors/tracker.ts';
import { dropListIndexes, ensureListIndexes } from '../store/item-indexes.ts';
import { deleteUnread, findImport, findImportBefore, NO_COUNTS, updateImport, type ImportFile, type ImportProgress, type ImportRow } from '../store/import.ts';
import { insertJob, listLiveJobs } from '../store/job.ts';
import { timeText } from '../store/schema.ts';
import { listSourceNames, touchSources } from '../store/source.ts';
import { isArchive } from './archive-file.ts';
import { restoreArchive, type LocatedFile } from './archive-restore.ts';
import { digested, fingerprint, isComparable, sameAsBefore } from './import-again.ts';
import { itemsRead, storeBatch } from './import-batch.ts';
import { sourceKey } from './import-load.ts';
import { readInThread } from './import-thread.ts';
import { JobStopped, type RunningJob } from './jobs.ts';
import type { Services } from './services.ts';

/** Items and comments handed over at a time: large enough to copy in bulk, small enough to cancel within a second. */
const BATCH = 1_500;
/** From this many bytes on an import into an empty house loads without list indexes and builds them once. */
const BULK_FROM = 4_000_000;
/** From this many written items on the tables are vacuumed and analysed at once. */
const VACUUM_FROM = 2_000;

export const importWork = async (job: RunningJob, services: Services): Promise<void> => {
  const importId = job.payload['import'] as string;
  try {
    await carryOut(job, importId, services);
  } catch (error) {
    await ensureListIndexes(services.store).catch((fault: unknown) => services.log.error({ error: String(fault) }, 'list indexes could not be built'));
    if (!(error instanceof JobStopped) && !job.signal.aborted) {
      await services.store.transaction((tx) => updateImport(tx, job.workspaceId, importId, {
        state: 'failed', progress: null, finishedAt: services.clock(), refusal: { code: 'fault', details: {} },
      }));
    }
    throw error;
  }
};

async function carryOut(job: RunningJob, importId: string, services: Services): Promise<void> {
  const { store, clock, random } = services;
  const { workspaceId } = job;
  const [row, before] = await store.transaction(async (tx) => [await findImport(tx, workspaceId, importId), await findImportBefore(tx, workspaceId, importId)] as const);
  if (!row || row.state === 'cancelled' || row.state === 'done') return;
  const files = await Promise.all(row.files.map((file) => located(file, services)));
  const unchanged = files.every(({ facts }, i) => sameFile(row.files[i]!, facts));
  if (files.length === 1 && await isArchive(files[0]!.path)) return restoreArchive(job, importId, files[0]!, services);

  if (isComparable(before)) {
    const digests = await digested(files);
    const again = await store.transaction(async (tx) => {
      await job.hold(tx);
      return sameAsBefore(tx, workspaceId, importId, digests, row.request, clock());
    });
    if (again) return;
  }
  let counts = unchanged ? row.counts : NO_COUNTS;
  const skip = unchanged ? row.checkpoint.records : 0;
  const stored = await store.transaction(async (tx) => {
    await job.hold(tx, { phase: 'reading' });
    if (!unchanged) await deleteUnread(tx, workspaceId, importId);
    if (files.reduce((sum, { facts }) => sum + facts.bytes, 0) >= BULK_FROM) await dropListIndexes(store, tx);
    await updateImport(tx, workspaceId, importId, { state: 'running', counts, records: skip, refusal: null, finishedAt: null, progress: { phase: 'reading' }, files: files.map(({ facts }) => facts) });
    return listSourceNames(tx, workspaceId);
  });
  const begun = clock();
  const readBefore = counts.read;
  const sources = new Map<string, string>();
  let counted = skip;
  const steps = readInThread({
    files: files.map(({ path, facts }) => ({ path, name: facts.name })), kind: row.request.kind as TrackerKind | 'auto',
    map: row.request.map, timeZone: row.request.timeZone, skip, batchSize: BATCH,
    workspaceId, importId, at: begun, stored: stored.map(({ kind, name }) => sourceKey(kind, name)),
  }, job.signal);
  for await (const step of steps) {
    if (step.type === 'skipping') continue;
    // Awaited here: leaving the loop ends the thread, and a refusal to hold must not be left without a listener meanwhile.
    if (step.type === 'refused') {
      return await store.transaction(async (tx) => {
        await job.hold(tx);
        await updateImport(tx, workspaceId, importId, { state: 'failed', progress: null, finishedAt: clock(), refusal: step.refusal });
      });
    }
    if (step.type === 'end') return await finish(job, importId, services, { kinds: step.kinds, sources: [...sources.values()], row, files: await digested(files, step.files), counts, records: counted });
    counted = step.records;
    const progress = progressAt(step.share, counts.read - readBefore + itemsRead(step), clock() - begun);
    const known = new Map(sources);
    counts = await store.transaction(async (tx) => {
      const found = new Map(known);
      await job.hold(tx, { phase: 'reading', share: step.share });
      const now = clock();
      const after = await storeBatch(
        { store, tx, workspaceId, importId, at: timeText(now), newItemIds: (count) => Array.from({ length: count }, () => newId('item', now, random)).sort() },
        step, counts, progress, { sources: found, newSourceId: () => newId('source', now, random), now },
      );
      for (const [name, id] of found) sources.set(name, id);
      return after;
    });
  }
}

interface Ending {
  readonly kinds: readonly string[];
  readonly sources: readonly string[];
  readonly row: ImportRow;
  readonly files: readonly ImportFile[];
  readonly counts: ImportRow['counts'];
  readonly records: number;
}

async function finish(job: RunningJob, importId: string, services: Services, ending: Ending): Promise<void> {
  const { store, clock, random } = services;
  const { workspaceId } = job;
  const { counts } = ending;
  const changed = counts.created + counts.updated + counts.newComments > 0;
  await ensureListIndexes(store);
  await store.transaction(async (tx) => {
    await job.hold(tx, { phase: 'finishing', share: 1 });
    const now = clock();
    await updateImport(tx, workspaceId, importId, {
      state: 'done', kind: ending.kinds[0] ?? ending.row.request.kind, progress: null, finishedAt: now,
      files: ending.files, records: ending.records, fingerprint: fingerprint(ending.files, ending.row.request),
    });
    await touchSources(tx, workspaceId, ending.sources, now);
    const asked = (await listLiveJobs(tx, workspaceId)).some(({ kind, state }) => kind === 'audit' && state === 'waiting');
    if (changed && !asked) await insertJob(tx, workspaceId, { id: newId('job', now, random), kind: 'audit', payload: { because: 'import', import: importId }, at: now });
  });
  if (counts.created + counts.updated >= VACUUM_FROM) await store.maintain('vacuum').catch((error: unknown) => services.log.error({ error: String(error) }, 'maintenance after an import failed'));
}

function progressAt(share: number, items: number, elapsedMs: number): ImportProgress {
  const seconds = elapsedMs / 1000;
  return {
    phase: 'reading', share,
    ...(seconds > 0.5 ? { itemsPerSecond: Math.round(items / seconds) } : {}),
    ...(seconds > 2 && share > 0.02 ? { secondsLeft: Math.max(0, Math.round((seconds / share) * (1 - share))) } : {}),
  };
}

async function located(file: ImportFile, services: Services): Promise<LocatedFile> {
  const path = file.upload === undefined ? file.path! : services.files.pathOf(file.upload);
  const found = await stat(path).catch(() => undefined);
  return { path, facts: found === undefined ? file : { ...file, bytes: found.size, modifiedAt: Math.round(found.mtimeMs) } };
}

/** A file that is as it was when the import was asked for, or begun. */
function sameFile(before: ImportFile, now: ImportFile): boolean {
  return before.bytes === now.bytes && (before.modifiedAt === undefined || before.modifiedAt === now.modifiedAt);
}
