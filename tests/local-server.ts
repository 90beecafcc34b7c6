// A web server of one test's own on the loopback address. Knows nothing of what it answers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** Serves what `answer` writes until the test ends; resolves with its address, such as `http://127.0.0.1:41234`. */
export function localServer(): (answer: (request: IncomingMessage, response: ServerResponse) => void) => Promise<string> {
  let server: Server | undefined;
  afterEach(async () => {
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
  });
  return async (answer) => {
    const made = createServer(answer);
    server = made;
    await new Promise<void>((resolve) => { made.listen(0, '127.0.0.1', resolve); });
    return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
  };
}
