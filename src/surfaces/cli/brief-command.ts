// `throughline line brief [KIND|HAND-OFF] [--md FILE] [--html FILE]`: a hand-off brief in the terminal, or as the page that is sent around.
// Decides what is printed; what the brief says comes from the workspace.
import type { Command } from 'commander';
import { OPERATIONS } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import { placeOf, type CliDoor, type GlobalFlags } from './door.ts';
import { ask, inputTyped } from './operation-commands.ts';
import { refusedIn } from './refused.ts';
import { tame } from './style.ts';
import { writeWhole } from './write-whole.ts';

interface BriefFlags extends GlobalFlags { readonly md?: string; readonly html?: string }
interface Page { readonly brief: { readonly sentence: string }; readonly text?: string }

const EXAMPLES = `
Examples:
  throughline line brief sales                       what a brief on sales would say today
  throughline line brief sales --html sales.html     the page, to print on one A4 sheet or to send around
`;

/** Adds files to the command that the contract gives. `-` is standard output. */
export function addBriefCommand(program: Command, door: CliDoor, finish: (code: number) => void): void {
  const command = program.commands.find((each) => each.name() === 'line')!.commands.find((each) => each.name() === 'brief')!;
  const operation = OPERATIONS.find(({ name }) => name === 'line.brief')! as Operation;
  command
    .argument('[of]', 'a kind of work, or the id of a hand-off that was made')
    .option('--md <file>', 'write it as Markdown')
    .option('--html <file>', 'write one self-contained page')
    .addHelpText('after', EXAMPLES)
    .action(async (of: string | undefined) => {
      const flags = command.optsWithGlobals<BriefFlags>();
      const input = { ...inputTyped(program, command, operation), ...(of === undefined ? {} : of.startsWith('hnd_') ? { handOff: of } : { kind: of }) };
      const files = ([['markdown', flags.md], ['html', flags.html]] as const).flatMap(([format, place]) => (place === undefined ? [] : [{ format, place }]));
      if (files.length === 0 && flags.json) return finish(await ask(door, operation, input, flags));
      return finish(await writePages(door, input, files.length > 0 ? files : [{ format: 'markdown', place: '-' }], flags));
    });
}

async function writePages(door: CliDoor, input: object, files: readonly { readonly format: 'markdown' | 'html'; readonly place: string }[], flags: BriefFlags): Promise<number> {
  const attached = await door.attach(placeOf(flags));
  try {
    for (const { format, place } of files) {
      const outcome = await attached.call('line.brief', { ...input, format });
      if (!outcome.ok) return refusedIn(door.terminal, flags, outcome.refusal);
      const page: Page = outcome.value;
      writeWhole(door.terminal, place, page.text ?? '', flags);
      if (place !== '-' && !flags.json) door.terminal.out(`${tame(page.brief.sentence)}\n`);
    }
    return 0;
  } finally {
    await attached.close();
  }
}
