// Metrics and their points as rows: the value known now, and every value it replaced.
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

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
