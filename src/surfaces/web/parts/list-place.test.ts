import { describe, expect, it } from 'vitest';
import { placeIn } from './list-place.ts';

const list = { back: '/backlog', title: 'Aged out', ids: ['a', 'b', 'c'] };

describe('the place of an item in the list it was opened from', () => {
  it('knows both neighbours in the middle and one at an end', () => {
    expect(placeIn(list, 'b')).toEqual({ before: 'a', next: 'c', at: 2, of: 3 });
    expect(placeIn(list, 'c')).toEqual({ before: 'b', next: undefined, at: 3, of: 3 });
  });

  it('is nothing for an item that was reached another way', () => {
    expect(placeIn(list, 'z')).toBeUndefined();
    expect(placeIn(undefined, 'a')).toBeUndefined();
  });
});
