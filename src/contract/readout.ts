// Readouts: one frozen analysis of a bet at a date, with its whole input, so that it can be computed again to the digit.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { hiddenUntil } from './bet-terms.ts';
import { fileRef } from './import.ts';
import { readoutReport } from './readout-report.ts';
import { command, query } from './operation.ts';
import { day, reference, time, words } from './shapes.ts';

const days = z.union([z.literal(30), z.literal(90), z.literal(365)]);

/** `report` is the very document that `throughline readout FILE` gives: method, grade, verdict, effect, checks, sentences, picture. */
export const readout = z.object({
  id: z.string(), bet: z.string(), key: z.string().describe('Key of the bet'), claim: z.string(), review: z.number().int().optional(), asOf: day, madeAt: time, engine: z.string(), inputSha256: z.string(),
  report: readoutReport, unit: z.string().optional(), metric: z.string().optional().describe('Name of the metric'),
  decides: z.boolean().describe('True for the review that was sealed as the one that decides'),
  word: z.enum(['on-track', 'off-track', 'cannot-tell', 'still-there', 'fading']).optional().describe('What an earlier or later review says instead of a verdict'),
  sentence: z.string().describe('The outcome in one sentence'),
  good: z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).optional().describe('The effect in the bet’s scale, good direction positive'),
  minEffect: z.number(), scale: z.enum(['relative', 'absolute']),
  otherShips: z.array(z.object({ on: day, title: z.string(), inWindow: z.boolean() })),
  guardrails: z.array(z.object({ metric: z.string(), name: z.string(), status: z.enum(['pass', 'breach', 'cannot-rule-out-harm', 'cannot-tell']), sentence: z.string() })),
  kill: z.object({ state: z.enum(['clear', 'warning', 'tripped']), sentence: z.string() }).optional(), atAPrice: z.boolean().describe('Won, and a guardrail was breached'),
});

const readoutMake = command({
  name: 'readout.make', summary: 'Reads a bet out as it stands today and freezes it with its inputs. Only the sealed review decides; a look in between says on or off track.', roles: managers,
  input: z.object({
    bet: reference, review: days.optional(), asOf: day.optional().describe('By default the last day that the metric is known'),
    file: fileRef.optional().describe('For a randomised test: one row a user, or one a user and week; for a staggered rollout: one row a unit and period'), columns: z.record(z.string(), z.string()).optional().describe('arm, control, outcome, pre, kind, date, split (holdout=5, rest=95), and unit with week for rows by weeks; or unit, period, value, treatedFrom: your column or name for each'),
  }),
  output: z.object({ readout }), refusals: ['not_found', 'bet_not_placed', 'bet_not_shipped', 'metric_empty', 'readout_needs_file', 'metric_unreadable', 'path_not_allowed', 'file_unreadable'], agent: { destructive: false, idempotent: false },
  example: { input: { bet: 'B-12' }, refusal: 'bet_not_shipped' },
});
const readoutGet = query({
  name: 'readout.get', summary: 'Gives one readout as it was frozen.', roles: readers, input: z.object({ readout: reference }), output: z.object({ readout }), refusals: ['not_found'],
  example: { input: { readout: 'rdo_none' }, refusal: 'not_found' },
});
const readoutList = query({
  name: 'readout.list', summary: 'Lists readouts, newest first, of one bet or of all, without their pictures.', roles: readers, input: z.object({ bet: reference.optional() }), output: z.object({ readouts: z.array(readout.extend({ report: readoutReport.omit({ picture: true, unread: true }) })) }), refusals: ['not_found'],
  example: { input: { bet: 'B-1' }, output: { readouts: [{ key: 'B-1', review: 90, decides: true, report: { verdict: { status: 'won' } } }, { review: 30, word: 'on-track' }] } },
});
const readoutRecompute = query({
  name: 'readout.recompute', summary: 'Computes a frozen readout again from its own inputs and says whether every digit is the same.', roles: readers, input: z.object({ readout: reference }),
  output: z.object({ same: z.boolean(), inputIntact: z.boolean().describe('The input still has the hash it was frozen with'), engine: z.string(), differences: z.array(z.object({ path: z.string(), was: z.string(), is: z.string() })).describe('At most 50') }), refusals: ['not_found'],
  example: { input: { readout: 'rdo_none' }, refusal: 'not_found' },
});
export const readoutOperations = [readoutMake, readoutGet, readoutList, readoutRecompute] as const;

