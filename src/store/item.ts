// Single items with all that hangs on them, counts of the backlog, and the values there are to filter by. Only SQL.
import { sql, type Selectable } from 'kysely';
import type { ItemRow, StatusClass } from './item-list.ts';
import type { Schema, Tx } from './schema.ts';

/** Items named by id or key, at most two a reference: two mean that the key is ambiguous. */
export async function findItems(tx: Tx, workspaceId: string, references: readonly string[]): Promise<Map<string, ItemRow[]>> {
  if (references.length === 0) return new Map();
  const { rows } = await sql<ItemRow>`
    select * from item where workspace_id = ${workspaceId} and id = any(${references as string[]}::text[])
    union select * from item where workspace_id = ${workspaceId} and key = any(${references as string[]}::text[]) order by id limit 2000`.execute(tx);
  return new Map(references.map((reference) => [reference, rows.filter((row) => row.id === reference || row.key === reference).slice(0, 2)]));
}

/** By id; rows of ids that are gone are left out. */
export async function listItemsById(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, ItemRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ItemRow>`select * from item where workspace_id = ${workspaceId} and id = any(${ids as string[]}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export type ItemTextRow = Pick<Selectable<Schema['item_text']>, 'body' | 'links' | 'sprints' | 'history'>;

export async function getItemText(tx: Tx, workspaceId: string, itemId: string): Promise<ItemTextRow> {
  return tx.selectFrom('item_text').select(['body', 'links', 'sprints', 'history']).where('workspace_id', '=', workspaceId).where('item_id', '=', itemId).executeTakeFirstOrThrow();
}

/** Texts by item id; items without one are left out. */
export async function listItemBodies(tx: Tx, workspaceId: string, itemIds: readonly string[]): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map();
  const { rows } = await sql<{ item_id: string; body: string }>`
    select item_id, body from item_text where workspace_id = ${workspaceId} and item_id = any(${itemIds as string[]}::text[]) and body is not null`.execute(tx);
  return new Map(rows.map(({ item_id, body }) => [item_id, body]));
}

/** The newest comments of an item, oldest of them first. */
export async function listComments(tx: Tx, workspaceId: string, itemId: string, limit: number): Promise<Selectable<Schema['comment']>[]> {
  const { rows } = await sql<Selectable<Schema['comment']>>`
    select * from (select * from comment where workspace_id = ${workspaceId} and item_id = ${itemId} order by written_at desc nulls first, position desc limit ${limit}) c
    order by written_at asc nulls last, position`.execute(tx);
  return rows;
}

/** Names of the rules with a standing finding, by item. */
export async function listStandingRules(tx: Tx, workspaceId: string, itemIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (itemIds.length === 0) return found;
  const { rows } = await sql<{ item_id: string; rule: string }>`
    select distinct item_id, rule from finding where workspace_id = ${workspaceId} and state = 'standing' and item_id = any(${itemIds as string[]}::text[]) order by 1, 2`.execute(tx);
  for (const { item_id, rule } of rows) found.set(item_id, [...(found.get(item_id) ?? []), rule]);
  return found;
}

export interface ItemLinkRow { id: string; via: 'hand' | 'bulk' | 'rule' | 'suggestion'; note: string | null; created_at: string; kind: 'problem' | 'bet'; target_id: string; target_key: string; target_title: string }

/** What an item leads to, oldest first. */
export async function listLeads(tx: Tx, workspaceId: string, itemId: string): Promise<ItemLinkRow[]> {
  const { rows } = await sql<ItemLinkRow>`
    select l.id, l.via, l.note, l.created_at, case when l.problem_id is null then 'bet' else 'problem' end as kind,
      coalesce(p.id, b.id) as target_id, coalesce(p.key, b.key) as target_key, coalesce(p.title, b.claim) as target_title
    from link l
    left join problem p on p.workspace_id = l.workspace_id and p.id = l.problem_id
    left join bet b on b.workspace_id = l.workspace_id and b.id = l.bet_id
    where l.workspace_id = ${workspaceId} and l.item_id = ${itemId} order by l.created_at, l.id limit 200`.execute(tx);
  return rows;
}

export async function countChildren(tx: Tx, workspaceId: string, key: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from item where workspace_id = ${workspaceId} and parent_key = ${key}`.execute(tx);
  return rows[0]!.count;
}

/** The title of the item with this key; undefined when it is not here. */
export async function findTitle(tx: Tx, workspaceId: string, key: string): Promise<string | undefined> {
  return (await tx.selectFrom('item').select('title').where('workspace_id', '=', workspaceId).where('key', '=', key).orderBy('id').executeTakeFirst())?.title;
}

export interface Facet { readonly value: string; readonly count: number; readonly title?: string }
const MOST_VALUES = 200;

