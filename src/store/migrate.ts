// Brings a database's schema up to this program: plain SQL files, forward only, one transaction each, in the order of their names.
// Knows no table but its own. The SQL itself is in migrations/.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { lockForMigration, type Store, type Tx } from './engine/store.ts';

export interface Migration {
  /** File name without `.sql`, such as `0001_workspaces`; sorts in the order of application. */
  readonly name: string;
  readonly sql: string;
}

export interface MigrationReport {
  /** Names applied now, in order; empty when the schema was current. */
  readonly applied: readonly string[];
  /** The copy of the embedded folder made before the first of them; undefined when none was needed or possible. */
  readonly backup: string | undefined;
}

/** The schema and this program do not fit; nothing was changed. `reason` for programs, the message for people. */
export class SchemaMismatch extends Error {
  readonly reason: 'newer' | 'changed' | 'gap';
  constructor(reason: SchemaMismatch['reason'], message: string) {
    super(message);
    this.name = 'SchemaMismatch';
    this.reason = reason;
  }
}

interface Applied { readonly name: string; readonly checksum: string }
interface MigrationTable { schema_migrations: Applied & { applied_at: string } }

const TABLE = `create table if not exists schema_migrations (
  name text collate "C" primary key, checksum text not null, applied_at timestamptz(3) not null
)`;

/**
 * Applies what is missing. An embedded folder that already holds data is copied first (`store.backup`). On a server two
 * processes may call this at once: each migration is applied once. Throws SchemaMismatch, before changing anything, when the
 * database has migrations this program does not know (`newer`), when an applied file has changed since (`changed`), or when a
 * missing one sorts before an applied one (`gap`). A migration that fails leaves its predecessors applied and throws the SqlError.
 */
export async function migrate<Schema>(anyStore: Store<Schema>, migrations: readonly Migration[], now: () => Date = () => new Date()): Promise<MigrationReport> {
  const store = anyStore as unknown as Store<MigrationTable>;
  const wanted = inOrder(migrations);
  const before = await store.transaction(async (tx) => {
    await lockForMigration(store, tx);
    await store.script(tx, TABLE);
    return readApplied(tx);
  });
  const pending = missingFrom(before, wanted);
  const first = pending[0];
  if (!first) return { applied: [], backup: undefined };
  const stamp = now().toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  const backup = before.length === 0 ? undefined : await store.backup(`${stamp}Z-before-${first.name}`);
  const applied: string[] = [];
  for (const migration of pending) {
    if (await applyOnce(store, migration, wanted, now())) applied.push(migration.name);
  }
  return { applied, backup };
}

/** sha256 of the text with `\n` line ends, so that a checkout on Windows counts as the same file. */
export function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}

function applyOnce(store: Store<MigrationTable>, migration: Migration, wanted: readonly Migration[], at: Date): Promise<boolean> {
  return store.transaction(async (tx) => {
    await lockForMigration(store, tx);
    const missing = missingFrom(await readApplied(tx), wanted);
    if (!missing.includes(migration)) return false;
    await store.script(tx, migration.sql);
    await tx.insertInto('schema_migrations')
      .values({ name: migration.name, checksum: checksumOf(migration), applied_at: at.toISOString() }).execute();
    return true;
  }, { limitMs: 0 });
}

async function readApplied(tx: Tx<MigrationTable>): Promise<Applied[]> {
  return tx.selectFrom('schema_migrations').select(['name', 'checksum']).orderBy(sql`name collate "C"`).execute();
}

function inOrder(migrations: readonly Migration[]): Migration[] {
  const sorted = [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1));
  const twice = sorted.find((migration, at) => sorted[at + 1]?.name === migration.name);
  if (twice) throw new Error(`two migrations are named ${twice.name}`);
  return sorted;
}

function missingFrom(applied: readonly Applied[], wanted: readonly Migration[]): Migration[] {
  const known = new Map(wanted.map((migration) => [migration.name, migration]));
  const last = wanted.at(-1)?.name ?? 'none';
  for (const { name, checksum } of applied) {
    const migration = known.get(name);
    if (!migration) {
      throw new SchemaMismatch('newer', `This data was written by a newer Throughline: it has the schema step ${name}, and this program knows steps up to ${last}. Update Throughline to open it; nothing was changed.`);
    }
    if (checksumOf(migration) !== checksum) {
      throw new SchemaMismatch('changed', `The schema step ${name} was applied in another form than this program has. Use the release that wrote this data, or a later one; nothing was changed.`);
    }
  }
  const names = new Set(applied.map(({ name }) => name));
  const missing = wanted.filter(({ name }) => !names.has(name));
  const highest = applied.at(-1)?.name;
  const late = missing.find(({ name }) => highest !== undefined && name < highest);
  if (late) throw new SchemaMismatch('gap', `The schema step ${late.name} was never applied, although the later ${highest} was. Use the release that wrote this data; nothing was changed.`);
  return missing;
}
