// How a number reaches the panel: the store, and the address that opens it. The shell provides both.
import { createContext, useContext } from 'react';
import { createWhyStore, type WhyStore } from './why-store.ts';

export interface Why {
  readonly store: WhyStore;
  readonly open: (id: string) => void;
  readonly close: () => void;
  /** The address of this page with that number open. */
  readonly hrefOf: (id: string) => string;
}

/** Without a shell (a test, a printed page) a number still shows; its link then only points at itself. */
const alone: Why = { store: createWhyStore(), open: () => undefined, close: () => undefined, hrefOf: (id) => `?why=${encodeURIComponent(id)}` };

export const WhyContext = createContext<Why>(alone);

export function useWhy(): Why {
  return useContext(WhyContext);
}
