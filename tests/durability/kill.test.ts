import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/engine/open-store.ts';
import { Child, writerReport } from './child.ts';
import { bundlePrograms, type Programs } from './program.ts';

const KILLS_WHILE_WRITING = 25;
const KILLS_AT_FIRST_START = 8;
const LIMIT_MS = 300_000;

let programs: Programs;
const folders: string[] = [];
const newFolder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'throughline-kill-')));
  return folders.at(-1)!;
};
beforeAll(async () => {
  programs = await bundlePrograms();
});
afterAll(() => {
  programs.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a data folder whose process is killed with -9', () => {
  it(`keeps every confirmed row over ${KILLS_WHILE_WRITING} kills in the middle of writing`, async () => {
    const folder = newFolder();
    const confirmed = new Set<number>();
    let reopened = 0;
    for (let round = 0; round <= KILLS_WHILE_WRITING; round++) {
      const child = new Child(process.execPath, [programs.path('writer'), folder]);
      await child.until(1);
      const found = new Set(writerReport(child).found);
      expect([...confirmed].filter((id) => !found.has(id)), `lost in round ${round}`).toEqual([]);
      if (round > 0) reopened++;
      await child.until(2 + ((round * 53) % 120));
      await new Promise((resolve) => setTimeout(resolve, (round * 7) % 23));
      await child.kill();
      for (const id of writerReport(child).confirmed) confirmed.add(id);
    }
    expect(reopened).toBe(KILLS_WHILE_WRITING);
    expect(confirmed.size).toBeGreaterThan(KILLS_WHILE_WRITING * 20);
  }, LIMIT_MS);

  it(`opens again after ${KILLS_AT_FIRST_START} kills at any moment of its very first start, one of them in the middle of making the cluster`, async () => {
    let folder = newFolder();
    for (let round = 0; round < KILLS_AT_FIRST_START; round++) {
      const child = new Child(process.execPath, [programs.path('writer'), folder]);
      await new Promise((resolve) => setTimeout(resolve, 250 + round * 330));
      await child.kill();
      if (readdirSync(folder).includes('pg')) {
        await expectUsable(folder);
        folder = newFolder();
      }
    }
    await expectUsable(await halfMade());
  }, LIMIT_MS);
});

const halves = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('pg.new-'));

/** A folder whose first start was killed as soon as its cluster lay there half made. One that was quicker than the look is tried anew. */
async function halfMade(): Promise<string> {
  for (;;) {
    const folder = newFolder();
    const child = new Child(process.execPath, [programs.path('writer'), folder]);
    while (halves(folder).length === 0 && !readdirSync(folder).includes('pg')) await new Promise((resolve) => setTimeout(resolve, 1));
    await child.kill();
    if (halves(folder).length === 1) return folder;
  }
}

async function expectUsable(folder: string): Promise<void> {
  const child = new Child(process.execPath, [programs.path('writer'), folder, 'durable', '3']);
  await child.ended();
  expect(writerReport(child).confirmed).toHaveLength(3);
  expect(halves(folder)).toEqual([]);
}

describe('a data folder that is open', () => {
  it('cannot be opened by a second process or a second time in the same one, and can when the first has died', async () => {
    const folder = newFolder();
    const child = new Child(process.execPath, [programs.path('writer'), folder]);
    await child.until(5);
    await expect(openStore<never>({ dataDir: folder })).rejects.toMatchObject({ name: 'FolderHeld', owner: { pid: child.pid } });
    await child.kill();
    const store = await openStore<never>({ dataDir: folder });
    await expect(openStore<never>({ dataDir: folder })).rejects.toMatchObject({ name: 'FolderHeld', owner: { pid: process.pid } });
    await store.close();
  }, LIMIT_MS);
});
