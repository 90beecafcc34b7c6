// One event as the sweep sees it: what it is, how far it counts and where its minutes may lie. No behaviour.
import type { CalendarEvent } from '../calendar-event.ts';
import type { Span } from '../spans.ts';
import type { Answer } from './attendance.ts';
import type { Label } from './label.ts';

/** An event that may take up time. */
export interface CountedEvent {
  readonly event: CalendarEvent;
  readonly label: Label;
  /**
   * `private` is not looked at, `off` takes its time away from capacity, `focus` is a plan that counts where nothing else lies. An `entry` of
   * the person's own overrides all; `activity` in a tracker counts only where nothing lies.
   */
  readonly role: 'meeting' | 'private' | 'off' | 'focus' | 'entry' | 'activity';
  readonly answer: Exclude<Answer, 'declined'>;
  readonly weight: number;
  readonly external: boolean;
  readonly others: number;
  /** Where its minutes may lie, within the asked days. */
  readonly spans: readonly Span[];
  /** Whole length in minutes, before anything is cut. */
  readonly length: number;
}
