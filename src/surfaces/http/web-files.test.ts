import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, describe, expect, it } from 'vitest';
import type { Env } from './door.ts';
import { mountWeb } from './web-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-web-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'app/assets'), { recursive: true });
mkdirSync(join(folder, 'app/.vite'));
const script = `export const words = ${JSON.stringify('throughline '.repeat(500))};`;
writeFileSync(join(folder, 'app/index.html'), '<!doctype html><title>app</title>');
writeFileSync(join(folder, 'app/assets/main-1a2b.js'), script);
writeFileSync(join(folder, 'app/.vite/manifest.json'), '{}');
writeFileSync(join(folder, 'secret.txt'), 'secret');
symlinkSync(join(folder, 'secret.txt'), join(folder, 'app/link.txt'));

const app = new Hono<Env>();
mountWeb(app, join(folder, 'app'));
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

describe('the built web app', () => {
  it('is served with a name for its content, and not sent again to who has it', async () => {
    const first = await get('/assets/main-1a2b.js');
    expect([first.status, first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    expect(await first.text()).toBe(script);
    const again = await get('/assets/main-1a2b.js', { 'if-none-match': first.headers.get('etag')! });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
  });

  it('is compressed for who can read it', async () => {
    const bytes = async (encoding: string): Promise<[string | null, Buffer]> => {
      const answer = await get('/assets/main-1a2b.js', { 'accept-encoding': encoding });
      return [answer.headers.get('content-encoding'), Buffer.from(await answer.arrayBuffer())];
    };
    const [br, brotli] = await bytes('gzip, deflate, br');
    expect([br, brotliDecompressSync(brotli).toString() === script]).toEqual(['br', true]);
    const [gzip, zipped] = await bytes('gzip');
    expect([gzip, gunzipSync(zipped).toString() === script]).toEqual(['gzip', true]);
    expect((await bytes('identity'))[0]).toBeNull();
  });

  it('is what every address without a file leads to, but a missing file is missing', async () => {
    for (const path of ['/backlog', '/goal/G-2', '/open']) expect(await (await get(path, { accept: 'text/html' })).text()).toContain('<title>app</title>');
    expect((await get('/assets/gone.js')).status).toBe(404);
    expect((await get('/backlog', { accept: 'application/json' })).status).toBe(404);
  });

  it('serves neither hidden files nor what a link points to', async () => {
    for (const path of ['/.vite/manifest.json', '/link.txt', '/../secret.txt']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('says so when it is not built', async () => {
    const bare = new Hono<Env>();
    mountWeb(bare, join(folder, 'nowhere'));
    const answer = await bare.request('/');
    expect([answer.status, await answer.text()]).toEqual([503, 'The web app is not built yet. Run “npm run build”, then start again.\n']);
  });
});
