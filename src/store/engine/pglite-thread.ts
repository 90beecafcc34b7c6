// The main thread's side of one worker: sends tasks one at a time, stops the thread when a task runs past its limit.
// Knows nothing of transactions or of reopening; a thread that stopped stays stopped.
import type { Worker } from 'node:worker_threads';
import { EngineStopped, NotDurable, QueryTimedOut, SqlError } from './faults.ts';
import type { WorkerReply, WorkerStart, WorkerTask } from './pglite-messages.ts';
import { startWorker } from './worker-start.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout | undefined;
}

export class PgliteThread {
  readonly #worker: Worker;
  #waiting: Waiting | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #stopped: Error | undefined;
  /** Resolves when the thread has really ended: until then it may still be writing, and nobody may open its folder again. */
  readonly ended: Promise<void>;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    worker.on('error', (error) => this.#stop(new EngineStopped('its thread failed', { cause: error })));
    worker.on('exit', (code) => this.#stop(new EngineStopped(`its thread ended with code ${code}`)));
    this.ended = new Promise((resolve) => {
      worker.once('exit', () => resolve());
    });
  }

  /** Opens the cluster, in memory or in a folder; throws NotDurable when the self-check of the folder fails. */
  static async open(start: WorkerStart): Promise<PgliteThread> {
    const worker = startWorker({ workerData: start, stdout: false, stderr: false });
    const thread = new PgliteThread(worker);
    try {
      await new Promise<unknown>((resolve, reject) => {
        thread.#waiting = { resolve, reject, timer: undefined };
      });
    } catch (error) {
      await worker.terminate();
      throw error;
    }
    return thread;
  }

  /** Why no task is taken any more; undefined while it runs. */
  get stopped(): Error | undefined {
    return this.#stopped;
  }

  /** Runs one task after those before it. 0 for `limitMs` means no limit; the clock starts when the task does. */
  perform(task: WorkerTask, limitMs: number, transfer: readonly ArrayBuffer[] = []): Promise<unknown> {
    const mine = this.#turn.then(() => this.#send(task, limitMs, transfer));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Kills the thread; the task under way and all later ones throw `reason`. The kernel-level effect is that of kill -9. */
  async kill(reason: Error): Promise<void> {
    this.#stop(reason);
    await this.#worker.terminate();
  }

  #send(task: WorkerTask, limitMs: number, transfer: readonly ArrayBuffer[]): Promise<unknown> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    return new Promise((resolve, reject) => {
      const timer = limitMs > 0 ? setTimeout(() => void this.kill(new QueryTimedOut(limitMs)), limitMs) : undefined;
      this.#waiting = { resolve, reject, timer };
      this.#worker.postMessage(task, [...transfer]);
    });
  }

  #settle(reply: WorkerReply): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(waiting?.timer);
    if (reply.ok) {
      waiting?.resolve(reply.value);
    } else if (reply.failure.kind === 'sql') {
      waiting?.reject(new SqlError(reply.failure.facts));
    } else {
      const error = reply.failure.kind === 'disk'
        ? new NotDurable(reply.failure.reason)
        : new EngineStopped(reply.failure.reason);
      this.#waiting = waiting && { ...waiting, timer: undefined };
      void this.kill(error);
    }
  }

  #stop(reason: Error): void {
    this.#stopped ??= reason;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(waiting?.timer);
    waiting?.reject(this.#stopped);
  }
}
