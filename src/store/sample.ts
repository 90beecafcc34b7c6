// What the sample company left in the tables, and taking it away again without touching what a person brought. Only SQL.
import { sql } from 'kysely';
import { deleteSource } from './source.ts';
import type { Tx } from './schema.ts';

/** True when nothing was imported, written down or set in this workspace. */
export async function workspaceIsEmpty(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from item where workspace_id = ${workspaceId}) or exists (select 1 from goal where workspace_id = ${workspaceId})
      or exists (select 1 from problem where workspace_id = ${workspaceId}) or exists (select 1 from bet where workspace_id = ${workspaceId})
      or exists (select 1 from source where workspace_id = ${workspaceId}) or exists (select 1 from metric where workspace_id = ${workspaceId})
      or exists (select 1 from ship where workspace_id = ${workspaceId}) or exists (select 1 from seal where workspace_id = ${workspaceId}) as used`.execute(tx);
  return !rows[0]!.used;
}

export interface SampleMark {
  readonly seed: number;
  readonly sourceId: string;
  /** When the sample was loaded, into an empty workspace: what was made at this time or before is the sample's, what came after is a person's. */
  readonly at: string;
  readonly kind: string;
}

/** The sample in this workspace; undefined when there is none. `sourceName` is the tracker it calls itself. */
export async function findSample(tx: Tx, workspaceId: string, sourceName: string): Promise<SampleMark | undefined> {
  const row = await tx.selectFrom('workspace').innerJoin('source', 'source.workspace_id', 'workspace.id')
    .select(['workspace.sample_seed as seed', 'source.id as sourceId', 'source.created_at as at', 'source.kind as kind'])
    .where('workspace.id', '=', workspaceId).where('workspace.sample_seed', 'is not', null).where('source.name', '=', sourceName).orderBy('source.created_at').executeTakeFirst();
  return row === undefined ? undefined : { seed: row.seed!, sourceId: row.sourceId, at: row.at, kind: row.kind };
}

export async function markSample(tx: Tx, workspaceId: string, seed: number | null, name: string, product: string): Promise<void> {
  await tx.updateTable('workspace').set({ sample_seed: seed, name }).where('id', '=', workspaceId).execute();
  await tx.updateTable('product').set({ name: product }).where('workspace_id', '=', workspaceId).execute();
}

/**
 * Deletes the sample: its tracker with everything said about its items, and the goals, problems, bets, metrics, ships and rules loaded with
 * it. The seals go too, unless a person has placed a bet: then the chain stays whole. Returns the items. Ask before the mark is taken off:
 * the database lets sealed rows go only while the workspace is the sample.
 */
export async function deleteSample(tx: Tx, workspaceId: string, sample: SampleMark): Promise<number> {
  const { at } = sample;
  const loaded = (table: 'goal' | 'problem' | 'bet') => sql`select id from ${sql.table(table)} where workspace_id = ${workspaceId} and created_at <= ${at}`;
  const items = await deleteSource(tx, workspaceId, sample.sourceId);
  await sql`delete from link_rule where workspace_id = ${workspaceId} and (created_at = ${at} or target_id in (${loaded('problem')}) or target_id in (${loaded('bet')}))`.execute(tx);
  await sql`delete from link where workspace_id = ${workspaceId} and (problem_id in (${loaded('problem')}) or bet_id in (${loaded('bet')}))`.execute(tx);
  await deleteRecord(tx, workspaceId, at);
  await sql`update bet set problem_id = null where workspace_id = ${workspaceId} and created_at > ${at} and problem_id in (${loaded('problem')})`.execute(tx);
  for (const table of ['bet', 'problem'] as const) {
    await sql`update ${sql.table(table)} set goal_id = null where workspace_id = ${workspaceId} and created_at > ${at} and goal_id in (${loaded('goal')})`.execute(tx);
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId} and created_at <= ${at}`.execute(tx);
  }
  await sql`delete from goal where workspace_id = ${workspaceId} and created_at <= ${at}`.execute(tx);
  await deleteMetrics(tx, workspaceId, at);
  await sql`delete from calendar where workspace_id = ${workspaceId} and kind = 'sample'`.execute(tx);
  await deleteOwnTime(tx, workspaceId, at);
  await sql`delete from member where workspace_id = ${workspaceId} and created_at = ${at} and role = 'teammate'`.execute(tx);
  for (const table of ['audit', 'finding', 'duplicate_group', 'lineage_point', 'rule_setting']) await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx);
  if (await workspaceIsEmpty(tx, workspaceId)) {
    for (const table of ['proposal', 'counter']) await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx);
  }
  return items;
}

