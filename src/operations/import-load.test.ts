import { describe, expect, it } from 'vitest';
import { itemRows, type ItemRows } from '../store/item-row.ts';
import { NewSources, sourceKey } from './import-load.ts';
import type { ImportThreadStart } from './import-messages.ts';

const start = (stored: readonly string[]): ImportThreadStart =>
  ({ files: [], kind: 'csv', map: undefined, timeZone: undefined, skip: 0, batchSize: 10, workspaceId: 'wsp_1', importId: 'imp_1', at: 1_000_000, stored });
const row = (key: string, replaces = false): ItemRows =>
  itemRows({ key, title: `About ${key}`, statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [{ text: 'Yes' }, { text: 'No' }] }, replaces);
const text = (chunks: readonly Uint8Array[]): string => Buffer.concat(chunks).toString();

describe('making new items ready to be copied', () => {
  it('is for sources that hold nothing yet, told apart by kind and name', () => {
    const sources = new NewSources(start([sourceKey('csv', 'board')]));
    expect(sources.admits('csv', 'board', row('A-1'))).toBe(false);
    expect(sources.admits('trello', 'board', row('A-1'))).toBe(true);
    expect(sources.admits('csv', 'other', row('A-1'))).toBe(true);
  });

  it('is never for a row that replaces another, and no more for a source that such a row is the first to name', () => {
    const sources = new NewSources(start([]));
    sources.loads('csv', new Map([['own', [row('A-1')]]]));
    expect(sources.admits('csv', 'own', row('A-1', true))).toBe(false);
    expect(sources.admits('csv', 'own', row('A-2'))).toBe(true);
    expect(sources.admits('csv', 'moved', row('A-1', true))).toBe(false);
    expect(sources.admits('csv', 'moved', row('A-3'))).toBe(false);
  });

  it('gives a source one id over all batches, and items ids that ascend and never repeat', () => {
    const sources = new NewSources(start([]));
    const batches = Array.from({ length: 5 }, (_batch, batch) => sources.loads('csv', new Map([['own', Array.from({ length: 200 }, (_, i) => row(`A-${batch}-${i}`))]])));
    expect(new Set(batches.flat().map(({ sourceId }) => sourceId)).size).toBe(1);
    const ids = batches.flat().map((load) => text(load.text.item).trimEnd().split('\n').map((line) => line.split('\t')[1]!));
    for (const each of ids) expect(each).toEqual(each.toSorted());
    expect(new Set(ids.flat()).size).toBe(1_000);
  });

  it('says how many rows each text holds', () => {
    const [load] = new NewSources(start([])).loads('csv', new Map([['own', [row('A-1'), row('A-2'), row('A-3')]]]));
    expect(load!.rows).toEqual({ item: 3, item_text: 3, comment: 6 });
    for (const table of ['item', 'item_text', 'comment'] as const) expect(text(load!.text[table]).match(/\n/g)).toHaveLength(load!.rows[table]);
  });
});
