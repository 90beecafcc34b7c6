import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from '../../../tests/store-harness.ts';
import { asJson } from './parameters.ts';

/** Every type the schema may use and the traps between the engines; one expected value for both. */
const READ: readonly (readonly [expression: string, value: unknown])[] = [
  ['true', true], ['false', false], ['null::bool', null],
  ['32767::int2', 32767], [`'-2147483648'::int4`, -2147483648], ['7::oid', 7],
  ['count(*)', 1], ['sum(3)', 3], ['9007199254740991::int8', 9007199254740991], ['9007199254740993::int8', '9007199254740993'],
  [`'-9223372036854775808'::int8`, '-9223372036854775808'],
  ['0.1::float4', 0.1], ['0.1::float8 + 0.2', 0.30000000000000004], ["'NaN'::float8", NaN], ["'-Infinity'::float8", -Infinity], ['1e300::float8', 1e300],
  ['avg(2)', '2.0000000000000000'], ['1.50::numeric', '1.50'], ["'NaN'::numeric", 'NaN'], ['12345678901234567890.5::numeric', '12345678901234567890.5'],
  ["'2026-02-28'::date", '2026-02-28'], ["'0001-01-01'::date", '0001-01-01'], ["'infinity'::date", 'infinity'],
  ["'2026-02-28 12:00:00.5'::timestamp", '2026-02-28 12:00:00.5'], ["'13:05'::time", '13:05:00'], ["'1 day 2 hours'::interval", '1 day 02:00:00'],
  ["'2026-01-02 03:04:05+02'::timestamptz", '2026-01-02T01:04:05.000Z'], ["'2026-01-02T03:04:05.67Z'::timestamptz(3)", '2026-01-02T03:04:05.670Z'],
  ["'2026-01-02T03:04:05.678901Z'::timestamptz", '2026-01-02T03:04:05.678Z'], ["'1969-12-31T23:59:59.999Z'::timestamptz", '1969-12-31T23:59:59.999Z'],
  ["'infinity'::timestamptz", 'infinity'], ["'0044-03-15 12:00:00+00 BC'::timestamptz", '-000043-03-15T12:00:00.000Z'],
  ["'12026-01-02 03:04:05+00'::timestamptz", '+012026-01-02T03:04:05.000Z'],
  [`'{"b": [1, null, "x"], "a": 1.50}'::jsonb`, { a: 1.5, b: [1, null, 'x'] }], [`'[]'::json`, []], [`'"text"'::jsonb`, 'text'], [`'null'::jsonb`, null],
  [`'\\x00ff10'::bytea`, new Uint8Array([0, 255, 16])], [`''::bytea`, new Uint8Array([])],
  ["'é\u{1F600}'::text", 'é\u{1F600}'], ["'ab'::char(4)", 'ab  '], ["'x'::name", 'x'], ["'6f9619ff-8b86-d011-b42d-00c04fc964ff'::uuid", '6f9619ff-8b86-d011-b42d-00c04fc964ff'],
  [`array['a', null, 'b"c\\d', 'NULL', '', '{,}']`, ['a', null, 'b"c\\d', 'NULL', '', '{,}']], [`'{}'::text[]`, []], [`'[0:1]={1,2}'::int[]`, [1, 2]],
  ['array[[1,2],[3,null]]', [[1, 2], [3, null]]], ["array['2026-01-02'::date]", ['2026-01-02']], ["array['2026-01-02T03:04:05Z'::timestamptz]", ['2026-01-02T03:04:05.000Z']],
  ['array[1.5::numeric]', ['1.5']], ['array[true, null]', [true, null]], [`array['{"a":1}'::jsonb]`, [{ a: 1 }]], ['array[9007199254740993::int8, 1]', ['9007199254740993', 1]],
  [`to_tsvector('english', 'Running dogs')`, "'dog':2 'run':1"], ['row(1, null)', '(1,)'], ["'[1,3)'::int4range", '[1,3)'],
];

interface Nothing { readonly nothing: { readonly id: number } }

