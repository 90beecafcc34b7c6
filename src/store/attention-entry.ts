// Time that a member wrote down or timed, and what they did in trackers. Only SQL; every question is of one member's rows, and
// of the workspace's items what carries one of the member's own names.
import { sql, type Selectable } from 'kysely';
import type { Owner } from './attention.ts';
import { timeText, type Day, type Schema, type Tx } from './schema.ts';

export type EntryRow = Selectable<Schema['attention_entry']>;
export type TimerRow = Selectable<Schema['attention_timer']>;

/** Entries of the days, both included, that were not dropped; latest first. */
export function listEntries(tx: Tx, { workspaceId, memberId }: Owner, from: Day, to: Day): Promise<EntryRow[]> {
  return tx.selectFrom('attention_entry').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('on_day', '>=', from).where('on_day', '<=', to)
    .where('dropped_at', 'is', null).orderBy('on_day', 'desc').orderBy('written_at', 'desc').orderBy('id', 'desc').execute();
}

/** Dropped ones too. */
export function findEntry(tx: Tx, { workspaceId, memberId }: Owner, id: string): Promise<EntryRow | undefined> {
  return tx.selectFrom('attention_entry').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('id', '=', id).executeTakeFirst();
}

/** New, or in the place of the one with its id. */
export async function saveEntry(tx: Tx, row: EntryRow): Promise<void> {
  const { workspace_id: _workspace, member_id: _member, id: _id, ...change } = row;
  await tx.insertInto('attention_entry').values(row).onConflict((conflict) => conflict.columns(['workspace_id', 'member_id', 'id']).doUpdateSet(change)).execute();
}

export function findTimer(tx: Tx, { workspaceId, memberId }: Owner): Promise<TimerRow | undefined> {
  return tx.selectFrom('attention_timer').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).executeTakeFirst();
}

export async function insertTimer(tx: Tx, row: TimerRow): Promise<void> {
  await tx.insertInto('attention_timer').values(row).execute();
}

export async function deleteTimer(tx: Tx, { workspaceId, memberId }: Owner): Promise<void> {
  await tx.deleteFrom('attention_timer').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).execute();
}

/** One thing that somebody did on an item: wrote it, commented, or changed `field` of it. */
interface TrackerAction { readonly item: string; readonly at: string; readonly did: 'wrote' | 'commented' | 'changed'; readonly field: string | null; readonly moved_from: string | null; readonly labels: readonly string[]; readonly type: string | null }

/**
 * What was done under one of `names` from `start` up to `end`, in order of time. Only items that were touched since `start` are looked into:
 * a change that nobody's tracker dates is not found.
 */
export async function listTrackerActions(tx: Tx, workspaceId: string, names: readonly string[], start: number, end: number): Promise<TrackerAction[]> {
  if (names.length === 0) return [];
  const [from, to, own] = [timeText(start), timeText(end), names.map((name) => name.toLowerCase())];
  const { rows } = await sql<TrackerAction>`
    with touched as (select id, created_at, author_name, author_id, labels, type from item where workspace_id = ${workspaceId} and coalesce(touched_at, updated_at) >= ${from}::timestamptz)
    select i.id as item, c.written_at as at, 'commented' as did, null as field, null as moved_from, i.labels, i.type from touched i join comment c on c.workspace_id = ${workspaceId} and c.item_id = i.id
      where c.written_at >= ${from}::timestamptz and c.written_at < ${to}::timestamptz and (lower(c.author_name) = any(${own}::text[]) or lower(c.author_id) = any(${own}::text[]))
    union all select i.id, i.created_at, 'wrote', null, null, i.labels, i.type from touched i
      where i.created_at >= ${from}::timestamptz and i.created_at < ${to}::timestamptz and (lower(i.author_name) = any(${own}::text[]) or lower(i.author_id) = any(${own}::text[]))
    union all select i.id, to_timestamp((h->>'at')::double precision / 1000)::timestamptz(3), 'changed', h->>'field', h->>'from', i.labels, i.type
      from touched i join item_text t on t.workspace_id = ${workspaceId} and t.item_id = i.id cross join lateral jsonb_array_elements(case when jsonb_typeof(t.history) = 'array' then t.history else '[]'::jsonb end) as h
      where (h->>'at')::double precision >= ${start} and (h->>'at')::double precision < ${end} and (lower(h->'by'->>'name') = any(${own}::text[]) or lower(h->'by'->>'id') = any(${own}::text[]))
    order by 2, 1, 3`.execute(tx);
  return rows;
}
