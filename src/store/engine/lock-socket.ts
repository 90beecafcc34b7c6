// The socket that is the lock: where it lies, how it is listened on, how to ask whether somebody answers.
// The kernel closes it when its owner dies, however that happens. Knows nothing of takeover.
import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import * as net from 'node:net';
import { join } from 'node:path';

const SOCKET = 'server.sock';
/** sun_path holds 108 bytes on Linux and 104 on macOS, with the closing zero. */
const LONGEST_PATH = 100;
const ASK_MS = 2_000;

export interface LockAddress {
  readonly path: string;
  /** Lets go of what the address itself holds open. */
  close(): void;
}

/**
 * `server.sock` in the folder. Where that path is too long for a socket: on Linux the same socket through an open folder
 * (/proc/self/fd), elsewhere one under /tmp named by the folder's hash; never an environment-dependent place, which would give
 * two sessions two locks. On Windows a named pipe. `folder` is a real path.
 */
export function lockAddress(folder: string): LockAddress {
  const hash = createHash('sha256').update(process.platform === 'win32' ? folder.toLowerCase() : folder).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\throughline-${hash}`, close: () => undefined };
  const direct = join(folder, SOCKET);
  if (Buffer.byteLength(direct) <= LONGEST_PATH) return { path: direct, close: () => undefined };
  if (process.platform !== 'linux') return { path: `/tmp/throughline-${hash}.sock`, close: () => undefined };
  const fd = openSync(folder, 'r');
  return { path: `/proc/self/fd/${fd}/${SOCKET}`, close: () => closeSync(fd) };
}

export interface LockSocket {
  close(): Promise<void>;
}

/** Listens; throws EADDRINUSE when the name is taken, by a live or a dead owner. `greet` is sent to everyone who connects. */
export function listen(address: LockAddress, greet: () => string): Promise<LockSocket> {
  return new Promise((resolve, reject) => {
    const guests = new Set<net.Socket>();
    const server = net.createServer((socket) => {
      guests.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => guests.delete(socket));
      socket.end(greet());
    });
    const close = (): Promise<void> => new Promise((done) => {
      server.close(() => done());
      for (const guest of guests) guest.destroy();
    });
    server.once('error', reject);
    server.listen({ path: address.path, readableAll: false, writableAll: false }, () => {
      server.off('error', reject);
      server.on('error', () => undefined);
      resolve({ close });
    });
  });
}

export function removeSocket(address: LockAddress): void {
  if (process.platform !== 'win32') rmSync(address.path, { force: true });
}

/** `nobody` listens; `somebody` does and said this (empty when stopped or very busy); `unsure`: ask again. */
export interface Reply {
  readonly state: 'nobody' | 'somebody' | 'unsure';
  readonly said: string;
}

/** The kernel accepts for an owner that is alive but does not speak within 2 seconds, and that is what counts. */
export function ask(address: LockAddress): Promise<Reply> {
  return new Promise((resolve) => {
    let said = '';
    let connected = false;
    const socket = net.connect(address.path);
    const finish = (state: Reply['state']): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ state, said });
    };
    const timer = setTimeout(() => finish(connected ? 'somebody' : 'unsure'), ASK_MS);
    socket.setEncoding('utf8');
    socket.once('connect', () => {
      connected = true;
    });
    socket.on('data', (piece: string) => {
      said += piece;
    });
    socket.once('end', () => finish('somebody'));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      finish(!connected && ['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(error.code ?? '') ? 'nobody' : 'unsure');
    });
  });
}
