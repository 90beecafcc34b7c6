// What the HTTP door is handed, and what it remembers about one request. No behaviour.
import type { Asker } from '../../operations/context.ts';
import type { Run } from '../../operations/run.ts';
import type { Log } from '../../operations/services.ts';
import type { Outcome } from '../../contract/operation.ts';
import type { LocalAccess } from './access.ts';
import type { OwnAddresses } from './addresses.ts';

export interface StoredUpload {
  readonly id: string;
  /** A person's file name, cleaned of paths and control characters; never used as a path. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface StoredArchive {
  readonly fileName: string;
  /** Where it lies on this machine. */
  readonly path: string;
}

/** An Idempotency-Key was claimed now, was answered before, is being worked on, or belongs to another request. */
export type Claim =
  | { readonly state: 'claimed' }
  | { readonly state: 'answered'; readonly answer: Outcome<unknown> }
  | { readonly state: 'in_flight' }
  | { readonly state: 'other_request' };

/** What the door needs besides operations: bytes on disk and answers by key. Every call is its own transaction. */
export interface Desk {
  /** A place for a new upload: its id and the path to write to. */
  placeUpload(): { readonly id: string; readonly path: string };
  addUpload(asker: Asker, upload: StoredUpload): Promise<void>;
  findArchive(asker: Asker, id: string): Promise<StoredArchive | undefined>;
  claimKey(asker: Asker, key: string, requestHash: string): Promise<Claim>;
  keepAnswer(asker: Asker, key: string, answer: Outcome<unknown>): Promise<void>;
  releaseKey(asker: Asker, key: string): Promise<void>;
}

export interface HttpDoor {
  readonly run: Run;
  /** The one local owner; `local` is true when the request provably came from this machine. */
  readonly askerFor: (local: boolean) => Asker;
  readonly desk: Desk;
  readonly access: LocalAccess;
  readonly addresses: OwnAddresses;
  readonly log: Log;
  readonly newRequestId: () => string;
  /** Milliseconds, for durations in the log. */
  readonly clock: () => number;
  /** The folder of the built web app; without it the program says that it is not built. */
  readonly webFolder?: string;
  readonly version: string;
  /** Named checks for /readyz, each true when it holds. */
  readonly checks: () => Promise<Readonly<Record<string, boolean>>>;
  /** Jobs kept, by kind and state. */
  readonly jobs: () => Promise<readonly { readonly kind: string; readonly state: string; readonly count: number }[]>;
  readonly mcp?: (request: Request, asker: Asker, requestId: string) => Promise<Response>;
}

/** Variables of one request, set by the middlewares before any route runs. */
export interface Env {
  Variables: { requestId: string; asker: Asker; route: string; local: boolean };
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
}
