// `throughline start` from beginning to end: settings, store, sample, port, the one address, and a kind stop.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { send } from '../client/http-caller.ts';
import type { RunningServer } from '../store/engine/folder-lock.ts';
import type { StartOptions, Terminal } from '../surfaces/cli/door.ts';
import { jsonLog } from '../surfaces/http/request-log.ts';
import { servedFolder } from './attach.ts';
import { openHouse } from './house.ts';
import { builtWeb, serveHouse } from './serving.ts';
import { readSettings, type Settings } from './settings.ts';

/** Resolves with the exit code when it was told to stop. */
export async function start(options: StartOptions, terminal: Terminal, version: string): Promise<number> {
  const settings = readSettings(options, terminal.env);
  for (const warning of settings.warnings) terminal.note(`${warning}\n`);
  const running = await servedFolder(settings);
  if (running?.url !== undefined) return tellRunning(running, settings, options, terminal);

  const log = jsonLog({ level: settings.logLevel, fileDescriptor: 2 });
  const house = await openHouse(settings, { log, version });
  try {
    if (house.fresh && options.sample) await house.call('sample.load', { seed: 1 });
    const webFolder = builtWeb();
    const serving = await serveHouse(house, settings, { version, ...(webFolder === undefined ? {} : { webFolder }) });
    tell(`Throughline is open at ${serving.opening}`, serving.opening, settings, options, terminal);
    const signal = await told();
    terminal.note('Stopping; what is under way ends first.\n');
    await serving.close();
    log.info({ signal }, 'stopped');
    return 0;
  } finally {
    await house.close();
  }
}

async function tellRunning(running: RunningServer, settings: Settings, options: StartOptions, terminal: Terminal): Promise<number> {
  const response = await send({ baseUrl: running.url!, ...(running.token === undefined ? {} : { token: running.token }) }, '/api/v1/opening', { method: 'GET' });
  const { path } = response.ok ? await response.json() as { path: string } : { path: '/' };
  tell(`Throughline is already open at ${running.url}${path}`, `${running.url}${path}`, settings, options, terminal);
  return 0;
}

function tell(sentence: string, address: string, settings: Settings, options: StartOptions, terminal: Terminal): void {
  terminal.out(`${sentence}\n`);
  if (terminal.outIsTerminal) terminal.note('The address is for you alone: it signs a browser in. Ctrl+C stops the server.\n');
  if (options.open) openBrowser(address, settings.dataDir);
}

/** By way of a file that only its owner reads: arguments of a program can be read by everyone on the machine. */
function openBrowser(address: string, dataDir: string): void {
  const page = join(dataDir, 'open.html');
  writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${address}"><title>Throughline</title><a href="${address}">Open Throughline</a>`, { mode: 0o600 });
  const [program, ...words] = process.platform === 'darwin' ? ['open', page] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', page] : ['xdg-open', page];
  spawn(program!, words, { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
}

/** The first signal to stop; a second one ends the program at once. */
function told(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
        resolve(signal);
      });
    }
  });
}
