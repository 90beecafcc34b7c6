// A child process whose lines are read one by one, and which ends only the hard way. Knows nothing of what it runs.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

const PATIENCE_MS = 180_000;

export class Child {
  readonly pid: number;
  readonly lines: string[] = [];
  #errors = '';
  #partial = '';
  #gone = false;
  #waiting: (() => void)[] = [];
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;

  constructor(program: string, args: readonly string[]) {
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.pid = this.#process.pid ?? -1;
    this.#process.stdin.on('error', () => undefined);
    this.#process.stdout.setEncoding('utf8').on('data', (piece: string) => this.#read(piece));
    this.#process.stderr.setEncoding('utf8').on('data', (piece: string) => {
      this.#errors = (this.#errors + piece).slice(-4_000);
    });
    this.#process.once('close', () => {
      this.#gone = true;
      this.#wake();
    });
  }

  say(line: string): void {
    this.#process.stdin.write(`${line}\n`);
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** Kills with -9 and waits until every line it wrote has been read. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended();
  }

  async ended(): Promise<void> {
    while (!this.#gone) await this.#next('its end');
  }

  /** Resolves when at least `count` lines were read in all; throws with the child's own words when it ends or stalls before. */
  async until(count: number): Promise<void> {
    while (this.lines.length < count) {
      if (this.#gone) throw new Error(`the child ended after ${this.lines.length} lines: ${this.#errors}`);
      await this.#next(`line ${count}`);
    }
  }

  async #next(what: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push(resolve);
      timer = setTimeout(() => reject(new Error(`waited in vain for ${what}: ${this.#errors}`)), PATIENCE_MS);
    });
    clearTimeout(timer);
  }

  #read(piece: string): void {
    const parts = (this.#partial + piece).split('\n');
    this.#partial = parts.pop() ?? '';
    this.lines.push(...parts);
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** What a writer said: the rows it found at its start and those whose commit it confirmed. */
export function writerReport(child: Child): { readonly found: readonly number[]; readonly confirmed: readonly number[] } {
  const [first = '', ...rest] = child.lines;
  if (!first.startsWith('found ')) throw new Error(`the writer began with: ${first}`);
  return { found: JSON.parse(first.slice('found '.length)) as number[], confirmed: rest.map(Number) };
}
