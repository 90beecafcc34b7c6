import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

describe('a page marker', () => {
  const given = { search: 'label', limit: 50, sort: 'title' };
  const cursor = writeCursor('item.list', given, ['Größe', 'itm_1']);

  it('gives back the place it was made for, with another page size too', () => {
    expect(readCursor('item.list', { ...given, limit: 10, cursor }, 2)).toEqual(['Größe', 'itm_1']);
    expect(readCursor('item.list', given, 2)).toBeUndefined();
  });

  it.each([
    ['another question', { ...given, search: 'parcel', cursor }], ['another order', { ...given, sort: 'key', cursor }],
    ['a changed place', { ...given, cursor: `x${cursor}` }], ['nonsense', { ...given, cursor: 'nonsense' }], ['nothing', { ...given, cursor: '' }],
  ])('of %s is refused', (_what, other) => {
    expect(readCursor('item.list', other, 2)).toBe('bad');
  });

  it('of another operation, or of another length, is refused', () => {
    expect(readCursor('finding.list', { ...given, cursor }, 2)).toBe('bad');
    expect(readCursor('item.list', { ...given, cursor }, 3)).toBe('bad');
  });
});
