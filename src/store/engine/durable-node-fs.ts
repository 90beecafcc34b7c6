// Makes the embedded engine's files really reach the disk: PGlite's file system has no fsync, this one does.
// Relies on an Emscripten internal (NODEFS.stream_ops), hence the exact version pin and the self-check at every start.
import * as fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface NodeStream { readonly nfd?: number | null; readonly node: unknown }
interface NodeFileSystem {
  stream_ops: { fsync?: (stream: NodeStream) => number };
  realPath(node: unknown): string;
}

/** WASI's number for an input/output error; Postgres answers it with PANIC, as it must. */
const EIO = 29;

/** What the hook saw. `failure` is the first error of the disk; after it nothing may be acknowledged. */
export interface FsyncRecord {
  count: number;
  failure: string | undefined;
}

export class DurableNodeFs extends NodeFS {
  readonly record: FsyncRecord = { count: 0, failure: undefined };

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const prepared = await super.init(pg, options);
    const install = (mod: unknown): void => {
      const files = (mod as { NODEFS: NodeFileSystem }).NODEFS;
      files.stream_ops.fsync = (stream) => this.#sync(files, stream);
    };
    (prepared.emscriptenOpts.preRun as ((mod: unknown) => void)[]).unshift(install);
    return prepared;
  }

  #sync(files: NodeFileSystem, stream: NodeStream): number {
    try {
      if (stream.nfd !== undefined && stream.nfd !== null) fs.fsyncSync(stream.nfd);
      else syncPath(files.realPath(stream.node));
      this.record.count++;
      return 0;
    } catch (error) {
      this.record.failure ??= error instanceof Error ? error.message : String(error);
      return EIO;
    }
  }
}

function syncPath(path: string): void {
  const fd = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * The server's settings. fsync goes through `fsync()` because PGlite's `fdatasync` does nothing; 48 MB of shared buffers
 * measured as fast as 512; the log limits keep pg_wal small between checkpoints; the last group fixes the text form of values.
 */
const SETTINGS: readonly string[] = [
  'shared_buffers=48MB', 'work_mem=16MB', 'maintenance_work_mem=64MB', 'min_wal_size=64MB', 'max_wal_size=256MB',
  'random_page_cost=1.1', 'jit=off',
  'timezone=UTC', 'datestyle=ISO,YMD', 'intervalstyle=postgres', 'bytea_output=hex', 'extra_float_digits=1',
];
const DURABLE: readonly string[] = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on', 'wal_sync_method=fsync'];

/** Start parameters for a durable folder (without PGlite's `-F`) or for memory, where syncing means nothing. `extra` wins. */
export function startParameters(durable: boolean, extra: readonly string[] = []): string[] {
  const base = durable ? PGlite.defaultStartParams.filter((part) => part !== '-F') : PGlite.defaultStartParams;
  const settings = [...SETTINGS, ...(durable ? DURABLE : []), ...extra];
  return [...base, ...settings.flatMap((setting) => ['-c', setting])];
}