/** What was said and measured of the sample's bets, and its ships. A person's ship that was one of them is asked about again. */
async function deleteRecord(tx: Tx, workspaceId: string, at: string): Promise<void> {
  const bets = sql`select id from bet where workspace_id = ${workspaceId} and created_at <= ${at}`;
  const gone = sql`select id from problem where workspace_id = ${workspaceId} and created_at <= ${at} union all ${bets}`;
  await sql`delete from lesson_link where workspace_id = ${workspaceId} and target_id in (${gone})`.execute(tx);
  for (const table of ['lesson', 'forecast', 'readout', 'review']) await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId} and bet_id in (${bets})`.execute(tx);
  await sql`delete from ship where workspace_id = ${workspaceId} and created_at <= ${at}`.execute(tx);
  await sql`update ship set bet_id = null, answer = 'unasked' where workspace_id = ${workspaceId} and bet_id in (${bets})`.execute(tx);
  await sql`delete from seal where workspace_id = ${workspaceId}
    and not exists (select 1 from bet where workspace_id = ${workspaceId} and created_at > ${at} and placed_at is not null)`.execute(tx);
}

/** The sample's calendar and what was said of it; what a person said or wrote down after the load stays. */
async function deleteOwnTime(tx: Tx, workspaceId: string, at: string): Promise<void> {
  await sql`delete from calendar where workspace_id = ${workspaceId} and kind = 'sample'`.execute(tx);
  const said = [['attention_correction', 'said_at'], ['attention_rule', 'made_at'], ['attention_answer', 'answered_at'], ['attention_held', 'said_at'], ['attention_entry', 'written_at'], ['attention_setting', 'updated_at'], ['line_row', 'updated_at'], ['line_change', 'made_at'], ['carry', 'created_at'], ['hand_off', 'created_at']] as const;
  for (const [table, when] of said) await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId} and ${sql.ref(when)} <= ${at}`.execute(tx);
}

/** A metric stays where a person loaded values into it, or leans a bet, a goal or a ship of their own on it. */
async function deleteMetrics(tx: Tx, workspaceId: string, at: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from metric m where m.workspace_id = ${workspaceId} and m.created_at <= ${at}
      and not exists (select 1 from metric_load l where l.workspace_id = m.workspace_id and l.metric_id = m.id and l.via <> 'sample')
      and not exists (select 1 from goal g where g.workspace_id = m.workspace_id and g.metric_id = m.id)
      and not exists (select 1 from bet b where b.workspace_id = m.workspace_id and position(m.id in b.terms::text) > 0)
      and not exists (select 1 from ship s where s.workspace_id = m.workspace_id and s.metric_ids ? m.id)`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const table of ['metric_point', 'metric_revision', 'metric_load']) await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId} and metric_id in (${sql.join(ids)})`.execute(tx);
  await tx.deleteFrom('metric').where('workspace_id', '=', workspaceId).where('id', 'in', ids).execute();
}

/** Keeps several points of the trend at once. */
export async function insertPoints(tx: Tx, workspaceId: string, productId: string, points: readonly { day: string; open: number; linked: number; lightsOn: number; unexplained: number }[]): Promise<void> {
  if (points.length === 0) return;
  await tx.insertInto('lineage_point').values(points.map((point) => ({
    workspace_id: workspaceId, product_id: productId, on_day: point.day, open: point.open, linked: point.linked, lights_on: point.lightsOn, unexplained: point.unexplained,
  }))).onConflict((conflict) => conflict.columns(['workspace_id', 'product_id', 'on_day']).doNothing()).execute();
}
