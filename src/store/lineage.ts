// What items lead to, as the store keeps it: counts, the facts a path is looked for in, and setting the result. Only SQL.
import { sql } from 'kysely';
import type { Tx } from './schema.ts';

export type LineageClass = 'goal' | 'suggested' | 'lights_on' | 'none';

export interface LineageCounts {
  readonly open: number;
  readonly goal: number;
  readonly suggested: number;
  readonly lightsOn: number;
  readonly none: number;
}

/** Open items by what they lead to. */
export async function countLineage(tx: Tx, workspaceId: string): Promise<LineageCounts> {
  const rows = await tx.selectFrom('item').select(['lineage', sql<number>`count(*)::int`.as('count')])
    .where('workspace_id', '=', workspaceId).where('status_class', '=', 'open').groupBy('lineage').execute();
  const of = (lineage: LineageClass) => rows.find((row) => row.lineage === lineage)?.count ?? 0;
  return { open: rows.reduce((sum, row) => sum + row.count, 0), goal: of('goal'), suggested: of('suggested'), lightsOn: of('lights_on'), none: of('none') };
}

/** Open and unexplained items by origin, most unexplained first; an item without one counts as `unknown`. */
export async function countOrigins(tx: Tx, workspaceId: string): Promise<{ origin: string; open: number; unexplained: number }[]> {
  return tx.selectFrom('item').select([
    sql<string>`coalesce(origin, 'unknown')`.as('origin'), sql<number>`count(*)::int`.as('open'),
    sql<number>`(count(*) filter (where lineage in ('none', 'suggested')))::int`.as('unexplained'),
  ]).where('workspace_id', '=', workspaceId).where('status_class', '=', 'open').groupBy(sql`coalesce(origin, 'unknown')`).orderBy('unexplained', 'desc').orderBy('origin').execute();
}

/** What a path is looked for in. `title` and text are left out: wording is the audit's business. */
export interface PathRow {
  readonly id: string;
  readonly source_id: string;
  readonly key: string;
  readonly title: string;
  readonly container: string | null;
  readonly type: string | null;
  readonly status_class: 'open' | 'done' | 'closed_unfinished';
  readonly labels: unknown;
  readonly components: unknown;
  readonly parent_key: string | null;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly lineage: LineageClass;
  readonly leads_to: string | null;
  readonly origin: string | null;
}

const PATH_COLUMNS = ['id', 'source_id', 'key', 'title', 'container', 'type', 'status_class', 'labels', 'components', 'parent_key', 'author_id', 'author_name', 'lineage', 'leads_to', 'origin'] as const;

/** Items after `afterId` in id order, at most `limit`: one page of a walk over all. */
export function listPathRows(tx: Tx, workspaceId: string, afterId: string, limit: number): Promise<PathRow[]> {
  return tx.selectFrom('item').select(PATH_COLUMNS).where('workspace_id', '=', workspaceId).where('id', '>', afterId).orderBy('id').limit(limit).execute();
}

export async function findPathRows(tx: Tx, workspaceId: string, itemIds: readonly string[]): Promise<PathRow[]> {
  if (itemIds.length === 0) return [];
  return tx.selectFrom('item').select(PATH_COLUMNS).where('workspace_id', '=', workspaceId).where('id', 'in', itemIds).execute();
}

/** Items by key within one source. */
export async function findPathRowsByKey(tx: Tx, workspaceId: string, sourceId: string, keys: readonly string[]): Promise<PathRow[]> {
  if (keys.length === 0) return [];
  return tx.selectFrom('item').select(PATH_COLUMNS).where('workspace_id', '=', workspaceId).where('source_id', '=', sourceId).where('key', 'in', keys).execute();
}

/** Items under some parents of one source: the next level down. */
export async function listChildren(tx: Tx, workspaceId: string, sourceId: string, parentKeys: readonly string[]): Promise<PathRow[]> {
  if (parentKeys.length === 0) return [];
  return tx.selectFrom('item').select(PATH_COLUMNS).where('workspace_id', '=', workspaceId).where('source_id', '=', sourceId).where('parent_key', 'in', parentKeys).execute();
}

