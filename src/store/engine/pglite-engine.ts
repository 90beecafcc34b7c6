// The embedded engine: one connection taken in turns, reopened after a runaway query or a crash.
// Knows no schema and no lock; whoever opens a folder here already owns it.
import type { Answer, Engine, EngineFacts, Session, Upkeep } from './engine.ts';
import { EngineStopped, NotDurable } from './faults.ts';
import { encodeParameter } from './parameters.ts';
import { ensureCluster } from './pglite-folder.ts';
import type { WorkerAnswer, WorkerFacts, WorkerTask } from './pglite-messages.ts';
import { PgliteThread } from './pglite-thread.ts';
import { Turn } from './turn.ts';

export interface PgliteOptions {
  /** The data folder (its `pg` holds the cluster); undefined for memory. */
  readonly dataDir: string | undefined;
  readonly queryLimitMs: number;
  /** Tar of an empty cluster, to spare initdb (tests). */
  readonly template?: Uint8Array | undefined;
  /** Server settings that win over ours, `name=value`. */
  readonly settings?: readonly string[] | undefined;
}

class PgliteSession implements Session {
  limitMs: number;
  readonly endTurn: () => void;
  readonly #thread: PgliteThread;

  constructor(thread: PgliteThread, endTurn: () => void, limitMs: number) {
    this.#thread = thread;
    this.endTurn = endTurn;
    this.limitMs = limitMs;
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<Answer> {
    return (await this.#perform({ task: 'query', sql, parameters: parameters.map(encodeParameter) })) as WorkerAnswer;
  }

  async script(sql: string): Promise<void> {
    await this.#perform({ task: 'script', sql });
  }

  async copyIn(target: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    let rows = 0;
    for await (const chunk of chunks) {
      const answer = await this.#perform({ task: 'copy', target, chunk }, [chunk.buffer as ArrayBuffer]);
      rows += (answer as WorkerAnswer).affected ?? 0;
    }
    return rows;
  }

  limit(ms: number): Promise<void> {
    this.limitMs = ms;
    return Promise.resolve();
  }

  #perform(task: WorkerTask, transfer: readonly ArrayBuffer[] = []): Promise<unknown> {
    return this.#thread.perform(task, this.limitMs, transfer);
  }
}

export class PgliteEngine implements Engine {
  readonly kind = 'pglite';
  readonly #options: PgliteOptions;
  readonly #turn = new Turn();
  #thread: PgliteThread;
  readonly #folder: string | undefined;
  /** Set while a stopped thread is being replaced, so that one folder is never opened twice. */
  #reopening: Promise<PgliteThread> | undefined;
  #resting: Promise<unknown> | undefined;
  #closed = false;

  private constructor(options: PgliteOptions, folder: string | undefined, thread: PgliteThread) {
    this.#options = options;
    this.#folder = folder;
    this.#thread = thread;
  }

  /** Creates the cluster when there is none. Throws NotDurable when a commit does not provably reach the disk. */
  static async open(options: PgliteOptions): Promise<PgliteEngine> {
    const folder = options.dataDir === undefined ? undefined : await ensureCluster(options.dataDir, options.template);
    return new PgliteEngine(options, folder, await openThread(options, folder));
  }

  async acquire(): Promise<Session> {
    const endTurn = await this.#turn.take();
    try {
      return new PgliteSession(await this.#running(), endTurn, this.#options.queryLimitMs);
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  async release(session: Session, broken = false): Promise<void> {
    if (broken && !this.#thread.stopped) await this.#thread.kill(new EngineStopped('a transaction could not be ended'));
    (session as PgliteSession).endTurn();
  }

  async maintain(work: Upkeep): Promise<void> {
    const session = await this.acquire();
    try {
      await session.limit(0);
      if (work === 'vacuum') await session.query('vacuum (analyze)', []);
      await session.query('checkpoint', []);
    } finally {
      await this.release(session);
    }
  }

  /** Does not wait for a transaction under way, only for the statement that runs now. */
  async facts(): Promise<EngineFacts> {
    await this.#resting;
    const facts = (await (await this.#running()).perform({ task: 'facts' }, 0)) as WorkerFacts;
    return {
      engine: this.kind, serverVersion: facts.serverVersion, durable: this.#folder !== undefined,
      ...(this.#folder === undefined ? {} : { folder: this.#folder, fsyncs: facts.fsyncs }),
    };
  }

  /** The cluster as an uncompressed tar, to start others from. About 40 MB when empty. */
  async dump(): Promise<Uint8Array> {
    await this.#resting;
    return (await (await this.#running()).perform({ task: 'dump' }, 0)) as Uint8Array;
  }

  async atRest<T>(work: (dataDir: string) => Promise<T>): Promise<T | undefined> {
    const dataDir = this.#options.dataDir;
    if (dataDir === undefined) return undefined;
    const endTurn = await this.#turn.take();
    try {
      const thread = await this.#running();
      const resting = shut(thread).then(() => work(dataDir));
      this.#resting = resting.catch(() => undefined);
      return await resting;
    } finally {
      this.#resting = undefined;
      endTurn();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const endTurn = await this.#turn.take();
    try {
      if (!this.#thread.stopped) await shut(this.#thread);
      await this.#thread.ended;
    } finally {
      endTurn();
    }
  }

  /** The live thread, reopened when the last one stopped. A failing disk is never tried again; memory cannot come back. */
  async #running(): Promise<PgliteThread> {
    if (this.#closed) throw new EngineStopped('it was closed');
    const stopped = this.#thread.stopped;
    if (!stopped) return this.#thread;
    if (stopped instanceof NotDurable) throw stopped;
    if (this.#folder === undefined) throw new EngineStopped('the database in memory is gone', { cause: stopped });
    this.#reopening ??= this.#reopen().finally(() => {
      this.#reopening = undefined;
    });
    return this.#reopening;
  }

  async #reopen(): Promise<PgliteThread> {
    await this.#thread.ended;
    this.#thread = await openThread(this.#options, this.#folder);
    return this.#thread;
  }
}

function openThread(options: PgliteOptions, folder: string | undefined): Promise<PgliteThread> {
  const template = folder === undefined ? options.template : undefined;
  return PgliteThread.open({ folder, template, settings: options.settings ?? [] });
}

async function shut(thread: PgliteThread): Promise<void> {
  await thread.perform({ task: 'close' }, 0);
  await thread.kill(new EngineStopped('it was closed'));
  await thread.ended;
}
