// The stateless readout: one file in, one document out. Keeps nothing, knows no store, no clock and no dice: the same file and question
// give the same document, byte for byte. `readout(source, question)`.
import type { ReadoutQuestion } from '../contract/readout-question.ts';
import type { ReadoutReport } from '../contract/readout-report.ts';
import { readoutBeforeAfter } from './readout-before-after.ts';
import { readoutExperiment } from './readout-experiment.ts';
import { readoutPanel } from './readout-panel.ts';
import { readoutWeeks } from './readout-weeks.ts';
import type { ReadoutSource } from './readout-source.ts';

/**
 * Throws UnreadableMetric, with one sentence, when the source cannot be read or the question does not fit it, and the signal's reason when it
 * is aborted. A refusal to answer is an answer. Example: `readout({ path: 'visits.csv' }, { case: 'before-after', ship: '2026-08-01' })`.
 */
export function readout(source: ReadoutSource, question: ReadoutQuestion, signal?: AbortSignal): Promise<ReadoutReport> {
  if (question.case === 'before-after') return readoutBeforeAfter(source, question, signal);
  if (question.case === 'panel') return readoutPanel(source, question, signal);
  return question.week === undefined ? readoutExperiment(source, question, signal) : readoutWeeks(source, { ...question, week: question.week }, signal);
}
