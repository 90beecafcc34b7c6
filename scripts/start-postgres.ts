// Starts a throw-away PostgreSQL from binaries in a temporary folder and takes it away again, even when its starter is killed.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FoundPostgres } from './find-postgres.ts';

export interface StartedPostgres {
  /** Of a superuser, on 127.0.0.1. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs postgres until standard input closes, which the kernel does when the starter dies, and then removes the folder. */
const KEEPER = '"$0" -D "$1" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$2"';

/**
 * initdb and start, about 2 seconds. fsync is off: the cluster never outlives the run. Text sorts by ICU English, so that a query that forgets
 * COLLATE "C" shows a different order than on the embedded engine. As root it runs as the user postgres or nobody, since
 * PostgreSQL refuses root. Throws with the server's own words when it does not come up.
 */
export async function startPostgres(binaries: Extract<FoundPostgres, { kind: 'binaries' }>): Promise<StartedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-postgres-'));
  const user = process.getuid?.() === 0 ? unprivileged() : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(join(binaries.folder, 'initdb'), [
    '-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US',
  ], { encoding: 'utf8', cwd: folder, ...user });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.stderr}`);
  }
  const port = await freePort();
  writeFileSync(join(data, 'postgresql.conf'), [
    `port = ${port}`, "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", 'fsync = off', 'full_page_writes = off',
    'shared_buffers = 64MB', 'max_connections = 100', "timezone = 'America/Los_Angeles'", "datestyle = 'SQL, DMY'", 'logging_collector = off', '',
  ].join('\n'));
  const keeper = spawn('sh', ['-c', KEEPER, join(binaries.folder, 'postgres'), data, folder], { stdio: ['pipe', 'ignore', 'pipe'], cwd: folder, ...user });
  let log = '';
  keeper.stderr.setEncoding('utf8').on('data', (piece: string) => {
    log = (log + piece).slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => {
    keeper.once('exit', () => resolve());
  });
  const stop = async (): Promise<void> => {
    keeper.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waited = 0; !/ready to accept connections/.test(log); waited += 50) {
    if (waited > 30_000 || /FATAL/.test(log)) {
      await stop();
      throw new Error(`PostgreSQL did not start: ${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

function unprivileged(): { readonly uid: number; readonly gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout));
    if (ids[0]! > 0) return { uid: ids[0]!, gid: ids[1]! };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
