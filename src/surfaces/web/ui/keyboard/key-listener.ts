// Listens for the keys of many commands at once and keeps listening while the commands come and go: a sequence that is half pressed
// outlives a change of other keys. Knows no React, and of the page only what it is handed.
import { tinykeys } from 'tinykeys';
import { effectiveKeys, listenFor, mayFire, type KeyPreferences, type Keys, type KeyTarget } from './binding.ts';
import { chooseCommand, type Command } from './registry.ts';

export interface KeyListener {
  /** What answers from now on. */
  update(commands: readonly Command[], preferences: KeyPreferences): void;
  stop(): void;
}

type Candidates = ReadonlyMap<Keys, readonly Command[]>;

function candidatesOf(commands: readonly Command[], preferences: KeyPreferences): Candidates {
  const byKeys = new Map<Keys, Command[]>();
  for (const command of commands) {
    const keys = effectiveKeys(command, preferences);
    if (keys !== undefined) byKeys.set(keys, [...(byKeys.get(keys) ?? []), command]);
  }
  return byKeys;
}

const isSequence = (keys: Keys): boolean => keys.includes(' ');
const sameKeys = (a: readonly Keys[], b: readonly Keys[]): boolean => a.length === b.length && a.every((keys, at) => keys === b[at]);

/**
 * Who answers is looked up when a key is pressed. Listening itself is begun anew only when other keys are to be listened for, since
 * that forgets what is half pressed: sequences when the sequences change, single keys when either do. Sequences always come first:
 * once `g k` has run, the single `k` sees that the press is taken.
 */
export function listenForKeys(target: Window, targetOf: (event: KeyboardEvent) => KeyTarget): KeyListener {
  let latest: Candidates = new Map();
  const listening = { sequences: [] as readonly Keys[], singles: [] as readonly Keys[], stopSequences: () => {}, stopSingles: () => {} };

  const listen = (keys: readonly Keys[]): (() => void) => tinykeys(target, Object.fromEntries(keys.flatMap((each) => listenFor(each).map((spelling) => [spelling, (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !mayFire(each, targetOf(event))) return;
    const chosen = chooseCommand(latest.get(each) ?? []);
    if (chosen === undefined) return;
    event.preventDefault();
    chosen.run(event);
  }] as const))));

  const relisten = (sequences: readonly Keys[], singles: readonly Keys[]): void => {
    const others = !sameKeys(sequences, listening.sequences);
    if (others) {
      listening.stopSequences();
      listening.stopSequences = listen(sequences);
      listening.sequences = sequences;
    }
    if (others || !sameKeys(singles, listening.singles)) {
      listening.stopSingles();
      listening.stopSingles = listen(singles);
      listening.singles = singles;
    }
  };

  return {
    update(commands, preferences) {
      latest = candidatesOf(commands, preferences);
      const keys = [...latest.keys()].toSorted();
      relisten(keys.filter(isSequence), keys.filter((each) => !isSequence(each)));
    },
    stop: () => relisten([], []),
  };
}
