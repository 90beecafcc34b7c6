// A house in memory with the sample company in it, and copies of its workspace: every example begins in the same place.
// Clock and dice are set back before each example, so that what is made twice is made alike.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { seededRandom } from '../../src/domain/kernel/random.ts';
import type { Asker } from '../../src/operations/context.ts';
import { openHouse, type House } from '../../src/wiring/house.ts';

/** The day the contract's examples were worked on. */
export const NOW = Date.parse('2026-11-20T10:00:00.000Z');

const VACUUM_EVERY = 20;

export interface SampleHouse {
  readonly house: House;
  readonly asker: () => Asker;
  /** What was logged as an error, in order. */
  readonly faults: readonly string[];
  /** Moves on to a fresh copy of the sample workspace, or to an empty one. */
  renew(kind: 'sample' | 'empty'): Promise<void>;
  /** Sets the dice back without a new copy, for a workspace that nothing changed. */
  rewind(): void;
  close(): Promise<void>;
}

export async function openSampleHouse(): Promise<SampleHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-doors-'));
  const template = inject('pgliteTemplate') as string | undefined;
  const faults: string[] = [];
  let random = seededRandom(1);
  const house = await openHouse({ dataDir: folder, memory: true }, {
    log: { info: () => undefined, error: (fields, message) => void faults.push(`${message}: ${JSON.stringify(fields, (_name, value: unknown) => (value instanceof Error ? value.stack : value))}`) },
    version: '0.0.0', clock: () => NOW, random: () => random(), timeZone: 'UTC', checkOutput: true,
    ...(template === undefined ? {} : { template: new Uint8Array(readFileSync(template)) }),
  });
  const base = house.askerFor(true);
  let current = base;
  let copies = 0;
  await copyWorkspace(house, base.workspaceId, 'wsp_empty');
  const loaded = await house.call('sample.load', { seed: 1 });
  if (!loaded.ok) throw new Error(`the sample was refused: ${JSON.stringify(loaded.refusal)}`);
  await untilIdle(house, base);
  return {
    house, faults,
    asker: () => current,
    rewind: () => { random = seededRandom(2); },
    renew: async (kind) => {
      await untilIdle(house, current);
      if (current !== base) await dropWorkspace(house, current.workspaceId);
      // Dropped copies would otherwise pile up in memory.
      if (copies % VACUUM_EVERY === VACUUM_EVERY - 1) await house.services.store.maintain('vacuum');
      const id = `wsp_copy_${++copies}`;
      await copyWorkspace(house, kind === 'sample' ? base.workspaceId : 'wsp_empty', id);
      current = { ...base, workspaceId: id };
      random = seededRandom(2);
    },
    close: async () => {
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Jobs that a command began must not run on in a workspace that is taken away. */
async function untilIdle(house: House, asker: Asker): Promise<void> {
  for (;;) {
    const answer = await house.run('workspace.get', {}, asker, 'req_idle');
    if (!answer.ok || answer.value.runningJobs.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Table { readonly name: string; readonly columns: readonly string[] }

async function copyWorkspace(house: House, from: string, to: string): Promise<void> {
  await eachTable(house, (table) => {
    const key = table.name === 'workspace' ? 'id' : 'workspace_id';
    const values = table.columns.map((column) => (column === key ? `'${to}'` : `"${column}"`));
    return `insert into "${table.name}" (${table.columns.map((column) => `"${column}"`).join(', ')}) select ${values.join(', ')} from "${table.name}" where "${key}" = '${from}'`;
  });
}

async function dropWorkspace(house: House, id: string): Promise<void> {
  await eachTable(house, ({ name }) => `delete from "${name}" where "${name === 'workspace' ? 'id' : 'workspace_id'}" = '${id}'`);
}

/** Foreign keys are set aside meanwhile: rows move as a whole. */
async function eachTable(house: House, statement: (table: Table) => string): Promise<void> {
  const { store } = house.services;
  await store.transaction(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    const found = await sql<{ name: string; columns: string[] }>`
      select table_name::text as name, array_agg(column_name::text order by ordinal_position) as columns from information_schema.columns
      where table_schema = 'public' and table_name <> 'schema_migrations' and is_generated = 'NEVER' group by table_name`.execute(tx);
    for (const table of found.rows) {
      if (table.name !== 'workspace' && !table.columns.includes('workspace_id')) continue;
      await sql.raw(statement(table)).execute(tx);
    }
  });
}
