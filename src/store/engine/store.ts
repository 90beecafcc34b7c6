// The store everything else is written on: a Kysely database, transactions, bulk loading and upkeep, the same on both engines.
// Knows no table. How an engine is opened is open-store.ts.
import { Kysely, sql, type Transaction } from 'kysely';
import { copyChunks } from './copy-text.ts';
import { dialectOf, type SessionConnection } from './dialect.ts';
import type { Engine, EngineFacts, EngineKind, Session, Upkeep } from './engine.ts';
import { SqlError } from './faults.ts';
import type { HeldFolder } from './folder-lock.ts';
import { copyCluster } from './pglite-folder.ts';
import { TransactionGuard } from './transaction-guard.ts';

export type Tx<Schema> = Transaction<Schema>;

export interface TransactionOptions {
  /** Milliseconds each statement may take; 0 for no limit. The store's query limit unless told. */
  readonly limitMs?: number;
  /** `read committed` unless told. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
}

type Rows = Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>;

/** How often a transaction is run before a deadlock or a serialization failure is passed on. */
const ATTEMPTS = 4;
const RUN_AGAIN = new Set(['40001', '40P01']);
const BACKUPS_KEPT = 3;

export class Store<Schema> {
  /** For single statements outside a transaction. Inside one it throws OuterDatabaseInTransaction. */
  readonly db: Kysely<Schema>;
  readonly engine: EngineKind;
  /** The lock on the embedded data folder, to publish a server's address on; undefined in memory and on a server. */
  readonly folder: HeldFolder | undefined;
  readonly #engine: Engine;
  readonly #guard = new TransactionGuard();

  constructor(engine: Engine, folder: HeldFolder | undefined) {
    this.#engine = engine;
    this.engine = engine.kind;
    this.folder = folder;
    this.db = new Kysely<Schema>({ dialect: dialectOf(engine, this.#guard) });
  }

  /**
   * Runs `work` in one transaction: kept when it resolves, undone when it throws. On a deadlock (40P01) or a serialization
   * failure (40001), where Postgres has undone everything, `work` runs again, at most 4 times in all: it may touch nothing but
   * `tx`. A lost connection at commit is never retried, since the commit may have happened. Throws OuterDatabaseInTransaction
   * when called inside another, TransactionUndone when `work` swallowed the error of a statement.
   */
  async transaction<T>(work: (tx: Tx<Schema>) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#guard.enter(() => {
          const builder = options.isolation === undefined ? this.db.transaction() : this.db.transaction().setIsolationLevel(options.isolation);
          return builder.execute(async (tx) => {
            const limitMs = options.limitMs;
            if (limitMs !== undefined) await onSession(tx, (session) => session.limit(limitMs));
            return work(tx);
          });
        });
      } catch (error) {
        if (attempt >= ATTEMPTS || !(error instanceof SqlError) || !RUN_AGAIN.has(error.code)) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * (5 + Math.random() * 20)));
      }
    }
  }

  /**
   * Bulk load by COPY inside `tx`; returns how many rows were written. Values as in `encodeParameter`, one per column. Text
   * with U+0000 is refused by Postgres (SqlError 22021). Follow a large load with `maintain('vacuum')`.
   */
  copyIn(tx: Tx<Schema>, table: string, columns: readonly string[], rows: Rows): Promise<number> {
    return onSession(tx, (session) => session.copyIn(targetOf(table, columns), copyChunks(rows, columns.length)));
  }

  /** As `copyIn`, from text that `copyTexts` made beforehand. The embedded engine takes its buffers away: it is written once. */
  copyTextIn(tx: Tx<Schema>, table: string, columns: readonly string[], text: readonly Uint8Array[]): Promise<number> {
    return onSession(tx, (session) => session.copyIn(targetOf(table, columns), oneByOne(text)));
  }

  /** Several statements without parameters inside `tx`, for migrations. */
  script(tx: Tx<Schema>, text: string): Promise<void> {
    return onSession(tx, (session) => session.script(text));
  }

  /** `checkpoint` after imports and every few minutes (embedded only), `vacuum` after large imports and daily. */
  async maintain(work: Upkeep): Promise<void> {
    this.#guard.refuseInside('Maintenance was asked for inside a transaction');
    await this.#engine.maintain(work);
  }

  /**
   * A copy of the embedded cluster, made with the engine at rest (about a second, and all queries wait), in
   * `backups/<name>` of the data folder; the last 3 are kept. Undefined in memory and on a server, where backups are the operator's.
   */
  async backup(name: string): Promise<string | undefined> {
    this.#guard.refuseInside('A backup was asked for inside a transaction');
    return this.#engine.atRest((dataDir) => copyCluster(dataDir, name, BACKUPS_KEPT));
  }

  facts(): Promise<EngineFacts> {
    return this.#engine.facts();
  }

  /** Waits for the transaction under way, checkpoints, closes and gives the data folder free. Calling it again does nothing. */
  async close(): Promise<void> {
    await this.#engine.close();
    await this.folder?.release();
  }
}

/** Takes a transaction-scoped lock on a server, where two processes may migrate at once; the embedded folder has one owner anyway. */
export async function lockForMigration<Schema>(store: Store<Schema>, tx: Tx<Schema>): Promise<void> {
  if (store.engine === 'postgres') await sql`select pg_advisory_xact_lock(7274110052501)`.execute(tx);
}

function onSession<Schema, T>(tx: Tx<Schema>, work: (session: Session) => Promise<T>): Promise<T> {
  return tx.getExecutor().provideConnection((connection) => work((connection as SessionConnection).session));
}

async function* oneByOne(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function targetOf(table: string, columns: readonly string[]): string {
  return `${quote(table)} (${columns.map(quote).join(', ')})`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
