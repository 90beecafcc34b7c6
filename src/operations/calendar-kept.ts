// Looking at kept calendars, renaming them, leaving them out of the ledger, taking them away; and what their jobs do.
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findCalendar, forgetCalendars, listUnreadPlaces, updateCalendar, type CalendarRow, type Owner } from '../store/calendar.ts';
import { insertJob } from '../store/job.ts';
import { timeText } from '../store/schema.ts';
import { todayIn } from '../store/today.ts';
import { expandCalendar } from './calendar-keeping.ts';
import { planReading } from './calendar-schedule.ts';
import { refreshed } from './calendar-source.ts';
import { KEPT_REMOVED_MS, ownerOf } from './calendar-store.ts';
import { countOf, namedCalendar, showCalendars, type KeptCalendar } from './calendar-view.ts';
import type { Handlers } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { JobWork } from './jobs.ts';

const notThere = (reference: string) => refused('not_found', { kind: 'calendar', reference });

export const calendarKeptHandlers: Pick<Handlers, 'calendar.list' | 'calendar.get' | 'calendar.change' | 'calendar.remove'> = {
  async 'calendar.list'(_given, context) {
    const calendars = await showCalendars(context.tx, ownerOf(context), context.now);
    return granted({ calendars, says: listWords(calendars) });
  },

  async 'calendar.get'(given, context) {
    const { tx, now } = context;
    const owner = ownerOf(context);
    const row = await namedCalendar(tx, owner, given.calendar);
    if (!row) return notThere(given.calendar);
    const at = readCursor('calendar.get', given, 1);
    if (at === 'bad') return refused('bad_cursor');
    const from = Number(at?.[0] ?? 0);
    const places = await listUnreadPlaces(tx, owner, row.id, from, given.limit + 1);
    const [calendar] = await showCalendars(tx, owner, now, [row.id]);
    return granted({ calendar: calendar!, unread: places.slice(0, given.limit), nextCursor: places.length > given.limit ? writeCursor('calendar.get', given, [from + given.limit]) : undefined });
  },

  async 'calendar.change'(given, context) {
    const { tx, now, services } = context;
    const owner = ownerOf(context);
    const named = await namedCalendar(tx, owner, given.calendar);
    const row = named && await findCalendar(tx, owner, named.id, true);
    if (!row) return notThere(given.calendar);
    const { name = row.name, schedule = row.schedule, counted = row.counted } = given;
    if (schedule !== 'none' && row.secret === null) return refused('calendar_unfit', { sentence: `${row.name} has no address to read from, so nothing can be read on a schedule.` });
    await updateCalendar(tx, owner, row.id, { name, schedule, counted, updated_at: timeText(now) });
    if (schedule !== row.schedule) await planReading(tx, services, owner, { ...row, schedule });
    const [calendar] = await showCalendars(tx, owner, now, [row.id]);
    return granted({ calendar: calendar!, undo: { operation: 'calendar.change', input: { calendar: row.id, ...before(row, { name, schedule, counted }) } } });
  },

  async 'calendar.remove'(given, context) {
    const { tx, now, newId } = context;
    const owner = ownerOf(context);
    const row = await namedCalendar(tx, owner, given.calendar);
    if (!row) return notThere(given.calendar);
    const until = now + KEPT_REMOVED_MS;
    await updateCalendar(tx, owner, row.id, { removed_at: timeText(now) });
    await insertJob(tx, owner.workspaceId, { id: newId('job'), kind: 'calendar', payload: { calendar: row.id, member: owner.memberId, forget: 'true' }, at: until + 1_000 });
    return granted({
      says: `${row.name} is removed, with ${countOf(row.events, 'event')}. What you confirmed stays.`,
      undo: { operation: 'calendar.restore', input: { calendars: [{ calendar: row.id, generation: row.generation }] }, until: timeText(until) },
    });
  },
};

function before(row: CalendarRow, now: Pick<CalendarRow, 'name' | 'schedule' | 'counted'>): Partial<typeof now> {
  return { ...(now.name === row.name ? {} : { name: row.name }), ...(now.schedule === row.schedule ? {} : { schedule: row.schedule }), ...(now.counted === row.counted ? {} : { counted: row.counted }) };
}

function listWords(calendars: readonly KeptCalendar[]): string {
  if (calendars.length === 0) return 'No calendar is kept yet. Add an .ics file, or connect a secret address or a CalDAV server.';
  const failing = calendars.filter(({ failure }) => failure !== undefined).length;
  const unread = calendars.reduce((sum, each) => sum + each.unread, 0);
  return [
    `${countOf(calendars.length, 'calendar')}, ${countOf(calendars.reduce((sum, { events }) => sum + events, 0), 'event')}.`,
    ...(failing === 0 ? [] : [`${failing} could not be read lately; what was there is still used.`]), ...(unread === 0 ? [] : [`${countOf(unread, 'place')} in them could not be read.`]),
  ].join(' ');
}

interface Payload { readonly calendar: string; readonly member: string; readonly at?: number; readonly expand?: string; readonly forget?: string }

/** Works a large calendar out, reads a connected one when its time has come, or forgets what was removed a week ago. */
export const calendarWork: JobWork = async (job, services) => {
  const { calendar, member, at, expand, forget } = job.payload as unknown as Payload;
  const owner: Owner = { workspaceId: job.workspaceId, memberId: member };
  const { store } = services;
  if (forget !== undefined) return store.transaction((tx) => forgetCalendars(tx, owner, services.clock() - KEPT_REMOVED_MS));
  if (expand !== undefined) {
    await store.transaction((tx) => job.hold(tx, { phase: 'reading', share: 0.1 }));
    await store.transaction(async (tx) => {
      const row = await findCalendar(tx, owner, calendar, true);
      if (row) await expandCalendar({ tx, services, owner, today: await todayIn(tx, owner.workspaceId, services.clock()) }, row);
      await job.hold(tx, { phase: 'reading', share: 1 });
    }, { limitMs: 0 });
    return store.maintain('vacuum').catch((error: unknown) => services.log.error({ error: String(error) }, 'maintenance after a calendar was read failed'));
  }
  const row = await store.transaction((tx) => findCalendar(tx, owner, calendar));
  if (!row || row.removed_at !== null || row.secret === null || row.next_refresh_at === null || Date.parse(row.next_refresh_at) !== at) return;
  const read = await refreshed(services, owner, row);
  if (read.ok && read.value?.job !== undefined) services.wakeJobs();
};
