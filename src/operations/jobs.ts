// The job runner: takes jobs from the queue, keeps their leases while they run, and takes up again what a dead process left.
// Decides when work runs; what a job does is handed in by kind.
import { claimJob, endJob, findJobState, freeHeldJobs, holdJob, listWorkspaceIds, mayClaimJob, type JobKind, type JobProgress, type JobRow } from '../store/job.ts';
import { ensureListIndexes } from '../store/item-indexes.ts';
import type { Tx } from '../store/schema.ts';
import { deleteUploadsBefore } from '../store/upload.ts';
import type { Services } from './services.ts';

/** What a running job is handed. */
export interface RunningJob extends JobRow {
  /** Aborted when the job was cancelled or the program stops: end soon, without writing more. */
  readonly signal: AbortSignal;
  /**
   * Renews the lease inside the transaction that writes a step. Throws JobStopped when the job was cancelled or taken over, so
   * that the step is undone.
   */
  readonly hold: (tx: Tx, progress?: JobProgress) => Promise<void>;
}

export type JobWork = (job: RunningJob, services: Services) => Promise<void>;

/** The job was cancelled, taken over or the program stops: not a fault. */
export class JobStopped extends Error {
  constructor() {
    super('the job was stopped');
    this.name = 'JobStopped';
  }
}

export interface Jobs {
  /** The services with a queue behind them. */
  readonly services: Services;
  /** Stops taking jobs, lets running ones end their step, and gives them back to the queue. */
  stop(): Promise<void>;
}

export interface JobOptions {
  readonly works: Readonly<Record<JobKind, JobWork>>;
  /** Looks for work this often without being woken; 1,000 ms unless told. */
  readonly pollMs?: number;
  /** How long a silent holder keeps a job; 30,000 ms unless told. */
  readonly leaseMs?: number;
}

const MOST_ATTEMPTS = 5;
const UPLOADS_KEPT_MS = 7 * 86_400_000;

