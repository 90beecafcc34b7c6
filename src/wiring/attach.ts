// How the terminal and an agent reach the workspace: over HTTP where a server runs, else by opening the folder themselves.
// Never both: the folder's lock decides.
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { httpCaller, type HttpCallerOptions } from '../client/http-caller.ts';
import { downloadArchive, uploadFile } from '../client/transfer.ts';
import type { Outcome } from '../contract/operation.ts';
import { refusalSentence, REFUSALS } from '../contract/refusals.ts';
import type { Log } from '../operations/services.ts';
import { findRunningServer, type RunningServer } from '../store/engine/folder-lock.ts';
import { Stopped, type Attached, type Place } from '../surfaces/cli/door.ts';
import type { House } from './house.ts';
import { readSettings, secret, type Environment, type Settings } from './settings.ts';

/** A folder that is held but not served may be just starting. */
const STARTING_MS = 5_000;

export async function attach(place: Place, env: Environment, log: Log, version: string): Promise<Attached> {
  const settings = readSettings(place.dataDir === undefined ? {} : { dataDir: place.dataDir }, env);
  const server = place.server ?? env['THROUGHLINE_SERVER'];
  if (server !== undefined) return overHttp(await namedServer(server, settings, env), false);
  const running = await servedFolder(settings);
  if (running?.url !== undefined) return overHttp({ baseUrl: running.url, ...(running.token === undefined ? {} : { token: running.token }) }, true);
  const { openHouse } = await import('./house.ts');
  return inProcess(await openHouse(settings, { log, version }));
}

/** The server of this folder, waited for while it starts; undefined when nobody holds the folder or a database server is used. */
export async function servedFolder(settings: Settings): Promise<RunningServer | undefined> {
  if (settings.databaseUrl !== undefined) return undefined;
  for (const until = Date.now() + STARTING_MS; ;) {
    const running = await findRunningServer(settings.dataDir);
    if (running === undefined || running.url !== undefined || Date.now() > until) return running;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function namedServer(server: string, settings: Settings, env: Environment): Promise<HttpCallerOptions> {
  if (!URL.canParse(server)) throw new Stopped(2, `“${server}” is not an address. It is written like http://127.0.0.1:4747.`);
  const baseUrl = new URL(server).origin;
  const running = await findRunningServer(settings.dataDir);
  const token = secret(env, 'THROUGHLINE_TOKEN') ?? (running?.url === baseUrl ? running.token : undefined);
  return { baseUrl, ...(token === undefined ? {} : { token }) };
}

export function overHttp(options: HttpCallerOptions, sameMachine: boolean): Attached {
  return {
    call: httpCaller(options), sameMachine,
    upload: async (path) => demand(await uploadFile(options, basename(path), Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>)).upload,
    download: async (address, path) => {
      const response = demand(await downloadArchive(options, address));
      return whole(path, (part) => pipeline(Readable.fromWeb(response.body as never), createWriteStream(part, { mode: 0o600 })));
    },
    close: () => Promise.resolve(),
  };
}

function inProcess(house: House): Attached {
  return {
    call: house.call, sameMachine: true,
    upload: () => Promise.reject(new Error('a file on this machine needs no upload')),
    download: (address, path) => whole(path, (part) => copyFile(house.services.files.pathOf(basename(address)), part)),
    close: () => house.close(),
  };
}

/** Writes beside the name and takes it only when every byte is there. Returns the bytes. */
async function whole(path: string, write: (part: string) => Promise<void>): Promise<number> {
  const part = `${path}.part`;
  try {
    await write(part);
    const { size } = await stat(part);
    await rename(part, path);
    return size;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function demand<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Stopped(REFUSALS[outcome.refusal.code].exit, refusalSentence(outcome.refusal.code, outcome.refusal.details));
}
