// Starts the built program as a person would, on a port and a data folder of its own, and speaks to it as the person's browser does.
// Knows no page.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { httpCaller } from '../../src/client/http-caller.ts';
import type { InputOf, OperationName, OutputOf } from '../../src/contract/index.ts';
import { isFresh } from '../../scripts/building/stamp.ts';
import { root } from '../../scripts/root.ts';

export interface JourneyServer {
  /** `http://127.0.0.1:41234` */
  readonly url: string;
  /** The printed address that signs a browser in. */
  readonly opening: string;
  /** Where the data lies; outlives the server. */
  readonly folder: string;
  /** Asks as the person at this machine; throws the refusal's code. */
  readonly ask: <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Ends it kindly. Resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** The program of today: built once, in a process of its own, since the runner's NODE_ENV would reach React's build. */
export function buildOnce(): void {
  if (isFresh()) return;
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit'] });
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'throughline-journey-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** `sample` begins with the sample company, as a first start does. Throws what the program said when it does not come up. */
export async function startServer(options: { readonly folder: string; readonly sample: boolean }): Promise<JourneyServer> {
  const { PATH, HOME, TZ } = process.env;
  const args = [join(root, 'bin/throughline.js'), 'start', '--port', '0', '--data-dir', options.folder, ...(options.sample ? [] : ['--no-sample'])];
  const program = spawn(process.execPath, args, { cwd: root, env: { PATH, HOME, TZ, LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(program, 'exit') as Promise<[number | null]>;
  const opening = await printedAddress(program);
  const { origin: url } = new URL(opening);
  const opened = await fetch(opening, { redirect: 'manual' });
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const signedIn: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', cookie);
    headers.set('origin', url);
    return fetch(input, { ...init, headers });
  };
  const call = httpCaller({ baseUrl: url, fetch: signedIn });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    program.kill(signal);
    const [code] = await ended;
    return code;
  };
  return {
    url, opening, folder: options.folder,
    ask: async (name, input) => {
      const outcome = await call(name, input);
      if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.refusal.code}`);
      return outcome.value;
    },
    kill: async () => { await end('SIGKILL'); },
    stop: () => end('SIGTERM'),
  };
}

function printedAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\/\/\S+\/open\/\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    program.stdout?.on('data', listen);
    program.stderr?.on('data', listen);
    program.once('error', reject);
    program.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${said}`)));
  });
}

/** Asks until the audit has read everything that is there. The test's own time limit ends the asking. */
export async function audited(server: JourneyServer): Promise<OutputOf<'audit.get'>> {
  for (;;) {
    const told = await server.ask('audit.get', {});
    const { runningJobs } = await server.ask('workspace.get', {});
    if (told.audit !== undefined && told.running === undefined && runningJobs.length === 0) return told;
    await new Promise((resolve) => { setTimeout(resolve, 60); });
  }
}

/** Brings a file in by its path, as `throughline import` does, and waits until it is read and audited. */
export async function importAndAudit(server: JourneyServer, path: string): Promise<void> {
  const { import: done } = await server.ask('import.start', { files: [{ path }], wait: true });
  if (done.state !== 'done') throw new Error(`the import is ${done.state}`);
  await audited(server);
}
