import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_KEY_PREFERENCES, type KeyTarget } from './binding.ts';
import { listenForKeys, type KeyListener } from './key-listener.ts';
import type { Command } from './registry.ts';

class Press extends Event {
  readonly key: string;
  readonly code = '';
  readonly isComposing = false;
  constructor(key: string) {
    super('keydown', { cancelable: true });
    this.key = key;
  }
}

const BODY: KeyTarget = { tag: 'body', editable: false, inOverlay: false };

describe('the key listener', () => {
  const page = new EventTarget();
  const ran: string[] = [];
  let listener: KeyListener;
  const command = (id: string, keys: string): Command => ({ id, title: id, group: 'Test', keys, run: () => void ran.push(id) });
  const press = (...keys: string[]): string[] => {
    ran.length = 0;
    for (const key of keys) page.dispatchEvent(new Press(key));
    return [...ran];
  };
  const declare = (...commands: Command[]): void => listener.update(commands, DEFAULT_KEY_PREFERENCES);

  beforeEach(() => {
    vi.stubGlobal('KeyboardEvent', Press);
    vi.useFakeTimers();
    listener = listenForKeys(page as Window, () => BODY);
  });
  afterEach(() => {
    listener.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('runs what is declared now, and nothing after it has stopped', () => {
    declare(command('down', 'j'), command('backlog', 'g b'));
    expect(press('j', 'g', 'b')).toEqual(['down', 'backlog']);
    declare(command('other', 'j'));
    expect(press('j', 'g', 'b')).toEqual(['other']);
    listener.stop();
    expect(press('j')).toEqual([]);
  });

  it('goes on with a sequence that was half pressed when single keys came or went', () => {
    declare(command('backlog', 'g b'));
    press('g');
    declare(command('backlog', 'g b'), command('down', 'j'), command('mark', 'x'));
    expect(press('b')).toEqual(['backlog']);
    press('g');
    declare(command('backlog', 'g b'));
    expect(press('b')).toEqual(['backlog']);
  });

  it('lets a sequence take the press from a single key, also when the sequence was declared later', () => {
    declare(command('keep', 'k'));
    declare(command('keep', 'k'), command('kinds', 'g k'));
    expect(press('g', 'k')).toEqual(['kinds']);
    vi.runAllTimers();
    expect(press('k')).toEqual(['keep']);
  });
});
