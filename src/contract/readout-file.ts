// A readout of numbers that are handed over with the question: nothing is kept, no bet is touched.
import * as z from 'zod';
import { readers } from '../domain/access/role.ts';
import { fileRef } from './import.ts';
import { query } from './operation.ts';
import { beforeAfterQuestion, experimentQuestion, panelQuestion } from './readout-question.ts';
import { readoutReport } from './readout-report.ts';
import { words } from './shapes.ts';

const readoutFile = query({
  name: 'readout.file', untrusted: true, roles: readers,
  summary: 'Reads one ship, one test or one panel out of a text or a file and keeps nothing; a refusal to answer is an answer. For a bet’s own review use readout.make.',
  input: z.object({
    text: z.string().max(5_000_000).optional().describe('CSV, TSV or JSON: a metric by days, a test by units, or a panel by units and periods'), file: fileRef.optional(), name: words(200).default('The text').describe('What sentences call the text'),
    question: z.discriminatedUnion('case', [beforeAfterQuestion, experimentQuestion, panelQuestion]).describe('case before-after, experiment or panel, with its columns'),
  }),
  output: readoutReport, refusals: ['metric_unreadable', 'not_found', 'path_not_allowed', 'file_unreadable'],
  example: {
    input: { text: 'day,visits\n2026-11-16,10\n2026-11-17,12\n2026-11-18,11\n', question: { case: 'before-after', ship: '2026-11-18' } },
    output: { case: 'before-after', verdict: { status: 'too-early', reason: 'window-not-over' }, data: { points: 3, missing: 0 } },
  },
});

export const readoutFileOperations = [readoutFile] as const;
