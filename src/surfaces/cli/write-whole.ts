// Writes a report where it was asked for: whole or not at all, so that a reader never sees half a page.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Stopped, type GlobalFlags, type Terminal } from './door.ts';

/** `-` is standard output. Ends with exit code 2 and the reason when the place cannot be written. */
export function writeWhole(terminal: Terminal, place: string, text: string, flags: Pick<GlobalFlags, 'quiet'>): void {
  if (place === '-') return terminal.out(text);
  const path = resolve(terminal.workingFolder, place);
  const draft = `${path}.part`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new Stopped(2, `${place} could not be written: ${(error as Error).message.split(',')[0]}.`, { cause: error });
  }
  if (!flags.quiet) terminal.note(`The report is in ${place}.\n`);
}
