// `throughline readout FILE`: reads one ship, one test or one panel out of a file, without a workspace, and keeps nothing.
// Decides what is printed and the exit code: 0 for any verdict, 2 for a file or flags that cannot be read.
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ReadoutReport } from '../../../contract/readout-report.ts';
import { pathsOf } from '../audit/flags.ts';
import { lookFor } from '../audit/look.ts';
import { Stopped, type CliDoor, type Terminal } from '../door.ts';
import { jsonText, tame } from '../style.ts';
import { writeWhole } from '../write-whole.ts';
import type { Readout } from './door.ts';
import { questionOf, type ReadoutFlags } from './question.ts';
import { terminalReadout } from './terminal-readout.ts';

const EXAMPLES = `
Examples:
  throughline readout visits.csv --ship 2026-08-01 --min-effect 3%
  throughline readout visits.csv --ship 2026-08-01 --rollout 2026-08-08 --window 90 --controls visits_de,visits_fr --html readout.html
  throughline readout users.csv --experiment --arm variant --control A --outcome bought --min-effect 2% --declared-end
  throughline readout weeks.csv --experiment --arm grp --control holdout --unit user --week week --outcome orders --min-effect 2%
  throughline readout markets.csv --panel --unit market --period week --value sales --treated-from from --json
`;

/** Adds the action to the topic's command, which may have verbs already; makes the command where it is missing. */
export function readoutCommand(readout: Readout): (program: Command, door: CliDoor, finish: (code: number) => void) => void {
  return (program, door, finish) => {
    const command = program.commands.find((each) => each.name() === 'readout') ?? program.command('readout').description('What a ship, a test or a panel says');
    const verbs = command.commands.map((each) => each.name());
    command
      .enablePositionalOptions()
      .usage('FILE --ship DAY | FILE --experiment ... | FILE --panel ... [--json | --html FILE]')
      .argument('[file]', 'CSV, TSV, XLSX or JSON, plain, .gz or .zip')
      .option('--min-effect <effect>', 'the smallest effect that matters: 3%, or 12.5 in the metric’s own unit')
      .option('--direction <up|down>', 'which way is good; up by default')
      .option('--ship <day>', 'first day that somebody had it')
      .option('--rollout <day>', 'first day that everybody had it')
      .option('--window <days>', 'days after the rollout that are read: 90, or 8..90')
      .option('--date <column>', 'column of the day; guessed and said when left out')
      .option('--value <column>', 'column of the metric; guessed and said when left out')
      .option('--denominator <column>', 'column of what each value is out of')
      .option('--controls <a,b>', 'columns of series that the ship cannot have moved')
      .option('--other-ships <day,...>', 'days on which something else shipped')
      .option('--holidays <file>', 'a list of days, or of day,name')
      .option('--grain <day|week>', 'read days by the week')
      .option('--combine <sum|mean>', 'how several values of a day become one')
      .option('--kind <kind>', 'of the metric: count or amount; of an outcome: proportion, mean, ratio or revenue')
      .option('--start <day>', 'day of the first row, for values without dates')
      .option('--experiment', 'read a randomised test, one row a unit')
      .option('--arm <column>', 'column of the arm')
      .option('--control <name>', 'name of the control arm')
      .option('--treatment <name>', 'the arm that is asked about, where there are several')
      .option('--outcome <column>', 'column of the outcome')
      .option('--pre <column>', 'column of the same measure before the test')
      .option('--planned-n <count>', 'units of all arms at which the test was to end')
      .option('--declared-end', 'this is the end that was declared before it began')
      .option('--split <arm=share,...>', 'planned shares of the arms; equal by default')
      .option('--week <column>', 'column of the week since the unit first had it: one row a unit and week, says whether it lasts')
      .option('--panel', 'read units that got it at different times, one row a unit and period')
      .option('--unit <column>', 'column of the unit, of a panel or with --week')
      .option('--period <column>', 'column of the period')
      .option('--treated-from <column>', 'column of the first period with it; empty for never')
      .option('--date-order <order>', 'day-first or month-first, for dates such as 3/4/2026')
      .option('--decimal <point|comma>', 'the decimal sign, where the file does not show it')
      .option('--sheet <name>', 'of an XLSX file')
      .option('--tz, --time-zone <zone>', 'whose days count, such as Europe/Berlin')
      .option('--html <file>', 'write one self-contained page; - for standard output')
      .addHelpText('after', EXAMPLES)
      .action(async (file: string | undefined) => {
        if (file === undefined) return command.help({ error: true });
        return finish(await readAndTell(readout, door.terminal, file, command.optsWithGlobals(), verbs));
      });
  };
}

async function readAndTell(readout: Readout, terminal: Terminal, file: string, flags: ReadoutFlags, verbs: readonly string[]): Promise<number> {
  const question = questionOf(flags);
  const [path] = pathsOf([file], terminal.workingFolder, verbs, 'readout') as [string];
  const holidays = flags.holidays === undefined ? undefined : pathsOf([flags.holidays], terminal.workingFolder, [])[0];
  if (flags.html !== undefined && flags.html !== '-' && resolve(terminal.workingFolder, flags.html) === path) throw new Stopped(2, `${basename(path)} is the file to read; write the report elsewhere.`);
  const abort = new AbortController();
  const stopListening = terminal.onInterrupt(() => abort.abort());
  try {
    await tell(await readout({ path, holidays }, question, abort.signal), terminal, flags);
    return 0;
  } catch (error) {
    if (abort.signal.aborted) throw new Stopped(130, 'Stopped. Nothing was kept.', { cause: error });
    if (error instanceof Error && error.name === 'UnreadableMetric') throw new Stopped(2, error.message, { cause: error });
    throw error;
  } finally {
    stopListening();
  }
}

async function tell(report: ReadoutReport, terminal: Terminal, flags: ReadoutFlags): Promise<void> {
  if (flags.json) terminal.out(jsonText(report));
  if (flags.html !== undefined) writeWhole(terminal, flags.html, (await import('../../report/readout-html.tsx')).readoutHtml(report), flags);
  if (flags.json || flags.html === '-') return;
  if (flags.html === undefined) return terminal.out(terminalReadout(report, lookFor(terminal, flags)));
  terminal.out(`${tame(report.sentences[0] ?? '')}\n`);
}
