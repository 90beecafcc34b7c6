// `throughline mcp`: reaches the running server, or becomes it, so that several agents and the terminal share one folder.
import type { Caller } from '../contract/index.ts';
import { operationNamed } from '../contract/index.ts';
import { ServerUnreachable } from '../client/fault.ts';
import { httpCaller } from '../client/http-caller.ts';
import type { Place, Terminal } from '../surfaces/cli/door.ts';
import { jsonLog } from '../surfaces/http/request-log.ts';
import { mcpOverStdio } from '../surfaces/mcp/transports.ts';
import { attach, servedFolder } from './attach.ts';
import { openHouse } from './house.ts';
import { builtWeb, serveHouse } from './serving.ts';
import { readSettings } from './settings.ts';

interface Reached {
  readonly call: Caller;
  close(): Promise<void>;
}

/** Serves standard input and output until the agent closes them. Nothing but the protocol goes to standard output. */
export async function serveAgent(place: Place, terminal: Terminal, version: string): Promise<void> {
  const log = jsonLog({ level: readSettings({}, terminal.env).logLevel, fileDescriptor: 2 });
  let reached: Promise<Reached> | undefined;
  const reach = (): Promise<Reached> => (reached ??= reachHouse(place, terminal, version));
  const call = async (name: string, input: unknown): Promise<unknown> => {
    try {
      return await (await reach()).call(name as never, input as never);
    } catch (error) {
      if (!(error instanceof ServerUnreachable)) throw error;
      // Whoever served the folder is gone. A read is asked again; a write may have happened and is not.
      reached = undefined;
      if (operationNamed.get(name)?.kind !== 'query') throw error;
      return (await reach()).call(name as never, input as never);
    }
  };
  await reach();
  try {
    await mcpOverStdio({ call: call as Caller, version, onFault: (fault) => log.error({ err: fault }, 'fault') });
  } finally {
    await (await reached)?.close();
  }
}

async function reachHouse(place: Place, terminal: Terminal, version: string): Promise<Reached> {
  const log = jsonLog({ level: 'error', fileDescriptor: 2 });
  if (place.server !== undefined || terminal.env['THROUGHLINE_SERVER'] !== undefined) return attach(place, terminal.env, log, version);
  const settings = readSettings(place.dataDir === undefined ? {} : { dataDir: place.dataDir }, terminal.env);
  const running = await servedFolder(settings);
  if (running?.url !== undefined) return { call: httpCaller({ baseUrl: running.url, ...(running.token === undefined ? {} : { token: running.token }) }), close: () => Promise.resolve() };
  const house = await openHouse(settings, { log, version });
  const webFolder = builtWeb();
  const serving = await serveHouse(house, { ...settings, host: '127.0.0.1', port: 0, portAsked: false }, { version, ...(webFolder === undefined ? {} : { webFolder }) });
  return {
    call: house.call,
    close: async () => {
      await serving.close();
      await house.close();
    },
  };
}
