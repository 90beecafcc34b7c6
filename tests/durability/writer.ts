// Child program: opens a data folder, says which rows it finds, then writes rows and says each one after its commit.
// Lines on standard output: `found <json of ids>`, then one id a line. Modes: `durable`, or `shipped` for PGlite as it comes.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { openStore } from '../../src/store/engine/open-store.ts';

interface Database {
  readonly ids: (text: string) => Promise<number[]>;
  readonly run: (text: string) => Promise<unknown>;
  readonly several: (texts: readonly string[]) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

const [folder = '', mode = 'durable', most = '1000000'] = process.argv.slice(2);

async function openDurable(): Promise<Database> {
  const store = await openStore<never>({ dataDir: folder });
  return {
    ids: async (text) => (await sql.raw<{ id: number }>(text).execute(store.db)).rows.map(({ id }) => id),
    run: (text) => (text === 'checkpoint' ? store.maintain('checkpoint') : sql.raw(text).execute(store.db)),
    several: (texts) => store.transaction(async (tx) => {
      for (const text of texts) await sql.raw(text).execute(tx);
    }),
    close: () => store.close(),
  };
}

async function openShipped(): Promise<Database> {
  const pg = await PGlite.create(join(folder, 'shipped'));
  return {
    ids: async (text) => (await pg.query<{ id: number }>(text)).rows.map(({ id }) => id),
    run: (text) => pg.exec(text),
    several: (texts) => pg.transaction(async (tx) => {
      for (const text of texts) await tx.exec(text);
    }),
    close: () => pg.close(),
  };
}

const database = mode === 'shipped' ? await openShipped() : await openDurable();
await database.run('create table if not exists note (id int primary key, body text not null, turns int not null)');
await database.run('set enable_seqscan = off');
const byIndex = await database.ids('select id from note order by id');
await database.run('set enable_seqscan = on');
const byTable = (await database.ids('select id from note')).toSorted((a, b) => a - b);
if (JSON.stringify(byIndex) !== JSON.stringify(byTable)) throw new Error('the index and the table disagree');
writeSync(1, `found ${JSON.stringify(byTable)}\n`);

const first = (byTable.at(-1) ?? 0) + 1;
const insert = (id: number): string => `insert into note values (${id}, repeat('${id} ', ${(id * 37) % 400}), 0)`;
for (let id = first; id < first + Number(most); id++) {
  if (id % 40 === 0) await database.run('checkpoint');
  if (id % 17 === 0) await database.several([insert(id), `update note set turns = turns + 1 where id > ${id - 200}`]);
  else await database.run(insert(id));
  writeSync(1, `${id}\n`);
}
await database.close();
