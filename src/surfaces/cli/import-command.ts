// `throughline import FILE...`: hands files to the workspace, shows how far it is, and stops kindly on Ctrl+C.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { valueOf, fieldsOf } from '../../contract/fields.ts';
import { operationNamed, type InputOf, type OutputOf } from '../../contract/index.ts';
import type { Outcome } from '../../contract/operation.ts';
import { placeOf, Stopped, type Attached, type CliDoor, type GlobalFlags } from './door.ts';
import { importProgress } from './progress.ts';
import { refusedIn } from './refused.ts';
import { importSentence } from './sentences.ts';
import { jsonText, styleFor, tame } from './style.ts';
import { commandOf } from './render.ts';

type ImportRecord = OutputOf<'import.get'>['import'];
interface Flags extends GlobalFlags { readonly kind?: readonly string[]; readonly map?: readonly string[]; readonly timeZone?: readonly string[] }

const ENDED = new Set(['done', 'cancelled', 'failed', 'interrupted']);

/**
 * Adds the action to the topic's command, which has the verbs (`import list`, ...) already. A flag that `import start` has too is the
 * topic's in commander's eyes wherever it stands: gathered as a list, it reaches the verb as if it were its own.
 */
export function addImportCommand(program: Command, door: CliDoor, finish: (code: number) => void): void {
  const command = program.commands.find((each) => each.name() === 'import')!;
  command
    .usage('FILE... [--kind KIND] [--map title=Summary,...]')
    .argument('[file...]', 'Exports to read: plain, .gz or .zip')
    .option('--kind <kind>', 'what the files are, when it should not be guessed', gathered(knownKind))
    .option('--map <name=value,...>', 'for a CSV without known columns: our field = your column', gathered())
    .option('--time-zone <zone>', 'for times without a zone, such as Europe/Berlin', gathered())
    .addHelpText('after', '\nExamples:\n  throughline import export.csv\n  throughline import issues-1.json issues-2.json\n  throughline import list.csv --map title=Summary,created=Opened\n')
    .action(async (files: string[]) => {
      if (files.length === 0) return command.help({ error: true });
      return finish(await importFiles(door, files, command.optsWithGlobals()));
    });
}

async function importFiles(door: CliDoor, files: readonly string[], flags: Flags): Promise<number> {
  const { terminal } = door;
  const paths = files.map((file) => resolve(terminal.workingFolder, file));
  const missing = files.find((_file, at) => !existsSync(paths[at]!));
  if (missing !== undefined) throw new Stopped(2, `There is no file ${missing}.${verbLike(missing)}`);
  const attached = await door.attach(placeOf(flags));
  try {
    const started = await start(attached, paths, flags);
    if (!started.ok) return refusedIn(terminal, flags, started.refusal);
    const ended = await follow(door, attached, started.value.import, flags);
    if (!ended.ok) return refusedIn(terminal, flags, ended.refusal);
    return told(door, ended.value, flags);
  } finally {
    await attached.close();
  }
}

/** By path where the same disk is seen, else by sending the bytes first. */
async function start(attached: Attached, paths: readonly string[], flags: Flags): Promise<Outcome<{ import: ImportRecord }>> {
  const refs = attached.sameMachine ? paths.map((path) => ({ path })) : await Promise.all(paths.map(async (path) => ({ upload: await attached.upload(path) })));
  const map = flags.map === undefined ? undefined : valueOf(fieldsOf(operationNamed.get('import.start')!).find((field) => field.name === 'map')!, flags.map);
  const input = { files: refs, ...(flags.kind ? { kind: flags.kind.at(-1) } : {}), ...(map === undefined ? {} : { map }), ...(flags.timeZone ? { timeZone: flags.timeZone.at(-1) } : {}) };
  return attached.call('import.start', input as InputOf<'import.start'>);
}

async function follow(door: CliDoor, attached: Attached, first: ImportRecord, flags: Flags): Promise<Outcome<ImportRecord>> {
  const { terminal } = door;
  const progress = importProgress(terminal, flags.quiet ?? false);
  let interrupts = 0;
  const stopListening = terminal.onInterrupt(() => {
    interrupts++;
    if (interrupts > 1) return;
    progress.say('Stopping; what was read stays.');
    attached.call('import.cancel', { import: first.id }).catch(() => undefined);
  });
  try {
    let record = first;
    for (let wait = 100; !ENDED.has(record.state); wait = Math.min(1_000, wait * 1.5)) {
      if (interrupts > 1) throw new Stopped(130, `Left while the import was stopping. ${commandOf('import.get')} ${first.id} says how it ended.`);
      progress.show(record);
      await terminal.sleep(wait);
      const answer = await attached.call('import.get', { import: first.id });
      if (!answer.ok) return answer;
      record = answer.value.import;
    }
    return { ok: true, value: record };
  } finally {
    stopListening();
    progress.end();
  }
}

function told(door: CliDoor, record: ImportRecord, flags: Flags): number {
  const { terminal } = door;
  if (flags.json) terminal.out(jsonText({ import: record }));
  else if (record.state !== 'failed') {
    terminal.out(`${tame(importSentence(record))}\n`);
    if (record.unread > 0 && !flags.quiet) terminal.out(`${styleFor(terminal, flags).faint(`See them: ${commandOf('import.unread')} ${record.id}`)}\n`);
  }
  if (record.state === 'failed') {
    if (!flags.json) terminal.note(`${tame(importSentence(record))}\n`);
    return record.refusal ? 2 : 70;
  }
  return record.state === 'cancelled' ? 130 : 0;
}

const gathered = (checked = (text: string): string => text) => (text: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), checked(text)];

function knownKind(kind: string): string {
  const choices = fieldsOf(operationNamed.get('import.start')!).find((field) => field.name === 'kind')?.choices ?? [];
  if (!choices.includes(kind)) throw new InvalidArgumentError(`It is one of ${choices.join(', ')}.`);
  return kind;
}

/** A mistyped verb looks like a missing file. */
function verbLike(word: string): string {
  const verbs = [...operationNamed.keys()].filter((name) => name.startsWith('import.')).map((name) => name.slice('import.'.length));
  const near = verbs.find((verb) => verb.length > 3 && [...word].toSorted().join('') === [...verb].toSorted().join(''));
  return near === undefined ? '' : ` Did you mean “throughline import ${near}”?`;
}
