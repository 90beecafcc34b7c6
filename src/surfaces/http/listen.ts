// Puts the app on a port and takes it off again without cutting anybody short. Knows no route.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

export interface Listening {
  readonly port: number;
  /** Takes no more requests, lets those under way end for at most `graceMs`, then closes what is left. */
  close(graceMs: number): Promise<void>;
}

/** The port is taken, or may not be used. The sentence says what to do. */
export class PortUnavailable extends Error {
  readonly port: number;
  constructor(port: number, reason: string, options?: ErrorOptions) {
    super(`Port ${port} cannot be used: ${reason}. Choose another with --port, or --port 0 for any that is free.`, options);
    this.name = 'PortUnavailable';
    this.port = port;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens on it', EACCES: 'this user may not open it', EADDRNOTAVAIL: 'this machine has no such address',
};

/** `fetch` is the app. Throws PortUnavailable. Port 0 takes any that is free. */
export async function listenOn(fetch: (request: Request, env: never) => Response | Promise<Response>, at: { readonly host: string; readonly port: number }): Promise<Listening> {
  const answer = getRequestListener(fetch as never, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void answer(request, response));
  // An upload may take hours; a caller that never ends its headers may not.
  server.requestTimeout = 0;
  server.headersTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new PortUnavailable(at.port, REASONS[error.code ?? ''] ?? error.message, { cause: error })));
    server.listen(at.port, at.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: (graceMs) => closeKindly(server, graceMs) };
}

async function closeKindly(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
