// Writes what a file, an address or a server holds into a kept calendar: compares it with what is there, keeps the texts, and works it out.
// The same again writes nothing but when it was read.
import { outlineOf, type CalendarOutline } from '../connectors/calendar/outline.ts';
import { readCalendar } from '../connectors/calendar/read-calendar.ts';
import { newId } from '../domain/kernel/ids.ts';
import type { Day, Instant } from '../domain/kernel/instant.ts';
import { findCalendar, insertCalendar, updateCalendar, type CalendarRow, type Owner } from '../store/calendar.ts';
import { changeParts, listParts, type CalendarPart } from '../store/calendar-text.ts';
import { asJson } from '../store/engine/parameters.ts';
import { insertJob } from '../store/job.ts';
import { timeText, type Tx } from '../store/schema.ts';
import { changesNothing, compare, coveredBy, type Brought, type Comparison } from './calendar-compare.ts';
import { expandCalendar, sourcesOf } from './calendar-keeping.ts';
import type { Context } from './context.ts';
import type { Services } from './services.ts';

/** From this many characters on a calendar is worked out by a job: it may take more than a second. */
const LARGE = 3_000_000;

/** What repeats is looked for in three years. */
const LOOKED_THROUGH = 3 * 366 * 86_400_000;

/** What was removed can be brought back for this long. */
export const KEPT_REMOVED_MS = 7 * 86_400_000;

export const ownerOf = ({ asker }: Pick<Context, 'asker'>): Owner => ({ workspaceId: asker.workspaceId, memberId: asker.memberId });

export interface Desk { readonly tx: Tx; readonly services: Services; readonly owner: Owner; readonly now: Instant; readonly today: Day }

export interface Kept {
  readonly id: string;
  readonly was: 'new' | 'refreshed' | 'unchanged';
  readonly brought: Brought;
  /** The job that works it out, where it is large. */
  readonly job?: string | undefined;
  /** What to go back to; absent where nothing changed. */
  readonly before?: number | undefined;
}

const EMPTY: CalendarOutline = { series: new Map(), calendars: 0, zones: '' };

/** A row for a calendar that is not there yet. */
export async function newCalendar({ tx, services, owner, now }: Desk, facts: Pick<CalendarRow, 'name' | 'kind' | 'says' | 'schedule' | 'secret'>): Promise<CalendarRow> {
  const id = newId('calendar', now, services.random);
  await insertCalendar(tx, {
    ...facts, workspace_id: owner.workspaceId, member_id: owner.memberId, id, title: null, counted: true, seen: asJson({}), generation: 0, events: 0, brought: null, unread: 0, refreshed_at: null,
    next_refresh_at: null, failure: null, failures: 0, removed_at: null, created_at: timeText(now), updated_at: timeText(now),
  });
  return (await findCalendar(tx, owner, id, true))!;
}

export interface Offer {
  readonly parts: readonly CalendarPart[];
  /** Of `parts`, where it was made already. */
  readonly outline?: CalendarOutline | undefined;
  /** Whether `parts` are all there is: a source that is read anew is, a file need not be. */
  readonly whole: boolean;
  /** Words for where it comes from, and what the source said of this version. */
  readonly says?: string | undefined;
  readonly seen?: object | undefined;
}

