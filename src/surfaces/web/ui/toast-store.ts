// What just happened and how to take it back: at most three lines, ten seconds each, paused while somebody looks at them.
// Never for errors. Knows no screen; time is handed in by the timers it is given.

export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly undo?: (() => void) | undefined;
}

export interface Timers {
  readonly now: () => number;
  readonly start: (run: () => void, ms: number) => unknown;
  readonly stop: (timer: unknown) => void;
}

export const TOAST_MS = 10_000;
const MOST = 3;

export interface ToastStore {
  readonly show: (words: string, undo?: () => void) => number;
  readonly dismiss: (id: number) => void;
  /** Takes back the newest toast that can be taken back. False when there is none. */
  readonly undoLatest: () => boolean;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly snapshot: () => readonly Toast[];
  readonly subscribe: (listener: () => void) => () => void;
}

export function createToastStore(timers: Timers): ToastStore {
  let toasts: readonly Toast[] = [];
  let paused = false;
  let nextId = 1;
  const clocks = new Map<number, { left: number; since: number; timer: unknown }>();
  const listeners = new Set<() => void>();
  const set = (next: readonly Toast[]): void => {
    toasts = next;
    listeners.forEach((listener) => listener());
  };
  const dismiss = (id: number): void => {
    const clock = clocks.get(id);
    if (clock?.timer !== undefined) timers.stop(clock.timer);
    clocks.delete(id);
    if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
  };
  const run = (id: number, left: number): void => {
    clocks.set(id, { left, since: timers.now(), timer: paused ? undefined : timers.start(() => dismiss(id), left) });
  };
  return {
    show(words, undo) {
      const id = nextId++;
      const kept = [...toasts, { id, words, undo }];
      kept.slice(0, -MOST).forEach((toast) => dismiss(toast.id));
      set([...toasts.slice(-(MOST - 1)), { id, words, undo }]);
      run(id, TOAST_MS);
      return id;
    },
    dismiss,
    undoLatest() {
      const latest = toasts.findLast((toast) => toast.undo !== undefined);
      if (latest === undefined) return false;
      dismiss(latest.id);
      latest.undo?.();
      return true;
    },
    pause() {
      if (paused) return;
      paused = true;
      for (const clock of clocks.values()) {
        if (clock.timer !== undefined) timers.stop(clock.timer);
        clock.timer = undefined;
        clock.left = Math.max(0, clock.left - (timers.now() - clock.since));
      }
    },
    resume() {
      if (!paused) return;
      paused = false;
      for (const [id, clock] of clocks) run(id, clock.left);
    },
    snapshot: () => toasts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The app's toasts. */
export const toasts = createToastStore({
  now: () => performance.now(),
  start: (run, ms) => setTimeout(run, ms),
  stop: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
});
