// Calendars from files or a text, and taking that back. A file of a calendar that is known brings it up to date; what it brought is counted.
import { basename } from 'node:path';
import type { OutputOf } from '../contract/index.ts';
import { decodeCalendar } from '../connectors/calendar/decode.ts';
import { outlineOf, type CalendarOutline } from '../connectors/calendar/outline.ts';
import { granted, refused, type Ruling } from '../domain/kernel/ruling.ts';
import { findCalendar, forgetCalendars, listCalendars, listUnreadPlaces, updateCalendar, type CalendarRow } from '../store/calendar.ts';
import { listParts, takeBackParts } from '../store/calendar-text.ts';
import { timeText } from '../store/schema.ts';
import { byCalendar, sameCalendar } from './calendar-compare.ts';
import { UnfitCalendar, calendarSources } from './calendar-files.ts';
import { sourcesOf } from './calendar-keeping.ts';
import { freeName, keepParts, KEPT_REMOVED_MS, newCalendar, ownerOf, workedOut, type Desk, type Kept } from './calendar-store.ts';
import { countOf, namedCalendar, showCalendars } from './calendar-view.ts';
import { answerAfterCommit, type Context, type Handlers } from './context.ts';
import { namedFiles, placeOf } from './import-files.ts';

const UNREAD_SHOWN = 20;
const MOST_CALENDARS = 200;

interface NewFile { readonly name: string; readonly text: string; readonly outline: CalendarOutline }
type Added = OutputOf<'calendar.add'>;

const deskOf = (context: Pick<Context, 'asker' | 'tx' | 'services' | 'now' | 'today'>): Desk => ({ tx: context.tx, services: context.services, owner: ownerOf(context), now: context.now, today: context.today });
const notThere = (reference: string) => refused('not_found', { kind: 'calendar', reference });

export const calendarAddHandlers: Pick<Handlers, 'calendar.add' | 'calendar.restore'> = {
  async 'calendar.add'(given, context) {
    const { asker, services, now, today } = context;
    const named = await namedFiles({ files: given.files ?? [], kind: 'auto', map: undefined }, context);
    if (!named.ok) return named;
    const into = given.calendar === undefined ? undefined : await namedCalendar(context.tx, ownerOf(context), given.calendar);
    if (given.calendar !== undefined && !into) return notThere(given.calendar);
    if (into !== undefined && into.kind !== 'file') return refused('calendar_unfit', { sentence: `${into.name} is not read from files. Refresh it instead.` });
    const paths = named.value.map((file) => ({ name: file.name, path: placeOf(file, services) }));
    return answerAfterCommit(async (): Promise<Ruling<Added, 'calendar_unfit'>> => {
      const read = await newFiles(paths, given.text, given.name);
      if (!read.ok) return read;
      const kept = await services.store.transaction((tx) => keepFiles({ tx, services, owner: ownerOf({ asker }), now, today }, read.value, { name: given.name, into: into?.id }), { limitMs: 0 });
      if (typeof kept === 'string') return refused('calendar_unfit', { sentence: kept });
      services.wakeJobs();
      if (given.wait) for (const { job } of kept) if (job !== undefined) await services.jobEnded(asker.workspaceId, job);
      return granted(await told({ ...context, now }, kept));
    });
  },

  async 'calendar.restore'(given, context) {
    const { tx, now, services } = context;
    const owner = ownerOf(context);
    const changed: { calendar: string; generation: number }[] = [];
    for (const { calendar, generation } of given.calendars) {
      const row = await findCalendar(tx, owner, calendar, true);
      if (!row) return notThere(calendar);
      if (generation === 0) {
        if (row.removed_at === null) changed.push({ calendar, generation: row.generation });
        await updateCalendar(tx, owner, row.id, { removed_at: row.removed_at ?? timeText(now) });
      } else if (generation === row.generation) {
        if (row.removed_at !== null) changed.push({ calendar, generation: 0 });
        await updateCalendar(tx, owner, row.id, { removed_at: null });
      } else {
        if (generation !== row.generation - 1 || row.kind !== 'file' || row.brought === null) return refused('calendar_unfit', { sentence: `Only the last change of ${row.name} can be taken back, once.` });
        await takeBackParts(tx, owner, row.id, row.generation);
        const parts = await listParts(tx, owner, row.id);
        const outline = outlineOf(sourcesOf(row, parts));
        await updateCalendar(tx, owner, row.id, { generation, removed_at: null, brought: null, events: outline.series.size, updated_at: timeText(now) });
        await workedOut(deskOf(context), row.id, parts);
      }
    }
    context.afterCommit(services.wakeJobs);
    const calendars = await showCalendars(tx, owner, now, given.calendars.map(({ calendar }) => calendar));
    return granted({ calendars, says: 'It is as it was before.', ...(changed.length === 0 ? {} : { undo: { operation: 'calendar.restore', input: { calendars: changed } } }) });
  },
};

