// What the attention command is handed: a way to look at calendar files. Who reads them, and how, stays outside.
import type { AttentionReport } from '../../../contract/attention-report.ts';

export interface AttentionQuestion {
  /** The day it is for whoever asks, YYYY-MM-DD. */
  readonly today: string;
  /** Whose clock counts where neither the question nor the calendars say. */
  readonly usualZone: string;
  readonly me?: readonly string[];
  readonly company?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly timeZone?: string;
  readonly hours?: string;
}

/** Rejects with an error named `UnfitCalendar`, whose message is one sentence, when a file or the question does not fit. */
export type LookAtCalendars = (paths: readonly string[], question: AttentionQuestion) => Promise<AttentionReport>;
