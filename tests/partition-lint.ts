// Says whether a schema can be spread over many servers by workspace: it really creates every table PARTITION BY HASH (workspace_id),
// the rule a Postgres cluster has, then looks at keys, indexes and foreign keys, and at what the SQL may not use at all.
// Knows no table but the few that every server would hold whole.
import { sql } from 'kysely';
import { openStore } from '../src/store/engine/open-store.ts';
import { SqlError } from '../src/store/engine/faults.ts';
import type { Store } from '../src/store/engine/store.ts';
import type { Migration } from '../src/store/migrate.ts';
import { splitSql, withoutText } from './split-sql.ts';

/** Tables without a workspace, copied whole to every server. A new one needs a reason in its change. */
export const REFERENCE_TABLES: readonly string[] = ['workspace', 'schema_migrations'];

export interface PartitionFinding {
  /** Migration the statement stands in; empty for what only shows in the finished schema. */
  readonly migration: string;
  readonly problem: string;
}

/** What no migration may say, and why, one line each. */
const BANNED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\btimestamptz\b(?!\s*\(3\))/i, 'timestamptz without (3): engines differ in the digits they keep'],
  [/\btimestamp\s+with(out)?\s+time\s+zone\b|\btimestamp\b(?!\s+with)/i, 'write timestamptz(3)'],
  // The one trigger there may be keeps what was sealed as it is; it writes nothing. See docs/decisions/0010.
  [/\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b(?![\s\S]*\bexecute\s+function\s+refuse_sealed\s*\(\)\s*$)/i, 'a trigger: the write path writes'],
  [/\bas\s+enum\b/i, 'an enum: text with a check'],
  [/\bgenerated\s+always\s+as\s*\(/i, 'a generated column: the write path writes'],
  [/\bas\s+identity\b|\b(small|big)?serial\b|\bcreate\s+sequence\b/i, 'a sequence: ids are made by the program, display keys by the counter'],
  [/\bpg_(try_)?advisory/i, 'an advisory lock: only the runner takes one'],
  [/^\s*(listen|notify)\b|\bpg_notify\b/i, 'LISTEN/NOTIFY: poll'],
  [/\bexclude\s+using\b|\bdeferrable\b|\busing\s+gist\b/i, 'an exclusion or deferrable constraint, or GiST'],
  [/\bcreate\s+domain\b|\bcreate\s+(or\s+replace\s+)?rule\b|\b(int4|int8|num|ts|tstz|date)(multi)?range\b/i, 'a domain, a rule or a range type'],
  [/\bgen_random_uuid\b|\buuidv\d\b|\brandom\s*\(/i, 'randomness in SQL: ids are made by the program'],
  [/^\s*(begin|commit|rollback|start\s+transaction|savepoint)\b|\bconcurrently\b/i, 'transaction control: the runner gives each migration one transaction'],
];

/** Every violation, in the order of the migrations; empty when the schema can be spread. About a second with a template. */
export async function partitionLint(
  migrations: readonly Migration[],
  options: { readonly referenceTables?: readonly string[]; readonly template?: Uint8Array } = {},
): Promise<PartitionFinding[]> {
  const reference = options.referenceTables ?? REFERENCE_TABLES;
  const store = await openStore<never>({ memory: true }, options.template ? { template: options.template } : {});
  try {
    const findings: PartitionFinding[] = [];
    for (const migration of migrations) {
      for (const statement of splitSql(migration.sql)) {
        for (const problem of [...banned(statement), ...(await apply(store, statement, reference))]) {
          findings.push({ migration: migration.name, problem });
        }
      }
    }
    const schema = await finishedSchema(store, reference);
    return [...findings, ...schema.map((problem) => ({ migration: '', problem }))];
  } finally {
    await store.close();
  }
}

function banned(statement: string): string[] {
  const words = withoutText(statement);
  return BANNED.filter(([pattern]) => pattern.test(words)).map(([, why]) => `${firstWords(words)}: ${why}`);
}

const CREATE_TABLE = /^\s*create\s+table\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?\s*\(/i;

/** Runs one statement, a table of workspaces as a partitioned one. What is refused is created plainly, so that later statements find it. */
async function apply(store: Store<never>, statement: string, reference: readonly string[]): Promise<string[]> {
  const run = (text: string): Promise<string | undefined> => sql.raw(text).execute(store.db).then(() => undefined, (error: unknown) => {
    if (error instanceof SqlError) return `${error.message}${error.detail === undefined ? '' : ` (${error.detail})`} [${error.code}]`;
    throw error;
  });
  const table = CREATE_TABLE.exec(withoutText(statement))?.[1];
  const partitioned = table !== undefined && !reference.includes(table);
  const refused = await run(partitioned ? `${statement} partition by hash (workspace_id)` : statement);
  if (refused === undefined) {
    if (partitioned) await run(`create table ${table}__part partition of ${table} for values with (modulus 1, remainder 0)`);
    return [];
  }
  if (!partitioned) return [`${firstWords(withoutText(statement))}: ${refused}`];
  const plainly = await run(statement);
  return [`${table}: ${refused}`, ...(plainly === undefined ? [] : [`${table}: also refused without partitions: ${plainly}`])];
}

/** Keys, indexes and foreign keys as the catalog has them: Postgres demands workspace_id somewhere in a key, the house demands it first. */
async function finishedSchema(store: Store<never>, reference: readonly string[]): Promise<string[]> {
  const tables = sql`select c.oid, c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all (${reference}::text[])`;
  const ask = async (query: ReturnType<typeof sql<{ problem: string }>>): Promise<string[]> =>
    (await query.execute(store.db)).rows.map(({ problem }) => problem);
  return [
    ...(await ask(sql`with t as (${tables}) select name || ': has no workspace_id that is not null' as problem from t
      where not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'workspace_id' and a.attnotnull) order by 1`)),
    ...(await ask(sql`with t as (${tables}) select t.name || ': the index ' || i.relname || ' does not begin with workspace_id' as problem
      from t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam
      where m.amname = 'btree' and x.indkey[0] is distinct from (select a.attnum from pg_attribute a where a.attrelid = t.oid and a.attname = 'workspace_id')
      order by 1`)),
    ...(await ask(sql`with t as (${tables}) select t.name || ': the GIN index ' || i.relname || ' has more than one column' as problem
      from t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam
      where m.amname = 'gin' and x.indnkeyatts > 1 order by 1`)),
    ...(await ask(sql`with t as (${tables})
      select f.conrelid::regclass::text || ': the foreign key ' || f.conname || ' does not carry workspace_id to workspace_id' as problem
      from pg_constraint f join t on t.oid = f.confrelid
      where f.contype = 'f' and f.conparentid = 0 and not exists (
        select 1 from unnest(f.conkey, f.confkey) as k(here, there)
        join pg_attribute h on h.attrelid = f.conrelid and h.attnum = k.here and h.attname = 'workspace_id'
        join pg_attribute o on o.attrelid = f.confrelid and o.attnum = k.there and o.attname = 'workspace_id')
      order by 1`)),
  ];
}

function firstWords(words: string): string {
  return words.trim().split(/\s+/).slice(0, 6).join(' ');
}
