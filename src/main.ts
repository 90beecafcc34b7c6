// The program: hands the command line what it needs, each part loaded when a command asks for it.
import manifest from '../package.json' with { type: 'json' };
import type { AuditFilesOptions } from './operations/audit-files.ts';
import { attentionCommand } from './surfaces/cli/attention/command.ts';
import { auditCommand } from './surfaces/cli/audit/command.ts';
import { readoutCommand } from './surfaces/cli/readout/command.ts';
import { calendarCommand } from './surfaces/cli/calendar/command.ts';
import { runCli } from './surfaces/cli/program.ts';
import { sealCommand } from './surfaces/cli/seal-command.ts';
import { keepModelAt, MODEL_FILE } from './wiring/model-file.ts';
import { processTerminal } from './wiring/terminal.ts';

const { version } = manifest;
const terminal = processTerminal();
keepModelAt(new URL(MODEL_FILE, import.meta.url));
const silent = { info: () => undefined, error: () => undefined };

process.exitCode = await runCli({
  terminal,
  version,
  attach: async (place) => (await import('./wiring/attach.ts')).attach(place, terminal.env, silent, version),
  start: async (options) => (await import('./wiring/start.ts')).start(options, terminal, version),
  mcp: async (place) => (await import('./wiring/agent.ts')).serveAgent(place, terminal, version),
  diagnose: async (place) => (await import('./wiring/doctor.ts')).diagnose(place, terminal.env, version),
  more: [
    auditCommand(async (paths, question, onProgress) => (await import('./operations/audit-files.ts')).auditFiles(paths, question as AuditFilesOptions, onProgress)),
    readoutCommand(async (file, question, signal) => (await import('./operations/readout-files.ts')).readout(file, question, signal)),
    calendarCommand(async (paths, question) => {
      const { calendarSources, expandCalendars } = await import('./operations/calendar-files.ts');
      return expandCalendars(await calendarSources(paths), question);
    }),
    attentionCommand(async (paths, question) => {
      const { calendarSources } = await import('./operations/calendar-files.ts');
      return (await import('./operations/attention-files.ts')).attentionOf(await calendarSources(paths), question);
    }),
    sealCommand(async (path) => (await import('./operations/seal-files.ts')).verifyExport(path)),
  ],
  schema: async () => (await import('./store/migrate-files.ts')).loadMigrations().at(-1)?.name ?? 'none',
}, process.argv.slice(2));
