// What kind of work an event was taken for, and by what. Says nothing about how it was found out.
import type { CalendarEvent } from '../calendar-event.ts';
import type { Group, Kind } from '../kinds.ts';

export interface Label {
  /** Absent when no kind is likely enough: the event is unsorted. */
  readonly kind?: Kind;
  /** The kind's group, or the group alone where only that is likely enough. */
  readonly group?: Group;
  /** How likely the kind is, 0 to 1. */
  readonly probability: number;
  /** What decided: `series`, `rule`, `structure`, `model` or `unsorted`. */
  readonly layer: string;
  /** True when the person said so: of this event, its series or by a rule of their own. */
  readonly confirmed: boolean;
}

/** Gives an event its label; asked once for every event that is counted, never for a private one. */
export type Labeller = (event: CalendarEvent) => Label;

/** What a private event is: not looked at. */
export const UNSORTED: Label = { probability: 0, layer: 'unsorted', confirmed: false };
