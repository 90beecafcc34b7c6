// Calendars on a CalDAV server: which there are, and what changed since last time. Occurrences are always worked out here: not every server
// expands them. Where a server's memory of changes fails, everything is compared by its ETag instead.
import { calendarMultiGet, calendarQuery, createAccount, fetchCalendars, syncCollection, type DAVResponse } from 'tsdav';
import { wire, type CalDavAccount } from './caldav-wire.ts';
import { FeedFailed } from './feed-failed.ts';

export interface CalDavCalendar {
  readonly url: string;
  readonly name: string;
}

/** What is known of a calendar: its objects' ETags by address, and where the server's list of changes was left. */
export interface CalDavState {
  readonly syncToken?: string | undefined;
  readonly etags: Readonly<Record<string, string>>;
}

export interface CalDavObject {
  readonly url: string;
  readonly etag: string;
  /** An iCalendar text: one event, or one series with its changed occurrences. */
  readonly text: string;
}

/** `full` says that the server was asked for everything. */
export interface CalDavChanges {
  readonly changed: readonly CalDavObject[];
  readonly removed: readonly string[];
  readonly state: CalDavState;
  readonly full: boolean;
}

type Wire = ReturnType<typeof wire>;
const BATCH = 50;
const EVENTS = { 'comp-filter': { _attributes: { name: 'VCALENDAR' }, 'comp-filter': { _attributes: { name: 'VEVENT' } } } };

/** The calendars that hold events. Throws FeedFailed, without address path or password, when the server refuses. */
export async function findCalendars(account: CalDavAccount, fetcher: typeof fetch): Promise<CalDavCalendar[]> {
  const way = wire(account, fetcher);
  const found = await asked(account, async () => {
    const known = await createAccount({ account: { serverUrl: account.server, accountType: 'caldav', credentials: { username: account.username, password: account.password } }, ...way });
    return fetchCalendars({ account: known, ...way });
  });
  return found.filter(({ components }) => !components || components.includes('VEVENT')).map(({ url, displayName }) => ({ url, name: typeof displayName === 'string' && displayName !== '' ? displayName : url.split('/').findLast(Boolean) ?? url }));
}

/** What changed in a calendar since `state`; everything when there is none. Example: after one edit, `changed` holds one object. */
export async function syncCalendar(account: CalDavAccount, url: string, state: CalDavState | undefined, fetcher: typeof fetch): Promise<CalDavChanges> {
  const way = wire(account, fetcher);
  return asked(account, async () => {
    const since = state?.syncToken === undefined ? undefined : await changesSince(url, state.syncToken, way);
    const listed = since ?? (await changesSince(url, '', way)) ?? { present: await everything(url, way), gone: [] };
    const known = state?.etags ?? {};
    const wanted = [...listed.present].filter(([address, etag]) => known[address] !== etag).map(([address]) => address);
    const removed = since ? listed.gone.filter((address) => address in known) : Object.keys(known).filter((address) => !listed.present.has(address));
    const changed = await objects(url, wanted, way);
    const etags: Record<string, string> = { ...known };
    for (const address of removed) delete etags[address];
    for (const { url: address, etag } of changed) etags[address] = etag;
    return { changed, removed, state: { syncToken: listed.token, etags }, full: since === undefined };
  });
}

interface Listed {
  readonly present: ReadonlyMap<string, string>;
  readonly gone: readonly string[];
  readonly token?: string | undefined;
}

const addressOf = (response: DAVResponse, url: string): string => new URL(response.href ?? '', url).href;
const etagOf = (response: DAVResponse): string | undefined => (response.props?.['getetag'] === undefined ? undefined : String(response.props['getetag']));

/** The server's own list of changes (RFC 6578); undefined when it has none, or no longer knows the token. */
async function changesSince(url: string, syncToken: string, way: Wire): Promise<Listed | undefined> {
  const responses = await syncCollection({ url, props: { 'd:getetag': {} }, syncLevel: 1, syncToken, ...way }).catch((error: unknown) => {
    if (error instanceof FeedFailed) throw error;
    return [];
  });
  if (responses.some(({ status }) => status === 401)) throw refusedBy(url);
  const token: unknown = responses.find(({ raw }) => raw?.multistatus?.syncToken !== undefined)?.raw.multistatus.syncToken;
  // 507: the list was cut short.
  if ((typeof token !== 'string' && typeof token !== 'number') || responses.some(({ status }) => status === 507)) return undefined;
  const present = new Map<string, string>();
  const gone: string[] = [];
  for (const response of responses) {
    const [address, etag] = [addressOf(response, url), etagOf(response)];
    if (response.status === 404) gone.push(address);
    else if (etag !== undefined && address !== url && !address.endsWith('/')) present.set(address, etag);
  }
  return { present, gone, token: String(token) };
}

/** All objects' ETags, by a plain question. */
async function everything(url: string, way: Wire): Promise<Map<string, string>> {
  const responses = await calendarQuery({ url, props: { 'd:getetag': {} }, filters: EVENTS, depth: '1', ...way }).catch((error: unknown) => {
    if (error instanceof Error && /failed: (?:404|410)\b/.test(error.message)) throw new FeedFailed(`${new URL(url).host} no longer has this calendar; it may have been deleted or moved`);
    throw error;
  });
  if (responses.some(({ status }) => status === 401 || status === 403)) throw refusedBy(url);
  return new Map(responses.flatMap((response) => {
    const etag = etagOf(response);
    return etag === undefined ? [] : [[addressOf(response, url), etag] as const];
  }));
}

async function objects(url: string, wanted: readonly string[], way: Wire): Promise<CalDavObject[]> {
  const found: CalDavObject[] = [];
  for (let at = 0; at < wanted.length; at += BATCH) {
    const objectUrls = wanted.slice(at, at + BATCH).map((address) => new URL(address).pathname);
    const responses = await calendarMultiGet({ url, props: { 'd:getetag': {}, 'c:calendar-data': {} }, objectUrls, depth: '1', ...way });
    for (const response of responses) {
      const data: unknown = response.props?.['calendarData']?.['_cdata'] ?? response.props?.['calendarData'];
      const etag = etagOf(response);
      if (typeof data === 'string' && etag !== undefined) found.push({ url: addressOf(response, url), etag, text: data });
    }
  }
  return found;
}

const refusedBy = (url: string): FeedFailed => new FeedFailed(`${new URL(url).host} did not take the name and password`);

/** tsdav's errors become sentences that hold neither address nor password. */
async function asked<T>(account: CalDavAccount, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FeedFailed) throw error;
    const host = new URL(account.server).host;
    if (error instanceof Error && /credential|unauthori[sz]ed|401/i.test(error.message)) throw refusedBy(account.server);
    throw new FeedFailed(`${host} did not answer as a CalDAV server does`);
  }
}
