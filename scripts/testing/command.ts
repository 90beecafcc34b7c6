// Runs one command to its end, or to its time limit, with everything it started. Keeps its output in a file and its end in memory.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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

/** Milliseconds between asking a group to end and ending it, and longest wait for pipes after that. */
const GRACE = 5_000;

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
    const pid = child.pid;
    if (pid) running.add(pid);
    const timer = setTimeout(() => {
      late = true;
      // Asked first, so that a suite can stop what it started outside its group; then made to.
      if (pid) endGroup(pid, 'SIGTERM');
      setTimeout(() => pid && endGroup(pid, 'SIGKILL'), GRACE).unref();
    }, options.limit);
    child.on('error', (error) => {
      output += `${program}: ${error.message}\n`;
      clearTimeout(timer);
      resolve(127);
    });
    child.on('exit', (status) => {
      clearTimeout(timer);
      // What a suite left running would keep the pipes open and the next suite busy.
      if (pid) endGroup(pid, 'SIGKILL');
      if (pid) running.delete(pid);
      const end = (): void => resolve(status ?? 1);
      child.once('close', end);
      // A process that left the group may still hold the pipes: what it says is not waited for.
      setTimeout(end, GRACE).unref();
    });
  });
  child.stdout.removeListener('data', take);
  child.stderr.removeListener('data', take);
  await new Promise((resolve) => log.end(resolve));
  const plain = stripVTControlCharacters(output);
  return late ? { code: 124, output: `${plain}\nended after ${Math.round(options.limit / 1000)} s without finishing\n` } : { code, output: plain };
}
