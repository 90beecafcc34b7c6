import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calendarOf } from './calendar.fixture.ts';
import { readFeed } from './feed.ts';

const TEXT = calendarOf('UID:e\nDTSTART:20261116T090000Z');
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
let asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  answer(request, response);
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => { server.close(); });
beforeEach(() => { asked = []; });

const failure = (): Promise<Error & { retryAfter?: number }> => readFeed(`${base}/top-secret.ics`, {}, fetch).then(() => new Error('it did not fail'), (error: Error) => error);

describe('a feed', () => {
  it('is read once, and not again while nothing changed', async () => {
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] === 'Fri, 20 Nov 2026 09:00:00 GMT') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"', 'last-modified': 'Fri, 20 Nov 2026 09:00:00 GMT' }).end(TEXT);
    };
    const first = await readFeed(`${base}/secret.ics`, {}, fetch);
    expect(Buffer.from(first.content!).toString()).toBe(TEXT);
    expect(await readFeed(`${base}/secret.ics`, first.state, fetch)).toEqual({ state: first.state });
  });

  it('is followed to where it moved, but not in circles', async () => {
    answer = (request, response) => (request.url === '/old.ics' ? response.writeHead(302, { location: '/new.ics' }).end() : response.end(TEXT));
    expect((await readFeed(`${base}/old.ics`, {}, fetch)).content?.length).toBe(TEXT.length);
    answer = (_, response) => { response.writeHead(302, { location: '/again.ics' }).end(); };
    expect((await failure()).message).toMatch(/^127\.0\.0\.1:\d+ sends on and on/);
    expect(asked).toHaveLength(8);
  });

  it('that fails says the host and the reason, never the address', async () => {
    const said: string[] = [];
    for (const status of [404, 403, 500]) {
      answer = (_, response) => { response.writeHead(status).end('top-secret'); };
      said.push((await failure()).message.replace(/:\d+/, ''));
    }
    expect(said).toEqual(['127.0.0.1 answered 404; the secret address may have been replaced by a new one', '127.0.0.1 answered 403; the address is no longer shared', '127.0.0.1 answered 500']);
    answer = (_, response) => { response.writeHead(429, { 'retry-after': '120' }).end(); };
    expect((await failure()).retryAfter).toBe(120);
    const unreachable = await readFeed('http://127.0.0.1:1/top-secret.ics', {}, fetch).catch((error: unknown) => error);
    expect(JSON.stringify(unreachable, Object.getOwnPropertyNames(unreachable))).not.toContain('top-secret');
  });

  it('that answers with a page to sign in, breaks off or never ends is refused', async () => {
    answer = (_, response) => { response.end('<html>Sign in</html>'); };
    expect((await failure()).message).toContain('no calendar');
    answer = (_, response) => { response.writeHead(200, { 'content-length': '1000' }).write(TEXT); setTimeout(() => response.destroy(), 20); };
    expect((await failure()).message).toContain('broke off');
    const part = new Uint8Array(8 << 20);
    const endless: typeof fetch = () => Promise.resolve(new Response(new ReadableStream({ pull: (controller) => controller.enqueue(part) })));
    await expect(readFeed('https://calendar.example.com/x.ics', {}, endless)).rejects.toThrow('more than 64 MB');
  });

  it('takes webcal for https and refuses what is no address', async () => {
    const heard: string[] = [];
    const told: typeof fetch = (url) => Promise.resolve((heard.push(new URL(url instanceof Request ? url.url : url).href), new Response(TEXT)));
    await readFeed('webcal://calendar.example.com/x.ics', {}, told);
    expect(heard).toEqual(['https://calendar.example.com/x.ics']);
    await expect(readFeed('file:///etc/hosts', {}, told)).rejects.toThrow('not written like');
    const downgrade: typeof fetch = () => Promise.resolve(new Response(null, { status: 301, headers: { location: 'http://calendar.example.com/x.ics' } }));
    await expect(readFeed('https://calendar.example.com/x.ics', {}, downgrade)).rejects.toThrow('not encrypted');
  });
});
