// Kept calendars as rows, and the events of a stretch of time. Every question is one member's: no row of another is ever looked at.
import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely';
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import { timeText, type Schema, type Tx } from './schema.ts';

/** Whose calendars they are. */
export interface Owner { readonly workspaceId: string; readonly memberId: string }

export type CalendarRow = Selectable<Schema['calendar']>;

/** Instances longer than this are marked, and looked for apart. */
export const LONG_MS = 2 * 86_400_000;

const own = ({ workspaceId, memberId }: Owner): RawBuilder<boolean> => sql<boolean>`workspace_id = ${workspaceId} and member_id = ${memberId}`;

/** In the order they were added, removed ones too. */
export function listCalendars(tx: Tx, owner: Owner): Promise<CalendarRow[]> {
  return tx.selectFrom('calendar').selectAll().where(own(owner)).orderBy('created_at').orderBy('id').execute();
}

/** Undefined when the member has none with this id; `lock` holds it against other writers until the transaction ends. */
export function findCalendar(tx: Tx, owner: Owner, id: string, lock = false): Promise<CalendarRow | undefined> {
  return tx.selectFrom('calendar').selectAll().where(own(owner)).where('id', '=', id).$if(lock, (query) => query.forUpdate()).executeTakeFirst();
}

export async function insertCalendar(tx: Tx, row: Insertable<Schema['calendar']>): Promise<void> {
  await tx.insertInto('calendar').values(row).execute();
}

export async function updateCalendar(tx: Tx, owner: Owner, id: string, change: Updateable<Schema['calendar']>): Promise<void> {
  await tx.updateTable('calendar').set(change).where(own(owner)).where('id', '=', id).execute();
}

/** What was removed before `at` goes for good, with its text and its address. */
export async function forgetCalendars(tx: Tx, owner: Owner, at: Instant): Promise<void> {
  await tx.deleteFrom('calendar').where(own(owner)).where('removed_at', '<', timeText(at)).execute();
}

export interface CalendarPlace { readonly where: string; readonly code: string; readonly detail: string }

export async function replaceUnread(tx: Tx, owner: Owner, id: string, places: readonly CalendarPlace[]): Promise<void> {
  await tx.deleteFrom('calendar_unread').where(own(owner)).where('calendar_id', '=', id).execute();
  for (let from = 0; from < places.length; from += 500) {
    await tx.insertInto('calendar_unread').values(places.slice(from, from + 500).map(({ where, code, detail }, at) => ({
      workspace_id: owner.workspaceId, member_id: owner.memberId, calendar_id: id, position: from + at, place: where, code, detail,
    }))).execute();
  }
}

/** In order, from `position` on. */
export async function listUnreadPlaces(tx: Tx, owner: Owner, id: string, position: number, most: number): Promise<CalendarPlace[]> {
  const rows = await tx.selectFrom('calendar_unread').select(['place', 'code', 'detail']).where(own(owner)).where('calendar_id', '=', id).where('position', '>=', position).orderBy('position').limit(most).execute();
  return rows.map(({ place: where, code, detail }) => ({ where, code, detail }));
}

interface EventRow {
  readonly calendar: string; readonly start: string; readonly end: string; readonly recurrence: string | null;
  readonly first: string | null; readonly last: string | null; readonly detail: string;
}

/** What is kept of an event once for all its instances. */
export type KeptDetails = Omit<CalendarEvent, 'start' | 'end' | 'recurrenceId' | 'allDay' | 'source'>;

/**
 * Instances of counted calendars that meet `[start, end)`, in order of their start; those of calendars that were not worked out that far are
 * missing, which readyThrough sees to. `source` is the calendar's name. Nobody is `self`: whose address is whose is not kept here.
 */
export async function listEvents(tx: Tx, owner: Owner, span: { readonly start: Instant; readonly end: Instant }): Promise<CalendarEvent[]> {
  const counted = await tx.selectFrom('calendar').select(['id', 'name']).where(own(owner)).where('counted', '=', true).where('removed_at', 'is', null).execute();
  if (counted.length === 0) return [];
  const names = new Map(counted.map(({ id, name }) => [id, name]));
  const [from, to, near] = [timeText(span.start), timeText(span.end), timeText(span.start - LONG_MS)];
  const meets = (long: boolean): RawBuilder<unknown> => sql`
    select calendar_id as calendar, id, start_at as start, end_at as end, recurrence_at as recurrence, first_on as first, last_on as last, detail_id as detail from calendar_instance
    where workspace_id = ${owner.workspaceId} and member_id = ${owner.memberId} and long = ${long} and calendar_id = any(${[...names.keys()]})
      and start_at < ${to} and (end_at > ${from} or start_at = ${from}) ${long ? sql`` : sql`and start_at >= ${near}`}`;
  const { rows } = await sql<EventRow>`select * from (${meets(false)} union all ${meets(true)}) met order by start, "end", calendar, id`.execute(tx);
  const details = await detailsOf(tx, owner, rows);
  return rows.map((row) => ({
    ...details.get(`${row.calendar} ${row.detail}`)!, source: names.get(row.calendar)!, start: Date.parse(row.start), end: Date.parse(row.end),
    ...(row.recurrence === null ? {} : { recurrenceId: Date.parse(row.recurrence) }), ...(row.first === null || row.last === null ? {} : { allDay: { first: row.first, last: row.last } }),
  }));
}

/** What the instances name, by calendar and id. Asked for by id: a planner that knows nothing of a fresh table would walk all of it for each. */
async function detailsOf(tx: Tx, owner: Owner, rows: readonly EventRow[]): Promise<Map<string, KeptDetails>> {
  const wanted = new Map<string, Set<string>>();
  for (const { calendar, detail } of rows) wanted.set(calendar, (wanted.get(calendar) ?? new Set()).add(detail));
  const found = new Map<string, KeptDetails>();
  for (const [calendar, ids] of wanted) {
    // As text: a text comes over from the database's thread at a fraction of what the objects in it cost.
    const kept = await tx.selectFrom('calendar_detail').select(['id', sql<string>`details::text`.as('details')]).where(own(owner)).where('calendar_id', '=', calendar).where(sql<boolean>`id = any(${[...ids]})`).execute();
    for (const { id, details } of kept) found.set(`${calendar} ${id}`, JSON.parse(details) as KeptDetails);
  }
  return found;
}
