// The queue of long work: one table, taken with SKIP LOCKED, held by a lease that runs out when its holder dies. One job of a
// workspace runs at a time, so that an audit never reads half an import. Knows nothing of what a job does.
import { sql } from 'kysely';
import { asJson } from './engine/parameters.ts';
import { timeText, type Tx } from './schema.ts';

export const JOB_KINDS = ['import', 'audit', 'metric', 'calendar', 'sample'] as const;
export type JobKind = (typeof JOB_KINDS)[number];
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly kind: JobKind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

export interface JobProgress {
  readonly phase: string;
  readonly share?: number;
}

export async function insertJob(tx: Tx, workspaceId: string, job: { id: string; kind: JobKind; payload: object; at: number }): Promise<void> {
  await tx.insertInto('job').values({
    workspace_id: workspaceId, id: job.id, kind: job.kind, payload: asJson(job.payload), state: 'waiting', progress: null, attempts: 0,
    run_after: timeText(job.at), held_by: null, held_until: null, error: null, created_at: timeText(job.at), finished_at: null,
  }).execute();
}

/** True when `claimJob` may find something. A plain read: looking for work every second must not write to a laptop's disk. */
export async function mayClaimJob(tx: Tx, workspaceId: string, at: number): Promise<boolean> {
  const now = timeText(at);
  const { rows } = await sql`
    select id from job where workspace_id = ${workspaceId} and ((state = 'waiting' and run_after <= ${now}) or (state = 'running' and held_until < ${now})) limit 1`.execute(tx);
  return rows.length > 0;
}

/**
 * Takes the oldest job of the workspace that waits or whose holder's lease ran out. Undefined when there is none, when another
 * job of the workspace is held, or when another process is choosing right now.
 */
export async function claimJob(tx: Tx, workspaceId: string, holder: string, at: number, leaseMs: number): Promise<JobRow | undefined> {
  const now = timeText(at);
  const chooser = await sql`select id from workspace where id = ${workspaceId} for update skip locked`.execute(tx);
  if (chooser.rows.length === 0) return undefined;
  const { rows } = await sql<{ id: string; kind: JobKind; payload: Record<string, unknown>; attempts: number }>`
    update job set state = 'running', held_by = ${holder}, held_until = ${timeText(at + leaseMs)}, attempts = attempts + 1
    where workspace_id = ${workspaceId} and id = (
      select id from job
      where workspace_id = ${workspaceId} and run_after <= ${now} and (state = 'waiting' or (state = 'running' and held_until < ${now}))
        and not exists (select 1 from job h where h.workspace_id = ${workspaceId} and h.state = 'running' and h.held_until >= ${now})
      order by created_at, id limit 1 for update skip locked)
    returning id, kind, payload, attempts`.execute(tx);
  const row = rows[0];
  return row && { workspaceId, ...row };
}

/** Renews the lease and notes progress, which also forgets earlier attempts. False when the job was cancelled or is no longer this holder's: stop working on it. */
export async function holdJob(tx: Tx, job: Pick<JobRow, 'workspaceId' | 'id'>, holder: string, until: number, progress?: JobProgress): Promise<boolean> {
  const { rows } = await sql`
    update job set held_until = ${timeText(until)}, progress = coalesce(${progress === undefined ? null : asJson(progress)}::jsonb, progress),
      attempts = ${progress === undefined ? sql`attempts` : sql`1`}
    where workspace_id = ${job.workspaceId} and id = ${job.id} and state = 'running' and held_by = ${holder} returning id`.execute(tx);
  return rows.length > 0;
}

/** Ends a job that is still this holder's; a cancelled one stays cancelled. */
export async function endJob(tx: Tx, job: Pick<JobRow, 'workspaceId' | 'id'>, holder: string, state: 'done' | 'failed', at: number, error?: string): Promise<void> {
  await sql`
    update job set state = ${state}, finished_at = ${timeText(at)}, held_by = null, held_until = null, error = ${error ?? null}
    where workspace_id = ${job.workspaceId} and id = ${job.id} and state = 'running' and held_by = ${holder}`.execute(tx);
}

/** Cancels jobs of a kind whose payload contains `match`; a running one learns of it when it next renews its lease. */
export async function cancelJobs(tx: Tx, workspaceId: string, kind: JobKind, match: object, at: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update job set state = 'cancelled', finished_at = ${timeText(at)}, held_by = null, held_until = null
    where workspace_id = ${workspaceId} and kind = ${kind} and state in ('waiting', 'running') and payload @> ${asJson(match)}::jsonb returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Gives running jobs back to the queue without waiting for a lease: those of one holder that stops, or all without one, which is right where
 * one process owns the data, such as an embedded folder at start.
 */
export async function freeHeldJobs(tx: Tx, workspaceId: string, holder: string | undefined): Promise<number> {
  const own = holder === undefined ? sql`` : sql`and held_by = ${holder}`;
  const { rows } = await sql`
    update job set state = 'waiting', held_by = null, held_until = null where workspace_id = ${workspaceId} and state = 'running' ${own} returning id`.execute(tx);
  return rows.length;
}

/** Undefined when there is no such job. */
export async function findJobState(tx: Tx, workspaceId: string, id: string): Promise<JobState | undefined> {
  const row = await tx.selectFrom('job').select('state').where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
  return row?.state;
}

export interface LiveJob { readonly id: string; readonly kind: JobKind; readonly state: JobState; readonly progress: JobProgress | null }

/** Jobs that wait or run, oldest first; with `at` only those that may run by then, not readings planned for later. */
export async function listLiveJobs(tx: Tx, workspaceId: string, at?: number): Promise<LiveJob[]> {
  const due = at === undefined ? sql`` : sql`and (state = 'running' or run_after <= ${timeText(at)})`;
  const { rows } = await sql<LiveJob>`
    select id, kind, state, progress from job where workspace_id = ${workspaceId} and state in ('waiting', 'running') ${due} order by created_at, id limit 100`.execute(tx);
  return rows;
}

/** How far the working out of this member's calendars is, by calendar; those that only wait for their next reading are absent. */
export async function listCalendarJobs(tx: Tx, { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string }): Promise<Map<string, JobProgress>> {
  const { rows } = await sql<{ calendar: string; progress: JobProgress | null }>`
    select payload->>'calendar' as calendar, progress from job where workspace_id = ${workspaceId} and kind = 'calendar' and state in ('waiting', 'running')
      and payload->>'member' = ${memberId} and payload->>'expand' = 'true' limit 1000`.execute(tx);
  return new Map(rows.map(({ calendar, progress }) => [calendar, progress ?? { phase: 'waiting' }]));
}

/** How many jobs are kept, by kind and state. */
export async function countJobs(tx: Tx, workspaceId: string): Promise<{ kind: JobKind; state: JobState; count: number }[]> {
  return (await sql<{ kind: JobKind; state: JobState; count: number }>`select kind, state, count(*)::int as count from job where workspace_id = ${workspaceId} group by kind, state order by kind, state`.execute(tx)).rows;
}

export async function listWorkspaceIds(tx: Tx): Promise<string[]> {
  return (await tx.selectFrom('workspace').select('id').orderBy('id').execute()).map(({ id }) => id);
}
