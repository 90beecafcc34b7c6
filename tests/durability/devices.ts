// Disks to be cruel to: ext4 file systems in files, mounted over loop devices. Needs root; says why when it cannot.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Devices {
  readonly #folder: string;
  readonly #mounted = new Set<string>();

  constructor(prefix: string) {
    this.#folder = mkdtempSync(join(tmpdir(), prefix));
  }

  /** Why no device can be made here; undefined when one can. */
  trial(): string | undefined {
    if (process.getuid?.() !== 0) return 'a loop device needs root';
    try {
      this.make('trial', 16);
      this.drop('trial');
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** A new empty disk; returns where it is mounted. */
  make(name: string, megabytes: number): string {
    run('truncate', '-s', `${megabytes}M`, this.#image(name));
    run('mkfs.ext4', '-q', '-F', this.#image(name));
    return this.mount(name);
  }

  mount(name: string): string {
    const point = this.#point(name);
    mkdirSync(point, { recursive: true });
    run('mount', '-o', 'loop', this.#image(name), point);
    this.#mounted.add(name);
    return point;
  }

  /** A copy of what has reached the device at this moment, whatever the page cache above it holds. */
  copy(name: string, into: string): void {
    run('cp', '--sparse=always', this.#image(name), this.#image(into));
  }

  drop(name: string): void {
    if (this.#mounted.delete(name)) run('umount', this.#point(name));
    rmSync(this.#image(name), { force: true });
  }

  remove(): void {
    for (const name of this.#mounted) spawnSync('umount', ['-l', this.#point(name)]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #image(name: string): string {
    return join(this.#folder, name);
  }

  #point(name: string): string {
    return join(this.#folder, `${name}.mounted`);
  }
}

function run(program: string, ...args: string[]): void {
  const ended = spawnSync(program, args, { encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(`${program}: ${(ended.stderr || ended.error?.message || 'failed').trim().split('\n')[0]}`);
}
