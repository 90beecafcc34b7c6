// `throughline seal verify EXPORT`: checks the chain of seals from an export alone. Without a file the same words ask the workspace.
// Decides what is printed and the exit code: 0 intact, 1 broken, 2 unreadable.
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { OPERATIONS } from '../../contract/index.ts';
import { Stopped, type CliDoor, type GlobalFlags } from './door.ts';
import { ask } from './operation-commands.ts';
import { jsonText, styleFor, tame } from './style.ts';
import { counted } from './words.ts';

interface Fault { readonly position: number; readonly what: 'changed' | 'unreadable' | 'out_of_order' | 'broken_link' }
type Checked = { readonly ok: true; readonly seals: number; readonly intact: boolean; readonly head: string | undefined; readonly faults: readonly Fault[] } | { readonly ok: false; readonly reason: string };
type Verify = (path: string) => Promise<Checked>;

const WORDS: Readonly<Record<Fault['what'], string>> = {
  changed: 'does not say what was sealed', unreadable: 'cannot be read', out_of_order: 'does not stand in its place', broken_link: 'does not follow the seal before it',
};

export function sealCommand(verify: Verify): (program: Command, door: CliDoor, finish: (code: number) => void) => void {
  return (program, door, finish) => {
    const command = program.commands.find((each) => each.name() === 'seal')!.commands.find((each) => each.name() === 'verify')!;
    command
      .usage('[EXPORT] [--json]')
      .argument('[export]', 'an archive made by throughline export; without it, the workspace is asked')
      .addHelpText('after', '\nExamples:\n  throughline seal verify                      the chain of the workspace\n  throughline seal verify throughline.zip      the chain of an export, without a workspace\n')
      .action(async (file: string | undefined) => {
        const flags = command.optsWithGlobals<GlobalFlags>();
        if (file === undefined) return finish(await ask(door, OPERATIONS.find(({ name }) => name === 'seal.verify')!, {}, flags));
        return finish(await verifyAndTell(verify, door, file, flags));
      });
  };
}

async function verifyAndTell(verify: Verify, { terminal }: CliDoor, file: string, flags: GlobalFlags): Promise<number> {
  const checked = await verify(resolve(terminal.workingFolder, file));
  const name = tame(basename(file));
  if (!checked.ok) throw new Stopped(2, `${name} cannot be checked: ${tame(checked.reason)}.`);
  const { seals, intact, head, faults } = checked;
  if (flags.json) terminal.out(jsonText({ seals, intact, ...(head === undefined ? {} : { head }), faults }));
  else {
    const sentence = intact ? `${counted(seals, 'seal')} in ${name}: the chain is whole.` : `${counted(seals, 'seal')} in ${name}: the chain is broken.`;
    const lines = faults.map(({ position, what }) => `seal ${position} ${WORDS[what]}`);
    terminal.out(`${styleFor(terminal, flags).strong(sentence)}\n${[...lines, ...(head === undefined ? [] : [`head ${tame(head)}`])].map((line) => `  ${line}\n`).join('')}`);
  }
  return intact ? 0 : 1;
}
