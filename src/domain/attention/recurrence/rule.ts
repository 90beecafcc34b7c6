// What a recurrence rule is, as values: RFC 5545's RRULE, with RFC 7529's SKIP for the Gregorian calendar. Knows no text form and no zone:
// all times are local, in milliseconds as if the local clock were UTC.

export type Frequency = 'secondly' | 'minutely' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';

/** Weekdays count from Monday, 0 to 6. `nth` counts from the month's or year's beginning, or from its end when negative; 0 is every one. */
export interface WeekdayPart {
  readonly weekday: number;
  readonly nth: number;
}

/** Empty lists are parts that were not given. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  /** At least 1. */
  readonly interval: number;
  readonly count?: number | undefined;
  /** Last local time that may be an occurrence, itself included. */
  readonly until?: number | undefined;
  readonly weekStart: number;
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly weekdays: readonly WeekdayPart[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekNumbers: readonly number[];
  /** 1 to 12. */
  readonly months: readonly number[];
  readonly positions: readonly number[];
  /** What becomes of 31 April: left out, 30 April or 1 May. */
  readonly skip: 'omit' | 'backward' | 'forward';
}

/** How much may still be done; shared by all rules of a reading, so that no file takes for ever. Counted in periods looked at. */
export interface Budget {
  steps: number;
}

/** `stopped` says that the list is not whole: the budget ended, or `most` was reached. */
export interface Occurrences {
  readonly starts: number[];
  readonly stopped?: 'work' | 'instances';
}
