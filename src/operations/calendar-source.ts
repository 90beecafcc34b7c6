// Calendars that are read from an address or a server: found, connected once, read again on a schedule, never inside a transaction. A failure is
// kept as a sentence and what was there stays. Address and password leave this file encrypted only.
import type { OutputOf } from '../contract/index.ts';
import { findCalendars, syncCalendar } from '../connectors/calendar/caldav.ts';
import { decodeCalendar } from '../connectors/calendar/decode.ts';
import { readFeed, type FeedState } from '../connectors/calendar/feed.ts';
import { FeedFailed } from '../connectors/calendar/feed-failed.ts';
import type { CalDavAccount } from '../connectors/calendar/caldav-wire.ts';
import { granted, refused, type Ruling } from '../domain/kernel/ruling.ts';
import { findCalendar, listCalendars, listUnreadPlaces, updateCalendar, type CalendarRow, type Owner } from '../store/calendar.ts';
import { listEtags, listParts, type CalendarPart } from '../store/calendar-text.ts';
import { asJson } from '../store/engine/parameters.ts';
import { timeText } from '../store/schema.ts';
import { todayIn } from '../store/today.ts';
import { planReading } from './calendar-schedule.ts';
import { freeName, keepParts, newCalendar, ownerOf, type Kept, type Offer } from './calendar-store.ts';
import { namedCalendar, showCalendars } from './calendar-view.ts';
import { answerAfterCommit, type Handlers } from './context.ts';
import type { Services } from './services.ts';

const UNREAD_SHOWN = 20;

/** What is kept encrypted: everything a reading needs. */
interface Connection {
  readonly feed?: { readonly address: string } | undefined;
  readonly caldav?: (CalDavAccount & { readonly address: string }) | undefined;
}

/** What a source holds beyond what was known of it; `offer` is absent when that is all. */
interface Fetched { readonly seen: object; readonly title?: string | undefined; readonly offer?: ((known: readonly CalendarPart[]) => Offer) | undefined }

const hostOf = ({ feed, caldav }: Connection): string => new URL((feed ?? caldav!).address.replace(/^webcals?:/i, 'https:')).host;

export const calendarSourceHandlers: Pick<Handlers, 'calendar.find' | 'calendar.connect' | 'calendar.refresh'> = {
  'calendar.find': ({ account }, { services }) => Promise.resolve(answerAfterCommit(async () => {
    const found = await attempt(() => findCalendars(account, services.fetch));
    return found.ok ? granted({ host: new URL(account.server).host, calendars: found.value.map(({ url, name }) => ({ name: name.slice(0, 200), address: url })) }) : found;
  })),

  async 'calendar.connect'(given, context) {
    const { tx, asker, services } = context;
    const owner = ownerOf(context);
    if ((given.feed === undefined) === (given.caldav === undefined)) return refused('calendar_unfit', { sentence: 'Name either a secret address or a calendar on a CalDAV server.' });
    const connection: Connection = { feed: given.feed, caldav: given.caldav };
    const named = given.calendar === undefined ? undefined : await namedCalendar(tx, owner, given.calendar);
    if (given.calendar !== undefined && !named) return refused('not_found', { kind: 'calendar', reference: given.calendar });
    const known = named ?? (await listCalendars(tx, owner)).find((row) => row.removed_at === null && isOf(row, connection, services));
    return answerAfterCommit(async (): Promise<Ruling<OutputOf<'calendar.connect'>, 'not_found' | 'calendar_source_failed'>> => {
      const read = await attempt(() => fetched(connection, undefined, services));
      if (!read.ok) return read;
      const kept = await services.store.transaction(async (own) => {
        const now = services.clock();
        const desk = { tx: own, services, owner, now, today: await todayIn(own, owner.workspaceId, now) };
        const facts = { kind: given.feed === undefined ? 'caldav' as const : 'feed' as const, says: `Read from ${hostOf(connection)}`, schedule: given.schedule, secret: services.vault.lock(JSON.stringify(connection)) };
        const rows = await listCalendars(own, owner);
        const name = (given.name ?? read.value.title ?? hostOf(connection)).slice(0, 200);
        // One that an archive brought back without its address is the same calendar, not a second one.
        const id = known?.id ?? rows.find((row) => row.removed_at === null && row.secret === null && row.kind === facts.kind && (row.title ?? row.name) === (read.value.title ?? name))?.id;
        const row = id === undefined ? await newCalendar(desk, { ...facts, name: freeName(name, new Set(rows.map((each) => each.name))) }) : await findCalendar(own, owner, id, true);
        if (!row) return undefined;
        await updateCalendar(own, owner, row.id, facts);
        const done = await keepParts(desk, { ...row, ...facts }, read.value.offer!([]));
        await planReading(own, services, owner, (await findCalendar(own, owner, row.id))!);
        return done;
      }, { limitMs: 0 });
      if (kept === undefined) return refused('not_found', { kind: 'calendar', reference: given.calendar });
      if (kept.job !== undefined) {
        services.wakeJobs();
        await services.jobEnded(asker.workspaceId, kept.job);
      }
      const undo = kept.was === 'new' ? { undo: { operation: 'calendar.restore', input: { calendars: [{ calendar: kept.id, generation: 0 }] } } } : {};
      return granted({ ...await shownWithUnread(services, owner, kept.id), was: kept.was, ...undo });
    });
  },

  async 'calendar.refresh'(given, context) {
    const { tx, services, asker } = context;
    const owner = ownerOf(context);
    const row = await namedCalendar(tx, owner, given.calendar);
    if (!row) return refused('not_found', { kind: 'calendar', reference: given.calendar });
    if (row.secret === null) return refused('calendar_unfit', { sentence: `${row.name} has no address to read from. ${row.kind === 'file' ? 'Add a newer file of it' : 'Connect it again'}.` });
    return answerAfterCommit(async () => {
      const read = await refreshed(services, owner, row);
      if (!read.ok) return read;
      if (read.value?.job !== undefined) {
        services.wakeJobs();
        await services.jobEnded(asker.workspaceId, read.value.job);
      }
      return granted({ ...await shownWithUnread(services, owner, row.id), was: read.value === undefined || read.value.was === 'unchanged' ? 'unchanged' as const : 'refreshed' as const });
    });
  },
};

