import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Child, writerReport } from './child.ts';
import { Devices } from './devices.ts';
import { bundlePrograms, type Programs } from './program.ts';

/** Confirmed rows before each cut; the first comes right after the folder was made. */
const CUTS = [1, 30, 90, 170];
const ROWS_BEFORE_CONTROL = 60;
const LIMIT_MS = 240_000;

const devices = new Devices('throughline-power-');
const problem = devices.trial();
const why = problem === undefined ? '' : ` (skipped: ${problem})`;

let programs: Programs;
beforeAll(async () => {
  programs = await bundlePrograms();
});
afterAll(() => {
  devices.remove();
  programs.remove();
});

/**
 * Writes until `rows` are confirmed, stops the writer, copies what has reached the device, and returns the confirmed rows with
 * those found when the copy is mounted and opened; `found` is undefined when it does not open.
 */
async function cut(name: string, mode: 'durable' | 'shipped', rows: number): Promise<{ confirmed: readonly number[]; found: readonly number[] | undefined }> {
  const writer = new Child(process.execPath, [programs.path('writer'), devices.make(name, 400), mode]);
  await writer.until(1 + rows);
  writer.signal('SIGSTOP');
  devices.copy(name, `${name}-cut`);
  await writer.kill();
  const { confirmed } = writerReport(writer);
  devices.drop(name);
  const reader = new Child(process.execPath, [programs.path('writer'), devices.mount(`${name}-cut`), mode, '1']);
  await reader.ended();
  devices.drop(`${name}-cut`);
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
