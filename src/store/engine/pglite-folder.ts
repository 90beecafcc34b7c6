// How an embedded cluster's folder comes to be and is copied, so that it is whole on the disk or not there at all.
// Assumes the data folder's lock is held; knows nothing of SQL.
import { constants, existsSync } from 'node:fs';
import { cp, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PgliteThread } from './pglite-thread.ts';

const CLUSTER = 'pg';
const HALF_MADE = /^pg\.new-/;

/** The cluster inside a data folder. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, CLUSTER);
}

/**
 * Makes sure the cluster exists and returns its folder. A new one is built in a sibling folder, closed, synced file by file
 * and only then renamed into place: a power cut leaves no cluster or a whole one. Half-made siblings of a killed start are removed.
 */
export async function ensureCluster(dataDir: string, template: Uint8Array | undefined): Promise<string> {
  for (const name of await readdir(dataDir)) {
    if (HALF_MADE.test(name)) await rm(join(dataDir, name), { recursive: true, force: true });
  }
  const folder = clusterFolder(dataDir);
  if (existsSync(folder)) return folder;
  const building = join(dataDir, `pg.new-${process.pid}`);
  await mkdir(building, { mode: 0o700 });
  const thread = await PgliteThread.open({ folder: building, template, settings: [] });
  await thread.perform({ task: 'close' }, 0);
  await thread.kill(new Error('closed'));
  await putInPlace(building, folder, dataDir);
  return folder;
}

/**
 * Copies the cluster at rest to `backups/<name>/pg` and returns that folder; the oldest copies beyond `keep` are removed.
 * To go back: stop Throughline and put the copy in the place of the data folder's `pg`.
 */
export async function copyCluster(dataDir: string, name: string, keep: number): Promise<string> {
  const backups = join(dataDir, 'backups');
  await mkdir(backups, { recursive: true, mode: 0o700 });
  const building = join(backups, `.new-${process.pid}`);
  const finished = join(backups, name);
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { mode: 0o700 });
  await cp(clusterFolder(dataDir), join(building, CLUSTER), { recursive: true, mode: constants.COPYFILE_FICLONE });
  await rm(finished, { recursive: true, force: true });
  await putInPlace(building, finished, backups);
  const all = (await readdir(backups)).filter((entry) => !entry.startsWith('.')).sort();
  for (const old of all.slice(0, Math.max(0, all.length - keep))) await rm(join(backups, old), { recursive: true, force: true });
  return finished;
}

async function putInPlace(building: string, finished: string, parent: string): Promise<void> {
  await syncTree(building);
  await rename(building, finished);
  await syncPath(parent);
}

/** fsyncs at once: the journal commits them together, measured 40 times faster than one by one. */
const AT_ONCE = 8;

/** fsync of every file and folder below `folder`, itself included. Returns how many. */
export async function syncTree(folder: string): Promise<number> {
  const paths = [folder];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) paths.push(join(entry.parentPath, entry.name));
  }
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < paths.length) await syncPath(paths[next++]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return paths.length;
}

/** Windows has no fsync of a folder (it journals the entries itself) and none of a file that is open for reading only. */
async function syncPath(path: string): Promise<void> {
  const onWindows = process.platform === 'win32';
  if (onWindows && (await stat(path)).isDirectory()) return;
  const file = await open(path, onWindows ? 'r+' : 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
