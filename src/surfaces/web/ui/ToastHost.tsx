// Shows the toasts bottom left and announces them politely. `u` takes the newest back.
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useCommands } from './keyboard/use-commands.ts';
import { Key } from './Key.tsx';
import { toasts } from './toast-store.ts';

export function ToastHost(): ReactNode {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.snapshot, toasts.snapshot);
  useCommands([{ id: 'toast.undo', title: 'Undo', group: 'Everywhere', keys: 'u', keyOnly: true, when: () => toasts.snapshot().some((toast) => toast.undo), run: () => { toasts.undoLatest(); } }]);
  useEffect(() => {
    const look = (): void => { if (document.hidden) toasts.pause(); else toasts.resume(); };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  // What has the focus must not lie under a toast: the page moves just far enough.
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown.length === 0) return;
    const focused = document.activeElement;
    const toast = box.current?.lastElementChild?.parentElement?.getBoundingClientRect();
    if (toast === undefined || focused === null || focused === document.body || box.current?.contains(focused) || focused.closest('[role="dialog"], #why') !== null) return;
    const under = focused.getBoundingClientRect();
    const overlap = under.bottom + 8 - toast.top;
    if (overlap > 0 && under.top < toast.bottom && under.left < toast.right && under.right > toast.left && under.height < window.innerHeight / 2) window.scrollBy({ top: overlap });
  }, [shown]);
  const newestUndo = shown.findLast((toast) => toast.undo !== undefined)?.id;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- looking at a toast, by pointer or focus, stops its clock; nothing is pressed
    <div className="toasts" ref={box} role="status" aria-live="polite" onPointerEnter={toasts.pause} onPointerLeave={toasts.resume} onFocus={toasts.pause} onBlur={toasts.resume}>
      {shown.map((toast) => (
        <div key={toast.id} className="toast">
          <span>{toast.words}</span>
          {toast.undo && <button type="button" onClick={() => { toasts.dismiss(toast.id); toast.undo?.(); toasts.resume(); }}><span>Undo</span>{toast.id === newestUndo && <Key command="toast.undo" />}</button>}
        </div>
      ))}
    </div>
  );
}
