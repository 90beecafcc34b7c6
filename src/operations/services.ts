// The long-lived things operations lean on: storage, a folder for files, clock and dice, the job runner. Made once in main.ts.
import type { Instant } from '../domain/kernel/instant.ts';
import type { Store } from '../store/schema.ts';

export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Uploaded files and made archives, by id, in one folder. Names inside are ours; a person's file name is never a path. */
export interface Files {
  /** Where the file with this id lies. The file need not exist. */
  pathOf(id: string): string;
  remove(id: string): Promise<void>;
}

/** Encrypts what must not lie readable in the database or an export: credentials. */
export interface Vault {
  lock(text: string): string;
  /** Throws when the text was locked with another key or was changed. */
  unlock(locked: string): string;
}

export interface Services {
  readonly store: Store;
  readonly files: Files;
  readonly clock: () => Instant;
  /** Uniform in [0, 1), from the system's secure source in production, seeded in tests. */
  readonly random: () => number;
  readonly log: Log;
  readonly vault: Vault;
  /** The network, for sources a person connected. */
  readonly fetch: typeof fetch;
  /** The program's own, as `throughline version` says it. */
  readonly version: string;
  /** Wakes the job runner: there may be something to do. */
  readonly wakeJobs: () => void;
  /** Resolves when the job has ended, however it ended; also when this process stops. Call it outside a transaction. */
  readonly jobEnded: (workspaceId: string, jobId: string) => Promise<void>;
}