async function newFiles(paths: readonly { readonly name: string; readonly path: string }[], text: string | undefined, name = 'The calendar'): Promise<Ruling<NewFile[], 'calendar_unfit'>> {
  if (paths.length === 0 && text === undefined) return refused('calendar_unfit', { sentence: 'Hand over the text of a calendar or name a file.' });
  try {
    const files: NewFile[] = [];
    if (text !== undefined) files.push({ name, text, outline: outlineOf([{ name, content: text }]) });
    for (const { name: file, path } of paths) {
      const [source] = await calendarSources([path]);
      const content = decodeCalendar(source!.content).replaceAll('\0', '\ufffd');
      files.push({ name: file, text: content, outline: outlineOf([{ name: file, content }]) });
    }
    const others = files.filter(({ outline }) => outline.calendars === 0).map((file) => file.name);
    if (others.length > 0) return refused('calendar_unfit', { sentence: `${others.join(' and ')} ${others.length === 1 ? 'holds' : 'hold'} no calendar. An .ics file begins with BEGIN:VCALENDAR; export the calendar as one. Nothing was kept.` });
    // The order in which they came decides nothing.
    return granted(files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.text < b.text ? -1 : a.text > b.text ? 1 : 0)));
  } catch (error) {
    if (error instanceof UnfitCalendar) return refused('calendar_unfit', { sentence: error.message });
    throw error;
  }
}

/** The calendars the files are kept as, or why none is. */
async function keepFiles(desk: Desk, files: readonly NewFile[], { name, into }: { readonly name: string | undefined; readonly into: string | undefined }): Promise<Kept[] | string> {
  const { tx, owner, now } = desk;
  await forgetCalendars(tx, owner, now - KEPT_REMOVED_MS);
  const groups = into === undefined ? byCalendar(files) : [[...files]];
  const rows = (await listCalendars(tx, owner)).filter((row) => row.removed_at === null);
  if (rows.length + groups.length > MOST_CALENDARS) return `More than ${MOST_CALENDARS} calendars are not kept. Remove some first.`;
  const kept: Kept[] = [];
  for (const group of groups) {
    const known = into ?? await knownAs(desk, rows, group);
    const says = group.length > 3 ? `${group[0]!.name} and ${group.length - 1} more` : [...new Set(group.map((file) => file.name))].join(', ');
    const row = known === undefined ? await newCalendar(desk, { name: freeName(titleOf(group, name), new Set((await listCalendars(tx, owner)).map((each) => each.name))), kind: 'file', says, schedule: 'none', secret: null })
      : await findCalendar(tx, owner, known, true);
    if (!row) return 'The calendar was removed meanwhile.';
    const taken = new Set<string>();
    const parts = group.map((file) => {
      const part = freeName(file.name, taken);
      taken.add(part);
      return { name: part, text: file.text };
    });
    kept.push(await keepParts(desk, row, { parts, whole: false, says }));
  }
  return kept;
}

function titleOf(group: readonly NewFile[], name: string | undefined): string {
  const [title] = group.flatMap(({ outline }) => outline.title ?? []).sort();
  return (name ?? title ?? basename(group[0]!.name).replace(/\.(ics|ical|vcs|txt)$/i, '').replace(/ \(\d+\)$/, '')).slice(0, 200).trim() || 'Calendar';
}

/** The kept calendar that these files are of: by its name first, else by what is in it. */
async function knownAs({ tx, owner }: Desk, rows: readonly CalendarRow[], group: readonly NewFile[]): Promise<string | undefined> {
  const own = rows.filter(({ kind }) => kind === 'file');
  const titled = own.find(({ title }) => title !== null && group.some(({ outline }) => outline.title === title));
  if (titled) return titled.id;
  for (const row of own) {
    const outline = outlineOf(sourcesOf(row, await listParts(tx, owner, row.id)));
    if (group.some((file) => sameCalendar({ series: file.outline.series }, { series: outline.series }))) return row.id;
  }
  return undefined;
}

async function told({ asker, services, now }: Context, kept: readonly Kept[]): Promise<Added> {
  const owner = ownerOf({ asker });
  return services.store.transaction(async (tx) => {
    const shown = await showCalendars(tx, owner, now, kept.map(({ id }) => id));
    const calendars = kept.flatMap(({ id, was }) => {
      const calendar = shown.find((each) => each.id === id);
      return calendar ? [{ calendar, was: calendar.reading ? 'reading' as const : was }] : [];
    });
    const unread: Added['unread'] = [];
    for (const { id } of kept) if (unread.length < UNREAD_SHOWN) unread.push(...await listUnreadPlaces(tx, owner, id, 0, UNREAD_SHOWN - unread.length));
    const back = kept.flatMap(({ id, before }) => (before === undefined ? [] : [{ calendar: id, generation: before }]));
    return {
      calendars, unread, unreadTotal: calendars.reduce((sum, { calendar }) => sum + calendar.unread, 0), says: calendars.map((each, at) => saysOf(each, kept[at]!)).join(' '),
      ...(back.length === 0 ? {} : { undo: { operation: 'calendar.restore', input: { calendars: back } } }),
    };
  });
}

function saysOf({ calendar, was }: Added['calendars'][number], { brought }: Kept): string {
  if (was === 'reading') return `${calendar.name} is being read: ${countOf(calendar.events, 'event')}.`;
  if (was === 'new') return `${calendar.name} is kept: ${countOf(calendar.events, 'event')}.`;
  if (was === 'unchanged') return `Nothing in ${calendar.name} has changed.`;
  const words = [[brought.added, 'added'], [brought.changed, 'changed'], [brought.removed, 'removed'], [brought.unchanged, 'unchanged']] as const;
  const counted = words.flatMap(([count, word]) => (count === 0 ? [] : [`${count.toLocaleString('en')} ${word}`])).join(', ');
  const kept = brought.kept === 0 ? '' : ` ${countOf(brought.kept, 'event')} outside the days of this file stayed.`;
  return `${calendar.name} is up to date: ${counted}.${kept}`;
}
