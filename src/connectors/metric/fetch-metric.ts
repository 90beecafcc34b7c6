// A metric's values from an HTTP address: bounded in time and size, polite, and never sending a secret to another host than the one it
// was given for. Network access is handed in.

/** The source did not give what was asked; `message` completes “The source did not answer: ...”. */
export class SourceFailed extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SourceFailed';
  }
}

export interface HttpSource {
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

const LIMIT_MS = 30_000;
const LIMIT_BYTES = 20_000_000;
const MOST_HOPS = 5;

/**
 * The body as text bytes. Redirects are followed five times; a host that was not named gets no headers of ours.
 * Throws SourceFailed, never with a secret in its words.
 */
export async function fetchMetric(source: HttpSource, fetcher: typeof fetch): Promise<{ readonly body: Buffer; readonly name: string }> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  let address = parsed(source.address);
  const home = address.origin;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const headers = { accept: 'text/csv, application/json;q=0.9, */*;q=0.5', ...(address.origin === home ? source.headers : {}) };
    let response: Response;
    try {
      response = await fetcher(address, { headers, redirect: 'manual', signal });
    } catch (error) {
      throw new SourceFailed(signal.aborted ? `${address.host} took longer than 30 seconds` : `${address.host} could not be reached`, error);
    }
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      address = parsed(new URL(next, address).href);
      continue;
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new SourceFailed(`${address.host} answered ${response.status}${response.status === 401 || response.status === 403 ? '; its key may have changed' : ''}`);
    }
    return { body: await bounded(response, address.host), name: address.host };
  }
  throw new SourceFailed(`${address.host} sends on and on to other addresses`);
}

function parsed(address: string): URL {
  if (!URL.canParse(address)) throw new SourceFailed('the address is not written like https://example.com/values.csv');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new SourceFailed('only http and https addresses are read');
  return url;
}

async function bounded(response: Response, host: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (response.body) {
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > LIMIT_BYTES) throw new SourceFailed(`${host} sent more than 20 MB; add the values up to days first`);
      parts.push(part);
    }
  }
  return Buffer.concat(parts);
}
