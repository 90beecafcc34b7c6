import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquireDataFolder, FolderHeld } from '../../src/store/engine/folder-lock.ts';
import { Child } from './child.ts';
import { bundlePrograms, type Programs } from './program.ts';

const RACES = 25;
const RACERS = 6;
const KILLS_WHILE_TAKING = 25;
const LIMIT_MS = 300_000;

let programs: Programs;
const folder = mkdtempSync(join(tmpdir(), 'throughline-race-'));
let racers: Child[] = [];
const start = async (): Promise<Child> => {
  const racer = new Child(process.execPath, [programs.path('racer'), folder]);
  await racer.until(1);
  return racer;
};
const answers = (racer: Child): number => racer.lines.length;

beforeAll(async () => {
  programs = await bundlePrograms();
  racers = await Promise.all(Array.from({ length: RACERS }, start));
});
afterAll(async () => {
  await Promise.all(racers.map((racer) => racer.kill()));
  programs.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('processes that race for one folder', () => {
  it(`make exactly one owner in each of ${RACES} rounds, each after the last owner was killed with -9`, async () => {
    const owners: number[] = [];
    for (let round = 0; round < RACES; round++) {
      const before = racers.map(answers);
      for (const racer of racers) racer.say('go');
      await Promise.all(racers.map((racer, at) => racer.until(before[at]! + 1)));
      const winners = racers.filter((racer) => racer.lines.at(-1) === 'owner');
      expect(winners.map(({ pid }) => pid), `round ${round}`).toHaveLength(1);
      const winner = winners[0]!;
      const losers = racers.filter((racer) => racer !== winner);
      expect(new Set(losers.map((racer) => racer.lines.at(-1)))).toEqual(new Set([`held ${winner.pid}`]));
      owners.push(winner.pid);
      await winner.kill();
      racers = [...losers, await start()];
    }
    expect(owners).toHaveLength(RACES);
  }, LIMIT_MS);

  it(`leave the folder takeable by one when ${KILLS_WHILE_TAKING} of them are killed while taking it`, async () => {
    for (let round = 0; round < KILLS_WHILE_TAKING; round++) {
      const before = racers.map(answers);
      for (const racer of racers) racer.say('go');
      const victim = racers[round % racers.length]!;
      await new Promise((resolve) => setTimeout(resolve, round % 9));
      await victim.kill();
      const others = racers.filter((racer) => racer !== victim);
      await Promise.all(others.map((racer) => racer.until(before[racers.indexOf(racer)]! + 1)));
      const owners = others.filter((racer) => racer.lines.at(-1) === 'owner');
      expect(owners.length, `round ${round}: ${racers.map((racer) => racer.lines.at(-1)).join(', ')}`).toBeLessThanOrEqual(1);
      const mine = await acquireDataFolder(folder).catch((error: unknown) => error);
      if (owners[0]) {
        expect(mine).toBeInstanceOf(FolderHeld);
        expect(mine).toMatchObject({ owner: { pid: owners[0].pid } });
        await owners[0].kill();
      } else {
        expect(mine).toHaveProperty('release');
        await (mine as Awaited<ReturnType<typeof acquireDataFolder>>).release();
      }
      racers = [...others.filter((racer) => racer !== owners[0]), await start()];
      if (owners[0]) racers.push(await start());
    }
  }, LIMIT_MS);
});
