// `throughline calendar expand FILE`: every instance of a calendar file in a window, without a workspace, and nothing is kept.
// Decides what is printed and the exit code: 0 for anything that could be read, 2 for files or flags that cannot be.
import type { Command } from 'commander';
import { operationNamed } from '../../../contract/index.ts';
import type { Operation } from '../../../contract/operation.ts';
import { pathsOf, zoneNamed } from '../audit/flags.ts';
import { Stopped, type CliDoor, type GlobalFlags } from '../door.ts';
import { ask } from '../operation-commands.ts';
import { inputFrom } from '../operation-flags.ts';
import { jsonText, styleFor } from '../style.ts';
import type { ExpandCalendar, ExpansionQuestion } from './door.ts';
import { terminalCalendar } from './terminal-calendar.ts';

const EXAMPLES = `
Examples:
  throughline calendar expand work.ics --from 2026-11-16 --to 2026-11-21 --time-zone Europe/Berlin
  throughline calendar expand work.ics --from 2026-01-01T00:00:00Z --to 2027-01-01T00:00:00Z --json
`;

type Typed = Readonly<Record<'from' | 'to' | 'timeZone' | 'tz', readonly string[] | string | undefined>> & GlobalFlags;

const last = (typed: readonly string[] | string | undefined): string | undefined => (typeof typed === 'string' ? typed : typed?.at(-1));

function questionOf(flags: Typed): ExpansionQuestion {
  const [from, to] = [last(flags.from), last(flags.to)];
  if (from === undefined || to === undefined) throw new Stopped(2, 'Say the window: --from 2026-11-16 --to 2026-11-21, as days or as times.');
  const zone = last(flags.tz) ?? last(flags.timeZone);
  return { from, to, timeZone: zone === undefined ? 'UTC' : zoneNamed(zone) };
}

/** Lets the operation's command take a file as its word; with `--calendar` or `--file` it stays the operation. */
export function calendarCommand(expand: ExpandCalendar): (program: Command, door: CliDoor, finish: (code: number) => void) => void {
  return (program, door, finish) => {
    const topic = program.commands.find((each) => each.name() === 'calendar')!.description('Calendars, read to the minute');
    const command = topic.commands.find((each) => each.name() === 'expand')!;
    const operation = operationNamed.get('calendar.expand') as unknown as Operation;
    command
      .usage('FILE.ics --from T --to T [--time-zone ZONE] [--json]')
      .option('--tz <zone>', 'the same as --time-zone')
      .addHelpText('after', EXAMPLES)
      .action(async () => {
        const flags = command.optsWithGlobals<Typed>();
        const [file] = command.args;
        if (file === undefined || file.includes('\n')) return finish(await ask(door, operation, inputFrom(operation, command.args, command.opts()), flags));
        return finish(await expandAndTell(expand, door, file, flags));
      });
  };
}

async function expandAndTell(expand: ExpandCalendar, { terminal }: CliDoor, file: string, flags: Typed): Promise<number> {
  const question = questionOf(flags);
  const paths = pathsOf([file], terminal.workingFolder, [], 'calendar');
  try {
    const expansion = await expand(paths, question);
    terminal.out(flags.json ? jsonText(expansion) : terminalCalendar(expansion, { columns: terminal.columns, style: styleFor(terminal, flags) }));
    return 0;
  } catch (error) {
    if (error instanceof Error && error.name === 'UnfitCalendar') throw new Stopped(2, error.message, { cause: error });
    throw error;
  }
}
