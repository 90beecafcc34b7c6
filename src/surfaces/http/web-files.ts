// Serves the built web app. Only files that were there at start are served, by exact path, so no path can climb out of the folder.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import type { Env } from './door.ts';
import { plainProblem } from './problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = /^(text\/|image\/svg|application\/)/;
const NOT_BUILT = 'The web app is not built yet. Run “npm run build”, then start again.\n';

interface WebFile {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly immutable: boolean;
  /** Made when first asked for, then kept. */
  br?: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
}

/** Every address of the app that is not a file is the app itself: its router decides what is there. */
export function mountWeb(app: Hono<Env>, folder: string | undefined): void {
  const files = folder === undefined || !existsSync(folder) ? new Map<string, WebFile>() : readFolder(folder, '');
  app.get('*', (c) => {
    c.set('route', 'web');
    const asked = files.get(c.req.path);
    if (asked) return answer(c, asked);
    const isPage = extname(c.req.path) === '' && (c.req.header('accept') ?? '*/*').match(/text\/html|\*\/\*/) !== null;
    const page = files.get('/index.html');
    if (isPage && page) return answer(c, page);
    if (isPage) return c.text(NOT_BUILT, 503);
    return plainProblem(c, 404, 'Not found', 'There is nothing at this address.');
  });
}

function answer(c: Context<Env>, file: WebFile): Response {
  c.header('etag', file.etag);
  c.header('vary', 'accept-encoding');
  c.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (c.req.header('if-none-match')?.split(/,\s*/).includes(file.etag)) return c.body(null, 304);
  c.header('content-type', file.type);
  const accepted = c.req.header('accept-encoding') ?? '';
  if (COMPRESSED.test(file.type) && file.body.length > 1000) {
    if (/\bbr\b/.test(accepted)) {
      c.header('content-encoding', 'br');
      return c.body((file.br ??= new Uint8Array(brotliCompressSync(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))));
    }
    if (/\bgzip\b/.test(accepted)) {
      c.header('content-encoding', 'gzip');
      return c.body((file.gzip ??= new Uint8Array(gzipSync(file.body, { level: 9 }))));
    }
  }
  return c.body(file.body);
}

function readFolder(folder: string, at: string): Map<string, WebFile> {
  const files = new Map<string, WebFile>();
  for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = `${at}/${entry.name}`;
    if (entry.isDirectory()) for (const [name, file] of readFolder(folder, path)) files.set(name, file);
    if (!entry.isFile()) continue;
    const body = new Uint8Array(readFileSync(join(folder, path)));
    files.set(path, {
      type: TYPES[extname(entry.name)] ?? 'application/octet-stream',
      body,
      etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      immutable: path.startsWith('/assets/'),
    });
  }
  return files;
}
