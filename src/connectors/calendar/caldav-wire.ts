// How CalDAV requests leave: bounded in time and size, with the password only for the server it was given for. Network access is handed in.
import { FeedFailed } from './feed-failed.ts';

export interface CalDavAccount {
  /** Where discovery begins, such as `https://caldav.example.com`. */
  readonly server: string;
  readonly username: string;
  readonly password: string;
}

const LIMIT_MS = 60_000;
const LIMIT_BYTES = 64 << 20;

/** Names of a service under a provider's domain: `caldav.icloud.com` spreads accounts over `p42-caldav.icloud.com` and others. */
const SERVICE = /^(?:p\d+-)?(?:caldav|carddav|dav|cal|calendars?|mail|www)$/;
/** Such as `co.uk` or `com.au`: nobody's own domain. */
const SHARED = /^(?:[a-z]{1,3}\.)?[a-z]{2}$|^[a-z]+$/;

/**
 * True when the password may go to `host`: the host it was given for, one below it, and, where that is a service's name, one beside it.
 * Example: given for `caldav.example.com`, `p1.example.com` is trusted; given for `example.co.uk`, `other.co.uk` is not.
 */
export function trusted(host: string, home: string): boolean {
  if (host === home) return true;
  if (/^[\d.:[\]]+$/.test(home) || !home.includes('.')) return false;
  const [first = '', ...rest] = home.split('.');
  const provider = rest.join('.');
  return host.endsWith(`.${home}`) || (SERVICE.test(first) && !SHARED.test(provider) && host.endsWith(`.${provider}`));
}

/** A fetch for one account. Throws FeedFailed when the server cannot be reached or sends too much. */
export function wire(account: CalDavAccount, fetcher: typeof fetch): { readonly fetch: typeof fetch; readonly headers: Record<string, string> } {
  if (!URL.canParse(account.server)) throw new FeedFailed('the address is not written like https://caldav.example.com');
  const home = new URL(account.server);
  if (home.protocol !== 'https:' && home.protocol !== 'http:') throw new FeedFailed('only http and https addresses are asked');
  const authorization = `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`;
  const bounded: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    if (!trusted(url.host, home.host) || (home.protocol === 'https:' && url.protocol !== 'https:')) headers.delete('authorization');
    const signal = AbortSignal.timeout(LIMIT_MS);
    try {
      const response = await fetcher(url, { ...init, headers, signal });
      return new Response(await wholeOf(response, url.host), { status: response.status === 204 || response.status === 304 ? 200 : response.status, statusText: response.statusText, headers: response.headers });
    } catch (error) {
      if (error instanceof FeedFailed) throw error;
      throw new FeedFailed(signal.aborted ? `${url.host} took longer than ${LIMIT_MS / 1000} seconds` : `${url.host} could not be reached`);
    }
  };
  return { fetch: bounded, headers: { authorization } };
}

async function wholeOf(response: Response, host: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > LIMIT_BYTES) throw new FeedFailed(`${host} sent more than 64 MB`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
