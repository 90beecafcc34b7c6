// Opens everything that stands behind the doors: the store, its schema, the job runner, the pipeline and the local owner.
// The only place where storage, operations and time meet; knows no door.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Caller } from '../contract/index.ts';
import { newId } from '../domain/kernel/ids.ts';
import type { Asker } from '../operations/context.ts';
import { handlers, jobWorks } from '../operations/index.ts';
import { startJobs } from '../operations/jobs.ts';
import { operationRunner, type Run } from '../operations/run.ts';
import type { Log, Services } from '../operations/services.ts';
import { openStore } from '../store/engine/open-store.ts';
import { ensureLocalOwner } from '../store/first-run.ts';
import { loadMigrations } from '../store/migrate-files.ts';
import { migrate } from '../store/migrate.ts';
import type { Schema } from '../store/schema.ts';
import { localFiles } from './local-files.ts';
import { localVault } from './local-vault.ts';

export interface House {
  readonly services: Services;
  readonly run: Run;
  readonly askerFor: (local: boolean) => Asker;
  /** Asks as the person at this machine. */
  readonly call: Caller;
  /** True when the workspace was made just now. */
  readonly fresh: boolean;
  newRequestId(): string;
  /** Lets jobs end their step, closes the database, gives the folder free. */
  close(): Promise<void>;
}

export interface HousePlace {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Nothing is kept: for tests. */
  readonly memory?: true;
}

export interface HouseOptions {
  readonly log: Log;
  readonly version: string;
  readonly clock?: () => number;
  readonly random?: () => number;
  readonly timeZone?: string;
  readonly template?: Uint8Array;
  readonly checkOutput?: boolean;
}

/** Throws what openStore and migrate throw; nothing is left open then. */
export async function openHouse(place: HousePlace, options: HouseOptions): Promise<House> {
  const { log, version } = options;
  const clock = options.clock ?? Date.now;
  const random = options.random ?? secureRandom;
  const storePlace = place.memory ? { memory: true as const } : place.databaseUrl === undefined ? { dataDir: place.dataDir } : { databaseUrl: place.databaseUrl };
  const store = await openStore<Schema>(storePlace, {
    onUpkeepFailure: (error) => log.error({ err: error }, 'upkeep of the database failed; it is tried again'),
    ...(options.template ? { template: options.template } : {}),
  });
  try {
    const { applied } = await migrate(store, loadMigrations(), () => new Date(clock()));
    if (applied.length > 0) log.info({ applied }, 'schema brought up to date');
    const owner = await store.transaction((tx) => ensureLocalOwner(tx, {
      now: clock(), timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, newId: (kind) => newId(kind, clock(), random),
    }));
    const jobs = startJobs({ store, files: localFiles(join(place.dataDir, 'files'), clock()), clock, random, log, version, vault: localVault(place.dataDir), fetch }, { works: jobWorks });
    const run = operationRunner({ handlers, services: jobs.services, ...(options.checkOutput ? { checkOutput: true } : {}) });
    const askerFor = (local: boolean): Asker => ({ workspaceId: owner.workspaceId, memberId: owner.memberId, role: 'owner', local });
    const newRequestId = (): string => newId('request', clock(), random);
    return {
      services: jobs.services, run, askerFor, fresh: owner.made, newRequestId,
      call: (name, input) => run(name, input, askerFor(true), newRequestId()),
      close: async () => {
        await jobs.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Uniform in [0, 1) with 48 bits, from the system's source. */
function secureRandom(): number {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
}
