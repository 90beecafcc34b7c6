import { describe, expect, it } from 'vitest';
import { besideButton, nextEntry, typedEntry } from './menu-place.ts';

describe('a menu', () => {
  const window = { width: 1000, height: 800 };
  it('stands below its button, along the side that is nearer the edge', () => {
    expect(besideButton({ left: 100, right: 180, top: 100, bottom: 120 }, window)).toEqual({ left: 100, top: 126, maxHeight: 666 });
    expect(besideButton({ left: 900, right: 990, top: 100, bottom: 120 }, window)).toEqual({ right: 10, top: 126, maxHeight: 666 });
  });

  it('stands above a button at the foot of the window, and never beyond its edges', () => {
    expect(besideButton({ left: -20, right: 40, top: 700, bottom: 720 }, window)).toEqual({ left: 8, bottom: 106, maxHeight: 686 });
  });

  it('goes round with the arrows', () => {
    expect([nextEntry('ArrowDown', 2, 3), nextEntry('ArrowUp', 0, 3), nextEntry('ArrowUp', -1, 3), nextEntry('Home', 2, 3), nextEntry('End', 0, 3), nextEntry('a', 0, 3), nextEntry('Home', 0, 0)]).toEqual([0, 2, 2, 0, 2, undefined, undefined]);
  });

  it('finds an entry by its first letters, and the next one by the same letter again', () => {
    const names = ['Bug', 'Story', 'Sub-task', 'Task'];
    expect([typedEntry(names, 0, 's'), typedEntry(names, 1, 's'), typedEntry(names, 1, 'ss'), typedEntry(names, 1, 'su'), typedEntry(names, 2, 'ta'), typedEntry(names, 0, 'x')]).toEqual([1, 2, 2, 2, 3, undefined]);
  });
});
