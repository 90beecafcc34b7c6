// Serves dist/web to a browser under the strictest policy the product promises, and starts that browser.
// For journeys that need no data: the design page, the shell.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { ensureBrowser } from '../../scripts/find-browser.ts';
import { root } from '../../scripts/root.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };

/** No inline script, no inline style, nothing from elsewhere. */
export const STRICT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The shell asks every server where it is and whether a timer runs; this one has a name and nothing else. */
const NO_DATA: Readonly<Record<string, object>> = {
  'workspace.get': {
    id: 'wsp_static', name: 'No data', product: { id: 'prd_static', name: 'Design' }, timeZone: 'UTC', today: '2026-11-20', sample: false, role: 'owner', runningJobs: [],
    counts: { items: 0, open: 0, comments: 0, sources: 0, problems: 0, bets: 0 },
  },
  'attention.entries': { entries: [], minutes: 0 },
};

export interface StaticWeb {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Any path that is no file gets index.html, as the app's own server does. */
export async function serveWeb(): Promise<StaticWeb> {
  const folder = join(root, 'dist/web');
  const server: Server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const known = path.includes('/api/v1/') ? NO_DATA[path.slice(path.lastIndexOf('/') + 1)] : undefined;
    if (known !== undefined) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(known));
      return;
    }
    const file = extname(path) === '' ? 'index.html' : path.replace(/^[\\/]+/, '');
    readFile(join(folder, file)).then(
      (body) => { response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': STRICT_POLICY }); response.end(body); },
      () => { response.writeHead(404); response.end(); },
    );
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { address: `http://127.0.0.1:${address.port}`, close: () => new Promise((resolve, reject) => { server.closeAllConnections(); server.close((fault) => (fault ? reject(fault) : resolve())); }) };
}

/** A Chromium that talks to nobody but the pages it is sent to. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}
