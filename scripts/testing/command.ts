// Runs one command to its end, or to its time limit, with everything it started. Keeps its output in a file and its end in memory.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from '../root.ts';

export interface Ended {
  /** Exit code; 124 when the time limit ended it. */
  readonly code: number;
  /** The last 20,000 characters of what it printed, both streams in order of arrival, without colours. */
  readonly output: string;
}

export interface CommandOptions {
  /** Where the whole output is kept. */
  readonly log: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly limit: number;
}

const running = new Set<number>();

function endGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has already ended.
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const pid of running) endGroup(pid, 'SIGKILL');
    process.exit(130);
  });
}

/** Runs a program found on PATH or by path, from the repository root, with no stdin. Never rejects on a failing program. */
export async function runCommand(program: string, args: readonly string[], options: CommandOptions): Promise<Ended> {
  mkdirSync(dirname(options.log), { recursive: true });
  const log = createWriteStream(options.log);
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...options.env };
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const take = (chunk: Buffer): void => {
    log.write(chunk);
    output = (output + chunk.toString('utf8')).slice(-20_000);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  let late = false;
  const code = await new Promise<number>((resolve) => {
    const timer = setTimeout(() => {
      late = true;
      if (child.pid) endGroup(child.pid, 'SIGKILL');
    }, options.limit);
    const end = (status: number): void => {
      clearTimeout(timer);
      resolve(status);
    };
    if (child.pid) running.add(child.pid);
    child.on('error', (error) => {
      output += `${program}: ${error.message}\n`;
      end(127);
    });
    child.on('exit', (status) => {
      // What a suite left running would keep the pipes open and the next suite busy.
      if (child.pid) {
        endGroup(child.pid, 'SIGKILL');
        running.delete(child.pid);
      }
      end(status ?? 1);
    });
  });
  await new Promise((resolve) => log.end(resolve));
  // eslint-disable-next-line no-control-regex -- colours are control characters
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  return late ? { code: 124, output: `${plain}\nended after ${Math.round(options.limit / 1000)} s without finishing\n` } : { code, output: plain };
}
