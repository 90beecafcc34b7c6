// Lets one process at a time judge and replace a dead owner's socket. Knows nothing of sockets.
import { lstatSync, readFileSync, readdirSync, readlinkSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

const GUARD = /^takeover\.(\d+)$/;
const FREE = 'free';
/** For makers that cannot be looked at (another container, no /proc): the guarded work takes milliseconds. */
const UNSEEN_STALE_MS = 60_000;

export interface TakeoverGuard {
  release(): void;
}

/**
 * The guard, or undefined when somebody alive has it (try again shortly).
 *
 * It is a symlink `takeover.<n>` whose target names its maker: made in one step, refused when it exists. A dead maker's guard
 * is never removed and made anew, since two who judged it dead would remove each other's; the next number is made instead, and
 * the highest number stays on disk, so that a late judgement always finds a higher one.
 */
export function takeGuard(folder: string): TakeoverGuard | undefined {
  const highest = highestGuard(folder);
  if (highest > 0 && isTaken(join(folder, `takeover.${highest}`))) return undefined;
  const mine = highest + 1;
  const path = join(folder, `takeover.${mine}`);
  try {
    symlinkSync(describeSelf(), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
  if (highestGuard(folder) > mine) {
    unlinkSync(path);
    return undefined;
  }
  for (const name of readdirSync(folder)) {
    if (Number(GUARD.exec(name)?.[1] ?? mine) < mine) quietly(() => unlinkSync(join(folder, name)));
  }
  return { release: () => markFree(folder, path) };
}

function markFree(folder: string, path: string): void {
  const fresh = join(folder, `takeover-free.${process.pid}.${Math.random().toString(36).slice(2)}`);
  symlinkSync(FREE, fresh);
  renameSync(fresh, path);
}

function highestGuard(folder: string): number {
  return Math.max(0, ...readdirSync(folder).map((name) => Number(GUARD.exec(name)?.[1] ?? 0)));
}

function isTaken(path: string): boolean {
  try {
    const maker = readlinkSync(path);
    return maker !== FREE && mayLive(maker, Date.now() - lstatSync(path).mtimeMs);
  } catch {
    return true;
  }
}

/** boot | pid namespace | pid | start time in ticks: a pid alone may belong to somebody else by now. */
function describeSelf(): string {
  return [bootId(), pidNamespace(), process.pid, startTicks(process.pid)].join('|');
}

/** Could the maker of a guard of this age still be at work? Exported for its test. */
export function mayLive(maker: string, ageMs: number): boolean {
  const [boot, namespace, pidText, ticks] = maker.split('|');
  const pid = Number(pidText);
  if (boot !== bootId() || !Number.isInteger(pid) || pid <= 0) return false;
  if (namespace !== pidNamespace()) return ageMs < UNSEEN_STALE_MS;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = startTicks(pid);
  return now === '' ? ageMs < UNSEEN_STALE_MS : now === ticks;
}

function bootId(): string {
  return quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '';
}

function pidNamespace(): string {
  return quietly(() => readlinkSync('/proc/self/ns/pid')) ?? '';
}

/** Field 22 of /proc/<pid>/stat, counted after the command's closing parenthesis; empty where there is no /proc. */
function startTicks(pid: number): string {
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
