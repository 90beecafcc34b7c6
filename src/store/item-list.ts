// Lists of items: filters, order and a place to go on from, each page found through an index or one pass over narrow rows.
// Decides how a search is carried out; knows no cursor text and no screen.
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { searchQuery } from './item-search-words.ts';
import type { Schema, Tx } from './schema.ts';

export type ItemRow = Selectable<Schema['item']>;
export type StatusClass = Schema['item']['status_class'];
export type ItemSort = 'updated' | '-updated' | 'created' | '-created' | 'touched' | '-touched' | 'key' | 'title';

export interface ItemFilter {
  readonly search?: string | undefined;
  readonly statusClass: StatusClass | 'all';
  /** One of, or any of these. */
  readonly lineage?: string | readonly string[] | undefined;
  readonly rule?: string | undefined;
  /** Id of a problem or bet: linked to it, or reaching the goal through it. */
  readonly leadsTo?: string | undefined;
  readonly source?: string | undefined;
  readonly label?: string | undefined;
  readonly type?: string | undefined;
  readonly assignee?: string | undefined;
  readonly origin?: string | undefined;
  /** Last touched before this instant text, and at or after that one. */
  readonly touchedBefore?: string | undefined;
  readonly touchedFrom?: string | undefined;
  readonly agedOut?: boolean | undefined;
  /** Only items with a standing or agreed finding of any rule. */
  readonly flagged?: boolean | undefined;
  readonly firstImport?: string | undefined;
  readonly lastImport?: string | undefined;
}

/** Where the page before ended: the value it was sorted by (null where the item has none) and the id. */
export type ItemPlace = readonly [value: string | null, id: string];

export const COUNTED = 10_000;
const SEARCH_HITS = 2_000;
const CLASSES: readonly StatusClass[] = ['open', 'done', 'closed_unfinished'];

const ORDER: Readonly<Record<ItemSort, { column: string; descending: boolean }>> = {
  updated: { column: 'updated_at', descending: false }, '-updated': { column: 'updated_at', descending: true },
  created: { column: 'created_at', descending: false }, '-created': { column: 'created_at', descending: true },
  touched: { column: 'touched_at', descending: false }, '-touched': { column: 'touched_at', descending: true },
  key: { column: 'key', descending: false }, title: { column: 'title', descending: false },
};

/** The value a row is sorted by. */
export function placeOf(row: ItemRow, sort: ItemSort): ItemPlace {
  return [row[ORDER[sort].column as 'key'] as string | null, row.id];
}

type Condition = RawBuilder<unknown>;

function conditions(workspaceId: string, filter: ItemFilter): Condition[] {
  const found: Condition[] = [sql`i.workspace_id = ${workspaceId}`];
  if (typeof filter.lineage === 'string') found.push(sql`i.lineage = ${filter.lineage}`);
  else if (filter.lineage !== undefined) found.push(sql`i.lineage = any(${filter.lineage as string[]}::text[])`);
  if (filter.leadsTo !== undefined) {
    found.push(sql`(i.leads_to = ${filter.leadsTo} or i.id in (select item_id from link where workspace_id = ${workspaceId} and (problem_id = ${filter.leadsTo} or bet_id = ${filter.leadsTo})))`);
  }
  if (filter.source !== undefined) found.push(sql`i.source_id in (select id from source where workspace_id = ${workspaceId} and (id = ${filter.source} or name = ${filter.source}))`);
  if (filter.label !== undefined) found.push(sql`i.labels @> ${JSON.stringify([filter.label])}::jsonb`);
  if (filter.type !== undefined) found.push(sql`i.type = ${filter.type}`);
  if (filter.assignee !== undefined) found.push(sql`(i.assignee_id = ${filter.assignee} or i.assignee_name = ${filter.assignee})`);
  // What nobody named an origin for is kept as null and called unknown.
  if (filter.origin !== undefined) found.push(filter.origin === 'unknown' ? sql`i.origin is null` : sql`i.origin = ${filter.origin}`);
  if (filter.touchedBefore !== undefined) found.push(sql`i.touched_at < ${filter.touchedBefore}`);
  if (filter.touchedFrom !== undefined) found.push(sql`i.touched_at >= ${filter.touchedFrom}`);
  if (filter.agedOut !== undefined) found.push(sql`i.aged_out = ${filter.agedOut}`);
  if (filter.firstImport !== undefined) found.push(sql`i.first_import_id = ${filter.firstImport}`);
  if (filter.lastImport !== undefined) found.push(sql`i.last_import_id = ${filter.lastImport} and i.first_import_id is distinct from i.last_import_id`);
  if (filter.flagged === true) found.push(sql`i.id in (select item_id from finding where workspace_id = ${workspaceId} and state in ('standing', 'agreed') and item_id is not null)`);
  if (filter.rule !== undefined) {
    found.push(sql`i.id in (select item_id from finding where workspace_id = ${workspaceId} and rule = ${filter.rule} and state = 'standing' and item_id is not null)`);
  }
  return found;
}

