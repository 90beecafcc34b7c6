// The stateless readout: one file in, one document out. Keeps nothing, knows no store, no clock and no dice: the same file and question
// give the same document, byte for byte. `readoutFile(path, question)`.
import type { ReadoutReport } from '../contract/readout-report.ts';
import { readoutBeforeAfter } from './readout-before-after.ts';
import { readoutExperiment } from './readout-experiment.ts';
import { readoutPanel } from './readout-panel.ts';
import type { ReadoutQuestion } from './readout-question.ts';

/**
 * Throws UnreadableMetric, with one sentence, when the file cannot be read or the question does not fit it, and the signal's reason when it is
 * aborted. A refusal to answer is an answer. Example: `readoutFile('visits.csv', { case: 'before-after', ship: '2026-08-01' })`.
 */
export function readoutFile(path: string, question: ReadoutQuestion): Promise<ReadoutReport> {
  if (question.case === 'before-after') return readoutBeforeAfter(path, question);
  return question.case === 'experiment' ? readoutExperiment(path, question) : readoutPanel(path, question);
}
