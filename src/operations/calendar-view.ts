// How a kept calendar is shown: how fresh it is in words, why the last reading failed, and never where exactly it comes from.
import type { OutputOf } from '../contract/index.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { CalendarRow, Owner } from '../store/calendar.ts';
import { listCalendars } from '../store/calendar.ts';
import { listCalendarJobs } from '../store/job.ts';
import { instantOf, type Tx } from '../store/schema.ts';

export type KeptCalendar = OutputOf<'calendar.list'>['calendars'][number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A calendar that is read again by itself is stale when it missed this much. */
const MISSED = { hourly: 6 * HOUR, daily: 3 * DAY, none: 8 * DAY } as const;

/** `2 hours`, `3 days`; undefined for less than a minute. */
function lengthOf(ms: number): string | undefined {
  const units: readonly [number, string][] = [[DAY, 'day'], [HOUR, 'hour'], [60_000, 'minute']];
  for (const [size, name] of units) {
    const count = Math.floor(ms / size);
    if (count > 0) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return undefined;
}

function freshOf(row: CalendarRow, now: Instant): KeptCalendar['fresh'] {
  const at = instantOf(row.refreshed_at);
  if (row.kind === 'sample') return { says: 'Made up for the sample company.', stale: false };
  if (at === undefined) return { says: 'Not read yet.', stale: true };
  const ago = lengthOf(now - at);
  const says = `${row.kind === 'file' ? 'Handed over' : 'Read'} ${ago === undefined ? 'just now' : `${ago} ago`}.`;
  if (row.kind !== 'file' && row.secret === null) return { says: `${says} Connect it again, and it is kept fresh.`, stale: true };
  return { says, stale: now - at > MISSED[row.schedule] };
}

function shown(row: CalendarRow, now: Instant, reading: KeptCalendar['reading']): KeptCalendar {
  const failure = row.failure as { at: string; sentence: string } | null;
  const brought = row.brought as KeptCalendar['brought'] | null;
  return {
    id: row.id, name: row.name, kind: row.kind, says: row.says, counted: row.counted, connected: row.secret !== null, schedule: row.schedule, events: row.events, unread: row.unread,
    fresh: freshOf(row, now), readAt: row.refreshed_at ?? undefined, nextReadAt: row.next_refresh_at ?? undefined, createdAt: row.created_at,
    ...(reading === undefined ? {} : { reading }), ...(brought === null ? {} : { brought }), ...(failure === null ? {} : { failure: { ...failure, inARow: row.failures } }),
  };
}

/** The member's calendars that are there, or those among them that are named. */
export async function showCalendars(tx: Tx, owner: Owner, now: Instant, ids?: readonly string[]): Promise<KeptCalendar[]> {
  const rows = (await listCalendars(tx, owner)).filter((row) => row.removed_at === null && (ids === undefined || ids.includes(row.id)));
  const jobs = rows.length === 0 ? new Map<string, KeptCalendar['reading']>() : await listCalendarJobs(tx, owner);
  return rows.map((row) => shown(row, now, jobs.get(row.id)));
}

/** A calendar by its id, or by its name where only one has it. */
export async function namedCalendar(tx: Tx, owner: Owner, reference: string): Promise<CalendarRow | undefined> {
  const rows = (await listCalendars(tx, owner)).filter((row) => row.removed_at === null);
  const called = rows.filter(({ name }) => name.toLowerCase() === reference.toLowerCase());
  return rows.find(({ id }) => id === reference) ?? (called.length === 1 ? called[0] : undefined);
}

/** `1 event`, `2,400 events`. */
export const countOf = (count: number, one: string): string => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
