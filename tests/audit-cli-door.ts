// The command line with nothing behind it but what looks at files, and a terminal that remembers what it was told.
import { auditFiles } from '../src/operations/audit-files.ts';
import { attentionOf } from '../src/operations/attention-files.ts';
import { calendarSources } from '../src/operations/calendar-files.ts';
import { readout } from '../src/operations/readout-files.ts';
import { attentionCommand } from '../src/surfaces/cli/attention/command.ts';
import { auditCommand } from '../src/surfaces/cli/audit/command.ts';
import type { CliDoor } from '../src/surfaces/cli/door.ts';
import { readoutCommand } from '../src/surfaces/cli/readout/command.ts';
import { runCli } from '../src/surfaces/cli/program.ts';

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly note: string;
}

export interface Setting {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly folder: string;
}

/** Runs `throughline` with these words on 20 November 2026. Nothing but what looks at files can be asked: no server, no store. */
export async function throughline(words: readonly string[], { columns = 80, env = {}, isTerminal = false, folder }: Setting): Promise<Told> {
  let out = '';
  let note = '';
  let now = Date.UTC(2026, 10, 20, 9);
  const absent = (): never => {
    throw new Error('a stateless command reached for a workspace');
  };
  const door: CliDoor = {
    terminal: {
      out: (text) => { out += text; }, note: (text) => { note += text; }, env, columns, workingFolder: folder,
      inputIsTerminal: false, outIsTerminal: isTerminal, noteIsTerminal: isTerminal,
      onInterrupt: () => () => undefined, now: () => (now += 50), sleep: () => Promise.resolve(),
    },
    version: '0.0.0', attach: absent, start: absent, mcp: absent, diagnose: absent, schema: absent, more: [auditCommand(auditFiles), readoutCommand(readout), attentionCommand(async (paths, question) => attentionOf(await calendarSources(paths), question))],
  };
  const code = await runCli(door, words);
  return { code, out, note };
}
