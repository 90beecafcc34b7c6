// The instances a calendar was worked out into, and for which stretch of time. Writes only what differs; everything here can be made again.
import { sql } from 'kysely';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Owner } from './calendar.ts';
import { asJson } from './engine/parameters.ts';
import { timeText, type Store, type Tx } from './schema.ts';

/** Where a calendar was worked out from and to, on which clock, and from which of its generations. */
export interface Reach { readonly generation: number; readonly timeZone: string; readonly from: Instant; readonly to: Instant }

export interface KeptInstance {
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly long: boolean;
  readonly recurrence?: Instant | undefined;
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly detail: string;
}

/** By calendar; one that was never worked out is absent. */
export async function listReaches(tx: Tx, owner: Owner): Promise<ReadonlyMap<string, Reach>> {
  const rows = await tx.selectFrom('calendar_reach').selectAll().where('workspace_id', '=', owner.workspaceId).where('member_id', '=', owner.memberId).execute();
  return new Map(rows.map((row) => [row.calendar_id, { generation: row.generation, timeZone: row.time_zone, from: Date.parse(row.from_at), to: Date.parse(row.to_at) }]));
}

const COLUMNS = ['workspace_id', 'member_id', 'calendar_id', 'id', 'start_at', 'end_at', 'long', 'recurrence_at', 'first_on', 'last_on', 'detail_id'];
const DELETED_AT_ONCE = 5_000;

interface Known { readonly id: string; readonly start: string; readonly end: string; readonly first: string | null; readonly last: string | null; readonly detail: string }

const signature = (start: string, end: string, first: string | null, last: string | null, detail: string): string => `${start} ${end} ${first ?? ''} ${last ?? ''} ${detail}`;

/** Makes the kept instances these. `details` are those that `instances` speak of. Returns whether anything differed. */
export async function replaceInstances(store: Store, tx: Tx, owner: Owner, id: string, reach: Reach, instances: readonly KeptInstance[], details: ReadonlyMap<string, object>): Promise<boolean> {
  const { workspaceId, memberId } = owner;
  const mine = sql`workspace_id = ${workspaceId} and member_id = ${memberId} and calendar_id = ${id}`;
  const { rows } = await sql<Known>`select id, start_at as start, end_at as end, first_on as first, last_on as last, detail_id as detail from calendar_instance where ${mine}`.execute(tx);
  const known = new Map(rows.map((row) => [row.id, signature(row.start, row.end, row.first, row.last, row.detail)]));
  const fresh: KeptInstance[] = [];
  for (const instance of instances) {
    const same = known.get(instance.id) === signature(timeText(instance.start), timeText(instance.end), instance.first ?? null, instance.last ?? null, instance.detail);
    if (same) known.delete(instance.id);
    else fresh.push(instance);
  }
  const gone = [...known.keys()];
  for (let at = 0; at < gone.length; at += DELETED_AT_ONCE) await sql`delete from calendar_instance where ${mine} and id = any(${gone.slice(at, at + DELETED_AT_ONCE)})`.execute(tx);
  await replaceDetails(store, tx, owner, id, details);
  if (fresh.length > 0) {
    await store.copyIn(tx, 'calendar_instance', COLUMNS, fresh.map((one) => [
      workspaceId, memberId, id, one.id, timeText(one.start), timeText(one.end), one.long, timeText(one.recurrence), one.first ?? null, one.last ?? null, one.detail,
    ]));
  }
  const row = { generation: reach.generation, time_zone: reach.timeZone, from_at: timeText(reach.from), to_at: timeText(reach.to) };
  await tx.insertInto('calendar_reach').values({ workspace_id: workspaceId, member_id: memberId, calendar_id: id, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'member_id', 'calendar_id']).doUpdateSet(row)).execute();
  return gone.length + fresh.length > 0;
}

async function replaceDetails(store: Store, tx: Tx, { workspaceId, memberId }: Owner, id: string, details: ReadonlyMap<string, object>): Promise<void> {
  const mine = sql`workspace_id = ${workspaceId} and member_id = ${memberId} and calendar_id = ${id}`;
  const { rows } = await sql<{ id: string }>`select id from calendar_detail where ${mine}`.execute(tx);
  const known = new Set(rows.map((row) => row.id));
  const gone = [...known].filter((one) => !details.has(one));
  for (let at = 0; at < gone.length; at += DELETED_AT_ONCE) await sql`delete from calendar_detail where ${mine} and id = any(${gone.slice(at, at + DELETED_AT_ONCE)})`.execute(tx);
  const fresh = [...details].filter(([one]) => !known.has(one));
  if (fresh.length > 0) await store.copyIn(tx, 'calendar_detail', ['workspace_id', 'member_id', 'calendar_id', 'id', 'details'], fresh.map(([one, value]) => [workspaceId, memberId, id, one, asJson(value)]));
}

/** The workspace's time zone, for members who have named none of their own. */
export async function workspaceZone(tx: Tx, workspaceId: string): Promise<string> {
  return (await tx.selectFrom('workspace').select('time_zone').where('id', '=', workspaceId).executeTakeFirstOrThrow()).time_zone;
}
