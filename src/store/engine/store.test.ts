import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { sql, type Generated } from 'kysely';
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { describeOnBothEngines } from '../../../tests/store-harness.ts';
import { openStore } from './open-store.ts';
import type { Tx } from './store.ts';

interface Schema {
  readonly note: { id: number; body: string | null; at: string | null; tags: string[] | null; facts: unknown; raw: Uint8Array | null; share: string | null; done: Generated<boolean> };
}
const TABLE = 'create table note (id int primary key, body text, at timestamptz(3), tags text[], facts jsonb, raw bytea, share numeric, done boolean not null default false)';
const ENDLESS = sql`with recursive n(i) as (select 1 union all select i % 7 + 1 from n) select count(*) from n`;

describeOnBothEngines<Schema>('the store', (engine) => {
  const add = (tx: Tx<Schema>, id: number): Promise<unknown> => sql`insert into note (id) values (${id})`.execute(tx);
  const ids = async (): Promise<number[]> => (await engine.store.db.selectFrom('note').select('id').orderBy('id').execute()).map(({ id }) => id);

  beforeAll(async () => {
    await sql.raw(TABLE).execute(engine.store.db);
  });
  beforeEach(() => engine.empty());

  it('keeps what a transaction wrote and undoes what a failing one wrote', async () => {
    await engine.store.transaction((tx) => add(tx, 1));
    await expect(engine.store.transaction(async (tx) => {
      await add(tx, 2);
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await ids()).toEqual([1]);
  });

  it('does not let another query see or join an open transaction', async () => {
    let finish!: () => void;
    const wait = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const open = engine.store.transaction(async (tx) => {
      await add(tx, 1);
      await wait;
      throw new Error('undone');
    });
    const outside = ids();
    finish();
    await expect(open).rejects.toThrow('undone');
    expect(await outside).toEqual([]);
  });

  it('refuses the outer database inside a transaction instead of waiting for itself', async () => {
    const refusal = { name: 'OuterDatabaseInTransaction' };
    await expect(engine.store.transaction(() => ids())).rejects.toMatchObject(refusal);
    await expect(engine.store.transaction(() => engine.store.transaction(async () => 1))).rejects.toMatchObject(refusal);
    await expect(engine.store.transaction(() => engine.store.maintain('vacuum'))).rejects.toMatchObject(refusal);
    await expect(engine.store.db.transaction().execute(async () => 1)).rejects.toMatchObject(refusal);
    expect(await ids()).toEqual([]);
  });

  it('counts work that outlives its transaction as outside', async () => {
    let late: Promise<number[]> | undefined;
    let goOn!: () => void;
    await engine.store.transaction(async (tx) => {
      await add(tx, 1);
      late = new Promise<void>((resolve) => {
        goOn = resolve;
      }).then(ids);
    });
    goOn();
    expect(await late).toEqual([1]);
  });

  it('says so when a swallowed error means that nothing was kept', async () => {
    await expect(engine.store.transaction(async (tx) => {
      await add(tx, 1);
      await add(tx, 1).catch(() => undefined);
    })).rejects.toMatchObject({ name: 'TransactionUndone' });
    expect(await ids()).toEqual([]);
  });

  it('runs a transaction again when another got in its way', async () => {
    await engine.store.transaction((tx) => add(tx, 0));
    let runs = 0;
    let bothRead!: () => void;
    const conflict = new Promise<void>((resolve) => {
      bothRead = resolve;
    });
    const raise = (): Promise<void> => engine.store.transaction(async (tx) => {
      runs++;
      const { id } = await tx.selectFrom('note').select('id').executeTakeFirstOrThrow();
      if (runs === 2 || engine.kind === 'pglite') bothRead();
      await conflict;
      await tx.updateTable('note').set({ id: id + 1 }).execute();
    }, { isolation: 'repeatable read' });
    await Promise.all([raise(), raise()]);
    expect(await ids()).toEqual([2]);
    expect(runs).toBe(engine.kind === 'postgres' ? 3 : 2);
  });
}, { migrations: [] });

describeOnBothEngines<Schema>('a statement that runs past its limit', (engine) => {
  it('is stopped, its transaction undone, and the store goes on with what was confirmed before', async () => {
    await sql.raw(TABLE).execute(engine.store.db);
    await sql`insert into note (id) values (1)`.execute(engine.store.db);
    await expect(engine.store.transaction(async (tx) => {
      await sql`insert into note (id) values (2)`.execute(tx);
      await ENDLESS.execute(tx);
    }, { limitMs: 200 })).rejects.toMatchObject({ name: 'QueryTimedOut', limitMs: 200 });
    expect(await engine.store.db.selectFrom('note').select('id').execute()).toEqual([{ id: 1 }]);
  }, 60_000);

  it('does not hand its limit on to the next user of the connection', async () => {
    await engine.store.transaction(async (tx) => sql`select 1`.execute(tx), { limitMs: 4_000 });
    expect((await sql<{ done: string }>`select pg_sleep(5)::text as done`.execute(engine.store.db)).rows).toHaveLength(1);
  }, 60_000);
}, { migrations: [], onDisk: true });

describeOnBothEngines<Schema>('bulk loading', (engine) => {
  const columns = ['id', 'body', 'at', 'tags', 'facts', 'raw', 'share', 'done'] as const;
  type Row = [number, string | null, string | null, string[] | null, unknown, Uint8Array | null, string | null, boolean];
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('\\N', '\\.', '\\', '\t', '\r\n', '', '\b\f\v', '"', '{}')).filter((value) => !value.includes('\0'));
  const row = fc.tuple(
    fc.nat(1_000_000), fc.option(text), fc.option(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((at) => at.toISOString())),
    fc.option(fc.array(text, { maxLength: 4 })), fc.option(fc.record({ a: fc.integer(), b: fc.array(fc.boolean()) })),
    fc.option(fc.uint8Array({ maxLength: 20 })), fc.option(fc.bigInt().map(String)), fc.boolean(),
  ) as fc.Arbitrary<Row>;

  beforeAll(async () => {
    await sql.raw(TABLE).execute(engine.store.db);
  });
  beforeEach(() => engine.empty());

  it('writes any rows exactly as they were given', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(row, { selector: ([id]) => id, maxLength: 30 }), async (rows) => {
      await engine.empty();
      const written = await engine.store.transaction((tx) => engine.store.copyIn(tx, 'note', columns, rows));
      expect(written).toBe(rows.length);
      const found = await engine.store.db.selectFrom('note').selectAll().orderBy('id').execute();
      const wanted = rows.toSorted((a, b) => a[0] - b[0]).map((values) => Object.fromEntries(columns.map((name, at) => [name, values[at]])));
      expect(found.map((one) => ({ ...one, facts: json(one.facts) }))).toEqual(wanted.map((one) => ({ ...one, facts: json(one['facts']) })));
    }), { numRuns: 40 });
  });

  it('writes more rows than fit one chunk, from a source that takes its time', async () => {
    async function* many(): AsyncGenerator<[number, string]> {
      for (let id = 0; id < 30_000; id++) {
        if (id % 10_000 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        yield [id, 'x'.repeat(400)];
      }
    }
    expect(await engine.store.transaction((tx) => engine.store.copyIn(tx, 'note', ['id', 'body'], many()))).toBe(30_000);
    const { total } = await engine.store.db.selectFrom('note').select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    expect(total).toBe(30_000);
  }, 60_000);

  it('keeps nothing when a row is refused, the source fails or a row has the wrong width, and the store goes on', async () => {
    const load = (rows: Iterable<readonly unknown[]>): Promise<number> =>
      engine.store.transaction((tx) => engine.store.copyIn(tx, 'note', ['id', 'body'], rows));
    function* failing(): Generator<[number, string]> {
      for (let id = 0; id < 25_000; id++) yield [id, 'y'.repeat(400)];
      throw new Error('the file ended early');
    }
    await expect(load([[1, 'a'], [1, 'b']])).rejects.toMatchObject({ name: 'SqlError', code: '23505', constraint: 'note_pkey' });
    await expect(load([['no number', 'a']])).rejects.toMatchObject({ code: '22P02' });
    await expect(load([[1, 'a\0b']])).rejects.toMatchObject({ code: '22021' });
    await expect(load(failing())).rejects.toThrow('the file ended early');
    await expect(load([[1, 'a'], [2]])).rejects.toThrow(RangeError);
    await expect(engine.store.transaction((tx) => engine.store.copyIn(tx, 'nowhere', ['id'], [[1]]))).rejects.toMatchObject({ code: '42P01' });
    expect(await load([])).toBe(0);
    expect(await load([[7, 'fine']])).toBe(1);
    expect(await engine.store.db.selectFrom('note').select('id').execute()).toEqual([{ id: 7 }]);
  }, 60_000);
}, { migrations: [] });

describe('the store in memory', () => {
  it('is gone after a statement was stopped, and says so instead of coming back empty', async () => {
    const template = new Uint8Array(readFileSync(inject('pgliteTemplate')));
    const store = await openStore<Schema>({ memory: true }, { queryLimitMs: 300, template });
    await expect(ENDLESS.execute(store.db)).rejects.toMatchObject({ name: 'QueryTimedOut' });
    await expect(sql`select 1`.execute(store.db)).rejects.toMatchObject({ name: 'EngineStopped' });
    await store.close();
  }, 30_000);
});

function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}
