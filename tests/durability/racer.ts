// Child program: at each line on standard input tries to take the folder and says `owner` or `held <pid of the owner>`.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { acquireDataFolder, FolderHeld } from '../../src/store/engine/folder-lock.ts';

const folder = process.argv[2] ?? '';
writeSync(1, 'ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'go') continue;
  try {
    await acquireDataFolder(folder);
    writeSync(1, 'owner\n');
  } catch (error) {
    writeSync(1, error instanceof FolderHeld ? `held ${error.owner?.pid ?? 'nobody'}\n` : `failed ${String(error)}\n`);
  }
}
