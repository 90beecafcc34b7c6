import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createToastStore, TOAST_MS, type ToastStore } from './toast-store.ts';

describe('the undo toast', () => {
  let store: ToastStore;
  beforeEach(() => {
    vi.useFakeTimers();
    store = createToastStore({ now: () => Date.now(), start: (run, ms) => setTimeout(run, ms), stop: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>) });
    return () => { vi.useRealTimers(); };
  });

  it('leaves after ten seconds', () => {
    store.show('RET-118 is in the plan to close');
    vi.advanceTimersByTime(TOAST_MS - 1);
    expect(store.snapshot()).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(store.snapshot()).toHaveLength(0);
  });

  it('stands still while it is looked at and goes on with the time that was left', () => {
    store.show('kept');
    vi.advanceTimersByTime(9_000);
    store.pause();
    vi.advanceTimersByTime(60_000);
    expect(store.snapshot()).toHaveLength(1);
    store.resume();
    vi.advanceTimersByTime(999);
    expect(store.snapshot()).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(store.snapshot()).toHaveLength(0);
  });

  it('takes back the newest that can be taken back, once', () => {
    const undo = vi.fn();
    store.show('closed', undo);
    store.show('copied');
    expect(store.undoLatest()).toBe(true);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(store.snapshot().map((toast) => toast.words)).toEqual(['copied']);
    expect(store.undoLatest()).toBe(false);
  });

  it('keeps the three newest', () => {
    ['a', 'b', 'c', 'd'].forEach((words) => store.show(words));
    expect(store.snapshot().map((toast) => toast.words)).toEqual(['b', 'c', 'd']);
  });
});
