// Carries as rows. Only SQL; every question is of one member's rows.
import { sql, type Selectable, type Updateable } from 'kysely';
import type { Owner } from './attention.ts';
import type { LineTables } from './line-tables.ts';
import type { Tx } from './schema.ts';

export type CarryRow = Selectable<LineTables['carry']>;

export interface CarryFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: string | undefined;
  readonly askedBy?: string | undefined;
  readonly mode?: 'chosen' | 'pressed' | undefined;
}

function filtered(tx: Tx, { workspaceId, memberId }: Owner, { from, to, kind, askedBy, mode }: CarryFilter) {
  return tx.selectFrom('carry').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId)
    .$if(from !== undefined, (query) => query.where('on_day', '>=', from!)).$if(to !== undefined, (query) => query.where('on_day', '<=', to!))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!)).$if(mode !== undefined, (query) => query.where('mode', '=', mode!))
    .$if(askedBy !== undefined, (query) => query.where(sql`lower(asked_by)`, '=', askedBy!.toLowerCase()));
}

/** Newest day first; `after` is the day and id of the last row of the page before. */
export function listCarries(tx: Tx, owner: Owner, filter: CarryFilter, most: number, after?: { readonly on: string; readonly id: string }): Promise<CarryRow[]> {
  return filtered(tx, owner, filter).selectAll()
    .$if(after !== undefined, (query) => query.where((eb) => eb.or([eb('on_day', '<', after!.on), eb.and([eb('on_day', '=', after!.on), eb('id', '<', after!.id)])])))
    .orderBy('on_day', 'desc').orderBy('id', 'desc').limit(most).execute();
}

export async function sumCarries(tx: Tx, owner: Owner, filter: CarryFilter): Promise<{ count: number; minutes: number; pressed: number }> {
  return filtered(tx, owner, filter).select([
    sql<number>`count(*)::int`.as('count'), sql<number>`coalesce(sum(minutes), 0)::int`.as('minutes'), sql<number>`coalesce(sum(minutes) filter (where mode = 'pressed'), 0)::int`.as('pressed'),
  ]).executeTakeFirstOrThrow();
}

export function findCarry(tx: Tx, { workspaceId, memberId }: Owner, id: string): Promise<CarryRow | undefined> {
  return tx.selectFrom('carry').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('id', '=', id).executeTakeFirst();
}

export function findCarryOfEvent(tx: Tx, { workspaceId, memberId }: Owner, event: string): Promise<CarryRow | undefined> {
  return tx.selectFrom('carry').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('event', '=', event).executeTakeFirst();
}

export async function insertCarry(tx: Tx, row: CarryRow): Promise<void> {
  await tx.insertInto('carry').values(row).execute();
}

export async function updateCarry(tx: Tx, { workspaceId, memberId }: Owner, id: string, change: Updateable<LineTables['carry']>): Promise<void> {
  await tx.updateTable('carry').set(change).where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('id', '=', id).execute();
}

export async function deleteCarry(tx: Tx, { workspaceId, memberId }: Owner, id: string): Promise<void> {
  await tx.deleteFrom('carry').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('id', '=', id).execute();
}