/** Brings a calendar, whose row is locked, up to date. */
export async function keepParts(desk: Desk, row: CalendarRow, offer: Offer): Promise<Kept> {
  const { tx, services, owner, now } = desk;
  const old = await listParts(tx, owner, row.id);
  const read = { refreshed_at: timeText(now), failure: null, failures: 0, ...(offer.seen === undefined ? {} : { seen: asJson(offer.seen) }) };
  if (row.generation > 0 && old.length === offer.parts.length && differing(old, offer.parts).fresh.length === 0) {
    await updateCalendar(tx, owner, row.id, read);
    return { id: row.id, was: 'unchanged', brought: { added: 0, changed: 0, removed: 0, unchanged: row.events, kept: 0 } };
  }
  const before = old.length === 0 ? EMPTY : outlineOf(sourcesOf(row, old));
  const after = offer.outline ?? outlineOf(sourcesOf(row, offer.parts));
  const { brought, kept } = compared(row, old, before, after, offer);
  const same = row.generation > 0 && changesNothing(brought);
  const parts = [...offer.parts, ...olderParts(row, old, kept, new Set(offer.parts.map(({ name }) => name)))];
  const { gone, fresh } = differing(old, parts);
  if (row.generation > 0 && (gone.length + fresh.length === 0 || (same && before.zones === after.zones && row.kind !== 'caldav'))) {
    await updateCalendar(tx, owner, row.id, read);
    return { id: row.id, was: 'unchanged', brought };
  }
  const generation = row.generation + 1;
  await changeParts(services.store, tx, owner, row.id, generation, { gone, parts: fresh });
  await updateCalendar(tx, owner, row.id, {
    ...read, generation, title: after.title ?? row.title, events: after.series.size + kept.size, updated_at: timeText(now),
    ...(same ? {} : { brought: asJson({ at: timeText(now), ...brought }) }), ...(offer.says === undefined ? {} : { says: offer.says }),
  });
  const was = row.generation === 0 ? 'new' as const : same ? 'unchanged' as const : 'refreshed' as const;
  return { id: row.id, was, brought, before: same ? undefined : row.generation, job: await workedOut(desk, row.id, parts) };
}

/** The texts that are no longer told, and those that are told newly or otherwise. */
function differing(old: readonly CalendarPart[], parts: readonly CalendarPart[]): { readonly gone: string[]; readonly fresh: CalendarPart[] } {
  const known = new Map(old.map((part) => [part.name, part]));
  const same = (part: CalendarPart): boolean => {
    const before = known.get(part.name);
    return before !== undefined && before.text === part.text && before.etag === part.etag && String(before.without ?? []) === String(part.without ?? []);
  };
  const fresh = parts.filter((part) => !same(part));
  const staying = new Set(parts.filter(same).map(({ name }) => name));
  return { gone: old.flatMap(({ name }) => (staying.has(name) ? [] : [name])), fresh };
}

/** Works the calendar out now, or gives the job that does. */
export async function workedOut({ tx, services, owner, now, today }: Desk, id: string, parts: readonly CalendarPart[]): Promise<string | undefined> {
  if (parts.reduce((sum, { text }) => sum + text.length, 0) <= LARGE) {
    await expandCalendar({ tx, services, owner, today }, (await findCalendar(tx, owner, id))!);
    return undefined;
  }
  const job = newId('job', now, services.random);
  await insertJob(tx, owner.workspaceId, { id: job, kind: 'calendar', payload: { calendar: id, member: owner.memberId, expand: 'true' }, at: now });
  return job;
}

function compared(row: CalendarRow, old: readonly CalendarPart[], before: CalendarOutline, after: CalendarOutline, { whole }: Offer): Comparison {
  const lacking = [...before.series.keys()].some((id) => !after.series.has(id));
  const covered = whole || !lacking ? undefined : coveredBy(before.series, after.series);
  if (covered === undefined) return compare(before.series, after.series);
  const { start } = covered;
  const { instances } = readCalendar(sourcesOf(row, old), { from: start, to: Math.min(covered.end, start + LOOKED_THROUGH) + 1 });
  const later = [...before.series].flatMap(([id, { once }]) => (once !== undefined && once.start >= start && once.start <= covered.end ? [id] : []));
  return compare(before.series, after.series, new Set([...later, ...instances.map(({ series }) => series)]));
}

/** The older texts that still tell something the newer ones do not, without all that they tell too. */
function olderParts(row: CalendarRow, old: readonly CalendarPart[], kept: ReadonlySet<string>, taken: Set<string>): CalendarPart[] {
  if (kept.size === 0) return [];
  return old.flatMap((part) => {
    const held = [...outlineOf(sourcesOf(row, [part])).series.keys()];
    if (!held.some((id) => kept.has(id))) return [];
    const name = freeName(part.name, taken);
    taken.add(name);
    return [{ ...part, name, without: [...new Set([...(part.without ?? []), ...held.filter((id) => !kept.has(id))])].sort() }];
  });
}

/** `work.ics`, or `work.ics (2)` where that is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${name} (${count})`;
    if (!taken.has(free)) return free;
  }
}
