// Audits as rows: the newest result, its groups of duplicates, and what it says of each open item. Only SQL.
import { sql } from 'kysely';
import { asJson } from './engine/parameters.ts';
import { timeText, type Store, type Tx } from './schema.ts';

export interface AuditRow<Result = unknown> { readonly id: string; readonly as_of: string; readonly result: Result; readonly started_at: string; readonly finished_at: string }

/** The newest audit, or the one with this id. */
export async function findAudit<Result>(tx: Tx, workspaceId: string, id?: string): Promise<AuditRow<Result> | undefined> {
  let query = tx.selectFrom('audit').select(['id', 'as_of', 'result', 'started_at', 'finished_at']).where('workspace_id', '=', workspaceId);
  if (id !== undefined) query = query.where('id', '=', id);
  return (await query.orderBy('finished_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()) as AuditRow<Result> | undefined;
}

/** The day the newest audit took for today; undefined when there was none. */
export async function findAuditDay(tx: Tx, workspaceId: string): Promise<string | undefined> {
  return (await tx.selectFrom('audit').select('as_of').where('workspace_id', '=', workspaceId).orderBy('finished_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst())?.as_of;
}

export async function insertAudit(tx: Tx, workspaceId: string, audit: { id: string; asOf: string; result: object; startedAt: number; finishedAt: number }): Promise<void> {
  await tx.insertInto('audit').values({
    workspace_id: workspaceId, id: audit.id, as_of: audit.asOf, result: asJson(audit.result), started_at: timeText(audit.startedAt), finished_at: timeText(audit.finishedAt),
  }).execute();
}

const AUDITS_KEPT = 60;

/** Keeps the newest audits; their results are small, but a year of daily imports is not. */
export async function forgetOldAudits(tx: Tx, workspaceId: string): Promise<void> {
  await sql`delete from audit where workspace_id = ${workspaceId} and id in (
    select id from audit where workspace_id = ${workspaceId} order by finished_at desc, id desc offset ${AUDITS_KEPT})`.execute(tx);
}

export interface GroupRow { readonly id: string; readonly score: number; readonly words: string[]; readonly item_ids: string[]; readonly position: number }

export async function replaceGroups(store: Store, tx: Tx, workspaceId: string, auditId: string, groups: readonly { id: string; score: number; words: readonly string[]; itemIds: readonly string[] }[]): Promise<void> {
  await tx.deleteFrom('duplicate_group').where('workspace_id', '=', workspaceId).execute();
  if (groups.length === 0) return;
  await store.copyIn(tx, 'duplicate_group', ['workspace_id', 'id', 'audit_id', 'position', 'score', 'words', 'item_ids'],
    groups.map((group, i) => [workspaceId, group.id, auditId, i, group.score, asJson(group.words), asJson(group.itemIds)]));
}

/** Most alike first. */
export async function listGroups(tx: Tx, workspaceId: string, after: number, limit: number): Promise<GroupRow[]> {
  return (await tx.selectFrom('duplicate_group').select(['id', 'score', 'words', 'item_ids', 'position']).where('workspace_id', '=', workspaceId)
    .where('position', '>', after).orderBy('position').limit(limit).execute()) as GroupRow[];
}

export async function countGroups(tx: Tx, workspaceId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from duplicate_group where workspace_id = ${workspaceId}`.execute(tx);
  return rows[0]!.count;
}

/** What the audit says of one item: its last human touch while it is open, what it leads to, where it came from, whether it aged out. */
export interface ItemStanding { readonly id: string; readonly touchedAt: string | null; readonly lineage: string; readonly leadsTo: string | null; readonly origin: string | null; readonly agedOut: boolean }

/** Writes what differs; returns how many items did. Several thousand at a time. */
export async function updateStandings(tx: Tx, workspaceId: string, standings: readonly ItemStanding[]): Promise<number> {
  if (standings.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    with n as (
      select u.id, case when i.status_class = 'open' then u.touched_at else i.touched_at end as touched_at, u.lineage, u.leads_to, u.origin, u.aged_out
      from unnest(${standings.map((s) => s.id)}::text[], ${standings.map((s) => s.touchedAt)}::timestamptz[], ${standings.map((s) => s.lineage)}::text[],
        ${standings.map((s) => s.leadsTo)}::text[], ${standings.map((s) => s.origin)}::text[], ${standings.map((s) => s.agedOut)}::boolean[])
        as u(id, touched_at, lineage, leads_to, origin, aged_out)
      join item i on i.workspace_id = ${workspaceId} and i.id = u.id
      where (i.lineage, i.leads_to, i.origin, i.aged_out) is distinct from (u.lineage, u.leads_to, u.origin, u.aged_out)
        or (i.status_class = 'open' and i.touched_at is distinct from u.touched_at)
    ), written as (
      update item i set touched_at = n.touched_at, lineage = n.lineage, leads_to = n.leads_to, origin = n.origin, aged_out = n.aged_out from n
      where i.workspace_id = ${workspaceId} and i.id = n.id returning 1
    ) select count(*)::int as count from written`.execute(tx);
  return rows[0]!.count;
}

/** What changed since the audit began, newest last: a time of each kind of change, where there was one. */
export async function changesSince(tx: Tx, workspaceId: string, startedAt: string): Promise<readonly ('goal' | 'answers' | 'links' | 'rules')[]> {
  const { rows } = await sql<{ goal: boolean; answers: boolean; links: boolean; rules: boolean }>`
    select exists(select 1 from goal where workspace_id = ${workspaceId} and updated_at > ${startedAt} and (state = 'active' or closed_at > ${startedAt})) as goal,
      exists(select 1 from dispute where workspace_id = ${workspaceId} and (created_at > ${startedAt} or withdrawn_at > ${startedAt})) as answers,
      exists(select 1 from link where workspace_id = ${workspaceId} and created_at > ${startedAt}) as links,
      exists(select 1 from rule_setting where workspace_id = ${workspaceId} and updated_at > ${startedAt}) as rules`.execute(tx);
  const found = rows[0]!;
  return (['goal', 'answers', 'links', 'rules'] as const).filter((what) => found[what]);
}
