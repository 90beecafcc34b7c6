// What the readout command is handed: a way to read a file out. Who reads it, and how, stays outside.
import type { ReadoutQuestion } from '../../../contract/readout-question.ts';
import type { ReadoutReport } from '../../../contract/readout-report.ts';

export interface ReadoutFile {
  readonly path: string;
  /** Path of a list of holidays. */
  readonly holidays?: string | undefined;
}

/** Rejects with an error named `UnreadableMetric`, whose message is one sentence, when the file or the question does not fit. */
export type Readout = (file: ReadoutFile, question: ReadoutQuestion, signal: AbortSignal) => Promise<ReadoutReport>;