/** Values of one column with counts, most frequent first, at most 200. */
export async function facetOf(tx: Tx, workspaceId: string, column: 'type' | 'assignee_name' | 'origin', statusClass: StatusClass | 'all'): Promise<Facet[]> {
  const value = column === 'assignee_name' ? sql`coalesce(assignee_name, assignee_id)` : sql.ref(column);
  const { rows } = await sql<Facet>`
    select ${value} as value, count(*)::int as count from item where workspace_id = ${workspaceId} ${within(statusClass)} and ${value} is not null
    group by 1 order by 2 desc, 1 limit ${MOST_VALUES}`.execute(tx);
  return rows;
}

/** Labels or components with counts, most frequent first, at most 200. */
export async function listFacetOf(tx: Tx, workspaceId: string, column: 'labels' | 'components', statusClass: StatusClass | 'all'): Promise<Facet[]> {
  const { rows } = await sql<Facet>`
    select v.value, count(*)::int as count from item i cross join lateral jsonb_array_elements_text(${sql.ref(`i.${column}`)}) as v(value)
    where i.workspace_id = ${workspaceId} and ${sql.ref(`i.${column}`)} <> '[]'::jsonb ${within(statusClass)} group by 1 order by 2 desc, 1 limit ${MOST_VALUES}`.execute(tx);
  return rows;
}

/** Parents with their titles where they are here. */
export async function parentFacet(tx: Tx, workspaceId: string, statusClass: StatusClass | 'all'): Promise<Facet[]> {
  const { rows } = await sql<{ value: string; count: number; title: string | null }>`
    select c.parent_key as value, c.count, (select p.title from item p where p.workspace_id = ${workspaceId} and p.key = c.parent_key order by p.id limit 1) as title
    from (select parent_key, count(*)::int as count from item where workspace_id = ${workspaceId} ${within(statusClass)} and parent_key is not null group by 1 order by 2 desc, 1 limit ${MOST_VALUES}) c
    order by c.count desc, 1`.execute(tx);
  return rows.map(({ value, count, title }) => ({ value, count, ...(title === null ? {} : { title }) }));
}

function within(statusClass: StatusClass | 'all') {
  return statusClass === 'all' ? sql`` : sql`and status_class = ${statusClass}`;
}

export interface BacklogCounts { readonly items: number; readonly open: number; readonly done: number; readonly closed: number; readonly goal: number; readonly suggested: number; readonly lights_on: number; readonly none: number; readonly aged_out: number }

/**
 * Counts over the whole backlog; the four lineage counts add up to `open`; `aged_out` counts across them. Two questions: the classes are
 * told by an index alone, and only open items are looked at one by one.
 */
export async function countBacklog(tx: Tx, workspaceId: string): Promise<BacklogCounts> {
  const { rows: classes } = await sql<{ status_class: StatusClass; count: number }>`
    select status_class, count(*)::int as count from item where workspace_id = ${workspaceId} group by status_class`.execute(tx);
  const { rows: open } = await sql<{ lineage: string; aged_out: boolean; count: number }>`
    select lineage, aged_out, count(*)::int as count from item where workspace_id = ${workspaceId} and status_class = 'open' group by lineage, aged_out`.execute(tx);
  const all = (rows: readonly { readonly count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0);
  const ofClass = (wanted: StatusClass): number => all(classes.filter(({ status_class }) => status_class === wanted));
  const leading = (wanted: string): number => all(open.filter(({ lineage }) => lineage === wanted));
  return {
    items: all(classes), open: ofClass('open'), done: ofClass('done'), closed: ofClass('closed_unfinished'),
    goal: leading('goal'), suggested: leading('suggested'), lights_on: leading('lights_on'), none: leading('none'), aged_out: all(open.filter(({ aged_out }) => aged_out)),
  };
}

export async function countComments(tx: Tx, workspaceId: string): Promise<number> {
  return (await sql<{ count: number }>`select coalesce(sum(comment_count), 0)::int as count from item where workspace_id = ${workspaceId}`.execute(tx)).rows[0]!.count;
}

export async function countItemsStored(tx: Tx, workspaceId: string): Promise<number> {
  return (await sql<{ count: number }>`select count(*)::int as count from item where workspace_id = ${workspaceId}`.execute(tx)).rows[0]!.count;
}

export async function hasItems(tx: Tx, workspaceId: string): Promise<boolean> {
  return (await tx.selectFrom('item').select('id').where('workspace_id', '=', workspaceId).limit(1).executeTakeFirst()) !== undefined;
}

/** Text that changes whenever facets may have: imports, audits, link rules and rule settings. Cheap beside counting all items. */
export async function facetStamp(tx: Tx, workspaceId: string): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ', (select concat(max(id), max(finished_at), sum((counts->>'read')::int)) from import where workspace_id = ${workspaceId}),
      (select max(finished_at) from audit where workspace_id = ${workspaceId}), (select concat(count(*), max(created_at)) from link_rule where workspace_id = ${workspaceId}),
      (select max(updated_at) from rule_setting where workspace_id = ${workspaceId}), (select count(*) from source where workspace_id = ${workspaceId}),
      (select sample_seed from workspace where id = ${workspaceId})) as stamp`.execute(tx);
  return rows[0]!.stamp;
}
