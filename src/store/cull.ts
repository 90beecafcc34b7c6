// Which items the cull may offer, worst first, and how many wait. Only SQL; the order is the domain's, which sorts what is found here.
import { sql } from 'kysely';
import type { FindingRow } from './finding.ts';
import type { Tx } from './schema.ts';

/** Rules that may speak for closing an item. */
const SPEAKING = ['dinosaur', 'outdated', 'duplicate'];

const SPEAKS = sql`f.rule = any(${SPEAKING}::text[]) and f.state in ('standing', 'agreed') and f.item_id is not null`;
const inForce = (today: string) => sql`d.undone_at is null and d.came_back_at is null and (d.kind <> 'keep' or d.until_on >= ${today}::date)`;
/** Items with an old version, a repeat or both: few beside the aged out ones, and the only ones that several rules may speak for. */
const FEW = 5_000;

/**
 * Ids of the worst open items without a decision in force, at most `limit`: those that most rules speak for, then the aged out in
 * their audit's order, worst first.
 */
export async function listCullCandidates(tx: Tx, workspaceId: string, today: string, limit: number): Promise<string[]> {
  const free = sql`exists (select 1 from item i where i.workspace_id = ${workspaceId} and i.id = f.item_id and i.status_class = 'open')
    and not exists (select 1 from decision d where d.workspace_id = ${workspaceId} and d.item_id = f.item_id and ${inForce(today)})`;
  const { rows } = await sql<{ item_id: string }>`
    with few as (
      select distinct f.item_id from finding f where f.workspace_id = ${workspaceId} and f.rule in ('outdated', 'duplicate') and f.state in ('standing', 'agreed')
        and f.item_id is not null and ${free} limit ${FEW}
    ), aged as (
      select f.item_id from finding f where f.workspace_id = ${workspaceId} and f.rule = 'dinosaur' and f.state in ('standing', 'agreed')
        and f.item_id is not null and ${free} order by f.position limit ${limit}
    )
    select f.item_id from finding f join (select item_id from few union select item_id from aged) c on c.item_id = f.item_id
    where f.workspace_id = ${workspaceId} and ${SPEAKS}
    group by f.item_id order by count(distinct f.rule) desc, min(case when f.rule = 'dinosaur' then f.position end) nulls last, f.item_id limit ${limit}`.execute(tx);
  return rows.map(({ item_id }) => item_id);
}

/** Items that findings speak for and that have no decision in force. */
export async function countCullCandidates(tx: Tx, workspaceId: string, today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(distinct f.item_id) from finding f where f.workspace_id = ${workspaceId} and ${SPEAKS})::int
      - (select count(distinct d.item_id) from decision d where d.workspace_id = ${workspaceId} and ${inForce(today)}
          and exists (select 1 from finding f where f.workspace_id = ${workspaceId} and f.item_id = d.item_id and ${SPEAKS}))::int as count`.execute(tx);
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
