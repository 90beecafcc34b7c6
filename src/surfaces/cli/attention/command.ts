// `throughline attention FILE.ics...`: what kinds of work the weeks were made of, without a workspace, and nothing is kept.
// Decides what is printed and the exit code: 0 for anything that could be read, 2 for files or flags that cannot be.
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { AttentionReport } from '../../../contract/attention-report.ts';
import { dayNamed, pathsOf, zoneNamed } from '../audit/flags.ts';
import { lookFor } from '../audit/look.ts';
import { Stopped, type CliDoor, type GlobalFlags, type Terminal } from '../door.ts';
import { listNamed } from '../readout/flags.ts';
import { jsonText, tame } from '../style.ts';
import { writeWhole } from '../write-whole.ts';
import type { AttentionQuestion, LookAtCalendars } from './door.ts';
import { terminalAttention } from './terminal-attention.ts';

interface Flags extends GlobalFlags {
  readonly me?: string; readonly company?: string; readonly from?: string; readonly to?: string; readonly timeZone?: string; readonly hours?: string; readonly html?: string;
}

const EXAMPLES = `
Examples:
  throughline attention work.ics
  throughline attention work.ics --me mia@sample.example --from 2026-10-05 --to 2026-11-01
  throughline attention work.ics side.ics --tz Europe/Berlin --hours "Mon-Thu 09:00-12:30, 14:00-18:00" --html week.html
  throughline attention work.ics --json > attention.json
`;

/** Adds the action to the topic's command, which may have verbs already; makes the command where it is missing. */
export function attentionCommand(look: LookAtCalendars): (program: Command, door: CliDoor, finish: (code: number) => void) => void {
  return (program, door, finish) => {
    const command = program.commands.find((each) => each.name() === 'attention') ?? program.command('attention');
    const verbs = command.commands.map((each) => each.name());
    command
      .description('Where the week went: kinds of work in a calendar')
      .enablePositionalOptions()
      .usage('FILE.ics... [--me EMAIL] [--from DAY --to DAY] [--json | --html FILE]')
      .argument('[files...]', 'calendars as .ics files')
      .option('--me <email,...>', 'whose calendar it is; guessed and said when left out')
      .option('--company <domain,...>', 'domains of the company; that of --me when left out')
      .option('--from <day>', 'first day; the Monday eight weeks ago when left out')
      .option('--to <day>', 'last day, included; today when left out')
      .option('--tz, --time-zone <zone>', 'whose clock counts, such as Europe/Berlin; the calendar’s own when left out')
      .option('--hours <hours>', 'working hours, such as "Mon-Fri 09:00-17:30", which they are when left out')
      .option('--html <file>', 'write one self-contained page; - for standard output')
      .addHelpText('after', EXAMPLES)
      .action(async (files: readonly string[]) => {
        if (files.length === 0) return command.help({ error: true });
        return finish(await lookAndTell(look, door.terminal, files, command.optsWithGlobals(), verbs));
      });
  };
}

async function lookAndTell(look: LookAtCalendars, terminal: Terminal, files: readonly string[], flags: Flags, verbs: readonly string[]): Promise<number> {
  const question = questionOf(flags, terminal);
  const paths = pathsOf(files, terminal.workingFolder, verbs, 'attention');
  if (flags.html !== undefined && flags.html !== '-' && paths.includes(resolve(terminal.workingFolder, flags.html))) throw new Stopped(2, `${basename(flags.html)} is one of the files to read; write the report elsewhere.`);
  try {
    await tell(await look(paths, question), terminal, flags);
    return 0;
  } catch (error) {
    if (error instanceof Error && error.name === 'UnfitCalendar') throw new Stopped(2, error.message, { cause: error });
    throw error;
  }
}

function questionOf(flags: Flags, terminal: Terminal): AttentionQuestion {
  const timeZone = flags.timeZone === undefined ? undefined : zoneNamed(flags.timeZone);
  const usualZone = usualZoneOf(terminal);
  return {
    today: new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone ?? usualZone }).format(new Date(terminal.now())), usualZone,
    ...(flags.me === undefined ? {} : { me: listNamed(flags.me) }), ...(flags.company === undefined ? {} : { company: listNamed(flags.company) }),
    ...(flags.from === undefined ? {} : { from: dayNamed(flags.from) }), ...(flags.to === undefined ? {} : { to: dayNamed(flags.to) }),
    ...(timeZone === undefined ? {} : { timeZone }), ...(flags.hours === undefined ? {} : { hours: flags.hours }),
  };
}

/** The machine's own zone, TZ first; UTC where neither names one. */
function usualZoneOf(terminal: Terminal): string {
  const zone = terminal.env['TZ'] ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return Intl.supportedValuesOf('timeZone').includes(zone) ? zone : 'UTC';
}

async function tell(report: AttentionReport, terminal: Terminal, flags: Flags): Promise<void> {
  if (flags.json) terminal.out(jsonText(report));
  if (flags.html !== undefined) writeWhole(terminal, flags.html, (await import('../../report/attention-html.tsx')).attentionHtml(report), flags);
  if (flags.json || flags.html === '-') return;
  if (flags.html === undefined) return terminal.out(terminalAttention(report, lookFor(terminal, flags)));
  terminal.out(`${tame(report.sentences[0] ?? '')}\n`);
}
