// The explanation of one openable thing, rendered into the why panel while that thing is open. Shows nothing where it stands.
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useWhy } from './why-context.ts';

/** A number renders one of these; so does a chart for each of its points. The first on the page with an id explains it. */
export function WhyPortal({ id, explain }: { readonly id: string; readonly explain: ReactNode }): ReactNode {
  const { store } = useWhy();
  const { openId, host, owner } = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const [mine] = useState(() => Symbol(id));
  useEffect(() => store.claim(id, mine), [store, id, mine]);
  if (openId !== id || owner !== mine || host === null) return null;
  return createPortal(explain, host);
}
