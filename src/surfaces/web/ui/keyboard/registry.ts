// Every command of the app, declared once: the palette, the keyboard sheet and the key listener read this one list.
// Refuses to know what a command does.
import { DEFAULT_KEY_PREFERENCES, type KeyPreferences, type Keys } from './binding.ts';

export interface Command {
  readonly id: string;
  /** A verb phrase in sentence case: `Close the batch`. */
  readonly title: string;
  /** Heading in the palette and on the keyboard sheet. */
  readonly group: string;
  readonly keys?: Keys | undefined;
  readonly run: (event?: KeyboardEvent) => void;
  /** Absent means always. A command that may not run is neither offered nor fired. */
  readonly when?: (() => boolean) | undefined;
  /** Of two commands on one key the higher priority answers, then the one declared last. 0 when absent. */
  readonly priority?: number | undefined;
  /** Listed on the keyboard sheet but not offered in the palette: moves such as `j` make no sense there. */
  readonly keyOnly?: boolean | undefined;
}

type Listener = () => void;

/** A list with a notifier; `snapshot` returns the same array until something changes, as React's external stores ask. */
export function createRegistry(): {
  register: (commands: readonly Command[]) => () => void;
  snapshot: () => readonly Command[];
  subscribe: (listener: Listener) => () => void;
} {
  let lists: (readonly Command[])[] = [];
  let flat: readonly Command[] = [];
  const listeners = new Set<Listener>();
  const changed = (): void => {
    flat = lists.flat();
    listeners.forEach((listener) => listener());
  };
  return {
    register(commands) {
      lists = [...lists, commands];
      changed();
      return () => {
        lists = lists.filter((list) => list !== commands);
        changed();
      };
    },
    snapshot: () => flat,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The command that answers when `candidates` share one key: allowed ones only, highest priority, then latest. */
export function chooseCommand(candidates: readonly Command[]): Command | undefined {
  return candidates.reduce<Command | undefined>((best, command) => {
    if (command.when?.() === false) return best;
    return best === undefined || (command.priority ?? 0) >= (best.priority ?? 0) ? command : best;
  }, undefined);
}

export const registry = createRegistry();

const STORED = 'throughline.keys';

function readPreferences(): KeyPreferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? 'null');
    if (stored === null || typeof stored !== 'object') return DEFAULT_KEY_PREFERENCES;
    const { single, remap } = stored as { single?: unknown; remap?: unknown };
    const entries = remap !== null && typeof remap === 'object' ? Object.entries(remap).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : [];
    return { single: single !== false, remap: Object.fromEntries(entries) };
  } catch {
    // Storage may be denied or hold another program's text; the defaults always work.
    return DEFAULT_KEY_PREFERENCES;
  }
}

let preferences: KeyPreferences | undefined;
const preferenceListeners = new Set<Listener>();

/** The person's key preferences on this machine. Reads storage once; `set` keeps and announces. */
export const keyPreferences = {
  get: (): KeyPreferences => (preferences ??= readPreferences()),
  set: (next: KeyPreferences): void => {
    preferences = next;
    try {
      localStorage.setItem(STORED, JSON.stringify(next));
    } catch {
      // Not kept beyond this page; the choice still holds now.
    }
    document.documentElement.dataset['singleKeys'] = next.single ? 'on' : 'off';
    preferenceListeners.forEach((listener) => listener());
  },
  subscribe: (listener: Listener): (() => void) => {
    preferenceListeners.add(listener);
    return () => preferenceListeners.delete(listener);
  },
};
