import { describe, expect, it, vi } from 'vitest';
import { chooseCommand, createRegistry, type Command } from './registry.ts';

const command = (id: string, more: Partial<Command> = {}): Command => ({ id, title: id, group: 'Test', run: () => undefined, ...more });

describe('the command registry', () => {
  it('tells its listeners and forgets a list that was withdrawn', () => {
    const registry = createRegistry();
    const heard = vi.fn();
    registry.subscribe(heard);
    const withdraw = registry.register([command('a'), command('b')]);
    registry.register([command('c')]);
    expect(registry.snapshot().map((entry) => entry.id)).toEqual(['a', 'b', 'c']);
    withdraw();
    expect(registry.snapshot().map((entry) => entry.id)).toEqual(['c']);
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it('returns the same array until something changes', () => {
    const registry = createRegistry();
    registry.register([command('a')]);
    expect(registry.snapshot()).toBe(registry.snapshot());
  });

  it('lets the latest command answer, unless an earlier one has priority or the later may not run', () => {
    expect(chooseCommand([command('page'), command('rows')])?.id).toBe('rows');
    expect(chooseCommand([command('panel', { priority: 1 }), command('rows')])?.id).toBe('panel');
    expect(chooseCommand([command('page'), command('rows', { when: () => false })])?.id).toBe('page');
    expect(chooseCommand([command('rows', { when: () => false })])).toBeUndefined();
  });
});
