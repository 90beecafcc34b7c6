// Metrics and their points as rows: the value known now, and every value it replaced.
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import { asJson } from './engine/parameters.ts';
import { timeText, type Schema, type Tx } from './schema.ts';

export type MetricRow = Selectable<Schema['metric']>;

/** By id or key (`M-1`); undefined when there is none. */
export function findMetric(tx: Tx, workspaceId: string, reference: string): Promise<MetricRow | undefined> {
  return tx.selectFrom('metric').selectAll().where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', reference), eb('key', '=', reference)])).executeTakeFirst();
}

/** In the order they were added. */
export function listMetrics(tx: Tx, workspaceId: string): Promise<MetricRow[]> {
  return tx.selectFrom('metric').selectAll().where('workspace_id', '=', workspaceId).orderBy('created_at').orderBy('id').limit(5000).execute();
}

export async function insertMetric(tx: Tx, row: Insertable<Schema['metric']>): Promise<void> {
  await tx.insertInto('metric').values(row).execute();
}

export async function updateMetric(tx: Tx, workspaceId: string, id: string, change: Updateable<Schema['metric']>): Promise<void> {
  await tx.updateTable('metric').set(change).set((eb) => ({ version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

export interface Point {
  readonly on: string;
  readonly value: number;
  readonly denominator?: number | undefined;
}

/** In order of days, between two days where they are given. */
export async function listPoints(tx: Tx, workspaceId: string, metricId: string, from?: string, to?: string): Promise<Point[]> {
  const rows = await tx.selectFrom('metric_point').select(['on_day', 'value', 'denominator']).where('workspace_id', '=', workspaceId).where('metric_id', '=', metricId)
    .$if(from !== undefined, (query) => query.where('on_day', '>=', from!)).$if(to !== undefined, (query) => query.where('on_day', '<=', to!)).orderBy('on_day').execute();
  return rows.map(({ on_day: on, value, denominator }) => ({ on, value, ...(denominator === null ? {} : { denominator }) }));
}

export interface Extent { readonly points: number; readonly firstOn: string; readonly lastOn: string; readonly last: number; readonly lastDenominator: number | null; readonly revised: number }

/** How far each metric's values reach, by metric id; metrics without values are absent. */
export async function metricExtents(tx: Tx, workspaceId: string): Promise<Map<string, Extent>> {
  const { rows } = await sql<Extent & { id: string }>`
    select p.metric_id as id, p.points::int as points, p.first_on as "firstOn", p.last_on as "lastOn", l.value as last, l.denominator as "lastDenominator",
      (select count(*)::int from metric_revision r where r.workspace_id = ${workspaceId} and r.metric_id = p.metric_id) as revised
    from (select metric_id, count(*) as points, min(on_day) as first_on, max(on_day) as last_on from metric_point where workspace_id = ${workspaceId} group by metric_id) p
    join metric_point l on l.workspace_id = ${workspaceId} and l.metric_id = p.metric_id and l.on_day = p.last_on`.execute(tx);
  return new Map(rows.map(({ id, ...extent }) => [id, extent]));
}

/** Writes points; a day that is known is overwritten. In steps, so that ten years of days stay within a statement's parameters. */
export async function writePoints(tx: Tx, workspaceId: string, metricId: string, points: readonly Point[]): Promise<void> {
  const rows = points.map(({ on, value, denominator }) => ({ on_day: on, value, denominator: denominator ?? null }));
  for (let at = 0; at < rows.length; at += 5_000) {
    await sql`
      insert into metric_point (workspace_id, metric_id, on_day, value, denominator)
      select ${workspaceId}, ${metricId}, on_day, value, denominator from jsonb_to_recordset(${asJson(rows.slice(at, at + 5_000))}::jsonb) as r(on_day date, value double precision, denominator double precision)
      on conflict (workspace_id, metric_id, on_day) do update set value = excluded.value, denominator = excluded.denominator`.execute(tx);
  }
}

export async function deletePoints(tx: Tx, workspaceId: string, metricId: string, days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  await tx.deleteFrom('metric_point').where('workspace_id', '=', workspaceId).where('metric_id', '=', metricId).where('on_day', 'in', days).execute();
}

/** Keeps what days were said to be before. */
export async function insertRevisions(tx: Tx, workspaceId: string, metricId: string, replaced: readonly Point[], at: number): Promise<void> {
  for (let from = 0; from < replaced.length; from += 1_000) {
    await tx.insertInto('metric_revision').values(replaced.slice(from, from + 1_000).map(({ on, value, denominator }) => ({
      workspace_id: workspaceId, metric_id: metricId, on_day: on, replaced_at: timeText(at), value, denominator: denominator ?? null,
    }))).onConflict((conflict) => conflict.columns(['workspace_id', 'metric_id', 'on_day', 'replaced_at']).doNothing()).execute();
  }
}

/** Newest first. */
export function listRevisions(tx: Tx, workspaceId: string, metricId: string, most: number): Promise<Selectable<Schema['metric_revision']>[]> {
  return tx.selectFrom('metric_revision').selectAll().where('workspace_id', '=', workspaceId).where('metric_id', '=', metricId)
    .orderBy('replaced_at', 'desc').orderBy('on_day', 'desc').limit(most).execute();
}

export async function insertLoad(tx: Tx, row: Insertable<Schema['metric_load']>): Promise<void> {
  await tx.insertInto('metric_load').values(row).execute();
}

/** Newest first. */
export function listLoads(tx: Tx, workspaceId: string, metricId: string): Promise<Selectable<Schema['metric_load']>[]> {
  return tx.selectFrom('metric_load').selectAll().where('workspace_id', '=', workspaceId).where('metric_id', '=', metricId).orderBy('loaded_at', 'desc').orderBy('id', 'desc').limit(100).execute();
}
