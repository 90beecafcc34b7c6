// A calendar from its secret address: bounded in time and size, polite by ETag and Last-Modified, and never saying the address, which is
// the key to the calendar. Network access is handed in.
import { FeedFailed } from './feed-failed.ts';

/** What the server said of the version that was read last; handed back with the next question. */
export interface FeedState {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** `content` is absent when nothing changed since `state`. */
export interface FeedAnswer {
  readonly content?: Uint8Array;
  readonly state: FeedState;
}

const LIMIT_MS = 60_000;
const LIMIT_BYTES = 64 << 20;
const MOST_HOPS = 5;

/**
 * Asks a feed. `webcal://` is read as https. Throws FeedFailed with a sentence that names the host and nothing more.
 * Example: `readFeed('https://calendar.example.com/secret.ics', {}, fetch)`, and later with the `state` it gave.
 */
export async function readFeed(address: string, state: FeedState, fetcher: typeof fetch): Promise<FeedAnswer> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  let url = parsed(address.replace(/^webcals?:/i, 'https:'));
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const response = await asked(url, state, fetcher, signal);
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && response.status !== 304 && next !== null) {
      await response.body?.cancel();
      const onward = parsed(new URL(next, url).href);
      if (url.protocol === 'https:' && onward.protocol !== 'https:') throw new FeedFailed(`${url.host} sends on to an address that is not encrypted`);
      url = onward;
      continue;
    }
    if (response.status === 304) {
      await response.body?.cancel();
      return { state };
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new FeedFailed(`${url.host} answered ${response.status}${reasonOf(response.status)}`, { retryAfter: secondsOf(response.headers.get('retry-after')) });
    }
    return { content: await body(response, url.host, signal), state: stateOf(response.headers) };
  }
  throw new FeedFailed(`${url.host} sends on and on to other addresses`);
}

async function asked(url: URL, state: FeedState, fetcher: typeof fetch, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { accept: 'text/calendar, */*;q=0.1' };
  if (state.etag !== undefined) headers['if-none-match'] = state.etag;
  if (state.lastModified !== undefined) headers['if-modified-since'] = state.lastModified;
  try {
    return await fetcher(url, { headers, redirect: 'manual', signal });
  } catch {
    // The cause is left behind: it may hold the address.
    throw new FeedFailed(signal.aborted ? `${url.host} took longer than ${LIMIT_MS / 1000} seconds` : `${url.host} could not be reached`);
  }
}

function parsed(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url;
  throw new FeedFailed('the address is not written like https://calendar.example.com/secret.ics');
}

function reasonOf(status: number): string {
  if (status === 404 || status === 410) return '; the secret address may have been replaced by a new one';
  if (status === 401 || status === 403) return '; the address is no longer shared';
  return status === 429 ? '; it was asked too often' : '';
}

function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) : undefined;
}

function stateOf(headers: Headers): FeedState {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  return { ...(etag === null ? {} : { etag }), ...(lastModified === null ? {} : { lastModified }) };
}

async function body(response: Response, host: string, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > LIMIT_BYTES) throw new FeedFailed(`${host} sent more than 64 MB`);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof FeedFailed) throw error;
    throw new FeedFailed(signal.aborted ? `${host} took longer than ${LIMIT_MS / 1000} seconds` : `${host} broke off in the middle`);
  }
  const whole = Buffer.concat(parts);
  // A page to sign in on is no calendar; reading it as one would take every event away.
  if (!/BEGIN:VCALENDAR/i.test(whole.subarray(0, 4_096).toString('latin1').replaceAll('\0', ''))) throw new FeedFailed(`${host} answered with something that is no calendar`);
  return whole;
}
