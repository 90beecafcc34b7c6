import * as fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { Comment, Item } from '../domain/backlog/item.ts';
import { newId } from '../domain/kernel/ids.ts';
import { seededRandom } from '../domain/kernel/random.ts';
import { itemLoad } from './item-copy.ts';
import { itemRows } from './item-row.ts';
import { loadItems, writeItems, type Written } from './item-write.ts';
import type { Schema } from './schema.ts';

const WORKSPACE = 'wsp_test';
const SOURCE = 'src_test';

describeOnBothEngines<Schema>('writing imported items', (engine) => {
  const random = seededRandom(7);
  const write = (items: readonly Item[]): Promise<Written> => engine.store.transaction((tx) => writeItems({
    store: engine.store, tx, workspaceId: WORKSPACE, importId: 'imp_test', at: '2026-11-20T00:00:00.000Z',
    newItemIds: (count) => Array.from({ length: count }, () => newId('item', 1_000, random)).sort(),
  }, SOURCE, items.map((item) => itemRows(item, false))));
  const stored = async () => (await sql<{ key: string; title: string; body: string | null; comment_count: number; comments: string | null }>`
    select i.key, i.title, t.body, i.comment_count, (select string_agg(c.identity || ' ' || c.text, ' | ' order by c.identity) from comment c where c.workspace_id = i.workspace_id and c.item_id = i.id) as comments
    from item i join item_text t on t.workspace_id = i.workspace_id and t.item_id = i.id order by i.key`.execute(engine.store.db)).rows;

  const comment = fc.record({ id: fc.constantFrom('c1', 'c2', 'c3'), text: fc.constantFrom('yes', 'no', 'so') }, { requiredKeys: ['text'] }) as fc.Arbitrary<Comment>;
  const facts = fc.record({ key: fc.constantFrom('A-1', 'A-2', 'A-3'), title: fc.constantFrom('one', 'two'), comments: fc.array(comment, { maxLength: 3 }) });
  const version = (updated: number) => fc.uniqueArray(facts, { selector: ({ key }) => key, maxLength: 3 })
    .map((rows) => rows.map((row): Item => ({ ...row, updated, statusClass: 'open', labels: [], components: [], links: [], sprints: [] })));

  it('ends in the same rows whatever the order of two exports and however often each comes', async () => {
    await fc.assert(fc.asyncProperty(version(1_000), version(2_000), fc.array(fc.boolean(), { maxLength: 4 }), async (early, late, order) => {
      const ends: unknown[] = [];
      for (const sequence of [[early, late], [late, early], [...order.map((first) => (first ? early : late)), early, late]]) {
        await engine.empty();
        for (const items of sequence) await write(items);
        ends.push(await stored());
      }
      expect(ends[1]).toEqual(ends[0]);
      expect(ends[2]).toEqual(ends[0]);
    }), { numRuns: 25 });
  });

  it('changes nothing when the same items come again, and counts every one as unchanged', async () => {
    await fc.assert(fc.asyncProperty(version(1_000), async (items) => {
      await engine.empty();
      const first = await write(items);
      const before = await stored();
      expect(first.created).toBe(items.length);
      expect(await write(items)).toEqual({ created: 0, updated: 0, unchanged: items.length, newComments: 0 });
      expect(await stored()).toEqual(before);
      expect(before.reduce((sum, row) => sum + row.comment_count, 0)).toBe(first.newComments);
    }), { numRuns: 25 });
  });

  it('keeps what this program knows of an item when its source changes it', async () => {
    await engine.empty();
    const item: Item = { key: 'A-1', title: 'one', updated: 1_000, statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [] };
    await write([item]);
    await sql`update item set lineage = 'goal', leads_to = 'prb_1', origin = 'sales', aged_out = true, touched_at = '2026-01-01T00:00:00Z'`.execute(engine.store.db);
    const ids = async () => (await sql<{ id: string; title: string; lineage: string; leads_to: string; origin: string; aged_out: boolean; touched_at: string }>`
      select id, title, lineage, leads_to, origin, aged_out, touched_at from item`.execute(engine.store.db)).rows;
    const before = await ids();
    expect(await write([{ ...item, title: 'two', updated: 2_000 }])).toMatchObject({ updated: 1 });
    expect(await ids()).toEqual(before.map((row) => ({ ...row, title: 'two' })));
  });

  it('stores text that Postgres refuses, without its U+0000 and with half characters replaced', async () => {
    await engine.empty();
    const odd = 'a\u0000b\ud800c';
    await write([{ key: 'A-1', title: odd, body: odd, statusClass: 'open', labels: [odd], components: [], links: [], sprints: [], comments: [{ text: odd }] }]);
    expect((await stored())[0]).toMatchObject({ title: 'ab\ufffdc', body: 'ab\ufffdc', comment_count: 1 });
  });

  const tables = async (): Promise<unknown[]> => Promise.all(['item order by id', 'item_text order by item_id', 'comment order by item_id, position']
    .map(async (table) => (await sql.raw(`select * from ${table}`).execute(engine.store.db)).rows));
  const owner = { workspaceId: WORKSPACE, importId: 'imp_test', at: '2026-11-20T00:00:00.000Z' };

  it('stores items that came as text made beforehand as the very rows that writing them makes', async () => {
    const words = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\tb\\N', '\\.', 'Größe\r\n漢字', '\u0000\ud800'));
    const remark = fc.record({ id: fc.option(words.filter((id) => id !== ''), { nil: undefined }), author: fc.record({ id: words, name: words }), at: fc.nat(4_000_000_000_000), text: words }, { requiredKeys: ['text'] });
    const item = fc.record({ key: fc.uuid(), title: words, body: words, created: fc.nat(4_000_000_000_000), labels: fc.array(words, { maxLength: 3 }), comments: fc.array(remark, { maxLength: 3 }) }, { requiredKeys: ['key', 'title', 'labels', 'comments'] })
      .map((told) => ({ statusClass: 'done', components: [], links: [], sprints: [], ...told }) as Item);
    await fc.assert(fc.asyncProperty(fc.uniqueArray(item, { selector: ({ key }) => key, minLength: 1, maxLength: 4 }), async (items) => {
      const ids = items.map((_, i) => `itm_${i}`);
      const rows = items.map((one) => itemRows(one, false));
      await engine.empty();
      await engine.store.transaction((tx) => writeItems({ ...owner, store: engine.store, tx, newItemIds: () => ids }, SOURCE, rows));
      const written = await tables();
      await engine.empty();
      await engine.store.transaction((tx) => loadItems(engine.store, tx, itemLoad(owner, SOURCE, rows.map((row, i) => ({ id: ids[i]!, row })))));
      expect(await tables()).toEqual(written);
    }), { numRuns: 40 });
  });

  it('keeps nothing of a text that holds fewer rows than it says', async () => {
    await engine.empty();
    const row = itemRows({ key: 'A-1', title: 'one', statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [{ text: 'said' }] }, false);
    const load = itemLoad(owner, SOURCE, [{ id: 'itm_1', row }]);
    const short = { ...load, text: { ...load.text, comment: [] } };
    await expect(engine.store.transaction((tx) => loadItems(engine.store, tx, short))).rejects.toThrow('0 rows of comment were written, not 1');
    expect(await tables()).toEqual([[], [], []]);
  });
});
