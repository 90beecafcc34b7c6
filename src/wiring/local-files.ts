// The folder of uploaded files and made archives, by id. A person's file name never becomes a path here.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../operations/services.ts';

const ID = /^[a-z]{3}_[0-9A-Z]{26}$/;
const DAY_MS = 86_400_000;

/** Makes the folder (0700) and throws away halves of uploads that a dead process left more than a day ago. */
export function localFiles(folder: string, now: number): Files {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith('.part') && now - statSync(path).mtimeMs > DAY_MS) rmSync(path, { force: true });
  }
  const pathOf = (id: string): string => {
    if (!ID.test(id)) throw new RangeError(`not an id of a file: ${id}`);
    return join(folder, id);
  };
  return { pathOf, remove: (id) => rm(pathOf(id), { force: true }) };
}
