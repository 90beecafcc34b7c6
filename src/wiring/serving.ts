// Puts a house on a port: HTTP, the web app and MCP behind one guard, and tells the data folder where it is.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asker } from '../operations/context.ts';
import { desk } from '../operations/desk.ts';
import { localAccess } from '../surfaces/http/access.ts';
import { httpApp } from '../surfaces/http/app.ts';
import { listenOn, PortUnavailable, type Listening } from '../surfaces/http/listen.ts';
import { countJobs } from '../store/job.ts';
import { mcpOverHttp } from '../surfaces/mcp/transports.ts';
import type { House } from './house.ts';
import type { Settings } from './settings.ts';

export interface Serving {
  /** `http://127.0.0.1:4747` */
  readonly url: string;
  /** The address that signs a browser in; for its owner's eyes. */
  readonly opening: string;
  /** Ends requests under way within the grace, then closes. The house stays open. */
  close(): Promise<void>;
}

export interface ServingOptions {
  readonly version: string;
  /** Without one the program says that the app is not built. */
  readonly webFolder?: string;
}

const GRACE_MS = 30_000;

/** Throws PortUnavailable when the port that was asked for is taken; a default one gives way to any that is free. */
export async function serveHouse(house: House, settings: Pick<Settings, 'dataDir' | 'host' | 'port' | 'portAsked' | 'publicUrl'>, options: ServingOptions): Promise<Serving> {
  const { services } = house;
  let listening: Listening | undefined;
  const port = (): number => listening?.port ?? settings.port;
  const access = localAccess({ sessionKey: sessionKey(settings.dataDir), clock: services.clock });
  const app = httpApp({
    run: house.run, askerFor: house.askerFor, desk: desk(services), access, log: services.log, newRequestId: () => house.newRequestId(),
    addresses: { port, ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }) },
    clock: () => performance.now(), version: options.version, ...(options.webFolder === undefined ? {} : { webFolder: options.webFolder }),
    checks: async () => ({ database: await answers(house) }),
    jobs: () => services.store.transaction((tx) => countJobs(tx, house.askerFor(true).workspaceId)),
    mcp: mcpOverHttp((asker: Asker, requestId) => ({
      call: (name, input) => house.run(name, input, asker, requestId), version: options.version,
      onFault: (fault) => services.log.error({ request_id: requestId, err: fault }, 'fault'),
    })),
  });
  const listen = (on: number): Promise<Listening> => listenOn((request, env) => app.fetch(request, env), { host: settings.host, port: on });
  try {
    listening = await listen(settings.port);
  } catch (error) {
    if (settings.portAsked || !(error instanceof PortUnavailable)) throw error;
    listening = await listen(0);
  }
  const name = settings.host === '127.0.0.1' || settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const url = `http://${name}:${listening.port}`;
  services.store.folder?.publish({ url, token: access.token });
  const live = listening;
  const sweeping = sweepDaily(house);
  return {
    url, opening: `${settings.publicUrl ?? url}/open/${access.ticket}`,
    close: () => {
      clearInterval(sweeping);
      return live.close(GRACE_MS);
    },
  };
}

/** Files that have had their time go now and once a day; a failure is tried again the next day. */
function sweepDaily(house: House): NodeJS.Timeout {
  const { log } = house.services;
  const sweep = (): void => void desk(house.services).sweep(house.askerFor(true)).catch((error: unknown) => log.error({ err: error }, 'old files could not be removed'));
  sweep();
  return setInterval(sweep, 86_400_000).unref();
}

async function answers(house: House): Promise<boolean> {
  try {
    return (await house.call('workspace.get', {})).ok;
  } catch {
    return false;
  }
}

/** 32 bytes that outlive a restart; deleting the file signs every browser out. */
function sessionKey(dataDir: string): Uint8Array {
  const path = join(dataDir, 'session.key');
  if (existsSync(path)) {
    const key = readFileSync(path);
    if (key.length === 32) return key;
  }
  const key = randomBytes(32);
  writeFileSync(path, key, { mode: 0o600 });
  chmodSync(path, 0o600);
  return key;
}

/** `web` beside the bundle; in a checkout, what the last build left in dist. Undefined where neither is. */
export function builtWeb(here: string = import.meta.url): string | undefined {
  const folder = fileURLToPath(new URL(here.endsWith('.ts') ? '../../dist/web' : './web', here));
  return existsSync(join(folder, 'index.html')) ? folder : undefined;
}
