// What a handler is handed: who asks, when, and the doors to storage and to long work. Knows no surface.
import type { Caller, CodeOf, GivenTo, OperationName, OutputOf } from '../contract/index.ts';
import type { PIPELINE_REFUSALS, RefusalCode } from '../contract/refusals.ts';
import type { Role } from '../domain/access/role.ts';
import type { IdKind } from '../domain/kernel/ids.ts';
import type { Day, Instant } from '../domain/kernel/instant.ts';
import type { Ruling } from '../domain/kernel/ruling.ts';
import type { Tx } from '../store/schema.ts';
import type { Services } from './services.ts';

/** Who asks. `local` is true for the person at this machine: over loopback, the terminal, or MCP attached here. */
export interface Asker {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly role: Role;
  readonly local: boolean;
}

export interface Context {
  readonly asker: Asker;
  readonly tx: Tx;
  readonly now: Instant;
  /** Today in the workspace's time zone. */
  readonly today: Day;
  readonly requestId: string;
  readonly newId: (kind: IdKind) => string;
  readonly services: Services;
  /** Runs after the transaction has committed; never when it was rolled back. */
  readonly afterCommit: (work: () => void | Promise<void>) => void;
  /** Runs another operation for the same asker in a transaction of its own. Only once this one is over: see `answerAfterCommit`. */
  readonly runAfterwards: Caller;
}

/** An answer that needs the transaction to be over, such as one that waits for a job the handler has just asked for. */
export class AnswerAfterCommit<T, Code extends RefusalCode> {
  readonly work: () => Promise<Ruling<T, Code>>;
  constructor(work: () => Promise<Ruling<T, Code>>) {
    this.work = work;
  }
}

/** Commits what the handler wrote, then answers with what `work` yields. `work` opens transactions of its own. */
export function answerAfterCommit<T, Code extends RefusalCode>(work: () => Promise<Ruling<T, Code>>): AnswerAfterCommit<T, Code> {
  return new AnswerAfterCommit(work);
}

/** What a handler may refuse with: what its operation lists, and what any operation may say. */
type CodesOf<N extends OperationName> = (CodeOf<N> & RefusalCode) | (typeof PIPELINE_REFUSALS)[number];

/** Carries one operation out inside a transaction. Refuses with a value; throws only on a fault. */
export type Handler<N extends OperationName> = (
  given: GivenTo<N>,
  context: Context,
) => Promise<
  | Ruling<OutputOf<N>, CodesOf<N>>
  | AnswerAfterCommit<OutputOf<N>, CodesOf<N>>
>;

export type Handlers = { readonly [N in OperationName]: Handler<N> };
