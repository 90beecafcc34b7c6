// Says when the machine has lost its connection and what still holds.
import { useSyncExternalStore, type ReactNode } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function OfflineNote(): ReactNode {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine, () => true);
  return <div role="status" className={online ? 'hidden-words' : 'offline'}>{!online && <><b>No connection.</b> What you see is the last state that was read. Nothing is saved until the connection is back.</>}</div>;
}
