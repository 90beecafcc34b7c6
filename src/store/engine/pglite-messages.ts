// The messages between the store and the worker thread that runs the embedded engine. Types only.
import type { Row } from './engine.ts';
import type { SqlErrorFacts } from './faults.ts';

export interface WorkerStart {
  /** The cluster's folder; undefined for a database in memory. */
  readonly folder: string | undefined;
  /** A gzipped or plain tar of a cluster to start from when there is none yet; undefined runs initdb. */
  readonly template: Uint8Array | undefined;
  /** Server settings that win over ours, `name=value`. */
  readonly settings: readonly string[];
}

export type WorkerTask =
  | { readonly task: 'query'; readonly sql: string; readonly parameters: readonly (string | null)[] }
  | { readonly task: 'script'; readonly sql: string }
  | { readonly task: 'copy'; readonly target: string; readonly chunk: Uint8Array }
  | { readonly task: 'facts' }
  | { readonly task: 'dump' }
  | { readonly task: 'close' };

export interface WorkerAnswer { readonly rows: Row[]; readonly command: string; readonly affected: number | undefined }
export interface WorkerFacts { readonly fsyncs: number; readonly serverVersion: string }

/** `sql`: Postgres said no. `disk`: an fsync failed, nothing may be acknowledged. `engine`: the engine itself broke. */
export type WorkerFailure =
  | { readonly kind: 'sql'; readonly facts: SqlErrorFacts }
  | { readonly kind: 'disk' | 'engine'; readonly reason: string };

export type WorkerReply =
  | { readonly ok: true; readonly value: WorkerAnswer | WorkerFacts | Uint8Array | undefined }
  | { readonly ok: false; readonly failure: WorkerFailure };
