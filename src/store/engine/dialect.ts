// Kysely over either engine. Knows no schema; compiles Postgres SQL only.
import {
  PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler,
  type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult, type TransactionSettings,
} from 'kysely';
import type { Engine, Session } from './engine.ts';
import { TransactionUndone } from './faults.ts';
import type { TransactionGuard } from './transaction-guard.ts';

/** Kysely's connection around one session. */
export class SessionConnection implements DatabaseConnection {
  readonly session: Session;
  broken = false;
  constructor(session: Session) {
    this.session = session;
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await this.session.query(compiled.sql, compiled.parameters);
    return {
      rows: answer.rows as R[],
      ...(answer.affected === undefined ? {} : { numAffectedRows: BigInt(answer.affected) }),
    };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported: read pages by key');
  }
}

class EngineDriver implements Driver {
  readonly #engine: Engine;
  readonly #guard: TransactionGuard;
  constructor(engine: Engine, guard: TransactionGuard) {
    this.#engine = engine;
    this.#guard = guard;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#guard.admitConnection();
    return new SessionConnection(await this.#engine.acquire());
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    this.#guard.admitBegin();
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
    await sessionOf(connection).query(`begin${level}`, []);
  }

  /** Postgres answers the commit of a failed transaction with ROLLBACK and no error; here that is one. */
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const answer = await sessionOf(connection).query('commit', []);
    if (answer.command !== 'COMMIT') throw new TransactionUndone();
  }

  /** A session that cannot roll back is thrown away: its engine undoes the transaction. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await sessionOf(connection).query('rollback', []);
    } catch {
      (connection as SessionConnection).broken = true;
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    await this.#engine.release(sessionOf(connection), (connection as SessionConnection).broken);
  }

  destroy(): Promise<void> {
    return this.#engine.close();
  }
}

function sessionOf(connection: DatabaseConnection): Session {
  return (connection as SessionConnection).session;
}

/** The dialect of one engine; `guard` sees every connection that is asked for. */
export function dialectOf(engine: Engine, guard: TransactionGuard): Dialect {
  return {
    createDriver: () => new EngineDriver(engine, guard),
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}
