// The two sides of the import benchmark, each run in a process of its own: the program's import, and a raw COPY of what it stored.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { newId } from '../src/domain/kernel/ids.ts';
import { handlers, jobWorks } from '../src/operations/index.ts';
import { startJobs } from '../src/operations/jobs.ts';
import { operationRunner } from '../src/operations/run.ts';
import { copyChunks } from '../src/store/engine/copy-text.ts';
import { openStore } from '../src/store/engine/open-store.ts';
import { PgliteEngine } from '../src/store/engine/pglite-engine.ts';
import { ensureLocalOwner } from '../src/store/first-run.ts';
import type { ImportCounts } from '../src/store/import.ts';
import { localVault } from '../src/wiring/local-vault.ts';
import { loadMigrations } from '../src/store/migrate-files.ts';
import { migrate } from '../src/store/migrate.ts';
import type { Schema } from '../src/store/schema.ts';

export interface ImportFigures { readonly firstMs: number; readonly maintenanceMs: number; readonly firstCpuMs: number; readonly firstEngineMs: number | undefined; readonly againMs: number; readonly again: ImportCounts; readonly laterMs: number; readonly later: ImportCounts; readonly peakBytes: number }
export interface RawFigures { readonly copyMs: number; readonly indexMs: number; readonly cpuMs: number; readonly engineMs: number | undefined; readonly indexes: number }

const TABLES = ['item', 'item_text', 'comment'];
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const TASKS = '/proc/self/task';

/** Milliseconds each thread of this process has computed, where the system tells. A thread that ends meanwhile is left out. */
function threadTimes(): Map<string, number> {
  const times = new Map<string, number>();
  if (process.platform !== 'linux') return times;
  for (const thread of readdirSync(TASKS)) {
    try {
      times.set(thread, Number(readFileSync(join(TASKS, thread, 'schedstat'), 'utf8').split(' ')[0]) / 1e6);
    } catch {
      continue;
    }
  }
  return times;
}

/** What the busiest thread computed since, which is the database's: the rest of an import is done beside it. */
function busiestSince(before: ReadonlyMap<string, number>): number | undefined {
  const spent = [...threadTimes()].map(([thread, ms]) => ms - (before.get(thread) ?? 0));
  return spent.length === 0 ? undefined : Math.max(...spent);
}

/** Imports the file into a fresh embedded database, then again, then a later export of the same project. The audit that would follow is left out: it is measured elsewhere. */
export async function importTwice(file: string, later: string, dataDir: string): Promise<ImportFigures> {
  const store = await openStore<Schema>({ dataDir });
  await migrate(store as never, loadMigrations());
  const random = Math.random;
  const who = await store.transaction((tx) => ensureLocalOwner(tx, { now: Date.now(), timeZone: 'UTC', newId: (kind) => newId(kind, Date.now(), random) }));
  const log = { info: () => undefined, error: (fields: object, words: string) => { throw new Error(`${words}: ${JSON.stringify(fields)}`); } };
  const jobs = startJobs({ store, files: { pathOf: (id) => join(dataDir, id), remove: () => Promise.resolve() }, clock: Date.now, random, log, version: 'bench', vault: localVault(dataDir), fetch }, { works: { ...jobWorks, audit: () => Promise.resolve() } });
  const run = operationRunner({ handlers, services: jobs.services });
  const maintain = store.maintain.bind(store);
  /** Maintenance comes after the import has ended: what was spent until then is taken as it begins. */
  let spent: (() => void) | undefined;
  store.maintain = (work) => {
    spent?.();
    return maintain(work);
  };
  const once = async (path: string): Promise<{ ms: number; restMs: number; cpu: number; engine: number | undefined; counts: ImportCounts }> => {
    const cpu = cpuMs();
    const threads = threadTimes();
    const until: { cpu?: number; engine?: number | undefined } = {};
    spent = () => {
      until.cpu ??= cpuMs() - cpu;
      until.engine ??= busiestSince(threads);
    };
    const begun = Date.now();
    const answer = await run('import.start', { files: [{ path }], wait: true }, { ...who, role: 'owner', local: true }, 'bench');
    if (!answer.ok || answer.value.import.state !== 'done') throw new Error(JSON.stringify(answer));
    spent();
    const done = Date.parse(answer.value.import.finishedAt!);
    return { ms: done - begun, restMs: Date.now() - done, cpu: until.cpu!, engine: until.engine, counts: answer.value.import as unknown as ImportCounts };
  };
  const first = await once(file);
  const again = await once(file);
  const changed = await once(later);
  const figures = { firstMs: first.ms, maintenanceMs: first.restMs, firstCpuMs: first.cpu, firstEngineMs: first.engine, againMs: again.ms, again: again.counts, laterMs: changed.ms, later: changed.counts, peakBytes: process.resourceUsage().maxRSS * 1024 };
  await jobs.stop();
  await store.close();
  return figures;
}

