// Ships as rows, and the imported items among which ships are found.
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { ShippedItem } from '../domain/bet/ship.ts';
import { instantOf, type Schema, type Tx } from './schema.ts';

export type ShipRow = Selectable<Schema['ship']>;

/** By id or key (`S-1`); undefined when there is none. */
export function findShip(tx: Tx, workspaceId: string, reference: string): Promise<ShipRow | undefined> {
  return tx.selectFrom('ship').selectAll().where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', reference), eb('key', '=', reference)])).executeTakeFirst();
}

/** Newest first. */
export function listShips(tx: Tx, workspaceId: string): Promise<ShipRow[]> {
  return tx.selectFrom('ship').selectAll().where('workspace_id', '=', workspaceId).orderBy('shipped_on', 'desc').orderBy('id', 'desc').limit(5000).execute();
}

/** The ship of a bet; undefined before it shipped. */
export function findShipOfBet(tx: Tx, workspaceId: string, betId: string): Promise<ShipRow | undefined> {
  return tx.selectFrom('ship').selectAll().where('workspace_id', '=', workspaceId).where('bet_id', '=', betId).executeTakeFirst();
}

export async function insertShip(tx: Tx, row: Insertable<Schema['ship']>): Promise<void> {
  await tx.insertInto('ship').values(row).execute();
}

export async function updateShip(tx: Tx, workspaceId: string, id: string, change: Updateable<Schema['ship']>): Promise<void> {
  await tx.updateTable('ship').set(change).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

interface Found { id: string; key: string; title: string; type: string | null; status_class: 'open' | 'done' | 'closed_unfinished'; resolved_at: string | null; sprints: unknown }

/** Items that were ever in a sprint, milestone or version, and items that are done and have a type. */
export async function listShippableItems(tx: Tx, workspaceId: string): Promise<ShippedItem[]> {
  const { rows } = await sql<Found>`
    select item.id, item.key, item.title, item.type, item.status_class, item.resolved_at, item_text.sprints
    from item join item_text on item_text.workspace_id = item.workspace_id and item_text.item_id = item.id
    where item.workspace_id = ${workspaceId} and (item_text.sprints <> '[]'::jsonb or (item.status_class = 'done' and item.type ~* 'epic|initiative|feature'))
    order by item.id`.execute(tx);
  return rows.map((row) => ({
    id: row.id, key: row.key, title: row.title, type: row.type ?? undefined, done: row.status_class === 'done', open: row.status_class === 'open',
    resolved: instantOf(row.resolved_at), containers: row.sprints as string[],
  }));
}
