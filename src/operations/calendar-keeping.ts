// Which stretch of time kept calendars are worked out for, and working them out anew where it does not reach. Done at the first question that
// needs it rather than every night: nobody waits for days nobody looks at, and a calendar brought back from an archive needs nothing else.
import { DAY_MS, startOfDay, type Day, type Instant } from '../domain/kernel/instant.ts';
import type { CalendarSource } from '../connectors/calendar/calendar-source.ts';
import { findCalendar, listCalendars, replaceUnread, updateCalendar, type CalendarRow, type Owner } from '../store/calendar.ts';
import { listReaches, replaceInstances, workspaceZone, type Reach } from '../store/calendar-instance.ts';
import { listParts, type CalendarPart } from '../store/calendar-text.ts';
import type { Tx } from '../store/schema.ts';
import { workOut } from './calendar-instances.ts';
import type { Context } from './context.ts';
import type { Services } from './services.ts';

const BACK_DAYS = 3 * 366;
const AHEAD_DAYS = 13 * 7;
/** Further than this no question reaches. */
const MOST_DAYS = 25 * 366;

interface Stretch { readonly start: Instant; readonly end: Instant }
interface Work { readonly tx: Tx; readonly services: Pick<Services, 'store'>; readonly owner: Owner; readonly today: Day }

const usual = (today: Day): Stretch => ({ start: startOfDay(today)! - BACK_DAYS * DAY_MS, end: startOfDay(today)! + AHEAD_DAYS * DAY_MS });
const joined = (...stretches: readonly Stretch[]): Stretch => ({ start: Math.min(...stretches.map(({ start }) => start)), end: Math.max(...stretches.map(({ end }) => end)) });

/** The calendar's texts as the reader takes them, named as people know them. */
export function sourcesOf(row: Pick<CalendarRow, 'kind' | 'name'>, parts: readonly CalendarPart[]): CalendarSource[] {
  const nameOf = (part: string): string => (row.kind === 'file' || row.kind === 'sample' ? part : row.kind === 'feed' ? row.name : `${row.name}, ${part}`);
  return parts.map(({ name, text, without }) => ({ name: nameOf(name), content: text, without: new Set(without) }));
}

/**
 * Makes sure that `listEvents` knows the counted calendars' instances in `span`. Times without a zone, and whole days, are read on the clock of
 * `timeZone`: the zone the calendars were worked out in last when it is left out, and the workspace's where there is none.
 */
export async function readyThrough({ tx, asker, today, services }: Pick<Context, 'tx' | 'asker' | 'today' | 'services'>, span: Stretch, timeZone?: string): Promise<void> {
  const owner: Owner = { workspaceId: asker.workspaceId, memberId: asker.memberId };
  const most = { start: startOfDay(today)! - MOST_DAYS * DAY_MS, end: startOfDay(today)! + MOST_DAYS * DAY_MS };
  const asked = { start: Math.max(span.start, most.start), end: Math.min(span.end, most.end) };
  const rows = (await listCalendars(tx, owner)).filter((row) => row.counted && row.removed_at === null);
  const reaches = await listReaches(tx, owner);
  const behind = rows.filter((row) => !reachesOver(reaches.get(row.id), row, asked, timeZone));
  if (behind.length === 0) return;
  const zone = timeZone ?? await zoneFor(tx, owner, reaches);
  for (const { id } of behind) {
    const row = await findCalendar(tx, owner, id, true);
    const reach = (await listReaches(tx, owner)).get(id);
    if (row && !reachesOver(reach, row, asked, timeZone)) await expand({ tx, services, owner, today }, row, zone, asked, reach);
  }
}

function reachesOver(reach: Reach | undefined, row: CalendarRow, { start, end }: Stretch, timeZone: string | undefined): boolean {
  return reach !== undefined && reach.generation === row.generation && reach.from <= start && reach.to >= end && (timeZone === undefined || reach.timeZone === timeZone);
}

/** The zone this member's calendars were worked out in last, or the workspace's. */
async function zoneFor(tx: Tx, owner: Owner, reaches: ReadonlyMap<string, Reach>): Promise<string> {
  const [known] = [...reaches.values()];
  return known?.timeZone ?? workspaceZone(tx, owner.workspaceId);
}

/** Works a calendar out for the usual stretch, what was asked for, and as far as it was before. Call it with the row locked. */
export async function expandCalendar(work: Work, row: CalendarRow): Promise<void> {
  const reaches = await listReaches(work.tx, work.owner);
  await expand(work, row, await zoneFor(work.tx, work.owner, reaches), usual(work.today), reaches.get(row.id));
}

async function expand({ tx, services, owner, today }: Work, row: CalendarRow, timeZone: string, asked: Stretch, before: Reach | undefined): Promise<void> {
  const { start: from, end: to } = joined(usual(today), asked, ...(before === undefined ? [] : [{ start: before.from, end: before.to }]));
  const { instances, details, unread } = workOut(sourcesOf(row, await listParts(tx, owner, row.id)), { from, to, zone: timeZone });
  await replaceInstances(services.store, tx, owner, row.id, { generation: row.generation, timeZone, from, to }, instances, details);
  await replaceUnread(tx, owner, row.id, unread);
  if (row.unread !== unread.length) await updateCalendar(tx, owner, row.id, { unread: unread.length });
}
