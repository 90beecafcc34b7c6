// The engine for a real PostgreSQL server: a pool whose connections are set up so that values come out as the embedded engine's.
// Knows no schema. Needs a pooler in session mode when one stands in between: settings live on the connection.
import pg from 'pg';
import type { Answer, Engine, EngineFacts, Session, Upkeep } from './engine.ts';
import { EngineStopped, QueryTimedOut, SqlError, UnusableServer } from './faults.ts';
import { encodeParameter } from './parameters.ts';
import { copyToServer } from './postgres-copy.ts';
import { parserOf } from './values.ts';

export interface PostgresOptions {
  readonly databaseUrl: string;
  readonly queryLimitMs: number;
  /** Connections at most; 10 unless told. */
  readonly connections?: number | undefined;
}

const OLDEST = 150_000;
const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY']);
const VALUE_FORMS = "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; "
  + "set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8'; set standard_conforming_strings = on";

class PostgresSession implements Session {
  readonly client: pg.PoolClient;
  changedLimit = false;
  #limitMs: number;

  constructor(client: pg.PoolClient, limitMs: number) {
    this.client = client;
    this.#limitMs = limitMs;
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<Answer> {
    const text = parameters.map(encodeParameter);
    const result = await this.#run(() => this.client.query({ text: sql, values: text }));
    return {
      rows: result.rows as Answer['rows'], command: result.command,
      affected: WRITES.has(result.command) ? (result.rowCount ?? 0) : undefined,
    };
  }

  async script(sql: string): Promise<void> {
    await this.#run(() => this.client.query(sql));
  }

  async copyIn(target: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    return this.#run(() => copyToServer(this.client, target, chunks));
  }

  async limit(ms: number): Promise<void> {
    this.#limitMs = ms;
    this.changedLimit = true;
    await this.#run(() => this.client.query(`set statement_timeout = ${Math.trunc(ms)}`));
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw explain(error, this.#limitMs);
    }
  }
}

/** pg's errors as ours: a SQLSTATE becomes SqlError (57014 from the limit: QueryTimedOut), a lost connection EngineStopped. */
function explain(error: unknown, limitMs: number): unknown {
  if (error instanceof pg.DatabaseError && error.code !== undefined) {
    if (error.code === '57014' && /statement timeout/.test(error.message)) return new QueryTimedOut(limitMs, { cause: error });
    if (/^(57P0|08)/.test(error.code)) return new EngineStopped(error.message, { cause: error });
    return new SqlError({
      message: error.message, code: error.code, constraint: error.constraint, table: error.table, column: error.column, detail: error.detail,
    }, { cause: error });
  }
  if (error instanceof Error && /Connection terminated|ECONN|EPIPE|not queryable/.test(`${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}`)) {
    return new EngineStopped('the connection was lost', { cause: error });
  }
  return error;
}

export class PostgresEngine implements Engine {
  readonly kind = 'postgres';
  readonly #options: PostgresOptions;
  readonly #pool: pg.Pool;
  readonly #prepared = new WeakSet<pg.PoolClient>();
  #closed = false;

  private constructor(options: PostgresOptions) {
    this.#options = options;
    this.#pool = new pg.Pool({
      connectionString: options.databaseUrl, max: options.connections ?? 10, application_name: 'throughline',
      statement_timeout: options.queryLimitMs, connectionTimeoutMillis: 15_000,
      types: { getTypeParser: ((oid: number) => parserOf(oid)) as never },
    });
    // An idle connection that the server closed is replaced at the next acquire; without a listener it would end the process.
    this.#pool.on('error', () => undefined);
  }

  /** Throws UnusableServer when the server cannot be reached, is older than 15 or does not store UTF-8. */
  static async open(options: PostgresOptions): Promise<PostgresEngine> {
    const engine = new PostgresEngine(options);
    try {
      const session = await engine.acquire();
      const answer = await session.query(
        "select current_setting('server_version_num')::int as number, current_setting('server_version') as version, "
        + "current_setting('server_encoding') as encoding", []);
      await engine.release(session);
      const row = answer.rows[0] as { number: number; version: string; encoding: string };
      if (row.number < OLDEST) throw new UnusableServer(`PostgreSQL ${row.version} is too old: Throughline needs 15 or later. Upgrade the server, or unset DATABASE_URL to use the embedded database.`);
      if (row.encoding !== 'UTF8') throw new UnusableServer(`The database is stored as ${row.encoding}: Throughline needs one created with ENCODING 'UTF8'.`);
    } catch (error) {
      await engine.close();
      if (error instanceof UnusableServer) throw error;
      throw new UnusableServer(`The PostgreSQL server of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    return engine;
  }

  async acquire(): Promise<Session> {
    if (this.#closed) throw new EngineStopped('it was closed');
    const client = await this.#pool.connect();
    try {
      if (!this.#prepared.has(client)) {
        client.on('error', () => undefined);
        await client.query(VALUE_FORMS);
        this.#prepared.add(client);
      }
      return new PostgresSession(client, this.#options.queryLimitMs);
    } catch (error) {
      client.release(true);
      throw explain(error, this.#options.queryLimitMs);
    }
  }

  async release(session: Session, broken = false): Promise<void> {
    const { client, changedLimit } = session as PostgresSession;
    if (broken) return client.release(true);
    try {
      if (changedLimit) await session.limit(this.#options.queryLimitMs);
      client.release();
    } catch {
      client.release(true);
    }
  }

  /** The server checkpoints and vacuums by itself; after an import only the statistics are worth asking for. */
  async maintain(work: Upkeep): Promise<void> {
    if (work !== 'vacuum') return;
    const session = await this.acquire();
    try {
      await session.limit(0);
      await session.query('analyze', []);
    } finally {
      await this.release(session);
    }
  }

  async facts(): Promise<EngineFacts> {
    const session = await this.acquire();
    try {
      const answer = await session.query(
        "select current_setting('server_version') as version, current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as durable", []);
      const row = answer.rows[0] as { version: string; durable: boolean };
      return { engine: this.kind, serverVersion: row.version, durable: row.durable };
    } finally {
      await this.release(session);
    }
  }

  atRest(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#pool.end();
  }
}
