// The local server against a hostile page, a hostile neighbour on the machine, and hostile bytes: over a real socket.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openHouse, type House } from '../src/wiring/house.ts';
import { serveHouse, type Serving } from '../src/wiring/serving.ts';

const SECRET = 'A title nobody else may read';
const folder = mkdtempSync(join(tmpdir(), 'throughline-security-'));
const webFolder = join(folder, 'web');
let house: House;
let serving: Serving;
let port: number;
let cookie: string;

beforeAll(async () => {
  mkdirSync(join(webFolder, 'assets'), { recursive: true });
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(webFolder, 'assets/app.js'), 'export {};');
  writeFileSync(join(folder, 'outside.txt'), SECRET);
  const template = inject('pgliteTemplate') as string | undefined;
  house = await openHouse({ dataDir: join(folder, 'data'), memory: true }, {
    version: '0.0.0', log: { info: () => undefined, error: () => undefined }, ...(template === undefined ? {} : { template: new Uint8Array(readFileSync(template)) }),
  });
  serving = await serveHouse(house, { dataDir: join(folder, 'data'), host: '127.0.0.1', port: 0, portAsked: true }, { version: '0.0.0', webFolder });
  port = Number(new URL(serving.url).port);
  await house.call('problem.add', { title: SECRET });
  cookie = String((await ask({ path: new URL(serving.opening).pathname })).headers['set-cookie']?.[0]).split(';')[0]!;
});
afterAll(async () => {
  await serving?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
interface Asked { readonly path: string; readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string | Buffer }

/** Sends exactly these headers and this path: nothing is normalised on the way, unlike with fetch. */
function ask({ path, method = 'GET', headers = {}, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const own = (): Record<string, string> => ({ cookie, origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' });
const add = (headers: Record<string, string>, body = '{"title":"planted"}'): Promise<Answer> => ask({ path: '/api/v1/problem.add', method: 'POST', headers, body });
const planted = async (): Promise<number> => {
  const listed = await house.call('problem.list', {});
  return listed.ok ? listed.value.problems.filter(({ title }) => title === 'planted').length : -1;
};

describe('the owner', () => {
  it('is let in by the printed address, again and again, and by nothing near it', async () => {
    const path = new URL(serving.opening).pathname;
    for (let again = 0; again < 2; again++) {
      const opened = await ask({ path });
      expect([opened.status, opened.headers.location]).toEqual([303, '/']);
      expect(opened.headers['set-cookie']?.[0]).toMatch(/^throughline_\d+=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
    }
    const wrong = await ask({ path: '/open/AAAA' });
    expect([wrong.status, wrong.headers['set-cookie']]).toEqual([401, undefined]);
    expect((await ask({ path: '/open/AAAA', headers: { cookie } })).status).toBe(303);
  });

  it('reads and writes with the session from the app’s own pages', async () => {
    const listed = await ask({ path: '/api/v1/problem.list', headers: { cookie } });
    expect([listed.status, listed.body.includes(SECRET)]).toEqual([200, true]);
    expect((await add({ ...json, ...own() }, '{"title":"mine"}')).status).toBe(200);
  });
});

describe('the metrics', () => {
  it('are open to this machine, and to nobody who comes by way of a proxy without a session; they hold nobody’s words', async () => {
    const here = await ask({ path: '/metrics' });
    expect([here.status, here.headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(here.body).toContain('throughline_requests_total{operation="problem.list",status="200"}');
    expect(here.body).not.toContain(SECRET);
    const proxied = { 'x-forwarded-for': '203.0.113.7' };
    expect((await ask({ path: '/metrics', headers: proxied })).status).toBe(401);
    expect((await ask({ path: '/metrics', headers: { ...proxied, cookie } })).status).toBe(200);
  });
});

describe('DNS rebinding', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1', '127.0.0.1.evil.example'])('finds every route closed under the Host %s', async (host) => {
    for (const path of ['/', '/api/v1/problem.list', '/api/v1/openapi.json', '/livez', '/metrics', '/assets/app.js', new URL(serving.opening).pathname, '/mcp']) {
      const answer = await ask({ path, headers: { host, cookie } });
      expect([path, answer.status, answer.headers['set-cookie']]).toEqual([path, 403, undefined]);
      expect(answer.body).not.toContain(SECRET);
    }
  });

  it('is not helped by two Host headers or an address in the request line', async () => {
    const raw = (text: string): Promise<string> => new Promise((resolve) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      socket.on('data', (piece) => { said += piece.toString(); }).on('close', () => resolve(said)).on('error', () => resolve(said));
    });
    const two = await raw(`GET /api/v1/problem.list HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    expect(two).not.toContain(SECRET);
    const absolute = await raw(`GET http://evil.example/api/v1/problem.list HTTP/1.1\r\nHost: evil.example\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    expect(absolute).not.toContain(SECRET);
  });
});

describe('a page of another site', () => {
  const foreign = [
    { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, { origin: 'http://evil.example' }, { origin: 'null' },
    { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, {},
  ] as Record<string, string>[];

  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('changes nothing with a post of %s, although the browser sends the session', async (type) => {
    for (const headers of foreign) {
      const answer = await add({ 'content-type': type, cookie, ...headers });
      expect([403, 415]).toContain(answer.status);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect((await ask({ path: '/api/v1/uploads?name=x', method: 'POST', headers: { 'content-type': type, cookie, ...headers }, body: 'x' })).status).toBeGreaterThanOrEqual(403);
      expect((await ask({ path: '/mcp', method: 'POST', headers: { 'content-type': type, cookie, ...headers }, body: '{}' })).status).toBeGreaterThanOrEqual(401);
    }
    expect(await planted()).toBe(0);
  });

  it('gets neither data nor permission from a plain GET or a preflight', async () => {
    for (const headers of foreign.slice(0, 6)) {
      const read = await ask({ path: '/api/v1/problem.list', headers: { cookie, ...headers } });
      expect([read.status, read.headers['access-control-allow-origin'], read.body.includes(SECRET)]).toEqual([403, undefined, false]);
    }
    const preflight = await ask({ path: '/api/v1/problem.add', method: 'OPTIONS', headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } });
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(preflight.status).toBeGreaterThanOrEqual(400);
  });

  it('can neither frame the app nor load its answers into its own process', async () => {
    const { headers } = await ask({ path: '/' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|data:|https?:/);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'referrer-policy': 'no-referrer' });
  });
});

describe('another program or person on the machine', () => {
  it('reads nothing without session or token', async () => {
    for (const path of ['/api/v1/problem.list', '/api/v1/workspace.get', `/api/v1/archives/arc_${'0'.repeat(26)}`, '/api/v1/opening', '/api/v1/nothing', '/mcp']) {
      for (const headers of [{}, { authorization: 'Bearer wrong' }, { cookie: `throughline_${port}=1.2` }] as Record<string, string>[]) {
        const answer = await ask({ path, headers });
        expect([path, answer.status, answer.headers['www-authenticate']]).toEqual([path, 401, 'Bearer realm="throughline"']);
        expect(answer.body).not.toContain(SECRET);
      }
    }
    expect((await add(json)).status).toBe(401);
  });

  it('learns from the open pages that the program is there, and no more', async () => {
    for (const path of ['/livez', '/readyz?verbose', '/healthz', '/version', '/', '/api/v1/openapi.json', '/api/v1/reference']) {
      const answer = await ask({ path });
      expect([path, answer.status, answer.body.includes(SECRET), answer.body.includes(folder)]).toEqual([path, 200, false, false]);
    }
  });

  it('may not use the agent’s door with a session, only with the token', async () => {
    expect((await ask({ path: '/mcp', method: 'POST', headers: { ...json, ...own() }, body: '{}' })).status).toBe(401);
  });

  it('cannot read the key that sessions are made from', () => {
    expect(statSync(join(folder, 'data/session.key')).mode & 0o077).toBe(0);
  });
});

describe('paths that climb', () => {
  it.each([
    '/../outside.txt', '/..%2foutside.txt', '/%2e%2e/outside.txt', '/assets/../../outside.txt', '/assets/..%5c..%5coutside.txt', '//outside.txt', '/....//outside.txt', '/assets/%00', '/.vite/manifest.json', '/assets/app.js/..',
  ])('%s leads out of nothing', async (path) => {
    const answer = await ask({ path });
    expect(answer.body).not.toContain(SECRET);
    expect([200, 400, 403, 404, 503]).toContain(answer.status);
    if (answer.status === 200) expect(answer.body).toContain('<title>app</title>');
  });

  it.each(['../outside.txt', '..%2f..%2foutside.txt', '%2e%2e', 'upl_00000000000000000000000000', 'arc_', `arc_${'0'.repeat(26)}`])('the archive %s is not found', async (id) => {
    const answer = await ask({ path: `/api/v1/archives/${id}`, headers: { cookie } });
    expect([404, 401]).toContain(answer.status);
    expect(answer.body).not.toContain(SECRET);
  });
});

describe('hostile bytes', () => {
  it('are cut off above the limit, whether the length was announced or not', async () => {
    const body = JSON.stringify({ title: 'x'.repeat(3 * 1024 * 1024) });
    expect((await add({ ...json, ...own() }, body)).status).toBe(413);
    const chunked = await ask({ path: '/api/v1/problem.add', method: 'POST', headers: { ...json, ...own(), 'transfer-encoding': 'chunked' }, body });
    expect(chunked.status).toBe(413);
  });

  it('that are no JSON, no UTF-8 or of another type are refused with the reason', async () => {
    const code = async (headers: Record<string, string>, body: string | Buffer): Promise<unknown> => {
      const answer = await ask({ path: '/api/v1/problem.add', method: 'POST', headers: { ...own(), ...headers }, body });
      expect(answer.headers['content-type']).toBe('application/problem+json');
      return (JSON.parse(answer.body) as { code: unknown }).code;
    };
    expect(await code(json, '{"title":')).toBe('malformed_body');
    expect(await code(json, '')).toBe('malformed_body');
    expect(await code(json, Buffer.from([0x22, 0xff, 0x22]))).toBe('malformed_body');
    expect(await code({}, '{}')).toBe('wrong_media_type');
    expect(await code({ 'content-type': 'text/json' }, '{}')).toBe('wrong_media_type');
    for (const body of ['null', '[]', '"x"', '7', '{"title":7}', '{"__proto__":{"title":"x"}}']) expect([body, await code(json, body)]).toEqual([body, 'invalid_input']);
  });

  it('in a file’s name start no header and leave the folder of files', async () => {
    const names = ['../../escape.csv', 'a"b.csv', 'x\r\nSet-Cookie: a=b.csv', 'ü\u202egnp.csv', '\u0000'];
    for (const name of names) {
      const answer = await ask({ path: `/api/v1/uploads?name=${encodeURIComponent(name)}`, method: 'POST', headers: { ...own(), 'content-type': 'application/octet-stream' }, body: 'a,b' });
      expect(answer.status).toBe(200);
      const stored = JSON.parse(answer.body) as { upload: string; name: string; bytes: number; sha256: string };
      expect(stored.name).not.toMatch(/[/\\\u0000-\u001f\u202e]/);
      expect(stored.bytes).toBe(3);
      expect(readFileSync(house.services.files.pathOf(stored.upload), 'utf8')).toBe('a,b');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('in a request’s id do not reach the log or the answer', async () => {
    const kept = await ask({ path: '/livez', headers: { 'x-request-id': 'abc-12345' } });
    expect(kept.headers['x-request-id']).toBe('abc-12345');
    const replaced = await ask({ path: '/livez', headers: { 'x-request-id': '{"level":"error"}' } });
    expect(replaced.headers['x-request-id']).toMatch(/^req_/);
  });
});

describe('a repeated request', () => {
  it('with the same Idempotency-Key is carried out once, and the key serves no other request', async () => {
    const headers = { ...json, ...own(), 'idempotency-key': 'key-1' };
    const first = await add(headers, '{"title":"once"}');
    const again = await add(headers, '{"title":"once"}');
    expect([first.status, again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, 200, first.body, 'true']);
    const other = await add(headers, '{"title":"twice"}');
    expect([other.status, (JSON.parse(other.body) as { code: string }).code]).toEqual([422, 'key_reused']);
    const listed = await house.call('problem.list', {});
    expect(listed.ok && listed.value.problems.filter(({ title }) => title === 'once')).toHaveLength(1);
    expect((await add({ ...headers, 'idempotency-key': 'x'.repeat(300) })).status).toBe(422);
  });
});