/** Ids of items that carry a value in a field a link rule may name. */
export async function listMatching(tx: Tx, workspaceId: string, field: 'label' | 'parent' | 'component' | 'type' | 'container', value: string): Promise<string[]> {
  let query = tx.selectFrom('item').select('id').where('workspace_id', '=', workspaceId);
  if (field === 'label') query = query.where(sql<boolean>`labels @> ${JSON.stringify([value])}::jsonb`);
  else if (field === 'component') query = query.where(sql<boolean>`components @> ${JSON.stringify([value])}::jsonb`);
  else if (field === 'parent') query = query.where((eb) => eb.or([eb('parent_key', '=', value), eb('key', '=', value)]));
  else query = query.where(field, '=', value);
  return (await query.orderBy('id').execute()).map((row) => row.id);
}

/** What one item leads to now. */
export interface Leading {
  readonly id: string;
  readonly lineage: LineageClass;
  readonly leadsTo: string | null;
  readonly origin: string | null;
}

/** Writes what differs, several thousand at a time; returns how many items did. */
export async function updateLeading(tx: Tx, workspaceId: string, leading: readonly Leading[]): Promise<number> {
  let changed = 0;
  for (let from = 0; from < leading.length; from += 5000) {
    const part = leading.slice(from, from + 5000);
    const done = await sql`
      update item i set lineage = n.lineage, leads_to = n.leads_to, origin = n.origin
      from unnest(${part.map((one) => one.id)}::text[], ${part.map((one) => one.lineage)}::text[], ${part.map((one) => one.leadsTo)}::text[], ${part.map((one) => one.origin)}::text[]) as n(id, lineage, leads_to, origin)
      where i.workspace_id = ${workspaceId} and i.id = n.id and (i.lineage, i.leads_to, i.origin) is distinct from (n.lineage, n.leads_to, n.origin)`.execute(tx);
    changed += Number(done.numAffectedRows ?? 0);
  }
  return changed;
}

export interface LineagePoint {
  readonly on_day: string;
  readonly open: number;
  readonly linked: number;
  readonly lights_on: number;
  readonly unexplained: number;
}

/** The trend, oldest first; at most the last 104 points. */
export async function listPoints(tx: Tx, workspaceId: string, productId: string): Promise<LineagePoint[]> {
  const rows = await tx.selectFrom('lineage_point').select(['on_day', 'open', 'linked', 'lights_on', 'unexplained'])
    .where('workspace_id', '=', workspaceId).where('product_id', '=', productId).orderBy('on_day', 'desc').limit(104).execute();
  return rows.reverse();
}

/** Keeps today's point; a second one on the same day replaces the first. */
export async function keepPoint(tx: Tx, workspaceId: string, productId: string, day: string, counts: LineageCounts): Promise<void> {
  const point = { open: counts.open, linked: counts.goal, lights_on: counts.lightsOn, unexplained: counts.none + counts.suggested };
  await tx.insertInto('lineage_point').values({ workspace_id: workspaceId, product_id: productId, on_day: day, ...point })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'product_id', 'on_day']).doUpdateSet(point)).execute();
}

/** The wording of open items, the text cut to 2,000 characters, with what a path is looked for in; newest first, at most 50,000. */
export function listOpenWordings(tx: Tx, workspaceId: string) {
  return tx.selectFrom('item').innerJoin('item_text', (join) => join.onRef('item_text.workspace_id', '=', 'item.workspace_id').onRef('item_text.item_id', '=', 'item.id'))
    .select(['item.id', 'item.key', 'item.url', 'item.title', 'item.type', 'item.container', 'item.status_class', 'item.labels', 'item.components', 'item.parent_key', sql<string | null>`left(item_text.body, 2000)`.as('body')])
    .where('item.workspace_id', '=', workspaceId).where('item_text.workspace_id', '=', workspaceId).where('item.status_class', '=', 'open')
    .orderBy('item.created_at', 'desc').orderBy('item.id').limit(50_000).execute();
}
