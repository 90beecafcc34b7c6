// The seam between the store and its two engines: what a session can do and what an engine answers. Holds no SQL.

export type Row = Record<string, unknown>;

export interface Answer {
  readonly rows: Row[];
  /** First word of the command tag: SELECT, INSERT, COMMIT, ROLLBACK ... */
  readonly command: string;
  /** Rows written by INSERT, UPDATE, DELETE, MERGE or COPY; undefined for anything else. */
  readonly affected: number | undefined;
}

/** One connection, used by one caller at a time. */
export interface Session {
  /** One statement; parameters as in `encodeParameter`. Throws SqlError, QueryTimedOut or EngineStopped. */
  query(sql: string, parameters: readonly unknown[]): Promise<Answer>;
  /** Several statements without parameters and without answers. */
  script(sql: string): Promise<void>;
  /** Rows written by COPY's text format. `target` is the quoted table with its column list. */
  copyIn(target: string, chunks: AsyncIterable<Uint8Array>): Promise<number>;
  /** Milliseconds each later statement of this session may take until it is released; 0 means no limit. */
  limit(ms: number): Promise<void>;
}

export type EngineKind = 'pglite' | 'postgres';

/** What maintenance to do now: `checkpoint` bounds the write-ahead log, `vacuum` also refreshes statistics and reclaims space. */
export type Upkeep = 'checkpoint' | 'vacuum';

export interface EngineFacts {
  readonly engine: EngineKind;
  /** As `SHOW server_version`. */
  readonly serverVersion: string;
  /** Does a commit wait for the disk? false in memory. For a server: what it says of itself. */
  readonly durable: boolean;
  /** Calls to fsync since this engine was opened; undefined for a server. */
  readonly fsyncs?: number;
  /** The embedded cluster's folder; undefined in memory and for a server. */
  readonly folder?: string;
}

export interface Engine {
  readonly kind: EngineKind;
  acquire(): Promise<Session>;
  /** Gives a session back. `broken` when the caller could not bring it out of its transaction. */
  release(session: Session, broken?: boolean): Promise<void>;
  maintain(work: Upkeep): Promise<void>;
  facts(): Promise<EngineFacts>;
  /** Closes the engine, runs `work` on the data folder at rest, opens it again. Undefined when there is no folder to rest. */
  atRest<T>(work: (dataDir: string) => Promise<T>): Promise<T | undefined>;
  close(): Promise<void>;
}
