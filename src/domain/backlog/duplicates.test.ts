import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../kernel/random.ts';
import { likenessOf } from './duplicates-score.ts';
import { encodeText, ownWords } from './duplicates-text.ts';
import { startDuplicateSearch, type DuplicateOptions } from './duplicates.ts';
import type { Item } from './item.ts';

const item = (key: string, title: string, over: Partial<Item> = {}): Item =>
  ({ key, title, statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [], ...over });
const groupsOf = (items: readonly Item[], options: DuplicateOptions = {}) => {
  const search = startDuplicateSearch(options);
  for (const one of items) search.add(one);
  return search.finish();
};
const filler = Array.from({ length: 30 }, (_, i) => item(`F-${i}`, `Unrelated ${'abcdefghijklmnopqrstuvwxyzäöüß'[i]!.repeat(5)} thing number ${'xyzwvut'[i % 7]!.repeat(3 + i)}`));

/** Items of four invented words each; every third is followed by a copy with two letters swapped. */
function planted(size: number): Item[] {
  const random = seededRandom(3);
  const word = () => Array.from({ length: 3 }, () => 'bdfgklmnprst'[Math.floor(random() * 12)]! + 'aeiou'[Math.floor(random() * 5)]!).join('');
  const items: Item[] = [];
  while (items.length < size) {
    const title = [word(), word(), word(), word()].join(' ');
    items.push(item(`K-${items.length}`, title));
    if (items.length % 3 === 0) items.push(item(`K-${items.length}`, title.slice(0, 3) + title[4] + title[3] + title.slice(5)));
  }
  return items;
}

describe('near duplicates', () => {
  it('finds a reworded, a reordered, a mistyped and a suffixed title, with the words that matched', () => {
    const title = 'Returns label prints in the wrong order on the Zebra printer';
    for (const other of [
      'Return labels print in wrong order on Zebra printer', 'On the Zebra printer: returns label prints in the wrong order', 'Retruns label prints in the wrong oder on the Zebra printer', `${title} (tysk: funkar inte)`,
    ]) {
      const groups = groupsOf([...filler, item('A-1', title), item('A-9', other)]);
      expect(groups).toMatchObject([{ items: ['A-1', 'A-9'] }]);
      expect(groups[0]!.words).toContain('zebra');
      expect(groups[0]!.score).toBeGreaterThanOrEqual(0.6);
    }
  });

  it('does not call a sibling of a template a duplicate', () => {
    expect(groupsOf([...filler, item('A-1', 'Enable collection binding for ButtonBar'), item('A-2', 'Enable collection binding for Toolbox')]).filter((group) => group.level === 'suggest')).toEqual([]);
    expect(groupsOf([...filler, item('A-1', 'Support PHP 7.1 in the installer'), item('A-2', 'Support PHP 8.3 in the installer')]).filter((group) => group.level === 'suggest')).toEqual([]);
  });

  it('does not take an issue template, a check list or a stack trace for likeness', () => {
    const body = '## Steps to reproduce\n1. Open the page\n\n## Expected result\nIt works\n\n- [x] I searched\n\njava.lang.IllegalStateException: no\n    at com.shop.Cart.add(Cart.java:12)\n    at com.shop.Main.run(Main.java:3)';
    expect(ownWords(body)).not.toMatch(/Steps|Expected|searched|Cart/);
    const items = ['Cart empties itself', 'Invoice shows yesterday', 'Courier name is cut off', 'Voucher rejected twice'].map((title, i) => item(`A-${i}`, title, { body }));
    expect(groupsOf([...filler, ...items])).toEqual([]);
  });

  it('compares open items with open items unless asked for all', () => {
    const items = [item('A-1', 'Cart total is wrong in Norway'), item('A-2', 'Cart total is wrong in Norway', { statusClass: 'done' })];
    expect(groupsOf([...filler, ...items])).toEqual([]);
    expect(groupsOf([...filler, ...items], { includeClosed: true })).toMatchObject([{ items: ['A-1', 'A-2'], level: 'suggest' }]);
  });

  it('leaves parent and child, one key twice and titles without words alone', () => {
    expect(groupsOf([item('A-1', 'Cart total is wrong'), item('A-2', 'Cart total is wrong', { parent: 'A-1' })])).toEqual([]);
    expect(groupsOf([item('A-1', 'Cart total is wrong'), item('A-1', 'Cart total is wrong')])).toEqual([]);
    expect(groupsOf([item('A-1', '???'), item('A-2', '???'), item('A-3', 'a'), item('A-4', 'a')])).toEqual([]);
  });

  it('groups three alike as one, and a small tracker too', () => {
    expect(groupsOf([item('A-1', 'Cart total is wrong in Norway'), item('A-2', 'Cart total wrong in Norway'), item('A-3', 'Cart total is wrong in Norway!')])).toMatchObject([{ items: ['A-1', 'A-2', 'A-3'] }]);
    expect(groupsOf([])).toEqual([]);
  });

  it('weighs a pair as in the worked example of the formula page', () => {
    expect(likenessOf({ letters: 0.86, title: 0.75, component: 1, numbersDiffer: 0, swapped: 0.05 })).toBeCloseTo(0.87, 2);
    expect(likenessOf({ letters: 1, title: 1, component: 0, numbersDiffer: 0, swapped: 0 })).toBeGreaterThan(0.98);
    expect(likenessOf({ letters: 0, title: 0, component: 1, numbersDiffer: 0, swapped: 0 })).toBeLessThan(0.001);
  });

  it('gives the same groups in whatever order items come, and by MinHash finds four in five of them', () => {
    const items = planted(300);
    const groups = groupsOf(items);
    expect(groups.length).toBeGreaterThan(20);
    expect(groupsOf([...items].reverse())).toEqual(groups);
    const coarse = new Set(groupsOf(items, { minhashAbove: 50 }).map((group) => group.items.join(' ')));
    expect(groups.filter((group) => coarse.has(group.items.join(' '))).length).toBeGreaterThanOrEqual(groups.length * 0.8);
  });

  it('reads any text: letters stay within their room, every item stays within one suggested group, every group has words', () => {
    const word = fc.oneof(fc.constantFrom('cart', 'total', 'wrong', 'label', '\u0130', 'ß', '返品', '\u{1F680}', '`x`', '7.1'), fc.string({ unit: 'binary', maxLength: 5 }));
    const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(fc.property(fc.array(fc.tuple(text, text), { maxLength: 20 }), (rows) => {
      const seen = new Set<string>();
      for (const group of groupsOf(rows.map(([title, body], i) => item(`K-${i}`, title, { body })))) {
        expect(group.items.length).toBeGreaterThan(1);
        expect(group.words.length).toBeGreaterThan(0);
        expect(group.score).toBeGreaterThanOrEqual(group.level === 'suggest' ? 0.8 : 0.6);
        for (const key of group.level === 'suggest' ? group.items : []) {
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        }
      }
      for (const [title, body] of rows) expect(encodeText(title.repeat(40), body.repeat(40), () => undefined).letters.length).toBeLessThanOrEqual(328);
    }), { numRuns: 40 });
  });

  it('finishes on a megabyte of one line', () => {
    const body = 'at com.shop.Main.run '.repeat(50_000);
    expect(() => groupsOf([item('A-1', 'Cart', { body }), item('A-2', 'Cart', { body })])).not.toThrow();
  });
});
