// Exactly one process owns an embedded data folder, and everyone else learns who and where it is served.
// Knows nothing of databases or of HTTP beyond the address it is told.
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, listen, lockAddress, removeSocket, type LockAddress, type LockSocket } from './lock-socket.ts';
import { refuseNetworkFolder } from './network-folders.ts';
import { takeGuard } from './takeover-guard.ts';

const FACTS = 'server.json';
const TOKEN = 'server.token';
const GIVE_UP_MS = 15_000;

export interface FolderOwner {
  readonly pid: number;
  /** ISO time at which it took the folder. */
  readonly startedAt: string;
  /** Where it serves, once it does. */
  readonly url?: string;
}

export interface RunningServer extends FolderOwner {
  /** The local secret that the server accepts as a bearer token; readable by the folder's user only. */
  readonly token?: string;
}

export interface HeldFolder {
  /** The folder's real path. */
  readonly path: string;
  /** Tells CLI and MCP of this machine's user where to go: `server.json`, `server.token` (0600) and the socket's greeting. */
  publish(served: { readonly url: string; readonly token: string }): void;
  release(): Promise<void>;
}

/** Another process owns the folder. `owner` is undefined when it did not say who it is. */
export class FolderHeld extends Error {
  readonly owner: FolderOwner | undefined;
  constructor(path: string, owner: FolderOwner | undefined) {
    const who = owner ? `process ${owner.pid}, since ${owner.startedAt}` : 'a process that does not answer';
    const where = owner?.url === undefined ? 'Close that one first' : `Use it at ${owner.url}, or close it first`;
    super(`The data folder ${path} is open in another Throughline (${who}). ${where}.`);
    this.name = 'FolderHeld';
    this.owner = owner;
  }
}

/**
 * Takes the folder (made with mode 0700 when missing) until `release` or death. Throws FolderHeld, or NetworkFolder where a
 * lock cannot be trusted. A dead owner's folder is taken over at once, by one of those who try.
 */
export async function acquireDataFolder(folder: string): Promise<HeldFolder> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = realpathSync(folder);
  refuseNetworkFolder(path);
  const address = lockAddress(path);
  const owner: { -readonly [K in keyof FolderOwner]: FolderOwner[K] } = { pid: process.pid, startedAt: new Date().toISOString() };
  try {
    const socket = await take(path, address, () => JSON.stringify(owner));
    writeWhole(join(path, FACTS), JSON.stringify(owner));
    let released = false;
    return {
      path,
      publish: ({ url, token }) => {
        owner.url = url;
        writeWhole(join(path, TOKEN), token);
        writeWhole(join(path, FACTS), JSON.stringify(owner));
      },
      release: async () => {
        if (released) return;
        released = true;
        rmSync(join(path, FACTS), { force: true });
        rmSync(join(path, TOKEN), { force: true });
        await socket.close();
        address.close();
      },
    };
  } catch (error) {
    address.close();
    throw error;
  }
}

/**
 * The server that owns the folder; undefined when nobody does, whatever files a dead one left. `url` and `token` are
 * undefined while it has not published them.
 */
export async function findRunningServer(folder: string): Promise<RunningServer | undefined> {
  let path: string;
  try {
    path = realpathSync(folder);
  } catch {
    return undefined;
  }
  const address = lockAddress(path);
  try {
    const reply = await ask(address);
    if (reply.state === 'nobody') return undefined;
    const owner = readOwner(reply.said, path) ?? { pid: 0, startedAt: '' };
    const token = owner.url === undefined ? undefined : readText(join(path, TOKEN));
    return { ...owner, ...(token === undefined ? {} : { token }) };
  } finally {
    address.close();
  }
}

/** Nobody binds outside the guard: between another's bind and its listen, its socket looks dead. */
async function take(path: string, address: LockAddress, greet: () => string): Promise<LockSocket> {
  const until = Date.now() + GIVE_UP_MS;
  while (Date.now() < until) {
    const socket = await tryToTake(path, address, greet);
    if (socket) return socket;
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
  }
  throw new FolderHeld(path, undefined);
}

async function tryToTake(path: string, address: LockAddress, greet: () => string): Promise<LockSocket | undefined> {
  if (!(await isFree(path, address))) return undefined;
  if (process.platform === 'win32') return listen(address, greet).catch(() => undefined);
  const guard = takeGuard(path);
  if (!guard) return undefined;
  try {
    if (!(await isFree(path, address))) return undefined;
    removeSocket(address);
    return await listen(address, greet);
  } finally {
    guard.release();
  }
}

/** False when it cannot be told yet; throws FolderHeld when somebody answers. */
async function isFree(path: string, address: LockAddress): Promise<boolean> {
  const reply = await ask(address);
  if (reply.state === 'somebody') throw new FolderHeld(path, readOwner(reply.said, path));
  return reply.state === 'nobody';
}

function readOwner(said: string, path: string): FolderOwner | undefined {
  for (const text of [said, readText(join(path, FACTS))]) {
    try {
      const owner = JSON.parse(text ?? '') as FolderOwner;
      if (typeof owner.pid === 'number') return owner;
    } catch {
      continue;
    }
  }
  return undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
