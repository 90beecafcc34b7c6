import { describe, expect, it } from 'vitest';
import { ariaKeys, capsOf, clashOf, DEFAULT_KEY_PREFERENCES, effectiveKeys, isSingleKey, listenFor, mayFire, type KeyTarget } from './binding.ts';

const page: KeyTarget = { tag: 'body', editable: false, inOverlay: false };
const input: KeyTarget = { tag: 'input', type: 'text', editable: false, inOverlay: false };

describe('key bindings', () => {
  it('counts letters, signs and sequences as single keys, and nothing with a modifier', () => {
    expect(['j', 'g b', '?', '1', 'Shift+x'].map(isSingleKey)).toEqual([true, true, true, true, true]);
    expect(['$mod+k', 'Alt+j', 'Escape', 'Enter', 'ArrowDown'].map(isSingleKey)).toEqual([false, false, false, false, false]);
  });

  it('writes keycaps the way each system spells them', () => {
    expect(capsOf('$mod+k', false)).toEqual(['Ctrl K']);
    expect(capsOf('$mod+k', true)).toEqual(['⌘ K']);
    expect(capsOf('g b', false)).toEqual(['g', 'b']);
    expect(capsOf('Enter', false)).toEqual(['↵']);
  });

  it('names shortcuts for assistive technology and stays silent about sequences', () => {
    expect(ariaKeys('$mod+k', false)).toBe('Control+K');
    expect(ariaKeys('j', false)).toBe('J');
    expect(ariaKeys('g b', false)).toBeUndefined();
  });

  it('listens for a sign with and without shift', () => {
    expect(listenFor('?')).toEqual(['?', 'Shift+?']);
    expect(listenFor('g ?')).toEqual(['g ?', 'g Shift+?']);
    expect(listenFor('j')).toEqual(['j']);
  });

  it('never fires a single key where a person types, but lets Ctrl K through', () => {
    expect(mayFire('x', input)).toBe(false);
    expect(mayFire('x', { ...page, editable: true })).toBe(false);
    expect(mayFire('x', { ...page, tag: 'textarea' })).toBe(false);
    expect(mayFire('$mod+k', input)).toBe(true);
    expect(mayFire('x', { tag: 'input', type: 'checkbox', editable: false, inOverlay: false })).toBe(true);
  });

  it('leaves the keys of an open dialog to the dialog', () => {
    expect(mayFire('j', { ...page, inOverlay: true })).toBe(false);
    expect(mayFire('Escape', { ...page, inOverlay: true })).toBe(false);
  });

  it('leaves Enter to the button that has the focus', () => {
    expect(mayFire('Enter', { ...page, tag: 'button' })).toBe(false);
    expect(mayFire('Enter', { ...page, tag: 'li' })).toBe(true);
  });

  it('drops single keys when they are switched off and keeps the others', () => {
    const off = { single: false, remap: {} };
    expect(effectiveKeys({ id: 'a', keys: 'j' }, off)).toBeUndefined();
    expect(effectiveKeys({ id: 'b', keys: '$mod+k' }, off)).toBe('$mod+k');
    expect(effectiveKeys({ id: 'a', keys: 'j' }, { single: false, remap: { a: 'Alt+j' } })).toBe('Alt+j');
  });

  it('finds the command a new key would collide with', () => {
    const commands = [{ id: 'a', keys: 'j' }, { id: 'go', keys: 'g b' }];
    expect(clashOf('x', 'j', commands, DEFAULT_KEY_PREFERENCES)).toBe('a');
    expect(clashOf('x', 'g', commands, DEFAULT_KEY_PREFERENCES)).toBe('go');
    expect(clashOf('a', 'j', commands, DEFAULT_KEY_PREFERENCES)).toBeUndefined();
  });
});
