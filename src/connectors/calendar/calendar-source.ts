// What is handed to the calendar reader, and what is asked of it.
import type { Instant } from '../../domain/kernel/instant.ts';

/** One file or feed: its bytes in any of the encodings calendars come in, or its text. `name` is shown to people. */
export interface CalendarSource {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Series of it that are not to be read, as where a later export of the same calendar speaks of them. */
  readonly without?: ReadonlySet<string>;
}

export interface CalendarQuestion {
  /** Instances that meet `[from, to)` are given. */
  readonly from: Instant;
  readonly to: Instant;
  /** IANA name. Times without a zone are read in it, and all-day events begin at its midnight. UTC when left out. */
  readonly zone?: string;
  /** Addresses of whose calendar it is; upper and lower case are the same. */
  readonly me?: readonly string[];
}
