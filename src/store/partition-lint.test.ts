import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { partitionLint, type PartitionFinding } from '../../tests/partition-lint.ts';
import { splitSql } from '../../tests/split-sql.ts';
import { loadMigrations } from './migrate-files.ts';

const file = inject('pgliteTemplate') as string | undefined;
const template = file === undefined ? {} : { template: new Uint8Array(readFileSync(file)) };
const GOOD = `
  create table workspace (id text primary key);
  create table thing (workspace_id text not null references workspace, id text not null, name text not null default 'timestamptz; serial', tags jsonb not null,
    primary key (workspace_id, id), constraint thing_name unique (workspace_id, name));
  create table part (workspace_id text not null, id text not null, thing_id text not null, at timestamptz(3) not null, primary key (workspace_id, id),
    constraint part_thing foreign key (workspace_id, thing_id) references thing (workspace_id, id) on delete cascade);
  create index part_of_thing on part (workspace_id, thing_id); -- a trigger; not really
  create index thing_tags on thing using gin (tags);
  insert into workspace values ('w');
  insert into thing values ('w', 't', 'n', '[]') on conflict (workspace_id, id) do nothing;`;

describe('the schema of this project', () => {
  it('can be partitioned by workspace', async () => {
    const migrations = loadMigrations();
    expect(migrations.length).toBeGreaterThan(0);
    expect(await partitionLint(migrations, template)).toEqual([]);
  }, 60_000);
});

/** One planted violation a migration, all in one schema, so that one engine judges them. */
const PLANTED: readonly (readonly [what: string, statement: string, problem: RegExp])[] = [
  ['a primary key without the workspace', 'create table x1 (workspace_id text not null, id text primary key)', /^x1: .*PRIMARY KEY constraint on table "x1" lacks column "workspace_id".* \[0A000\]/],
  ['a table without a workspace', 'create table x2 (id text primary key)', /^x2: .*workspace_id.* \[42703\]/],
  ['a workspace that may be missing', 'create table x3 (workspace_id text, name text)', /^x3: has no workspace_id that is not null$/],
  ['a unique key without the workspace', 'create unique index thing_key on thing (name)', /lacks column "workspace_id".* \[0A000\]/],
  ['a key that begins with something else', 'create table x4 (workspace_id text not null, id text not null, primary key (id, workspace_id))', /^x4: the index x4_pkey does not begin with workspace_id$/],
  ['an index that begins with something else', 'create index part_at on part (at)', /^part: the index part_at does not begin with workspace_id$/],
  ['a foreign key without the workspace', 'alter table part add constraint loose foreign key (thing_id) references thing (id)', /\[42830\]/],
  ['a foreign key that crosses workspaces', 'alter table part add constraint crossed foreign key (thing_id, id) references thing (workspace_id, id)', /the foreign key crossed does not carry workspace_id to workspace_id/],
  ['a reference table that points into a workspace', 'alter table workspace add column thing_id text, add constraint inward foreign key (id, thing_id) references thing (workspace_id, id)', /^workspace: the foreign key inward/],
  ['a GIN index of two columns', 'create extension if not exists pg_trgm; create index two on thing using gin (tags, name gin_trgm_ops)', /^thing: the GIN index two has more than one column$/],
  ['a time with other digits', 'alter table part add column ended timestamptz', /timestamptz without \(3\)/],
  ['a time without a zone', 'alter table part add column begun timestamp', /write timestamptz\(3\)/],
  ['an enum', "create type mood as enum ('good')", /an enum/],
  ['a generated column', 'alter table thing add column upper_name text generated always as (upper(name)) stored', /a generated column/],
  ['a sequence', 'alter table thing add column number bigserial', /a sequence/],
  ['an advisory lock', 'select pg_advisory_lock(1)', /an advisory lock/],
  ['a trigger', 'create function f() returns trigger language plpgsql as $$ begin return new; end $$; create trigger t before insert on thing for each row execute function f()', /a trigger/],
  ['transaction control', 'commit', /transaction control/],
  ['a statement that does not run', 'create index nowhere on missing (id)', /\[42P01\]/],
];

describe('the partition lint', () => {
  let found: PartitionFinding[] = [];
  beforeAll(async () => {
    found = await partitionLint([{ name: 'good', sql: GOOD }, ...PLANTED.map(([name, statement]) => ({ name, sql: statement }))], template);
  }, 60_000);

  it('finds nothing in a schema that keeps the rules', async () => {
    expect(await partitionLint([{ name: 'good', sql: GOOD }], template)).toEqual([]);
    expect(found.filter(({ migration }) => migration === 'good')).toEqual([]);
  }, 60_000);

  it.each(PLANTED)('reports %s', (what, _statement, problem) => {
    const problems = found.filter(({ migration }) => migration === what || migration === '').map((one) => one.problem);
    expect(problems.filter((one) => problem.test(one)), problems.join('\n')).not.toEqual([]);
  });

  it('reports nothing of tables and indexes that nothing was planted in', () => {
    const untouched = found.filter(({ problem }) => !/^x\d/.test(problem) && !PLANTED.some(([, , pattern]) => pattern.test(problem)));
    expect(untouched).toEqual([]);
  });
});

describe('cutting SQL into statements', () => {
  it('is not led astray by semicolons in texts, names, dollar quotes and comments', () => {
    expect(splitSql(`select ';''x'; select ";" -- a; b\n, 1 /* ; */; select $f$ ; $$ ; $f$;;`)).toEqual([`select ';''x'`, 'select ";"  \n, 1', 'select $f$ ; $$ ; $f$']);
  });
});