const all = (parts: readonly Condition[]): Condition => sql.join(parts, sql` and `);

/** How a filter is carried out; made once for a page and its count. */
export interface ItemPlan {
  readonly workspaceId: string;
  readonly where: readonly Condition[];
  readonly classes: readonly StatusClass[];
  /** What the item's words must match, as a tsquery. Undefined without a search. */
  readonly query?: string;
}

/** Undefined when nothing can match: words without a letter or digit. */
export function planItems(workspaceId: string, filter: ItemFilter): ItemPlan | undefined {
  const plan: ItemPlan = { workspaceId, where: conditions(workspaceId, filter), classes: filter.statusClass === 'all' ? CLASSES : [filter.statusClass] };
  if (filter.search === undefined || filter.search === '') return plan;
  const query = searchQuery(filter.search);
  return query === undefined ? undefined : { ...plan, query };
}

/** One page in order; items without the value come last. `after` is where the page before ended. */
export async function listItems(tx: Tx, plan: ItemPlan, sort: ItemSort, after: ItemPlace | undefined, limit: number): Promise<ItemRow[]> {
  const { column, descending } = ORDER[sort];
  if (plan.query !== undefined) {
    const found = await pageOfHits(tx, plan, plan.query, sort, after, limit);
    if (found !== undefined) return found;
  }
  const rows: ItemRow[] = [];
  if (after === undefined || after[0] !== null) rows.push(...await dated(tx, plan, column, descending, after as readonly [string, string] | undefined, limit));
  if (rows.length === limit || column === 'key' || column === 'title') return rows;
  const from = after !== undefined && after[0] === null ? after[1] : undefined;
  rows.push(...await undated(tx, plan, column, descending, from, limit - rows.length));
  return rows;
}

const hitsOf = (workspaceId: string, query: string): RawBuilder<unknown> => sql`
  hits as materialized (select item_id from item_text where workspace_id = ${workspaceId} and search @@ ${query}::tsquery limit ${SEARCH_HITS + 1}),
  many as materialized (select count(*)::int as hits from hits)`;

const ofClasses = ({ classes }: ItemPlan): Condition[] => (classes.length === 1 ? [sql`i.status_class = ${classes[0]!}`] : []);

/** A page of a search with few hits: all of them are looked up and sorted. Undefined when there are more than 2,000. */
async function pageOfHits(tx: Tx, plan: ItemPlan, query: string, sort: ItemSort, after: ItemPlace | undefined, limit: number): Promise<ItemRow[] | undefined> {
  const order = sql`${orderOf(sort)} nulls last, ${sql.ref('i.id')} ${wayOf(sort)}`;
  const page = sql`
    select i.* from hits join item i on i.workspace_id = ${plan.workspaceId} and i.id = hits.item_id
    where many.hits <= ${SEARCH_HITS} and ${all([...plan.where, ...ofClasses(plan), ...furtherThan(sort, after)])} order by ${order} limit ${limit}`;
  const { rows } = await sql<Omit<ItemRow, 'id'> & { id: string | null; hits: number }>`
    with ${hitsOf(plan.workspaceId, query)} select many.hits, i.* from many left join lateral (${page}) i on true order by ${order}`.execute(tx);
  return rows[0]!.hits > SEARCH_HITS ? undefined : rows.flatMap(({ hits: _hits, ...row }) => (row.id === null ? [] : [row as ItemRow]));
}

const wayOf = (sort: ItemSort): Condition => (ORDER[sort].descending ? sql.raw('desc') : sql.raw('asc'));

function orderOf(sort: ItemSort): RawBuilder<unknown> {
  const { column } = ORDER[sort];
  return column === 'title' ? sql`i.title collate "C" ${wayOf(sort)}` : sql`${sql.ref(`i.${column}`)} ${wayOf(sort)}`;
}

/** What comes after a place in the order, items without the value included. */
function furtherThan(sort: ItemSort, after: ItemPlace | undefined): Condition[] {
  if (after === undefined) return [];
  const { column, descending } = ORDER[sort];
  const further = descending ? sql.raw('<') : sql.raw('>');
  const at = sql.ref(`i.${column}`);
  if (column === 'title') return [sql`(i.title collate "C", i.id) > (${after[0]}::text collate "C", ${after[1]}::text)`];
  if (column === 'key') return [sql`(i.key, i.id) > (${after[0]}::text, ${after[1]}::text)`];
  if (after[0] === null) return [sql`${at} is null and i.id ${further} ${after[1]}`];
  return [sql`(${at} is null or (${at}, i.id) ${further} (${after[0]}::timestamptz, ${after[1]}::text))`];
}

