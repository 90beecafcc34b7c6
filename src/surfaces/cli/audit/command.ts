// `throughline audit FILE...`: looks through exports without a workspace and keeps nothing. Decides what is printed and the exit code.
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { AuditReport } from '../../../contract/audit-report.ts';
import { cutFindings } from '../../report/details.ts';
import { plain, sentenceOf } from '../../report/story.ts';
import { Stopped, type CliDoor, type GlobalFlags, type Terminal } from '../door.ts';
import { tame } from '../style.ts';
import { writeWhole } from '../write-whole.ts';
import type { AuditFiles } from './door.ts';
import { dayNamed, kindNamed, limitNamed, mapOf, pathsOf, ruleNamed, rulesNamed, zoneNamed } from './flags.ts';
import { exceeded, gatesOf } from './gate.ts';
import { lookFor } from './look.ts';
import { auditProgress } from './progress.ts';
import { terminalReport } from './terminal-report.ts';
import { jsonPieces } from './write-json.ts';

interface Flags extends GlobalFlags {
  readonly kind?: string; readonly map?: readonly string[]; readonly goal?: string; readonly asOf?: string; readonly rules?: string;
  readonly limit?: string; readonly only?: string; readonly html?: string; readonly md?: string; readonly gate?: readonly string[];
  readonly exitZero?: boolean; readonly timeZone?: string;
}

const EXAMPLES = `
Examples:
  throughline audit export.csv
  throughline audit issues.ndjson.gz comments.ndjson.gz --goal "Nine of ten returns are refunded within two days"
  throughline audit export.csv --only dinosaur --limit 40
  throughline audit export.csv --html audit.html
  throughline audit export.csv --json --gate dinosaur=20% > audit.json
`;

const several = (text: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), text];

/** Adds the action to the topic's command, which has the verbs (`audit run`, ...) already; makes the command where it is missing. */
export function auditCommand(audit: AuditFiles): (program: Command, door: CliDoor, finish: (code: number) => void) => void {
  return (program, door, finish) => {
    const command = program.commands.find((each) => each.name() === 'audit') ?? program.command('audit').description('Looks through a tracker’s export');
    const verbs = command.commands.map((each) => each.name());
    command
      .enablePositionalOptions()
      .usage('FILE... [--goal TEXT] [--json | --html FILE | --md FILE]')
      .argument('[file...]', 'exports to read together: plain, .gz or .zip')
      .option('--kind <kind>', 'what the files are, when it should not be guessed')
      .option('--map <name=value,...>', 'for a CSV without known columns: our field = your column', several)
      .option('--goal <text>', 'the one Product Goal; what leads to it is looked for by wording')
      .option('--as-of <day>', 'audit as if today were this day')
      .option('--rules <list>', 'rules to ask, by name or number, such as r1,r4')
      .option('--only <rule>', 'list the findings of one rule; the counts stay whole')
      .option('--limit <count>', 'list at most so many findings; the counts stay whole')
      .option('--html <file>', 'write one self-contained page; - for standard output')
      .option('--md <file>', 'write Markdown; - for standard output')
      .option('--gate <share>', 'exit with 1 when more of the open items are flagged, such as 20% or dinosaur=10%', several)
      .option('--exit-zero', 'exit with 0 whatever the gate says')
      .option('--tz, --time-zone <zone>', 'for days and for times without a zone, such as Europe/Berlin')
      .addHelpText('after', EXAMPLES)
      .action(async (files: string[]) => {
        if (files.length === 0) return command.help({ error: true });
        return finish(await auditAndTell(audit, door.terminal, files, command.optsWithGlobals(), verbs));
      });
  };
}

async function auditAndTell(audit: AuditFiles, terminal: Terminal, files: readonly string[], flags: Flags, verbs: readonly string[]): Promise<number> {
  const gates = gatesOf(flags.gate ?? []);
  const only = flags.only === undefined ? undefined : ruleNamed(flags.only);
  const limit = flags.limit === undefined ? undefined : limitNamed(flags.limit);
  const timeZone = flags.timeZone === undefined ? undefined : zoneNamed(flags.timeZone);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone ?? terminal.env['TZ'] ?? undefined }).format(new Date(terminal.now()));
  const question = {
    today, ...(timeZone === undefined ? {} : { timeZone }), ...(flags.goal === undefined ? {} : { goal: flags.goal }),
    ...(flags.kind === undefined ? {} : { kind: kindNamed(flags.kind) }), ...(flags.asOf === undefined ? {} : { asOf: dayNamed(flags.asOf) }),
    ...(flags.map === undefined ? {} : { map: mapOf(flags.map) }), ...(flags.rules === undefined ? {} : { rules: rulesNamed(flags.rules) }),
  };
  const paths = pathsOf(files, terminal.workingFolder, verbs);
  const places = [flags.html, flags.md].flatMap((place) => (place === undefined || place === '-' ? [] : [resolve(terminal.workingFolder, place)]));
  for (const place of places) if (paths.includes(place)) throw new Stopped(2, `${basename(place)} is one of the files to read; write the report elsewhere.`);
  const whole = await read(audit, terminal, paths, question, flags);
  await tell(cutFindings(whole, { ...(limit === undefined ? {} : { limit }), ...(only === undefined ? {} : { only }) }), terminal, flags);
  const over = exceeded(gates, whole);
  for (const sentence of over) terminal.note(`${sentence}\n`);
  return over.length > 0 && flags.exitZero !== true ? 1 : 0;
}

async function read(audit: AuditFiles, terminal: Terminal, paths: readonly string[], question: Parameters<AuditFiles>[1], flags: Flags): Promise<AuditReport> {
  const progress = auditProgress(terminal, flags.quiet ?? false);
  const abort = new AbortController();
  let stopListening = terminal.onInterrupt(() => abort.abort());
  try {
    return await audit(paths, { ...question, signal: abort.signal }, (reading) => {
      progress.show(reading);
      if (reading.phase !== 'judging') return;
      // What follows runs in one go: from here on an interrupt ends the program itself.
      stopListening();
      stopListening = () => undefined;
    });
  } catch (error) {
    if (abort.signal.aborted) throw new Stopped(130, 'Stopped. Nothing was kept.', { cause: error });
    if (error instanceof Error && (error.name === 'NotAnExport' || error.name === 'MappingNeeded')) throw new Stopped(2, error.message, { cause: error });
    throw error;
  } finally {
    stopListening();
    progress.end();
  }
}

async function tell(report: AuditReport, terminal: Terminal, flags: Flags): Promise<void> {
  if (flags.json) for (const piece of jsonPieces(report)) terminal.out(piece);
  if (flags.html !== undefined) writeWhole(terminal, flags.html, (await import('../../report/html.tsx')).htmlReport(report), flags);
  if (flags.md !== undefined) writeWhole(terminal, flags.md, (await import('../../report/markdown.ts')).markdownReport(report), flags);
  if (flags.json || flags.html === '-' || flags.md === '-') return;
  if (flags.html === undefined && flags.md === undefined) return terminal.out(terminalReport(report, lookFor(terminal, flags)));
  terminal.out(`${tame(plain(sentenceOf(report)))}\n`);
}
