// A real CalDAV server for tests: radicale on a free port, with one user and an empty calendar at /pm/diary/. Knows nothing of what is tried on it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CALENDAR = '<?xml version="1.0"?><c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop><d:displayname>Diary</d:displayname><c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set></d:prop></d:set></c:mkcalendar>';

export interface CalDavServer {
  /** `http://127.0.0.1:41234` */
  readonly base: string;
  readonly account: { readonly server: string; readonly username: string; readonly password: string };
  /** Sends one request as the user; resolves with its status. */
  readonly send: (method: string, path: string, body?: string, headers?: Readonly<Record<string, string>>) => Promise<number>;
  /** Writes one object of the calendar, `name` without `.ics`. */
  readonly put: (name: string, text: string) => Promise<number>;
  /** Empties the calendar by making it anew. */
  readonly begin: () => Promise<void>;
  readonly stop: () => void;
}

export function hasRadicale(): boolean {
  try {
    execFileSync('radicale', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export async function startRadicale(password: string): Promise<CalDavServer> {
  const folder = mkdtempSync(join(tmpdir(), 'caldav-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'users'), `pm:${password}\n`);
  const program = spawn('radicale', ['--config', '', '--server-hosts', `127.0.0.1:${port}`, '--storage-filesystem-folder', join(folder, 'data'), '--auth-type', 'htpasswd', '--auth-htpasswd-filename', join(folder, 'users'), '--auth-htpasswd-encryption', 'plain', '--auth-delay', '0'], { stdio: 'ignore' });
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(base).then(() => true, () => false)) break;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  const authorization = `Basic ${Buffer.from(`pm:${password}`).toString('base64')}`;
  const send: CalDavServer['send'] = async (method, path, body, headers = {}) => (await fetch(`${base}${path}`, { method, headers: { authorization, ...headers }, ...(body === undefined ? {} : { body }) })).status;
  return {
    base, account: { server: `${base}/`, username: 'pm', password }, send,
    put: (name, text) => send('PUT', `/pm/diary/${name}.ics`, text, { 'content-type': 'text/calendar; charset=utf-8' }),
    begin: async () => {
      await send('DELETE', '/pm/diary/');
      const status = await send('MKCALENDAR', '/pm/diary/', CALENDAR, { 'content-type': 'application/xml' });
      if (status !== 201) throw new Error(`the server made no calendar: ${status}`);
    },
    stop: () => {
      program.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve); });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => { probe.close(resolve); });
  return port;
}