describeOnBothEngines<Nothing>('values', (engine) => {
  const ask = async (expression: ReturnType<typeof sql>): Promise<unknown> => {
    const result = await sql<{ value: unknown }>`select ${expression} as value`.execute(engine.store.db);
    return result.rows[0]?.value;
  };
  const anyText = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !text.includes('\0'));

  it.each(READ)('reads %s as the same value', async (expression, value) => {
    expect(await ask(sql.raw(expression))).toEqual(value);
  });

  it('returns any text it was given', async () => {
    await fc.assert(fc.asyncProperty(anyText, async (text) => {
      expect(await ask(sql`${text}::text`)).toBe(text);
    }), { numRuns: 60 });
  });

  it('returns any array of texts and nulls it was given', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.option(anyText)), async (texts) => {
      expect(await ask(sql`${texts}::text[]`)).toEqual(texts);
    }), { numRuns: 60 });
  });

  it('returns any JSON it was given, arrays and bare texts included', async () => {
    await fc.assert(fc.asyncProperty(fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 3 }), async (value) => {
      const text = JSON.stringify(value);
      fc.pre(!text.includes('\\u0000'));
      expect(await ask(sql`${asJson(value)}::jsonb`)).toEqual(JSON.parse(text, (_key, part: unknown) => (part === 0 ? 0 : part)));
    }), { numRuns: 60 });
  });

  it('returns any finite double, and any millisecond of the years 1 to 9999', async () => {
    await fc.assert(fc.asyncProperty(fc.double({ noNaN: true }), async (number) => {
      expect(await ask(sql`${number}::float8`)).toBe(number);
    }), { numRuns: 60 });
    const range = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true };
    await fc.assert(fc.asyncProperty(fc.date(range), async (at) => {
      expect(await ask(sql`${at}::timestamptz(3)`)).toBe(at.toISOString());
      expect(await ask(sql`${at.toISOString()}::timestamptz(3)`)).toBe(at.toISOString());
    }), { numRuns: 60 });
  });

  it('returns any bytes it was given', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array(), async (bytes) => {
      expect(await ask(sql`${bytes}::bytea`)).toEqual(bytes);
    }), { numRuns: 40 });
  });

  it('refuses text that holds a zero character, by the same code', async () => {
    await expect(ask(sql`${'a\0b'}::text`)).rejects.toMatchObject({ name: 'SqlError', code: '22021' });
  });

  it('refuses undefined, which would silently become null', async () => {
    await expect(ask(sql`${undefined}::text`)).rejects.toThrow(TypeError);
  });

  it('names the constraint that refused, by the same code', async () => {
    await engine.store.transaction((tx) => engine.store.script(tx, `
      create table parent (id int primary key, share numeric constraint parent_share check (share between 0 and 1));
      create table child (id int primary key, parent_id int not null constraint child_parent references parent);`));
    const fails = (text: string): Promise<unknown> => sql.raw(text).execute(engine.store.db).then(() => undefined, (error: unknown) => error);
    expect(await fails('insert into parent values (1, 2)')).toMatchObject({ code: '23514', constraint: 'parent_share', table: 'parent' });
    expect(await fails('insert into child values (1, 9)')).toMatchObject({ code: '23503', constraint: 'child_parent', table: 'child' });
    expect(await fails('insert into child values (1, null)')).toMatchObject({ code: '23502', column: 'parent_id', table: 'child' });
    await sql`insert into parent values (1, 0.5)`.execute(engine.store.db);
    expect(await fails('insert into parent values (1, 0.5)')).toMatchObject({ code: '23505', constraint: 'parent_pkey', detail: 'Key (id)=(1) already exists.' });
    expect(await fails('select nonsense')).toMatchObject({ name: 'SqlError', code: '42703' });
    await sql`drop table child, parent`.execute(engine.store.db);
  });

  it('counts the rows a statement wrote', async () => {
    await sql`create table counted (id int primary key)`.execute(engine.store.db);
    const wrote = async (text: string): Promise<bigint | undefined> => (await sql.raw(text).execute(engine.store.db)).numAffectedRows;
    expect(await wrote('insert into counted select generate_series(1, 5)')).toBe(5n);
    expect(await wrote('update counted set id = id + 10 where id > 3')).toBe(2n);
    expect(await wrote('delete from counted where id = 99')).toBe(0n);
    expect(await wrote('select * from counted')).toBeUndefined();
    await sql`drop table counted`.execute(engine.store.db);
  });
}, { migrations: [] });
