import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Child, writerReport } from './child.ts';
import { bundlePrograms, type Programs } from './program.ts';

/** Confirmed rows before each cut; the first comes right after the folder was made. */
const CUTS = [1, 30, 90, 170];
const ROWS_BEFORE_CONTROL = 60;
const LIMIT_MS = 240_000;

const folder = mkdtempSync(join(tmpdir(), 'throughline-power-'));
const mounted = new Set<string>();
const run = (program: string, ...args: string[]): string | undefined => {
  const ended = spawnSync(program, args, { encoding: 'utf8' });
  return ended.status === 0 ? undefined : `${program}: ${(ended.stderr || ended.error?.message || '').trim().split('\n')[0]}`;
};

/** An ext4 file system in a file, mounted; or why that cannot be. */
function mountImage(image: string): string | undefined {
  const point = `${image}.mounted`;
  mkdirSync(point, { recursive: true });
  const problem = run('mount', '-o', 'loop', image, point);
  if (problem === undefined) mounted.add(point);
  return problem;
}
function unmount(image: string): void {
  run('umount', `${image}.mounted`);
  mounted.delete(`${image}.mounted`);
}
function makeImage(name: string): string | undefined {
  const image = join(folder, name);
  return run('truncate', '-s', '400M', image) ?? run('mkfs.ext4', '-q', '-F', image) ?? mountImage(image);
}

const problem = process.getuid?.() === 0 ? makeImage('trial') : 'needs root for a loop device';
const why = problem === undefined ? '' : ` (skipped: ${problem})`;

let programs: Programs;
beforeAll(async () => {
  programs = await bundlePrograms();
});
afterAll(() => {
  for (const point of mounted) run('umount', '-l', point);
  programs.remove();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Writes until `rows` are confirmed, stops the writer, copies what has reached the device, and returns the confirmed rows with
 * those found when the copy is mounted and opened; `found` is undefined when it does not open.
 */
async function cut(name: string, mode: 'durable' | 'shipped', rows: number): Promise<{ confirmed: readonly number[]; found: readonly number[] | undefined }> {
  expect(makeImage(name)).toBeUndefined();
  const image = join(folder, name);
  const writer = new Child(process.execPath, [programs.path('writer'), `${image}.mounted`, mode]);
  await writer.until(1 + rows);
  writer.signal('SIGSTOP');
  expect(run('cp', '--sparse=always', image, `${image}-cut`)).toBeUndefined();
  await writer.kill();
  const { confirmed } = writerReport(writer);
  unmount(image);
  expect(mountImage(`${image}-cut`)).toBeUndefined();
  const reader = new Child(process.execPath, [programs.path('writer'), `${image}-cut.mounted`, mode, '1']);
  await reader.ended();
  unmount(`${image}-cut`);
  for (const file of [image, `${image}-cut`]) rmSync(file, { force: true });
  return { confirmed, found: reader.lines[0]?.startsWith('found ') ? writerReport(reader).found : undefined };
}

describe.skipIf(problem !== undefined)(`a power cut, simulated on a loop device${why}`, () => {
  it.each(CUTS)('loses no confirmed row of the embedded engine when it comes after row %i', async (rows) => {
    const { confirmed, found } = await cut(`cut-${rows}`, 'durable', rows);
    expect(confirmed.length).toBeGreaterThanOrEqual(rows);
    expect(found, 'the folder did not open').toBeDefined();
    expect(confirmed.filter((id) => !found?.includes(id))).toEqual([]);
  }, LIMIT_MS);

  it('would be noticed: the engine as it is shipped, without our fsync, loses confirmed rows', async () => {
    const { confirmed, found } = await cut('control', 'shipped', ROWS_BEFORE_CONTROL);
    expect(found === undefined || confirmed.some((id) => !found.includes(id))).toBe(true);
  }, LIMIT_MS);
});
