// React's side of the command registry: declare commands, read them, listen for their keys.
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { effectiveKeys, type KeyPreferences, type Keys, type KeyTarget } from './binding.ts';
import { listenForKeys } from './key-listener.ts';
import { keyPreferences, registry, type Command } from './registry.ts';

/**
 * Declares commands for as long as the component is mounted. `run` and `when` may change on each render; ids, keys and titles re-register.
 * In the step that puts the component on the page: a key pressed as soon as it is seen is answered.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useLayoutEffect(() => { latest.current = commands; });
  const shape = commands.map((command) => [command.id, command.title, command.group, command.keys, command.priority, command.keyOnly].join('\u0001')).join('\u0002');
  useLayoutEffect(() => {
    if (shape === '') return;
    const find = (id: string): Command | undefined => latest.current.find((command) => command.id === id);
    return registry.register(latest.current.map((command) => ({
      ...command,
      run: (event) => find(command.id)?.run(event),
      when: () => find(command.id)?.when?.() ?? true,
    })));
  }, [shape]);
}

export function useCommandList(): readonly Command[] {
  return useSyncExternalStore(registry.subscribe, registry.snapshot, registry.snapshot);
}

export function useKeyPreferences(): KeyPreferences {
  return useSyncExternalStore(keyPreferences.subscribe, keyPreferences.get, keyPreferences.get);
}

/** The keys a command answers to now; undefined when it has none, is not declared, or single keys are off. */
export function useKeysOf(id: string | undefined): Keys | undefined {
  const commands = useCommandList();
  const preferences = useKeyPreferences();
  const command = id === undefined ? undefined : commands.findLast((entry) => entry.id === id);
  return command && effectiveKeys(command, preferences);
}

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function targetOf(event: KeyboardEvent): KeyTarget {
  const element = event.target instanceof HTMLElement ? event.target : document.body;
  return {
    tag: element.tagName.toLowerCase(),
    type: element instanceof HTMLInputElement ? element.type : undefined,
    editable: element.isContentEditable || element.getAttribute('role') === 'textbox' || element.getAttribute('role') === 'spinbutton',
    inOverlay: element.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null,
  };
}

/** Listens on the window for every declared command. Mounted once, by the shell. */
export function useKeyListener(): void {
  useLayoutEffect(() => {
    const listener = listenForKeys(window, targetOf);
    const listen = (): void => {
      const preferences = keyPreferences.get();
      listener.update(registry.snapshot(), preferences);
      document.documentElement.dataset['singleKeys'] = preferences.single ? 'on' : 'off';
    };
    const stops = [registry.subscribe(listen), keyPreferences.subscribe(listen), () => listener.stop()];
    listen();
    return () => { for (const stop of stops) stop(); };
  }, []);
}
