// Which items the cull may offer, worst first, and how many wait. Only SQL; the order is the domain's, which sorts what is found here.
import { sql } from 'kysely';
import type { FindingRow } from './finding.ts';
import type { Tx } from './schema.ts';

/** Rules that may speak for closing an item. */
const SPEAKING = ['dinosaur', 'outdated', 'duplicate'];

/** An open item that aged out or has another finding that speaks for closing it, and no decision in force. */
function candidates(workspaceId: string, today: string) {
  return sql`
    select f.item_id, count(distinct f.rule)::int as weight, max(case when f.rule = 'dinosaur' then (f.detail->>'value')::double precision end) as age
    from finding f join item i on i.workspace_id = f.workspace_id and i.id = f.item_id and i.status_class = 'open'
    where f.workspace_id = ${workspaceId} and f.rule = any(${SPEAKING}::text[]) and f.state in ('standing', 'agreed')
      and not exists (select 1 from decision d where d.workspace_id = ${workspaceId} and d.item_id = f.item_id and d.undone_at is null
        and d.came_back_at is null and (d.kind <> 'keep' or d.until_on >= ${today}::date))
    group by f.item_id`;
}

/** Ids of the worst candidates, at most `limit`. */
export async function listCullCandidates(tx: Tx, workspaceId: string, today: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ item_id: string }>`
    select c.item_id from (${candidates(workspaceId, today)}) c join item i on i.workspace_id = ${workspaceId} and i.id = c.item_id
    order by c.weight desc, c.age desc nulls last, i.key collate "C", i.id limit ${limit}`.execute(tx);
  return rows.map(({ item_id }) => item_id);
}

export async function countCullCandidates(tx: Tx, workspaceId: string, today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${candidates(workspaceId, today)}) c`.execute(tx);
  return rows[0]!.count;
}

/** Standing and agreed findings of some items, in the order of rules and positions. */
export async function listFindingsOfItems(tx: Tx, workspaceId: string, itemIds: readonly string[]): Promise<FindingRow[]> {
  if (itemIds.length === 0) return [];
  const { rows } = await sql<FindingRow>`
    select id, rule, item_id, position, state, detail, suppression_key, audit_id from finding
    where workspace_id = ${workspaceId} and item_id = any(${itemIds as string[]}::text[]) and state in ('standing', 'agreed') order by rule collate "C", position, id`.execute(tx);
  return rows;
}

/** Links by hand that were made to an item at one moment: those of the decision of that moment. */
export async function listLinksMadeAt(tx: Tx, workspaceId: string, itemId: string, at: string): Promise<{ problem_id: string | null; bet_id: string | null }[]> {
  return tx.selectFrom('link').select(['problem_id', 'bet_id']).where('workspace_id', '=', workspaceId).where('item_id', '=', itemId)
    .where('created_at', '=', at).where('rule_id', 'is', null).execute();
}
