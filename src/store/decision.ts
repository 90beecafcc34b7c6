// Decisions of the cull: what was decided on an item, until when it can be undone, and whether the item came back. Only SQL.
import { sql, type Selectable } from 'kysely';
import { timeText, type Schema, type Tx } from './schema.ts';

export type DecisionRow = Selectable<Schema['decision']>;
export type DecisionKind = DecisionRow['kind'];

export interface NewDecision {
  readonly id: string; readonly itemId: string; readonly kind: DecisionKind; readonly reason: string | null; readonly until: string | null; readonly evidence: string | null;
  readonly message: string | null; readonly by: string; readonly at: number; readonly undoUntil: number;
}

export async function insertDecisions(tx: Tx, workspaceId: string, decisions: readonly NewDecision[]): Promise<void> {
  await tx.insertInto('decision').values(decisions.map((d) => ({
    workspace_id: workspaceId, id: d.id, item_id: d.itemId, kind: d.kind, reason: d.reason, until_on: d.until, evidence: d.evidence, message: d.message,
    made_by: d.by, made_at: timeText(d.at), undo_until: timeText(d.undoUntil), undone_at: null, came_back_at: null,
  }))).execute();
}

/** Newest first. */
export function listDecisionsOfItem(tx: Tx, workspaceId: string, itemId: string): Promise<DecisionRow[]> {
  return tx.selectFrom('decision').selectAll().where('workspace_id', '=', workspaceId).where('item_id', '=', itemId).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(100).execute();
}

/** Rows with these ids, in no order. */
export async function findDecisions(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<DecisionRow[]> {
  if (ids.length === 0) return [];
  return tx.selectFrom('decision').selectAll().where('workspace_id', '=', workspaceId).where('id', 'in', [...ids]).execute();
}

/** Newest first. `after` is time and id of the last row of the page before. */
export async function listDecisions(tx: Tx, workspaceId: string, kind: DecisionKind | 'all', after: readonly [string, string] | undefined, limit: number): Promise<DecisionRow[]> {
  const ofKind = kind === 'all' ? sql`` : sql`and kind = ${kind}`;
  const place = after === undefined ? sql`` : sql`and (made_at, id) < (${after[0]}::timestamptz, ${after[1]}::text)`;
  return (await sql<DecisionRow>`select * from decision where workspace_id = ${workspaceId} ${ofKind} ${place} order by made_at desc, id desc limit ${limit}`.execute(tx)).rows;
}

/** A decision rests on its item while it was not undone and, for a keep, its day is not over. */
const RESTS = sql`undone_at is null and (kind <> 'keep' or until_on >= `;

/** Ids of those items that have a decision in force on `today`. */
export async function listDecidedItems(tx: Tx, workspaceId: string, itemIds: readonly string[], today: string): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const { rows } = await sql<{ item_id: string }>`
    select distinct item_id from decision where workspace_id = ${workspaceId} and item_id = any(${itemIds as string[]}::text[]) and ${RESTS}${today}::date)`.execute(tx);
  return new Set(rows.map(({ item_id }) => item_id));
}

/** Closings that stand, oldest first: the plan that can be exported. */
export async function listPlannedClosings(tx: Tx, workspaceId: string): Promise<DecisionRow[]> {
  return (await sql<DecisionRow>`
    select * from decision where workspace_id = ${workspaceId} and kind = 'close' and undone_at is null and came_back_at is null order by made_at, id limit 5000`.execute(tx)).rows;
}

/** Every decision that stands, oldest first, for exports. */
export async function listStandingDecisions(tx: Tx, workspaceId: string): Promise<DecisionRow[]> {
  return (await sql<DecisionRow>`select * from decision where workspace_id = ${workspaceId} and undone_at is null order by made_at, id limit 5000`.execute(tx)).rows;
}

export async function undoDecisions(tx: Tx, workspaceId: string, ids: readonly string[], at: number): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await sql`
    update decision set undone_at = ${timeText(at)} where workspace_id = ${workspaceId} and id = any(${ids as string[]}::text[]) and undone_at is null returning id`.execute(tx);
  return rows.length;
}

export interface DecisionCounts { readonly total: number; readonly closing: number; readonly kept: number; readonly came_back: number }

export async function countDecisions(tx: Tx, workspaceId: string, kind: DecisionKind | 'all' = 'all'): Promise<DecisionCounts> {
  const ofKind = kind === 'all' ? sql`` : sql`and kind = ${kind}`;
  const { rows } = await sql<DecisionCounts>`
    select count(*)::int as total, (count(*) filter (where kind = 'close' and undone_at is null))::int as closing,
      (count(*) filter (where kind = 'keep' and undone_at is null))::int as kept, (count(*) filter (where came_back_at is not null and undone_at is null))::int as came_back
    from decision where workspace_id = ${workspaceId} ${ofKind}`.execute(tx);
  return rows[0]!;
}

/** Marks closings whose item a person touched after the decision and that is open still; returns how many. */
export async function markCameBack(tx: Tx, workspaceId: string, at: number): Promise<number> {
  const { rows } = await sql`
    update decision d set came_back_at = ${timeText(at)} from item i
    where d.workspace_id = ${workspaceId} and d.kind = 'close' and d.undone_at is null and d.came_back_at is null
      and i.workspace_id = d.workspace_id and i.id = d.item_id and i.status_class = 'open' and i.touched_at > d.made_at returning d.id`.execute(tx);
  return rows.length;
}

/** Marks closings of items that were closed and are open again. */
export async function markReopened(tx: Tx, workspaceId: string, itemIds: readonly string[], at: string): Promise<void> {
  if (itemIds.length === 0) return;
  await sql`
    update decision set came_back_at = ${at} where workspace_id = ${workspaceId} and item_id = any(${itemIds as string[]}::text[])
      and kind = 'close' and undone_at is null and came_back_at is null`.execute(tx);
}
