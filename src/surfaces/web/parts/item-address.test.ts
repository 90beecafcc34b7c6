import { describe, expect, it } from 'vitest';
import { itemAddress, shortKey } from './item-address.ts';

describe('an item in a list', () => {
  it('is named by its number where its key carries a whole repository', () => {
    expect(['octo/tools#118', 'group/sub/project#7', 'RET-118', '#4', 'a board/x#y'].map(shortKey)).toEqual(['#118', '#7', 'RET-118', '#4', 'a board/x#y']);
  });

  it('has an address that survives any id', () => {
    expect(itemAddress('itm_1/../x')).toBe('/item/itm_1%2F..%2Fx');
  });
});