async function dated(tx: Tx, plan: ItemPlan, column: string, descending: boolean, after: readonly [string, string] | undefined, limit: number): Promise<ItemRow[]> {
  const at = sql.ref(`i.${column}`);
  const way = descending ? sql.raw('desc') : sql.raw('asc');
  const beyond = descending ? sql.raw('<') : sql.raw('>');
  const key = column === 'title' ? sql`"left"(i.title, 24) collate "C" ${way}, i.title collate "C" ${way}` : column === 'key' ? sql`i.key ${way}` : sql`${at} ${way}`;
  const place = after === undefined ? [] : [
    column === 'title'
      ? sql`("left"(i.title, 24) collate "C", i.title collate "C", i.id) > ("left"(${after[0]}::text, 24) collate "C", ${after[0]}::text collate "C", ${after[1]}::text)`
      : column === 'key' ? sql`(i.key, i.id) > (${after[0]}::text, ${after[1]}::text)` : sql`(${at}, i.id) ${beyond} (${after[0]}::timestamptz, ${after[1]}::text)`,
  ];
  const known = column === 'key' || column === 'title' ? [] : [sql`${at} is not null`];
  const order = sql`${key}, i.id ${way}`;
  return inClasses(tx, plan, [...known, ...place], order, limit, column !== 'key');
}

async function undated(tx: Tx, plan: ItemPlan, column: string, descending: boolean, after: string | undefined, limit: number): Promise<ItemRow[]> {
  const way = descending ? sql.raw('desc') : sql.raw('asc');
  const beyond = descending ? sql.raw('<') : sql.raw('>');
  const place = after === undefined ? [] : [sql`i.id ${beyond} ${after}`];
  return inClasses(tx, plan, [sql`${sql.ref(`i.${column}`)} is null`, ...place], sql`i.id ${way}`, limit, true);
}

/** Each class has its own run in the index; several are merged from the heads of each. Keys are in one run for all classes. */
async function inClasses(tx: Tx, plan: ItemPlan, more: readonly Condition[], order: RawBuilder<unknown>, limit: number, merged: boolean): Promise<ItemRow[]> {
  // A search with many hits walks the order and asks each item. A subquery, so that it stays the last thing asked of a row and never becomes a join over all hits.
  const searched = plan.query === undefined ? [] : [sql`(select t.search @@ ${plan.query}::tsquery from item_text t where t.workspace_id = i.workspace_id and t.item_id = i.id)`];
  const one = (statusClass: StatusClass | undefined): RawBuilder<ItemRow> => {
    const within = statusClass === undefined ? [] : [sql`i.status_class = ${statusClass}`];
    return sql<ItemRow>`select i.* from item i where ${all([...plan.where, ...within, ...more, ...searched])} order by ${order} limit ${limit}`;
  };
  if (plan.classes.length === 1) return (await one(plan.classes[0]).execute(tx)).rows;
  if (!merged) return (await one(undefined).execute(tx)).rows;
  const parts = sql.join(plan.classes.map((each) => sql`(${one(each)})`), sql` union all `);
  return (await sql<ItemRow>`select i.* from (${parts}) i order by ${order} limit ${limit}`.execute(tx)).rows;
}

export interface ItemTotal { readonly total: number; readonly exact: boolean }

/** How many items match, exact up to 10,000. For a search with more than 2,000 hits: at least how many, told from the first 2,000. */
export async function countItems(tx: Tx, plan: ItemPlan): Promise<ItemTotal> {
  const where = all([...plan.where, ...ofClasses(plan)]);
  if (plan.query !== undefined) {
    const { rows } = await sql<{ hits: number; total: number }>`
      with ${hitsOf(plan.workspaceId, plan.query)} select (select hits from many) as hits, count(*)::int as total
      from (select item_id from hits limit ${SEARCH_HITS}) first join item i on i.workspace_id = ${plan.workspaceId} and i.id = first.item_id where ${where}`.execute(tx);
    const { hits, total } = rows[0]!;
    return { total, exact: hits <= SEARCH_HITS };
  }
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (select 1 from item i where ${where} limit ${COUNTED + 1}) few`.execute(tx);
  const total = rows[0]!.total;
  return { total: Math.min(total, COUNTED), exact: total <= COUNTED };
}
