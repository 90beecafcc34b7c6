// The line of a member, its changes, and their hand-offs. Only SQL; every question is of one member's rows.
import type { Selectable, Updateable } from 'kysely';
import type { Owner } from './attention.ts';
import { asJson } from './engine/parameters.ts';
import type { LineTables } from './line-tables.ts';
import { timeText, type Tx } from './schema.ts';

export type LineRow = Selectable<LineTables['line_row']>;
export type LineChangeRow = Selectable<LineTables['line_change']>;
export type HandOffRow = Selectable<LineTables['hand_off']>;

/** Lets one change of a member's line after another: what the next reads is what this one wrote. Held until the transaction ends. */
export async function lockLine(tx: Tx, { workspaceId, memberId }: Owner): Promise<void> {
  await tx.selectFrom('member').select('id').where('workspace_id', '=', workspaceId).where('id', '=', memberId).forNoKeyUpdate().executeTakeFirst();
}

export function listLineRows(tx: Tx, { workspaceId, memberId }: Owner): Promise<LineRow[]> {
  return tx.selectFrom('line_row').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).orderBy('kind').execute();
}

export async function saveLineRow(tx: Tx, row: LineRow): Promise<void> {
  const { workspace_id: _workspace, member_id: _member, kind: _kind, ...change } = row;
  await tx.insertInto('line_row').values(row).onConflict((conflict) => conflict.columns(['workspace_id', 'member_id', 'kind']).doUpdateSet(change)).execute();
}

export async function deleteLineRow(tx: Tx, { workspaceId, memberId }: Owner, kind: string): Promise<void> {
  await tx.deleteFrom('line_row').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('kind', '=', kind).execute();
}

/** Newest first; at most `most`, before the position when one is given. */
export function listLineChanges(tx: Tx, { workspaceId, memberId }: Owner, most: number, before?: number): Promise<LineChangeRow[]> {
  return tx.selectFrom('line_change').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId)
    .$if(before !== undefined, (query) => query.where('position', '<', before!)).orderBy('position', 'desc').limit(most).execute();
}

/** Decisions that stand, from a day on, oldest first. */
export function listDecisions(tx: Tx, { workspaceId, memberId }: Owner, from: string): Promise<LineChangeRow[]> {
  return tx.selectFrom('line_change').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId)
    .where('what', '=', 'decide').where('undone_at', 'is', null).where('on_day', '>=', from).orderBy('position').execute();
}

/** Returns its position: one more than the last of this member. */
export async function insertLineChange(tx: Tx, { workspaceId, memberId }: Owner, change: Omit<LineChangeRow, 'workspace_id' | 'member_id' | 'position' | 'undone_at'>): Promise<number> {
  const last = (await listLineChanges(tx, { workspaceId, memberId }, 1))[0]?.position ?? 0;
  const json = (value: unknown): string | null => (value === null ? null : asJson(value));
  await tx.insertInto('line_change').values({
    ...change, workspace_id: workspaceId, member_id: memberId, position: last + 1, before: asJson(change.before), after: asJson(change.after), protected: json(change.protected), decision: json(change.decision), undone_at: null,
  }).execute();
  return last + 1;
}

export async function setChangeUndone(tx: Tx, { workspaceId, memberId }: Owner, position: number, at: number): Promise<void> {
  await tx.updateTable('line_change').set({ undone_at: timeText(at) }).where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('position', '=', position).execute();
}

/** Newest first. */
export function listHandOffs(tx: Tx, { workspaceId, memberId }: Owner): Promise<HandOffRow[]> {
  return tx.selectFrom('hand_off').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).orderBy('made_on', 'desc').orderBy('id', 'desc').limit(500).execute();
}

export async function insertHandOff(tx: Tx, row: HandOffRow): Promise<void> {
  await tx.insertInto('hand_off').values({ ...row, figures: asJson(row.figures), texts: asJson(row.texts), followed: row.followed === null ? null : asJson(row.followed) }).execute();
}

export async function updateHandOff(tx: Tx, { workspaceId, memberId }: Owner, id: string, change: Updateable<LineTables['hand_off']>): Promise<void> {
  await tx.updateTable('hand_off').set(change).where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('id', '=', id).execute();
}
