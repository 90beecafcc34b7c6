// The whole command line as one commander program, and the one place that turns how it ended into an exit code.
// Loads the contract and nothing that serves or stores: those come with the door, when a command needs them.
import { Command, CommanderError } from 'commander';
import { addBriefCommand } from './brief-command.ts';
import { Stopped, type CliDoor, type GlobalFlags } from './door.ts';
import { addExportCommand } from './export-command.ts';
import { addImportCommand } from './import-command.ts';
import { addOperationCommands } from './operation-commands.ts';
import { addProgramCommands } from './program-commands.ts';
import { jsonText, tame } from './style.ts';

const EXAMPLES = `
Examples:
  throughline                                   open the workspace in the browser
  throughline audit export.csv                  look through a tracker's export without keeping anything
  throughline readout visits.csv --ship DAY     what a ship did to a metric, without keeping anything
  throughline attention work.ics                what kinds of work the weeks were made of, without keeping anything
  throughline import export.csv                 mirror it in the workspace
  throughline goal get                          the one Product Goal
  throughline carry add "45m deck for Northwind, asked by sales"
  throughline finding list --rule dinosaur      what has aged out
  throughline item list --search label --json   for a script
`;

/** Builds the program. `finish` hears the exit code of the command that ran; a topic that `isAsked` denies gets its commands without their flags. */
export function buildProgram(door: CliDoor, finish: (code: number) => void, isAsked: (topic: string) => boolean = () => true): Command {
  const program = new Command('throughline');
  program
    .description('The product manager’s instrument panel: Product Goal, problem, bet, ship, measured outcome, lesson.')
    .version(door.version, '-V, --version', 'say which version this is')
    .helpOption('-h, --help', 'say what there is')
    .option('--json', 'one JSON document on standard output')
    .option('-q, --quiet', 'no progress and no hints')
    .option('--verbose', 'the whole story of an error')
    .option('-y, --yes', 'agree to what would be asked')
    .option('--no-input', 'never ask')
    .option('--no-color', 'no colour')
    .option('--server <url>', 'a running server, instead of the one of the data folder')
    .option('--data-dir <folder>', 'where the workspace lies')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => door.terminal.out(text),
      writeErr: (text) => door.terminal.note(text),
      outputError: (text, write) => write(sentence(text)),
      getOutHelpWidth: () => door.terminal.columns,
      getErrHelpWidth: () => door.terminal.columns,
    });
  addOperationCommands(program, door, finish, isAsked);
  addImportCommand(program, door, finish);
  addExportCommand(program, door, finish);
  addBriefCommand(program, door, finish);
  addProgramCommands(program, door, finish);
  for (const add of door.more ?? []) add(program, door, finish);
  return program;
}

/** Runs the words after `throughline`. Never throws; returns the exit code. No words at all mean `start`. */
export async function runCli(door: CliDoor, words: readonly string[]): Promise<number> {
  let code = 0;
  const completes = words.includes('__complete');
  const program = buildProgram(door, (told) => { code = told; }, (topic) => completes || words.includes(topic));
  try {
    await program.parseAsync(withCommand(words), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const flags = program.opts<GlobalFlags>();
    const exit = exitOf(error);
    const says = error instanceof Error && exit !== 70 ? error.message : says70(error);
    door.terminal.note(flags.json ? jsonText({ code: error instanceof Error ? error.name : 'fault', sentence: says }) : `${tame(says)}\n`);
    if (flags.verbose && error instanceof Error) door.terminal.note(`${storyOf(error)}\n`);
    return exit;
  }
}

/** Faults that other layers name, by the exit code that tells a script whether to try again. */
const EXITS: Readonly<Record<string, number>> = {
  FolderHeld: 7, NotDurable: 70, NetworkFolder: 2, UnusableServer: 7, SchemaMismatch: 70, QueryTimedOut: 7, EngineStopped: 7,
  ServerUnreachable: 6, ServerFault: 70, PortUnavailable: 2, UnusableSettings: 2,
};
/** Written for people, even where the exit code says that something broke. */
const PLAIN = new Set(['NotDurable', 'SchemaMismatch', 'ServerFault']);

function exitOf(error: unknown): number {
  if (error instanceof Stopped) return error.exit;
  return error instanceof Error ? (EXITS[error.name] ?? 70) : 70;
}

function says70(error: unknown): string {
  if (error instanceof Error && PLAIN.has(error.name)) return error.message;
  const what = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `Something broke on Throughline’s side: ${what}. Say --verbose for the whole story.`;
}

function storyOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${storyOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

const GLOBAL = new Set(['--json', '-q', '--quiet', '--verbose', '-y', '--yes', '--no-input', '--no-color']);
const WITH_VALUE = new Set(['--server', '--data-dir']);

/** Puts `start` in front where no command was named, so that `throughline --port 0` serves. Help and version are left alone. */
function withCommand(words: readonly string[]): string[] {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (['-h', '--help', '-V', '--version'].includes(word) || !word.startsWith('-')) return [...words];
    if (WITH_VALUE.has(word)) at++;
    else if (!GLOBAL.has(word) && !WITH_VALUE.has(word.split('=')[0]!)) break;
  }
  return ['start', ...words];
}

/** commander's `error: unknown option '--x'` as a sentence. */
function sentence(text: string): string {
  const plain = text.replace(/^error: /, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
