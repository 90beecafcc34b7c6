// Opens the store on one of three places: the embedded engine in a data folder, a PostgreSQL server, or memory (tests).
// The folder is always locked first; nothing else in the house opens an engine.
import type { Engine } from './engine.ts';
import { acquireDataFolder } from './folder-lock.ts';
import { PgliteEngine } from './pglite-engine.ts';
import { PostgresEngine } from './postgres-engine.ts';
import { Store } from './store.ts';
import { startUpkeep } from './upkeep.ts';

export type StorePlace =
  | { readonly dataDir: string }
  | { readonly databaseUrl: string; readonly connections?: number }
  | { readonly memory: true };

export interface StoreOptions {
  /** Milliseconds a statement may take before it is stopped; 30,000 unless told, 0 for no limit. */
  readonly queryLimitMs?: number;
  /** Told of upkeep that failed (it is tried again); silent unless given. */
  readonly onUpkeepFailure?: (error: unknown) => void;
  /** Tar of an empty embedded cluster, which spares the 3 seconds of initdb. */
  readonly template?: Uint8Array;
  /** Settings of the embedded server that win over ours, `name=value`. */
  readonly settings?: readonly string[];
}

const QUERY_LIMIT_MS = 30_000;

/**
 * Opens and checks, but does not migrate. Throws FolderHeld when another process owns the folder (its message names the
 * owner), NetworkFolder on a network file system, NotDurable when a commit does not provably reach the disk, UnusableServer
 * for a server that is too old, not UTF-8 or unreachable.
 */
export async function openStore<Schema>(place: StorePlace, options: StoreOptions = {}): Promise<Store<Schema>> {
  const queryLimitMs = options.queryLimitMs ?? QUERY_LIMIT_MS;
  if ('databaseUrl' in place) {
    return new Store<Schema>(await PostgresEngine.open({ ...place, queryLimitMs }), undefined);
  }
  const embedded = { queryLimitMs, template: options.template, settings: options.settings };
  if ('memory' in place) return new Store<Schema>(await PgliteEngine.open({ ...embedded, dataDir: undefined }), undefined);

  const folder = await acquireDataFolder(place.dataDir);
  try {
    const engine: Engine = await PgliteEngine.open({ ...embedded, dataDir: folder.path });
    const timers = startUpkeep(folder.path, (work) => engine.maintain(work), options.onUpkeepFailure ?? (() => undefined));
    return new Store<Schema>(engine, { ...folder, release: () => { timers.stop(); return folder.release(); } });
  } catch (error) {
    await folder.release();
    throw error;
  }
}