/** Reads a connected calendar and keeps what came, or why nothing did. Undefined when the calendar was removed meanwhile. */
export async function refreshed(services: Services, owner: Owner, row: CalendarRow): Promise<Ruling<Kept | undefined, 'calendar_source_failed'>> {
  const connection = JSON.parse(services.vault.unlock(row.secret!)) as Connection;
  const etags = row.kind === 'caldav' ? await services.store.transaction((tx) => listEtags(tx, owner, row.id)) : new Map<string, string>();
  const read = await attempt(() => fetched(connection, { seen: row.seen as FeedState & { syncToken?: string }, etags }, services));
  return services.store.transaction(async (tx): Promise<Ruling<Kept | undefined, 'calendar_source_failed'>> => {
    const now = services.clock();
    const held = await findCalendar(tx, owner, row.id, true);
    if (!held || held.removed_at !== null) return granted(undefined);
    const failures = held.failures + 1;
    let kept: Kept | undefined;
    if (!read.ok) await updateCalendar(tx, owner, row.id, { failure: asJson({ at: timeText(now), sentence: String(read.refusal.details?.['reason']) }), failures });
    else if (read.value.offer === undefined) await updateCalendar(tx, owner, row.id, { refreshed_at: timeText(now), failure: null, failures: 0, seen: asJson(read.value.seen) });
    else {
      const desk = { tx, services, owner, now, today: await todayIn(tx, owner.workspaceId, now) };
      kept = await keepParts(desk, held, read.value.offer(await listParts(tx, owner, row.id)));
    }
    await planReading(tx, services, owner, (await findCalendar(tx, owner, row.id))!, Number(read.ok ? 0 : read.refusal.details?.['retryAfter'] ?? 0));
    return read.ok ? granted(kept) : read;
  }, { limitMs: 0 });
}

interface Known { readonly seen: FeedState & { readonly syncToken?: string }; readonly etags: ReadonlyMap<string, string> }

async function fetched({ feed, caldav }: Connection, known: Known | undefined, services: Services): Promise<Fetched> {
  if (feed !== undefined) {
    const { content, state } = await readFeed(feed.address, known?.seen ?? {}, services.fetch);
    if (content === undefined) return { seen: state };
    const text = decodeCalendar(content).replaceAll('\0', '\ufffd');
    return { seen: state, title: titleIn(text), offer: () => ({ parts: [{ name: 'feed', text }], whole: true, seen: state }) };
  }
  const { address, ...account } = caldav!;
  if (!URL.canParse(address)) throw new FeedFailed('the address is not written like https://caldav.example.com/calendars/mine/');
  const base = new URL(address).href;
  const etags = Object.fromEntries([...known?.etags ?? []].map(([name, etag]) => [new URL(name, base).href, etag]));
  const { changed, removed, state } = await syncCalendar(account, base, known === undefined ? undefined : { syncToken: known.seen.syncToken, etags }, services.fetch);
  const seen = state.syncToken === undefined ? {} : { syncToken: state.syncToken };
  const named = (url: string): string => (url.startsWith(base) ? url.slice(base.length) : url);
  if (known !== undefined && changed.length + removed.length === 0) return { seen };
  const gone = new Set([...removed, ...changed.map(({ url }) => url)].map(named));
  const fresh = changed.map(({ url, etag, text }) => ({ name: named(url), etag, text: text.replaceAll('\0', '\ufffd') }));
  return { seen, offer: (before) => ({ parts: [...before.filter(({ name }) => !gone.has(name)), ...fresh], whole: true, seen }) };
}

const titleIn = (text: string): string | undefined => /^(?:X-WR-CALNAME|NAME)(?:;[^:\r\n]*)?:([^\r\n]+)/im.exec(text.slice(0, 20_000))?.[1]?.trim();

function isOf(row: CalendarRow, connection: Connection, services: Services): boolean {
  if (row.secret === null) return false;
  const known = JSON.parse(services.vault.unlock(row.secret)) as Connection;
  return (known.feed ?? known.caldav)?.address === (connection.feed ?? connection.caldav)!.address;
}

/** A source that fails is an expected no, in words without its address. */
async function attempt<T>(work: () => Promise<T>): Promise<Ruling<T, 'calendar_source_failed'>> {
  try {
    return granted(await work());
  } catch (error) {
    if (error instanceof FeedFailed) return refused('calendar_source_failed', { reason: error.message, ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }) });
    throw error;
  }
}

function shownWithUnread(services: Services, owner: Owner, id: string) {
  return services.store.transaction(async (tx) => {
    const [calendar] = await showCalendars(tx, owner, services.clock(), [id]);
    return { calendar: calendar!, unread: await listUnreadPlaces(tx, owner, id, 0, UNREAD_SHOWN) };
  });
}
