// Which number of the page is open, who claims to explain it, and where the explanation is shown.
// Knows ids only: the address bar belongs to the shell, the explanation to the number.

export interface WhyState {
  readonly openId: string | undefined;
  /** The element explanations are rendered into; null until the shell has mounted it. */
  readonly host: HTMLElement | null;
  /** The claim that explains `openId`: the first number on the page with that id. Undefined means nobody does. */
  readonly owner: symbol | undefined;
}

export interface WhyStore {
  readonly snapshot: () => WhyState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly setOpen: (id: string | undefined) => void;
  readonly setHost: (host: HTMLElement | null) => void;
  /** Says that a number with this id is on the page. Returns the withdrawal. */
  readonly claim: (id: string, token: symbol) => () => void;
}

export function createWhyStore(): WhyStore {
  const claims = new Map<string, symbol[]>();
  const listeners = new Set<() => void>();
  let state: WhyState = { openId: undefined, host: null, owner: undefined };
  const update = (patch: Partial<WhyState>): void => {
    const next = { ...state, ...patch };
    next.owner = next.openId === undefined ? undefined : claims.get(next.openId)?.[0];
    if (next.openId === state.openId && next.host === state.host && next.owner === state.owner) return;
    state = next;
    listeners.forEach((listener) => listener());
  };
  return {
    snapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setOpen: (openId) => update({ openId }),
    setHost: (host) => update({ host }),
    claim(id, token) {
      claims.set(id, [...(claims.get(id) ?? []), token]);
      update({});
      return () => {
        const left = (claims.get(id) ?? []).filter((other) => other !== token);
        if (left.length > 0) claims.set(id, left);
        else claims.delete(id);
        update({});
      };
    },
  };
}

/** The id beside `current` in page order, walking by `step`; stays at the ends. The first one when nothing is open. */
export function neighbour(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current);
  if (at < 0) return ids[0];
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
}
