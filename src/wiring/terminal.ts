// The process's own terminal as the command line sees it. A reader that goes away ends the program quietly.
import type { Terminal } from '../surfaces/cli/door.ts';

export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  return {
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    env: process.env,
    inputIsTerminal: process.stdin.isTTY ?? false,
    outIsTerminal: process.stdout.isTTY ?? false,
    noteIsTerminal: process.stderr.isTTY ?? false,
    columns: Math.max(40, process.stdout.columns ?? 100),
    workingFolder: process.cwd(),
    onInterrupt: (act) => {
      process.on('SIGINT', act);
      return () => void process.off('SIGINT', act);
    },
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
