import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { openStore } from './engine/open-store.ts';
import { loadMigrations, readMigrations } from './migrate-files.ts';
import { checksumOf, migrate, type Migration } from './migrate.ts';

const FIRST: Migration = { name: '0001_first', sql: 'create table first (id int primary key);\ninsert into first values (1);' };
const SECOND: Migration = { name: '0002_second', sql: 'alter table first add column note text; -- trailing comment' };
const BROKEN: Migration = { name: '0003_broken', sql: 'create table half (id int); insert into nowhere values (1);' };
const FOURTH: Migration = { name: '0004_fourth', sql: 'create table fourth (id int)' };

interface Nothing { readonly nothing: { readonly id: number } }

describeOnBothEngines<Nothing>('migrations', (engine) => {
  const run = (...list: Migration[]): Promise<readonly string[]> => migrate(engine.store, list).then(({ applied }) => applied);
  const tables = async (): Promise<string[]> => {
    const found = await sql<{ name: string }>`select tablename::text as name from pg_tables where schemaname = 'public' order by 1`.execute(engine.store.db);
    return found.rows.map(({ name }) => name).filter((name) => name !== 'schema_migrations');
  };

  it('are applied once each, in the order of their names, and a failing one undoes only itself', async () => {
    expect(await run()).toEqual([]);
    expect(await run(SECOND, FIRST)).toEqual(['0001_first', '0002_second']);
    expect(await run(FIRST, SECOND)).toEqual([]);
    await expect(run(FIRST, SECOND, BROKEN)).rejects.toMatchObject({ name: 'SqlError', code: '42P01' });
    expect(await tables()).toEqual(['first']);
    expect((await sql`select id, note from first`.execute(engine.store.db)).rows).toEqual([{ id: 1, note: null }]);
  });

  it('count as the same file with the line ends of Windows', async () => {
    expect(await run({ ...FIRST, sql: FIRST.sql.replaceAll('\n', '\r\n') }, SECOND)).toEqual([]);
  });

  it('refuse data of a newer program, a changed file and a gap, in plain words and without a change', async () => {
    await expect(run(FIRST)).rejects.toMatchObject({ reason: 'newer', message: expect.stringContaining('written by a newer Throughline: it has the schema step 0002_second') as string });
    await expect(run({ ...FIRST, sql: 'select 1' }, SECOND)).rejects.toMatchObject({ reason: 'changed' });
    await expect(run(FIRST, { ...FOURTH, name: '0001_late' }, SECOND)).rejects.toMatchObject({ reason: 'gap' });
    await expect(run(FIRST, FIRST)).rejects.toThrow('two migrations are named 0001_first');
    expect(await tables()).toEqual(['first']);
  });

  it('are applied once when several start at the same moment', async () => {
    const lists = await Promise.all(Array.from({ length: 4 }, () => run(FIRST, SECOND, FOURTH)));
    expect(lists.flat()).toEqual(['0004_fourth']);
  });
}, { migrations: [] });

describe('migrating an embedded folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-migrate-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('copies existing data first, and the copy opens as it was', async () => {
    const template = new Uint8Array(readFileSync(inject('pgliteTemplate')));
    const store = await openStore<Nothing>({ dataDir: folder }, { template });
    expect((await migrate(store, [FIRST])).backup).toBeUndefined();
    const { backup } = await migrate(store, [FIRST, SECOND], () => new Date('2026-05-06T07:08:09Z'));
    expect(backup).toBe(join(store.folder!.path, 'backups', '20260506T070809Z-before-0002_second'));
    expect((await migrate(store, [FIRST, SECOND])).backup).toBeUndefined();
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
    await store.close();

    const old = await openStore<Nothing>({ dataDir: backup! });
    await expect(sql`select note from first`.execute(old.db)).rejects.toMatchObject({ code: '42703' });
    expect((await sql`select id from first`.execute(old.db)).rows).toEqual([{ id: 1 }]);
    await old.close();
  }, 120_000);
});

describe('migration files', () => {
  it('are those of the project, sorted, each with a checksum of its own', () => {
    const all = loadMigrations();
    expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted());
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all.map(checksumOf)).size).toBe(all.length);
  });

  it('must be named by number and purpose', () => {
    const odd = mkdtempSync(join(tmpdir(), 'throughline-odd-'));
    writeFileSync(join(odd, 'notes.txt'), '');
    expect(readMigrations(odd)).toEqual([]);
    writeFileSync(join(odd, '1-first.sql'), '');
    expect(() => readMigrations(odd)).toThrow('1-first.sql: a migration is named like 0001_what_it_does.sql');
    rmSync(odd, { recursive: true });
    expect(existsSync(odd)).toBe(false);
  });
});
