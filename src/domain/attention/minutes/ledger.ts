// The ledger of some days: capacity, and to which event each of their minutes went. A calendar is a plan, not a record of work done.
import type { CalendarEvent } from '../calendar-event.ts';
import { common, joined, MINUTE_MS, minutesOf, without, type Span } from '../spans.ts';
import { daysThrough, workingSpans } from '../working-hours.ts';
import type { CountedEvent } from './counted-event.ts';
import { countEvents, type Counting, type CountingRules } from './counted-events.ts';
import { once } from './once.ts';
import { sweep } from './sweep.ts';

/** A stretch that went to one event. `share` is the part of it that counts: the attendance weight, divided where several are alike. */
export interface Piece extends Span {
  readonly at: number;
  readonly share: number;
}

export interface Ledger extends Counting {
  /** Declared hours less days off, in order. */
  readonly capacity: readonly Span[];
  /** What went to events, in order of time; `at` points into `counted`. */
  readonly pieces: readonly Piece[];
  readonly conflicting: readonly Span[];
}

/**
 * Applies the rules in their order. The pieces never cover a moment more than once, so they are never longer than the clock ran.
 * Source: docs/formulas/attention-minutes.md. Example: two accepted hours, half an hour of them at the same time: 90 minutes in all.
 */
export function ledgerOf(events: readonly CalendarEvent[], rules: CountingRules): Ledger {
  const kept = once(events);
  const counting = countEvents(kept, rules);
  const { slices, conflicting } = sweep(counting.counted);
  const off = joined(counting.counted.filter(({ role }) => role === 'off').flatMap(({ spans }) => spans));
  return {
    ...counting, dropped: { ...counting.dropped, twice: events.length - kept.length },
    capacity: without(workingSpans(rules.hours, daysThrough(rules.from, rules.to), rules.clock), off), conflicting,
    pieces: slices.flatMap(({ start, end, to }) => to.map((at) => ({ start, end, at, share: counting.counted[at]!.weight / to.length }))),
  };
}

export interface Totals {
  /** Declared hours less days off and private time. */
  readonly capacity: number;
  readonly accounted: number;
  readonly conflicting: number;
  readonly private: number;
  /** Capacity less what is accounted for, never below 0. */
  readonly unaccounted: number;
  /** Minutes of each event of `counted`; 0 where it got none. */
  readonly byEvent: readonly number[];
}

/** Minutes within `window`, whole ledger when left out; to a hundredth of a minute, rounded down so that no sum exceeds the clock. */
export function totalsOf(ledger: Ledger, window?: Span): Totals {
  const byEvent = new Array<number>(ledger.counted.length).fill(0);
  let privateInside = 0;
  for (const piece of ledger.pieces) {
    const span = window === undefined ? piece : common([piece], [window])[0];
    if (span === undefined) continue;
    byEvent[piece.at]! += ((span.end - span.start) / MINUTE_MS) * piece.share;
    if (ledger.counted[piece.at]!.role === 'private') privateInside += minutesOf(common([span], ledger.capacity)) * piece.share;
  }
  const rounded = byEvent.map(hundredths);
  const sum = (wanted: (each: CountedEvent) => boolean): number => tidy(rounded.reduce((total, minutes, at) => (wanted(ledger.counted[at]!) ? total + minutes : total), 0));
  const within = (spans: readonly Span[]): number => minutesOf(window === undefined ? spans : common(spans, [window]));
  const accounted = sum(({ role }) => role !== 'private');
  const capacity = tidy(within(ledger.capacity) - hundredths(privateInside));
  return { capacity, accounted, conflicting: within(ledger.conflicting), private: sum(({ role }) => role === 'private'), unaccounted: tidy(Math.max(0, capacity - accounted)), byEvent: rounded };
}

function hundredths(minutes: number): number {
  return Math.floor(minutes * 100 + 1e-6) / 100;
}

/** Sums of hundredths without what binary fractions leave over. */
export function tidy(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}
