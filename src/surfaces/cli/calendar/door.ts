// What the calendar command is handed: a way to expand files. Who reads them, and how, stays outside.
import type { CalendarExpansion } from '../../../contract/calendar.ts';

export interface ExpansionQuestion {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** Rejects with an error named `UnfitCalendar`, whose message is one sentence, when a file or the question does not fit. */
export type ExpandCalendar = (paths: readonly string[], question: ExpansionQuestion) => Promise<CalendarExpansion>;
