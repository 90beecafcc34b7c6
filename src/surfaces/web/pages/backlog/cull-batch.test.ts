import { describe, expect, it } from 'vitest';
import { answered, chosenRows, reconciled, takeBatch, toggled, withdrawn, type CullAnswer, type CullRow } from './cull-batch.ts';

const row = (id: string): CullRow => ({ item: { id, key: id.toUpperCase(), title: `Title ${id}`, statusClass: 'open' }, finding: `f-${id}`, why: '', message: '' });
const batch = takeBatch('aud_1', [row('a'), row('b'), row('c')]);
const planned: CullAnswer = { kind: 'close', words: 'in the plan to close', sending: false };
const ids = (rows: readonly CullRow[]): string[] => rows.map(({ item }) => item.id);

describe('a batch of the cull', () => {
  it('closes everything that was not taken out', () => {
    expect(ids(chosenRows(batch))).toEqual(['a', 'b', 'c']);
    expect(ids(chosenRows(toggled(batch, 'b')))).toEqual(['a', 'c']);
    expect(ids(chosenRows(toggled(toggled(batch, 'b'), 'b')))).toEqual(['a', 'b', 'c']);
  });

  it('keeps a decided row in its place and never closes it again', () => {
    const decided = answered(batch, ['a'], planned);
    expect(decided.entries.map(({ row: { item } }) => item.id)).toEqual(['a', 'b', 'c']);
    expect(ids(chosenRows(decided))).toEqual(['b', 'c']);
    expect(toggled(decided, 'a')).toEqual(decided);
  });

  it('gives a row back as it was when the decision is withdrawn', () => {
    const out = toggled(batch, 'c');
    expect(withdrawn(answered(out, ['c'], planned), ['c'])).toEqual(out);
  });

  it('believes the server when it offers a decided row again, except while the decision is on its way', () => {
    expect(reconciled(answered(batch, ['a'], planned), [row('a')]).entries[0]?.answer).toBeUndefined();
    expect(reconciled(answered(batch, ['a'], { ...planned, sending: true }), [row('a')]).entries[0]?.answer?.sending).toBe(true);
    const untouched = answered(batch, ['a'], planned);
    expect(reconciled(untouched, [row('b')])).toBe(untouched);
  });
});
