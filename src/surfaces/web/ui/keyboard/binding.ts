// What a key binding is, how it is written on a keycap, and where it may fire. Pure: knows no window and no storage.

/** One press or a short sequence, presses divided by a space: `j`, `g b`, `$mod+k`, `Shift+Enter`, `?`. `$mod` is Command on a Mac, Control elsewhere. */
export type Keys = string;

/** What a person changed, kept on this machine only. `single` false switches every single-key shortcut off. */
export interface KeyPreferences {
  readonly single: boolean;
  /** Command id to the keys that replace its own. */
  readonly remap: Readonly<Record<string, Keys>>;
}

export const DEFAULT_KEY_PREFERENCES: KeyPreferences = { single: true, remap: {} };

const NAMES: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', ' ': 'Space' };
const ALWAYS = new Set(['Escape', 'Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** True for the character keys that WCAG 2.1.4 asks to be switchable: `j`, `g b`, `?`; false for `$mod+k`, `Escape`, `Enter`. */
export function isSingleKey(keys: Keys): boolean {
  return keys.split(' ').every((press) => !/(?:\$mod|Control|Alt|Meta)\+/.test(press) && !ALWAYS.has(press.split('+').at(-1) ?? ''));
}

/** The words on the keycaps, one entry per press. Example: `capsOf('$mod+k', false)` is `['Ctrl K']`, `capsOf('g b', false)` is `['g', 'b']`. */
export function capsOf(keys: Keys, mac: boolean): string[] {
  return keys.split(' ').map((press) =>
    press.split('+').map((part, at, all) => {
      if (part === '$mod') return mac ? '⌘' : 'Ctrl';
      if (NAMES[part] !== undefined) return NAMES[part];
      return at === all.length - 1 && all.length > 1 ? part.toUpperCase() : part;
    }).join(' '));
}

/** The same keys as `aria-keyshortcuts` spells them. Example: `$mod+k` is `Control+K`. A sequence has no spelling there: undefined. */
export function ariaKeys(keys: Keys, mac: boolean): string | undefined {
  if (keys.includes(' ')) return undefined;
  return keys.replace('$mod', mac ? 'Meta' : 'Control').split('+').map((part) => (part.length === 1 ? part.toUpperCase() : part)).join('+');
}

/** Bindings for the key library. Signs such as `?` need Shift on some keyboards and not on others, so both are listened for. */
export function listenFor(keys: Keys): string[] {
  const presses = keys.split(' ');
  const last = presses.at(-1) ?? '';
  if (/^[^\p{L}\p{N}\s]$/u.test(last)) {
    const before = presses.slice(0, -1);
    return [keys, [...before, `Shift+${last}`].join(' ')];
  }
  return [keys];
}

/** The keys of a command after what the person changed; undefined when single keys are off or the command has none. */
export function effectiveKeys(command: { readonly id: string; readonly keys?: Keys | undefined }, preferences: KeyPreferences): Keys | undefined {
  const keys = preferences.remap[command.id] ?? command.keys;
  if (keys === undefined || keys === '') return undefined;
  return !preferences.single && isSingleKey(keys) ? undefined : keys;
}

/** The part of an element that decides whether keys reach the page: read from the DOM by the caller, judged here. */
export interface KeyTarget {
  readonly tag: string;
  readonly type?: string | undefined;
  readonly editable: boolean;
  /** Inside a dialog, menu or list box, whose own keys come first. */
  readonly inOverlay: boolean;
}

const TEXTLESS = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']);
const PRESSED_BY_ENTER = new Set(['a', 'button', 'summary', 'input', 'select', 'textarea', 'option']);

/** Whether a binding may fire while `target` has the focus. Nothing without a modifier fires where a person types or inside an overlay. */
export function mayFire(keys: Keys, target: KeyTarget): boolean {
  const typing = target.editable || target.tag === 'textarea' || target.tag === 'select' || (target.tag === 'input' && !TEXTLESS.has(target.type ?? 'text'));
  if (isSingleKey(keys)) return !typing && !target.inOverlay;
  if (keys === 'Enter') return !typing && !target.inOverlay && !PRESSED_BY_ENTER.has(target.tag);
  if (keys === 'Escape') return !target.inOverlay;
  return keys.includes('+') || (!typing && !target.inOverlay);
}

/** Another command that already answers to `keys`, so that a remap can say so before it is kept. A sequence also clashes with its own first press. */
export function clashOf(id: string, keys: Keys, commands: readonly { readonly id: string; readonly keys?: Keys | undefined }[], preferences: KeyPreferences): string | undefined {
  return commands.find((other) => {
    if (other.id === id) return false;
    const theirs = effectiveKeys(other, preferences);
    return theirs !== undefined && (theirs === keys || theirs.startsWith(`${keys} `) || keys.startsWith(`${theirs} `));
  })?.id;
}
