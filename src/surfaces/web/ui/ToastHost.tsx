// Shows the toasts bottom left and announces them politely. `u` takes the newest back.
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
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
  const newestUndo = shown.findLast((toast) => toast.undo !== undefined)?.id;
  return (
    <div className="toasts" role="status" aria-live="polite" onPointerEnter={toasts.pause} onPointerLeave={toasts.resume} onFocus={toasts.pause} onBlur={toasts.resume}>
      {shown.map((toast) => (
        <div key={toast.id} className="toast">
          <span>{toast.words}</span>
          {toast.undo && <button type="button" onClick={() => { toasts.dismiss(toast.id); toast.undo?.(); toasts.resume(); }}><span>Undo</span>{toast.id === newestUndo && <Key command="toast.undo" />}</button>}
        </div>
      ))}
    </div>
  );
}
