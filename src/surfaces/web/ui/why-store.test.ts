import { describe, expect, it, vi } from 'vitest';
import { createWhyStore, neighbour } from './why-store.ts';

describe('the open number', () => {
  it('is explained by the first number on the page that carries the id', () => {
    const store = createWhyStore();
    const [first, second] = [Symbol('first'), Symbol('second')];
    const withdraw = store.claim('open', first);
    store.claim('open', second);
    store.setOpen('open');
    expect(store.snapshot().owner).toBe(first);
    withdraw();
    expect(store.snapshot().owner).toBe(second);
  });

  it('waits for a number that the address names but the page does not show yet', () => {
    const store = createWhyStore();
    store.setOpen('late');
    expect(store.snapshot().owner).toBeUndefined();
    const late = Symbol('late');
    store.claim('late', late);
    expect(store.snapshot().owner).toBe(late);
  });

  it('stays quiet when nothing changed', () => {
    const store = createWhyStore();
    const heard = vi.fn();
    store.subscribe(heard);
    store.setOpen('a');
    store.setOpen('a');
    store.claim('b', Symbol('b'));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('walks the numbers of the page and stops at its ends', () => {
    expect(neighbour(['a', 'b', 'c'], 'a', 1)).toBe('b');
    expect(neighbour(['a', 'b', 'c'], 'c', 1)).toBe('c');
    expect(neighbour(['a', 'b', 'c'], 'a', -1)).toBe('a');
    expect(neighbour(['a', 'b', 'c'], 'gone', 1)).toBe('a');
    expect(neighbour([], undefined, 1)).toBeUndefined();
  });
});
