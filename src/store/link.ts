// What items lead to: links by hand, in bulk, by rule or by confirmed suggestion, and the rules themselves. Only SQL.
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

export type LinkRuleRow = Selectable<Schema['link_rule']>;

/** Exactly one of the two is set. */
export interface LinkTarget {
  readonly problemId?: string;
  readonly betId?: string;
}

function toTarget(target: LinkTarget) {
  return { problem_id: target.problemId ?? null, bet_id: target.betId ?? null };
}

/** Those of the items that already lead to the target, by whatever way. */
export async function listLinkedItems(tx: Tx, workspaceId: string, itemIds: readonly string[], target: LinkTarget): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await tx.selectFrom('link').select('item_id').distinct().where('workspace_id', '=', workspaceId).where('item_id', 'in', itemIds)
    .$if(target.problemId !== undefined, (query) => query.where('problem_id', '=', target.problemId!))
    .$if(target.betId !== undefined, (query) => query.where('bet_id', '=', target.betId!)).execute();
  return new Set(rows.map((row) => row.item_id));
}

export async function insertLinks(tx: Tx, rows: readonly Insertable<Schema['link']>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) await tx.insertInto('link').values(rows.slice(from, from + 1000)).execute();
}

/** Takes links made by a person away (not those of rules); returns the items that had one. */
export async function deleteLinks(tx: Tx, workspaceId: string, itemIds: readonly string[], target: LinkTarget): Promise<string[]> {
  const { problem_id: problemId, bet_id: betId } = toTarget(target);
  const rows = await tx.deleteFrom('link').where('workspace_id', '=', workspaceId).where('item_id', 'in', itemIds).where('rule_id', 'is', null)
    .where((eb) => (problemId !== null ? eb('problem_id', '=', problemId) : betId !== null ? eb('bet_id', '=', betId) : eb.val(true)))
    .returning('item_id').execute();
  return [...new Set(rows.map((row) => row.item_id))];
}

export interface LinkedCount {
  readonly items: number;
  readonly done: number;
}

/** Distinct items per problem and per bet, by id: linked to it, or reaching the goal through it by rule or parent. A target without items is absent. */
export async function countLinkedItems(tx: Tx, workspaceId: string): Promise<ReadonlyMap<string, LinkedCount>> {
  const { rows } = await sql<{ target: string; items: number; done: number }>`
    with led as (
      select coalesce(problem_id, bet_id) as target, item_id from link where workspace_id = ${workspaceId}
      union
      select leads_to, id from item where workspace_id = ${workspaceId} and leads_to is not null
    )
    select led.target, count(*)::int as items, (count(*) filter (where item.status_class = 'done'))::int as done
    from led join item on item.workspace_id = ${workspaceId} and item.id = led.item_id group by led.target`.execute(tx);
  return new Map(rows.map((row) => [row.target, { items: row.items, done: row.done }]));
}

export function listLinkRules(tx: Tx, workspaceId: string): Promise<LinkRuleRow[]> {
  return tx.selectFrom('link_rule').selectAll().where('workspace_id', '=', workspaceId).orderBy('created_at').orderBy('id').limit(1000).execute();
}

export function findLinkRule(tx: Tx, workspaceId: string, id: string): Promise<LinkRuleRow | undefined> {
  return tx.selectFrom('link_rule').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
}

export async function insertLinkRule(tx: Tx, row: Insertable<Schema['link_rule']>): Promise<void> {
  await tx.insertInto('link_rule').values(row).execute();
}

export async function deleteLinkRule(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('link_rule').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Says that a suggested pair is not so. Saying it twice changes nothing. */
export async function insertDeclined(tx: Tx, workspaceId: string, itemId: string, targetId: string, at: string): Promise<void> {
  await tx.insertInto('declined_suggestion').values({ workspace_id: workspaceId, item_id: itemId, target_id: targetId, created_at: at })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'item_id', 'target_id']).doNothing()).execute();
}

export async function deleteDeclined(tx: Tx, workspaceId: string, itemId: string, targetId: string): Promise<void> {
  await tx.deleteFrom('declined_suggestion').where('workspace_id', '=', workspaceId).where('item_id', '=', itemId).where('target_id', '=', targetId).execute();
}