const step = z.object({ bet: reference, review: days });
export const reviewShown = z.object({
  bet: z.string(), key: z.string(), claim: z.string(), review: z.number().int(), decides: z.boolean(), dueOn: day, state: z.enum(['waiting', 'due', 'done']), daysOver: z.number().describe('Days since it fell due; 0 while it waits'),
  process: z.number().int().optional().describe('Your rating of the decision, 1 to 5, given while the outcome was hidden'), remembered: z.number().optional().describe('The probability you remembered giving'),
  said: z.number().optional().describe('The probability you gave; hidden until you have said what you remember'), hiddenUntil, shift: z.number().optional().describe('Remembered minus said'),
  readout: readout.optional().describe('Hidden until then too'), luck: z.enum(['luck', 'skill', 'both', 'unknown']).optional(), note: z.string().optional(), next: z.enum(['rate', 'remember', 'reveal', 'note', 'settle', 'nothing']),
});
const reviewOut = z.object({ review: reviewShown });
const reviewCodes = ['not_found', 'bet_not_placed', 'bet_not_shipped', 'review_not_planned'] as const;
const reviewList = query({
  name: 'review.list', summary: 'Lists the reviews of bets: due, waiting and done, by day. Your own ratings and memories are shown to nobody else.', roles: readers,
  input: z.object({ state: z.enum(['waiting', 'due', 'done', 'all']).default('due') }), output: z.object({ reviews: z.array(reviewShown.omit({ readout: true })), due: z.number() }), refusals: [], example: { input: {}, output: { reviews: [{ key: 'B-10', review: 90, state: 'due', decides: true, next: 'rate' }, { key: 'B-11', review: 30 }] } },
});
const reviewGet = query({
  name: 'review.get', summary: 'Gives one review as far as you may see it: the original first, the outcome only after you have rated the decision and said what you remember.', roles: readers,
  input: step, output: reviewOut, refusals: reviewCodes, example: { input: { bet: 'B-1', review: 90 }, output: { review: { state: 'done', process: 4, remembered: 0.8, said: 0.75, luck: 'skill', readout: { decides: true } } } },
});
const reviewRate = command({
  name: 'review.rate', summary: 'Rates how good the decision was, 1 to 5, with what was known then. First step of a review; closed once the outcome is shown.', roles: managers,
  input: step.extend({ process: z.number().int().min(1).max(5) }), output: reviewOut, refusals: [...reviewCodes, 'review_not_due', 'review_revealed'], agent: { destructive: false, idempotent: true, personOnly: true },
  example: { input: { bet: 'B-10', review: 90, process: 4 }, output: { review: { process: 4, next: 'remember' } } },
});
const reviewRemember = command({
  name: 'review.remember', summary: 'Says what probability you remember giving, before it is shown. Second step of a review.', roles: managers,
  input: step.extend({ probability: z.number().min(0).max(1) }), output: reviewOut, refusals: [...reviewCodes, 'review_step_first', 'review_revealed'], agent: { destructive: false, idempotent: true, personOnly: true },
  example: { input: { bet: 'B-10', review: 90, probability: 0.7 }, refusal: 'review_step_first' },
});
const reviewReveal = command({
  name: 'review.reveal', summary: 'Shows the outcome of a review: makes its readout and freezes it. Third step; needs the two before it.', roles: managers,
  input: step.extend({ file: fileRef.optional(), columns: z.record(z.string(), z.string()).optional() }), output: reviewOut, refusals: [...reviewCodes, 'review_step_first', 'metric_empty', 'readout_needs_file', 'metric_unreadable', 'path_not_allowed', 'file_unreadable'], agent: { destructive: false, idempotent: true, personOnly: true },
  example: { input: { bet: 'B-1', review: 90 }, output: { review: { state: 'done', readout: { sentence: 'It worked: +11.1%, between +7.2% and +15.3%; the whole interval is past your bar of +4%.' } } } },
});
const reviewNote = command({
  name: 'review.note', summary: 'Notes how much was luck and how much was skill, and what else is worth keeping. Fourth step.', roles: managers,
  input: step.extend({ luck: z.enum(['luck', 'skill', 'both', 'unknown']), note: words(2000).optional() }), output: reviewOut, refusals: [...reviewCodes, 'review_step_first'], agent: { destructive: false, idempotent: true, personOnly: true },
  example: { input: { bet: 'B-5', review: 90, luck: 'luck', note: 'Read it again in a year' }, output: { review: { luck: 'luck', note: 'Read it again in a year' } } },
});
export const reviewOperations = [reviewList, reviewGet, reviewRate, reviewRemember, reviewReveal, reviewNote] as const;
