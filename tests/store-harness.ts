// Runs a store suite on both engines: the embedded one (in memory unless told) and a real PostgreSQL, each suite in a fresh,
// migrated database. Where no PostgreSQL can be had, its half is reported as skipped with the reason in its name.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openStore } from '../src/store/engine/open-store.ts';
import type { Store } from '../src/store/engine/store.ts';
import { loadMigrations } from '../src/store/migrate-files.ts';
import { migrate, type Migration } from '../src/store/migrate.ts';

export interface TestEngine<Schema> {
  readonly kind: 'pglite' | 'postgres';
  /** The open store; usable from `beforeAll` on. */
  readonly store: Store<Schema>;
  /** Deletes the rows of every table but schema_migrations. */
  empty(): Promise<void>;
}

export interface HarnessOptions {
  /** The project's own unless told; `[]` for an empty database. */
  readonly migrations?: readonly Migration[];
  /** Embedded engine in a temporary folder instead of memory. */
  readonly onDisk?: boolean;
  readonly queryLimitMs?: number;
}

const SLOW_MS = 180_000;

/** `describeOnBothEngines('goal store', (engine) => { it('...', async () => { await engine.store.transaction(...) }) })` */
export function describeOnBothEngines<Schema>(
  name: string,
  suite: (engine: TestEngine<Schema>) => void,
  options: HarnessOptions = {},
): void {
  describe(`${name} on the embedded engine`, () => suite(prepare<Schema>('pglite', () => openEmbedded<Schema>(options), options)));
  const postgres = inject('postgres') as ReturnType<typeof inject<'postgres'>> | undefined ?? { reason: 'tests/postgres.setup.ts is no globalSetup of this suite' };
  if ('reason' in postgres) {
    // skip: no PostgreSQL in this run, and the name says why
    describe.skip(`${name} on PostgreSQL (skipped: ${postgres.reason})`, () => suite(unavailable<Schema>()));
  } else {
    describe(`${name} on PostgreSQL`, () => suite(prepare<Schema>('postgres', () => openServer<Schema>(postgres.url, options), options)));
  }
}

interface Opened<Schema> {
  readonly store: Store<Schema>;
  readonly discard: () => Promise<void>;
}

function prepare<Schema>(kind: TestEngine<Schema>['kind'], open: () => Promise<Opened<Schema>>, options: HarnessOptions): TestEngine<Schema> {
  let opened: Opened<Schema> | undefined;
  beforeAll(async () => {
    opened = await open();
    await migrate(opened.store, options.migrations ?? loadMigrations());
  }, SLOW_MS);
  afterAll(async () => {
    await opened?.store.close();
    await opened?.discard();
  }, SLOW_MS);
  const current = (): Store<Schema> => {
    if (!opened) throw new Error('the store is open inside tests and hooks only');
    return opened.store;
  };
  return {
    kind,
    get store() {
      return current();
    },
    empty: () => emptyTables(current()),
  };
}

async function openEmbedded<Schema>(options: HarnessOptions): Promise<Opened<Schema>> {
  const file = inject('pgliteTemplate') as string | undefined;
  const template = file === undefined ? {} : { template: new Uint8Array(readFileSync(file)) };
  const more = { ...template, ...(options.queryLimitMs === undefined ? {} : { queryLimitMs: options.queryLimitMs }) };
  if (!options.onDisk) return { store: await openStore<Schema>({ memory: true }, more), discard: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'throughline-store-'));
  return { store: await openStore<Schema>({ dataDir: folder }, more), discard: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function openServer<Schema>(url: string, options: HarnessOptions): Promise<Opened<Schema>> {
  const name = `throughline_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = async (statement: string): Promise<void> => {
    const store = await openStore<never>({ databaseUrl: url, connections: 1 });
    await sql.raw(statement).execute(store.db);
    await store.close();
  };
  await admin(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const limit = options.queryLimitMs === undefined ? {} : { queryLimitMs: options.queryLimitMs };
  const store = await openStore<Schema>({ databaseUrl: own.href, connections: 4 }, limit);
  return { store, discard: () => admin(`drop database ${name} with (force)`) };
}

async function emptyTables<Schema>(store: Store<Schema>): Promise<void> {
  const tables = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations'`.execute(store.db);
  if (tables.rows.length === 0) return;
  await store.transaction(async (tx) => {
    // What is sealed is not truncated either; a test database may be.
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql.raw(`truncate ${tables.rows.map(({ name }) => name).join(', ')}`).execute(tx);
  });
}

function unavailable<Schema>(): TestEngine<Schema> {
  return {
    kind: 'postgres',
    get store(): Store<Schema> {
      throw new Error('there is no PostgreSQL in this run');
    },
    empty: () => Promise.resolve(),
  };
}
