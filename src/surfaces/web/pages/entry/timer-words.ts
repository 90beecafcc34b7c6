// The timer in words: how long it has run and for what. Small, since every page shows it while it runs.
import type { OutputOf } from '../../../../contract/index.ts';

export type Timer = NonNullable<OutputOf<'attention.entries'>['timer']>;
export type Entry = OutputOf<'attention.entries'>['entries'][number];

/** Minutes as hours and minutes: `185` is `3:05`. */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** How long it has run by now: `0:42`, `3:05`. */
export function runWords(startedAt: string, now: number): string {
  return clock(Math.max(0, Math.floor((now - Date.parse(startedAt)) / 60_000)));
}

/** What the timer runs for: `Sales: deck for Northwind`, or the kind alone. */
export function timerName(timer: Pick<Timer, 'kindName' | 'note'>): string {
  return timer.note === '' ? timer.kindName : `${timer.kindName}: ${timer.note}`;
}
