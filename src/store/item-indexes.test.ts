import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { dropListIndexes, ensureListIndexes, LIST_INDEXES } from './item-indexes.ts';
import type { Schema, Store } from './schema.ts';

describeOnBothEngines<Schema>('list indexes', (engine) => {
  const definitions = async (store: Store): Promise<Record<string, string>> => {
    const { rows } = await sql<{ name: string; definition: string }>`
      select indexname::text as name, indexdef::text as definition from pg_indexes where tablename in ('item', 'item_text') order by 1`.execute(store.db);
    return Object.fromEntries(rows.map(({ name, definition }) => [name, definition]));
  };

  it('are built again exactly as the migrations made them', async () => {
    const made = await definitions(engine.store);
    expect(Object.keys(made)).toEqual(expect.arrayContaining(Object.keys(LIST_INDEXES)));
    for (const name of Object.keys(LIST_INDEXES)) await sql`drop index ${sql.ref(name)}`.execute(engine.store.db);
    expect((await ensureListIndexes(engine.store)).toSorted()).toEqual(Object.keys(LIST_INDEXES).toSorted());
    expect(await definitions(engine.store)).toEqual(made);
    expect(await ensureListIndexes(engine.store)).toEqual([]);
  });

  it('are left out only where one process owns the tables and nothing is stored yet', async () => {
    const dropped = await engine.store.transaction((tx) => dropListIndexes(engine.store, tx));
    expect(dropped).toBe(engine.kind === 'pglite');
    await ensureListIndexes(engine.store);
    await sql`insert into item (workspace_id, id, source_id, key, title, status_class, labels, components, comment_count, item_hash, comments_hash, lineage, aged_out, stored_at)
      values ('w', 'i', 's', 'k', 't', 'open', '[]', '[]', 0, '', '', 'none', false, '2026-01-01')`.execute(engine.store.db);
    expect(await engine.store.transaction((tx) => dropListIndexes(engine.store, tx))).toBe(false);
    expect(await ensureListIndexes(engine.store)).toEqual([]);
  });
});
