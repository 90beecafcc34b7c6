// How far an import is: one line that rewrites itself in a terminal, a line every few seconds elsewhere. Only on standard error.
import type { OutputOf } from '../../contract/index.ts';
import type { Terminal } from './door.ts';
import { tame } from './style.ts';
import { fitted } from './table.ts';
import { durationText, numberText } from './words.ts';

type ImportRecord = OutputOf<'import.get'>['import'];

const EVERY_MS = 5_000;

export interface Progress {
  show(record: ImportRecord): void;
  say(sentence: string): void;
  /** Leaves the line free for what comes next. */
  end(): void;
}

/** Rate and remaining time are shown once they are known; nothing is shown when it is to be quiet. */
export function importProgress(terminal: Terminal, quiet: boolean): Progress {
  if (quiet) return { show: () => undefined, say: () => undefined, end: () => undefined };
  let drawn = false;
  let last = terminal.now();
  const clear = (): void => {
    if (drawn) terminal.note('\r\u001b[K');
    drawn = false;
  };
  return {
    show: (record) => {
      const line = tame(lineOf(record));
      if (terminal.noteIsTerminal && terminal.env['TERM'] !== 'dumb') {
        terminal.note(`\r\u001b[K${fitted(line, terminal.columns - 1, '...')}`);
        drawn = true;
      } else if (terminal.now() - last >= EVERY_MS) {
        last = terminal.now();
        terminal.note(`${line}\n`);
      }
    },
    say: (sentence) => {
      clear();
      terminal.note(`${sentence}\n`);
    },
    end: clear,
  };
}

function lineOf(record: ImportRecord): string {
  const { share, itemsPerSecond, secondsLeft, phase } = record.progress ?? { phase: record.state };
  const parts = [
    share === undefined ? '' : `${Math.floor(share * 100)}%`,
    `${numberText(record.read)} items`,
    itemsPerSecond === undefined ? '' : `${numberText(Math.round(itemsPerSecond))} a second`,
    secondsLeft === undefined ? '' : `${durationText(secondsLeft)} left`,
    phase,
  ];
  return parts.filter(Boolean).join(', ');
}
