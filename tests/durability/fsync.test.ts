import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/engine/open-store.ts';
import { Child, writerReport } from './child.ts';
import { bundlePrograms, type Programs } from './program.ts';

const COMMITS = 50;
const LIMIT_MS = 120_000;

let programs: Programs;
const folder = mkdtempSync(join(tmpdir(), 'throughline-fsync-'));
beforeAll(async () => {
  programs = await bundlePrograms();
});
afterAll(() => {
  programs.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('a commit on the embedded engine', () => {
  it('calls fsync once or more, a rolled back transaction and a read need not', async () => {
    const store = await openStore<never>({ dataDir: join(folder, 'counted') });
    const count = async (work: () => Promise<unknown>): Promise<number> => {
      const before = (await store.facts()).fsyncs ?? NaN;
      await work();
      return ((await store.facts()).fsyncs ?? NaN) - before;
    };
    await sql`create table note (id int primary key)`.execute(store.db);
    const insert = (id: number): Promise<unknown> => sql`insert into note values (${id})`.execute(store.db);
    for (let id = 0; id < COMMITS; id++) expect(await count(() => insert(id)), `commit ${id}`).toBeGreaterThanOrEqual(1);
    expect(await count(() => sql`select * from note`.execute(store.db))).toBe(0);
    expect(await count(() => store.maintain('checkpoint'))).toBeGreaterThan(5);
    await store.close();
  }, LIMIT_MS);

  const traceable = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
  it.skipIf(!traceable)(`reaches the kernel as a system call${traceable ? '' : ' (skipped: strace is not installed or may not trace)'}`, async () => {
    const place = join(folder, 'traced');
    const log = join(folder, 'trace');
    await write(place, 1);
    const opening = await traced(place, 0, log);
    const writing = await traced(place, COMMITS, log);
    expect(writing - opening).toBeGreaterThanOrEqual(COMMITS);
  }, LIMIT_MS);

  async function write(place: string, rows: number): Promise<void> {
    const child = new Child(process.execPath, [programs.path('writer'), place, 'durable', String(rows)]);
    await child.ended();
    expect(writerReport(child).confirmed).toHaveLength(rows);
  }

  /** fsync and fdatasync calls of a whole run, opening and closing included. */
  async function traced(place: string, rows: number, log: string): Promise<number> {
    const child = new Child('strace', ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', log, process.execPath, programs.path('writer'), place, 'durable', String(rows)]);
    await child.ended();
    expect(writerReport(child).confirmed).toHaveLength(rows);
    return readFileSync(log, 'utf8').split('\n').filter((line) => /\b(fsync|fdatasync)\(/.test(line)).length;
  }
});

describe('the self-check at every start', () => {
  it('refuses a folder when a commit does not reach fsync, says what to do, and lets go of the folder', async () => {
    const place = join(folder, 'unsynced');
    const refusal = openStore<never>({ dataDir: place }, { settings: ['fsync=off'] });
    await expect(refusal).rejects.toMatchObject({ name: 'NotDurable' });
    await expect(refusal).rejects.toThrow('fsync was never called');
    await expect(refusal).rejects.toThrow('set DATABASE_URL to a PostgreSQL server');
    const store = await openStore<never>({ dataDir: place });
    expect(await store.facts()).toMatchObject({ engine: 'pglite', durable: true });
    await store.close();
  }, LIMIT_MS);
});