/** Copies the rows an import stored into bare tables, from text that is ready, then builds the same keys and indexes. */
export async function rawCopy(dataDir: string): Promise<RawFigures> {
  const store = await openStore<Schema>({ dataDir });
  const ready: { table: string; columns: string[]; chunks: Uint8Array[] }[] = [];
  for (const table of TABLES) {
    const columns = (await sql<{ name: string }>`select column_name::text as name from information_schema.columns where table_name = ${table} order by ordinal_position`.execute(store.db)).rows.map(({ name }) => name);
    await sql.raw(`create table bare_${table} (like ${table})`).execute(store.db);
    const chunks: Uint8Array[] = [];
    for await (const chunk of copyChunks(rowsOf(store, table, columns), columns.length)) chunks.push(chunk);
    ready.push({ table, columns, chunks });
  }
  const indexes = (await sql<{ tablename: string; indexname: string; indexdef: string }>`select tablename, indexname, indexdef from pg_indexes where tablename = any(${TABLES}::text[])`.execute(store.db)).rows;
  await store.maintain('checkpoint');
  await store.close();

  const engine = await PgliteEngine.open({ dataDir, queryLimitMs: 0 });
  const session = await engine.acquire();
  const cpu = cpuMs();
  const threads = threadTimes();
  const begun = performance.now();
  await session.query('begin', []);
  for (const { table, columns, chunks } of ready) await session.copyIn(`bare_${table} (${columns.map((name) => `"${name}"`).join(', ')})`, each(chunks));
  await session.query('commit', []);
  const copied = performance.now();
  for (const { tablename, indexname, indexdef } of indexes) await session.query(indexdef.replace(indexname, `bare_${indexname}`).replace(` public.${tablename} `, ` bare_${tablename} `), []);
  const built = performance.now();
  const figures = { copyMs: copied - begun, indexMs: built - copied, cpuMs: cpuMs() - cpu, engineMs: busiestSince(threads), indexes: indexes.length };
  await engine.release(session);
  await engine.close();
  return figures;
}

async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function* rowsOf(store: Awaited<ReturnType<typeof openStore<Schema>>>, table: string, columns: readonly string[]): AsyncGenerator<unknown[]> {
  const key = table === 'item' ? ['id'] : table === 'comment' ? ['item_id', 'identity'] : ['item_id'];
  let last: unknown[] | undefined;
  for (;;) {
    const order = sql.join(key.map((name) => sql.ref(name)));
    const after = last === undefined ? sql`` : sql`where (${order}) > (${sql.join(last)})`;
    const { rows } = await sql<Record<string, unknown>>`select ${sql.raw(columns.map((name) => `"${name}"::text as "${name}"`).join(', '))} from ${sql.table(table)} ${after} order by ${order} limit 5000`.execute(store.db);
    for (const row of rows) yield columns.map((name) => row[name]);
    if (rows.length < 5000) return;
    last = key.map((name) => rows.at(-1)![name]);
  }
}
