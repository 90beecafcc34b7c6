// The indexes that lists need and a bulk load does not. On the embedded engine, where one process owns the tables, the first large
// import loads without them and builds them once, as any bulk load would; a start after a crash in between builds what is missing.
import { sql } from 'kysely';
import type { Store, Tx } from './schema.ts';

/** As in migrations/0002_item_indexes.sql; a test compares them with what the migrations make. */
export const LIST_INDEXES: Readonly<Record<string, string>> = {
  item_by_updated: 'CREATE INDEX item_by_updated ON item (workspace_id, status_class, updated_at)',
  item_by_created: 'CREATE INDEX item_by_created ON item (workspace_id, status_class, created_at)',
  item_by_touched: 'CREATE INDEX item_by_touched ON item (workspace_id, status_class, touched_at)',
  item_by_title: 'CREATE INDEX item_by_title ON item (workspace_id, status_class, "left"(title, 24) COLLATE "C")',
  item_by_parent: 'CREATE INDEX item_by_parent ON item (workspace_id, parent_key) WHERE parent_key IS NOT NULL',
  item_labels: 'CREATE INDEX item_labels ON item USING gin (labels jsonb_path_ops)',
  item_search: 'CREATE INDEX item_search ON item_text USING gin (search) WITH (gin_pending_list_limit = 32768)',
};

async function missing(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select indexname::text as name from pg_indexes where schemaname = 'public' and tablename in ('item', 'item_text')`.execute(tx);
  const there = new Set(rows.map(({ name }) => name));
  return Object.keys(LIST_INDEXES).filter((name) => !there.has(name));
}

/** Drops them when nothing is stored yet and one process owns the tables; false when they stay. */
export async function dropListIndexes(store: Store, tx: Tx): Promise<boolean> {
  if (store.engine !== 'pglite') return false;
  const { rows } = await sql`select 1 from item limit 1`.execute(tx);
  if (rows.length > 0) return false;
  for (const name of Object.keys(LIST_INDEXES)) await sql`drop index if exists ${sql.ref(name)}`.execute(tx);
  return true;
}

/** Builds what is missing, one statement a transaction, so that other questions are answered in between. Returns the names built. */
export async function ensureListIndexes(store: Store): Promise<string[]> {
  const absent = await store.transaction((tx) => missing(tx));
  for (const name of absent) await store.transaction((tx) => sql.raw(LIST_INDEXES[name]!).execute(tx), { limitMs: 0 });
  return absent;
}
