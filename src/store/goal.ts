// Goals and the agreements to them, as rows. Rules live in the domain; here they are only found, inserted and updated.
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

export type GoalRow = Selectable<Schema['goal']>;
export type AgreementRow = Selectable<Schema['agreement']>;

/** By id or key (`G-2`); undefined when there is none. */
export function findGoal(tx: Tx, workspaceId: string, reference: string): Promise<GoalRow | undefined> {
  return tx.selectFrom('goal').selectAll().where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', reference), eb('key', '=', reference)])).executeTakeFirst();
}

/** The active goal of the workspace's product; undefined when none is active. */
export function findActiveGoal(tx: Tx, workspaceId: string): Promise<GoalRow | undefined> {
  return tx.selectFrom('goal').selectAll().where('workspace_id', '=', workspaceId).where('state', '=', 'active').executeTakeFirst();
}

/** Newest first. */
export function listGoals(tx: Tx, workspaceId: string): Promise<GoalRow[]> {
  return tx.selectFrom('goal').selectAll().where('workspace_id', '=', workspaceId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(500).execute();
}

export async function insertGoal(tx: Tx, row: Insertable<Schema['goal']>): Promise<void> {
  await tx.insertInto('goal').values(row).execute();
}

export async function updateGoal(tx: Tx, workspaceId: string, id: string, change: Updateable<Schema['goal']>): Promise<void> {
  await tx.updateTable('goal').set(change).set((eb) => ({ version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Agreements of some goals, oldest first. */
export async function listAgreements(tx: Tx, workspaceId: string, goalIds: readonly string[]): Promise<AgreementRow[]> {
  if (goalIds.length === 0) return [];
  return tx.selectFrom('agreement').selectAll().where('workspace_id', '=', workspaceId).where('goal_id', 'in', goalIds)
    .orderBy('created_at').orderBy('id').execute();
}

export async function insertAgreement(tx: Tx, row: Insertable<Schema['agreement']>): Promise<void> {
  await tx.insertInto('agreement').values(row).execute();
}

export async function updateAgreement(tx: Tx, workspaceId: string, id: string, change: Updateable<Schema['agreement']>): Promise<void> {
  await tx.updateTable('agreement').set(change).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Marks every standing agreement of a goal as given to an earlier version of it; returns how many. */
export async function voidAgreements(tx: Tx, workspaceId: string, goalId: string, at: string): Promise<number> {
  const done = await tx.updateTable('agreement').set({ voided_at: at })
    .where('workspace_id', '=', workspaceId).where('goal_id', '=', goalId).where('voided_at', 'is', null).where('answer', '!=', 'asked').executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** The one product of a workspace, until a workspace may hold several. Throws when it has none. */
export async function getProduct(tx: Tx, workspaceId: string): Promise<{ id: string; name: string }> {
  return tx.selectFrom('product').select(['id', 'name']).where('workspace_id', '=', workspaceId).orderBy('id').executeTakeFirstOrThrow();
}
