// What Throughline stands on, looked at one by one: each check says in a sentence what it found, and none changes anything.
import { accessSync, constants, existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findRunningServer } from '../store/engine/folder-lock.ts';
import type { Check, Place } from '../surfaces/cli/door.ts';
import { attach } from './attach.ts';
import { builtWeb } from './serving.ts';
import { readSettings, type Environment } from './settings.ts';

const LEAST_FREE = 500_000_000;

export async function diagnose(place: Place, env: Environment, version: string): Promise<readonly Check[]> {
  const settings = readSettings(place.dataDir === undefined ? {} : { dataDir: place.dataDir }, env);
  const running = await findRunningServer(settings.dataDir);
  return [
    { name: 'version', state: 'ok', says: `Throughline ${version}` },
    nodeCheck(process.versions.node),
    ...settings.warnings.map((says): Check => ({ name: 'environment', state: 'warning', says })),
    folderCheck(settings.dataDir),
    await diskCheck(settings.dataDir),
    { name: 'server', state: 'ok', says: running === undefined ? 'None runs for this folder.' : `Process ${running.pid} has the folder open${running.url === undefined ? '' : ` and serves it at ${running.url}`}.` },
    await databaseCheck(place, env, version, running !== undefined || settings.databaseUrl !== undefined || existsSync(settings.dataDir)),
    builtWeb() === undefined ? { name: 'web app', state: 'warning', says: 'It is not built; the terminal works without it.' } : { name: 'web app', state: 'ok', says: 'It is built.' },
  ];
}

export function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return { name: 'node', state: fits ? 'ok' : 'failed', says: fits ? `Node ${version}` : `Node ${version} is too old; 20.19 is the oldest that works.` };
}

function folderCheck(folder: string): Check {
  const nearest = nearestFolder(folder);
  try {
    accessSync(nearest, constants.W_OK);
  } catch {
    return { name: 'folder', state: 'failed', says: `${folder} cannot be written by this user.` };
  }
  return { name: 'folder', state: 'ok', says: existsSync(folder) ? folder : `${folder} is made at the first start.` };
}

async function diskCheck(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(nearestFolder(folder));
  const free = bavail * bsize;
  const says = `${(free / 1e9).toFixed(1)} GB free`;
  return free < LEAST_FREE ? { name: 'disk', state: 'warning', says: `${says}; an import may need more.` } : { name: 'disk', state: 'ok', says };
}

async function databaseCheck(place: Place, env: Environment, version: string, isThere: boolean): Promise<Check> {
  const name = 'database';
  if (!isThere) return { name, state: 'ok', says: 'It is made at the first start.' };
  const silent = { info: () => undefined, error: () => undefined };
  try {
    const attached = await attach(place, env, silent, version);
    try {
      const answer = await attached.call('workspace.get', {});
      return answer.ok ? { name, state: 'ok', says: `It answers: ${answer.value.name}, ${answer.value.counts.items} items.` } : { name, state: 'failed', says: `It refused to answer (${answer.refusal.code}).` };
    } finally {
      await attached.close();
    }
  } catch (error) {
    return { name, state: 'failed', says: error instanceof Error ? error.message : String(error) };
  }
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}
