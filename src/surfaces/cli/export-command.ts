// `throughline export --out FILE`: everything in one archive, written whole or not at all.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { placeOf, Stopped, type CliDoor, type GlobalFlags } from './door.ts';
import { refusedIn } from './refused.ts';
import { jsonText } from './style.ts';
import { bytesText, counted } from './words.ts';

interface Flags extends GlobalFlags { readonly out?: string }

export function addExportCommand(program: Command, door: CliDoor, finish: (code: number) => void): void {
  const command = program.commands.find((each) => each.name() === 'export')!;
  command
    .usage('[--out FILE]')
    .option('-o, --out <file>', 'where to write the archive; by default its own name in this folder')
    .addHelpText('after', '\nExamples:\n  throughline export --out backup.zip\n  throughline import backup.zip --data-dir ./empty\n')
    .action(async () => finish(await exportTo(door, command.optsWithGlobals())));
}

async function exportTo(door: CliDoor, flags: Flags): Promise<number> {
  const { terminal } = door;
  const wanted = flags.out === undefined ? undefined : resolve(terminal.workingFolder, flags.out);
  if (wanted !== undefined) refuseTaken(wanted, flags);
  const attached = await door.attach(placeOf(flags));
  try {
    const made = await attached.call('export.create', {});
    if (!made.ok) return refusedIn(terminal, flags, made.refusal);
    const { archive, download } = made.value;
    const path = wanted === undefined ? resolve(terminal.workingFolder, archive.fileName) : isFolder(wanted) ? join(wanted, archive.fileName) : wanted;
    refuseTaken(path, flags);
    const bytes = await attached.download(download, path);
    if (flags.json) terminal.out(jsonText({ archive, path }));
    else terminal.out(`${counted(archive.items, 'item')} and everything around them are in ${path} (${bytesText(bytes)}).\n`);
    return 0;
  } finally {
    await attached.close();
  }
}

function refuseTaken(path: string, flags: Flags): void {
  if (existsSync(path) && !isFolder(path) && !flags.yes) throw new Stopped(5, `${path} is there already. Choose another name, or say --yes to replace it.`);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
