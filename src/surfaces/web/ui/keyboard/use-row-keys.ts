// Moving through a list with the keyboard: one row is current, `j` and `k` move it, letters act on it.
// Knows positions only; what a row is belongs to the list.
import { useCallback, useId, useLayoutEffect, useRef, useState, type KeyboardEvent as ReactKeyboardEvent, type RefCallback } from 'react';
import { useCommands } from './use-commands.ts';

export interface RowAction {
  /** `x`, `e`, `d`, `Enter` ... */
  readonly keys: string;
  readonly title: string;
  readonly run: (index: number) => void;
  readonly when?: (index: number) => boolean;
}

/** What a row tells of itself. The same functions for as long as the list lives. */
export interface RowHandles {
  /** The row stands on the page, or with null no longer does. */
  readonly placed: (index: number, element: HTMLElement | null) => void;
  readonly focused: (index: number) => void;
  readonly chosen: (index: number) => void;
}

export interface RowKeys {
  /** Index of the current row; -1 while the list is empty. */
  readonly current: number;
  readonly handles: RowHandles;
  readonly listProps: { readonly ref: RefCallback<HTMLElement>; readonly 'data-row-list': string; readonly 'data-second': '' | undefined; readonly onKeyDown: (event: ReactKeyboardEvent) => void };
}

/**
 * Roving focus over `count` rows. With several lists on a page the focused one answers, else the one with `primary`.
 * `name` prefixes the command ids, so that a person's remap survives: `cull.x`. `reveal` brings a row onto the page that is not drawn.
 */
export function useRowKeys(options: { readonly name: string; readonly group: string; readonly count: number; readonly actions?: readonly RowAction[]; readonly primary?: boolean; readonly start?: number; readonly reveal?: ((index: number) => void) | undefined }): RowKeys {
  const { name, group, count, actions = [], primary = true, start = 0, reveal } = options;
  const [wanted, setWanted] = useState(start);
  const current = count === 0 ? -1 : Math.min(Math.max(wanted, 0), count - 1);
  const list = useRef<HTMLElement | null>(null);
  const rows = useRef(new Map<number, HTMLElement>());
  const awaited = useRef<number>(undefined);
  const id = useId();
  const hadFocus = useRef(false);
  const [handles] = useState<RowHandles>(() => ({
    placed: (index, element) => { if (element) rows.current.set(index, element); else rows.current.delete(index); },
    focused: (index) => { hadFocus.current = true; setWanted(index); },
    chosen: setWanted,
  }));

  const answers = useCallback((): boolean => {
    const focused = document.activeElement;
    if (list.current === null) return false;
    if (list.current.contains(focused)) return true;
    return primary && !focused?.closest('[data-row-list]');
  }, [primary]);

  const moveTo = (index: number): void => {
    if (count === 0) return;
    const next = Math.min(Math.max(index, 0), count - 1);
    setWanted(next);
    if (!rows.current.has(next) && reveal !== undefined) {
      // Focused by the effect below as soon as it stands there.
      awaited.current = next;
      reveal(next);
      return;
    }
    rows.current.get(next)?.focus({ preventScroll: true });
    rows.current.get(next)?.scrollIntoView({ block: 'nearest' });
  };

  // A row that leaves takes the focus with it; the row that takes its place receives it, so that the keyboard is never lost.
  useLayoutEffect(() => {
    const row = awaited.current === undefined ? undefined : rows.current.get(awaited.current);
    if (row !== undefined) {
      awaited.current = undefined;
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
    if (hadFocus.current && document.activeElement === document.body && current >= 0) rows.current.get(current)?.focus({ preventScroll: true });
    hadFocus.current = list.current?.contains(document.activeElement) ?? false;
  });

  useCommands([
    { id: 'rows.next', title: 'Next row', group: 'Lists', keys: 'j', keyOnly: true, when: answers, run: () => moveTo(list.current?.contains(document.activeElement) ? current + 1 : current) },
    { id: 'rows.previous', title: 'Row before', group: 'Lists', keys: 'k', keyOnly: true, when: answers, run: () => moveTo(current - 1) },
    ...actions.map((action) => ({
      id: `${name}.${action.keys}`,
      title: action.title,
      group,
      keys: action.keys,
      keyOnly: true,
      when: () => current >= 0 && answers() && (action.when?.(current) ?? true),
      run: () => action.run(current),
    })),
  ]);

  return {
    current,
    handles,
    listProps: {
      ref: (element) => { list.current = element; },
      'data-row-list': id,
      'data-second': primary ? undefined : '',
      onKeyDown: (event) => {
        const step = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: count - 1 }[event.key];
        if (step === undefined || !(event.target instanceof HTMLElement) || event.target.closest('[data-row-index]') !== event.target) return;
        event.preventDefault();
        moveTo(step);
      },
    },
  };
}
