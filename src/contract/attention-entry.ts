// Time that no calendar has: what the asker writes down in one line, and a timer. Entries go before everything they overlap.
import * as z from 'zod';
import { managers } from '../domain/access/role.ts';
import { entry, kindWritten, timer } from './attention-shapes.ts';
import { command, query } from './operation.ts';
import { day, time, undo, words } from './shapes.ts';

const askedBy = words(200).describe('Who asked for it');
const minutes = z.number().min(1).max(1_440);
const moment = z.union([time, z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/)]).describe('A time, or hours and minutes of the day in your zone');
const read = z.object({ minutes: z.string().optional(), kind: z.string().optional(), note: z.string().optional(), askedBy: z.string().optional(), day: z.string().optional() }).describe('Which part of the line was taken for what');

const attentionLog = command({
  name: 'attention.log', roles: managers, summary: 'Writes down time that no calendar has, in one line: minutes, kind, what, who asked. A field that is given goes before what the line says.',
  input: z.object({ line: words(600).describe('Such as “90 sales deck for Northwind, asked by sales” or “9:00-10:30 qa release notes”'), kind: kindWritten.optional(), minutes: minutes.optional(), from: moment.optional(), to: moment.optional(), askedBy: askedBy.optional(), day: day.optional().describe('Today when left out') }),
  output: z.object({ entry, read, says: z.string(), undo }), refusals: ['kind_unclear', 'attention_unfit'], agent: { destructive: false, idempotent: false },
  example: { input: { line: '90 sales deck for Northwind, asked by sales' }, output: { entry: { kind: 'sales', kindSaid: true, note: 'deck for Northwind', askedBy: 'sales', minutes: 90, day: '2026-11-20' }, undo: { operation: 'attention.drop' } } },
});
const attentionStart = command({
  name: 'attention.start', roles: managers, summary: 'Starts the timer; one runs at a time. With resume, an entry of the timer runs on.',
  input: z.object({ line: words(600).optional().describe('Such as “sales deck for Northwind, asked by sales”'), kind: kindWritten.optional(), askedBy: askedBy.optional(), at: moment.optional().describe('When it began; now when left out'), resume: words(60).optional().describe('An entry that was timed') }),
  output: z.object({ timer, undo }), refusals: ['kind_unclear', 'timer_running', 'not_found', 'attention_unfit'], agent: { destructive: false, idempotent: false },
  example: { input: { line: 'sales deck for Northwind' }, output: { timer: { kind: 'sales', note: 'deck for Northwind', forgotten: false }, undo: { operation: 'attention.stop', input: { discard: true } } } },
});
const attentionStop = command({
  name: 'attention.stop', roles: managers, summary: 'Stops the timer and keeps what it ran as an entry. One that ran for over four hours asks when it ended first.',
  input: z.object({ at: moment.optional().describe('When it ended; now when left out'), minutes: minutes.optional(), discard: z.boolean().default(false).describe('True to keep nothing of it') }),
  output: z.object({ entry: entry.optional(), says: z.string(), undo }), refusals: ['timer_not_running', 'timer_forgotten', 'attention_unfit'], agent: { destructive: false, idempotent: false },
  example: { input: {}, refusal: 'timer_not_running' },
});
const attentionEntries = query({
  name: 'attention.entries', roles: managers, summary: 'Lists what you wrote down or timed in some days, the latest first, and the timer that runs.',
  input: z.object({ from: day.optional().describe('Thirty days ago when left out'), to: day.optional() }), output: z.object({ entries: z.array(entry), minutes: z.number(), timer: timer.optional() }), refusals: [],
  example: { input: {}, output: { entries: [{ kind: 'sales', note: 'deck for Sample Garden', askedBy: 'sales', minutes: 45, day: '2026-11-19' }] } },
});
const attentionAmend = command({
  name: 'attention.amend', roles: managers, summary: 'Changes an entry, or brings one back that was dropped.',
  input: z.object({ entry: words(60), kind: kindWritten.optional(), minutes: minutes.optional(), from: moment.optional(), to: moment.optional(), askedBy: askedBy.nullable().optional(), note: z.string().trim().max(500).optional().describe('What it was'), day: day.optional(), restore: z.boolean().default(false) }),
  output: z.object({ entry, undo }), refusals: ['not_found', 'kind_unclear', 'attention_unfit'], agent: { destructive: false, idempotent: true }, example: { input: { entry: 'ent_none', minutes: 60 }, refusal: 'not_found' },
});
const attentionDrop = command({
  name: 'attention.drop', roles: managers, summary: 'Takes an entry out of the ledger.', input: z.object({ entry: words(60) }), output: z.object({ entry, undo }), refusals: ['not_found'],
  agent: { destructive: false, idempotent: true }, example: { input: { entry: 'ent_none' }, refusal: 'not_found' },
});

export const attentionEntryOperations = [attentionLog, attentionStart, attentionStop, attentionEntries, attentionAmend, attentionDrop] as const;