/** Starts the runner. On the embedded engine one process owns all jobs, so what was running at the last end is taken up at once. */
export function startJobs(base: Omit<Services, 'wakeJobs' | 'jobEnded'>, options: JobOptions): Jobs {
  const { store, log } = base;
  const holder = `run_${Math.floor(base.random() * 2 ** 48).toString(36)}`;
  const leaseMs = options.leaseMs ?? 30_000;
  const running = new Map<string, { stop: AbortController; done: Promise<void> }>();
  const listeners = new Set<() => void>();
  const state = { stopping: false };
  let looking: Promise<void> | undefined;
  let again = false;

  const services: Services = {
    ...base,
    wakeJobs: () => void look(),
    jobEnded: async (workspaceId, jobId) => {
      while (!state.stopping) {
        const now = await store.transaction((tx) => findJobState(tx, workspaceId, jobId));
        if (now !== 'waiting' && now !== 'running' && !running.has(jobId)) return;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(wake, 500);
          function wake(): void {
            clearTimeout(timer);
            listeners.delete(wake);
            resolve();
          }
          listeners.add(wake);
        });
      }
    },
  };

  async function carryOut(job: JobRow): Promise<void> {
    const stop = running.get(job.id)!.stop;
    const renew = (tx: Tx, progress?: JobProgress): Promise<boolean> => holdJob(tx, job, holder, base.clock() + leaseMs, progress);
    let renewed = base.clock();
    const stillOurs = async (): Promise<boolean> => {
      if (base.clock() - renewed < leaseMs / 3) return (await store.transaction((tx) => findJobState(tx, job.workspaceId, job.id))) === 'running';
      renewed = base.clock();
      return store.transaction((tx) => renew(tx));
    };
    const heartbeat = setInterval(() => {
      stillOurs().then((ours) => { if (!ours) stop.abort(new JobStopped()); }, () => undefined);
    }, Math.min(500, leaseMs / 3));
    try {
      if (job.attempts > MOST_ATTEMPTS) throw new Error(`begun ${MOST_ATTEMPTS} times and never ended`);
      await options.works[job.kind]({
        ...job, signal: stop.signal,
        hold: async (tx, progress) => {
          if (stop.signal.aborted || !(await renew(tx, progress))) throw new JobStopped();
        },
      }, services);
      await store.transaction((tx) => endJob(tx, job, holder, 'done', base.clock()));
    } catch (error) {
      if (stop.signal.aborted || error instanceof JobStopped) return;
      log.error({ job: job.id, kind: job.kind, error: error instanceof Error ? error.stack : String(error) }, 'a job failed');
      await store.transaction((tx) => endJob(tx, job, holder, 'failed', base.clock(), error instanceof Error ? error.message : String(error)));
    } finally {
      clearInterval(heartbeat);
    }
  }

  async function takeWhatThereIs(): Promise<void> {
    const workspaces = await store.transaction((tx) => listWorkspaceIds(tx));
    for (const workspaceId of workspaces) {
      if (state.stopping) return;
      const job = await store.transaction(async (tx) =>
        (await mayClaimJob(tx, workspaceId, base.clock())) ? claimJob(tx, workspaceId, holder, base.clock(), leaseMs) : undefined);
      if (!job || running.has(job.id)) continue;
      const stop = new AbortController();
      const done = Promise.resolve().then(() => carryOut(job))
        .catch((error: unknown) => log.error({ job: job.id, error: String(error) }, 'a job could not be ended'))
        .finally(() => {
          running.delete(job.id);
          for (const wake of Array.from(listeners)) wake();
          void look();
        });
      running.set(job.id, { stop, done });
    }
  }

  function look(): Promise<void> {
    again = true;
    looking ??= (async () => {
      try {
        while (again && !state.stopping) {
          again = false;
          await takeWhatThereIs();
        }
      } catch (error) {
        if (!state.stopping) log.error({ error: String(error) }, 'the job queue could not be read');
      } finally {
        looking = undefined;
      }
    })();
    return looking;
  }

  /** Uploads are kept for resuming an import or repeating it, not for ever. */
  async function forgetUploads(): Promise<void> {
    const gone = await store.transaction(async (tx) => {
      const ids: string[] = [];
      for (const workspaceId of await listWorkspaceIds(tx)) ids.push(...await deleteUploadsBefore(tx, workspaceId, base.clock() - UPLOADS_KEPT_MS));
      return ids;
    });
    for (const id of gone) await base.files.remove(id);
  }

  async function takeUpAgain(): Promise<void> {
    await forgetUploads();
    if (store.engine !== 'pglite') return;
    const freed = await store.transaction(async (tx) => {
      let count = 0;
      for (const workspaceId of await listWorkspaceIds(tx)) count += await freeHeldJobs(tx, workspaceId, undefined);
      return count;
    });
    const built = await ensureListIndexes(store);
    if (built.length > 0) log.info({ indexes: built }, 'built the list indexes that an interrupted import had left out');
    if (freed > 0) log.info({ jobs: freed }, 'taking up work that was interrupted');
  }

  const begun = takeUpAgain().catch((error: unknown) => log.error({ error: String(error) }, 'interrupted work could not be taken up')).then(() => look());
  const timer = setInterval(() => void look(), options.pollMs ?? 1_000);
  timer.unref();

  return {
    services,
    async stop() {
      if (state.stopping) return;
      state.stopping = true;
      clearInterval(timer);
      await begun.catch(() => undefined);
      await looking?.catch(() => undefined);
      const ended = [...running.values()].map(({ stop, done }) => { stop.abort(new JobStopped()); return done; });
      await Promise.all(ended);
      for (const wake of Array.from(listeners)) wake();
      await store.transaction(async (tx) => { for (const id of await listWorkspaceIds(tx)) await freeHeldJobs(tx, id, holder); });
    },
  };
}
