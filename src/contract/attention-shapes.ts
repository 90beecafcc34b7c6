// Shapes that the operations of the attention ledger share: an event with its kind, a kind as people may write it, an entry of one's own.
import * as z from 'zod';
import { GROUPS, KINDS, type Kind } from '../domain/attention/kinds.ts';
import { kindOrUnsorted, minutes } from './attention-report.ts';
import { day, time, words } from './shapes.ts';

export const kindName = z.enum(KINDS.map((row) => row.kind) as [Kind, ...Kind[]]).describe('One of the 45 kinds of work');
export const groupOrUnsorted = z.enum([...GROUPS, 'unsorted']);
/** As typed: `sales`, or as much of it as leaves one kind. */
export const kindWritten = words(60).describe('A kind of work by its name, or the beginning of it where that leaves one');
export const eventReference = words(2000).describe('The event as attention.events names it');
export const addition = z.object({ kind: kindName, name: z.string(), probability: z.number().min(0).max(1) });

/** One line under a bar. Events without a title, and private ones, have an empty title. */
export const eventRow = z.object({
  event: z.string().describe('Its name for attention.event, attention.correct and the like; stays when calendars are read again'),
  role: z.enum(['meeting', 'focus', 'entry', 'activity', 'private', 'off']).describe('An entry is your own, activity comes from a tracker, off is time away; private ones are not looked at'),
  title: z.string(), start: time, end: time, minutes: minutes.describe('What counts of it in the days asked for; 0 where another lay on top'),
  kind: kindOrUnsorted, kindName: z.string().describe('As people see it'), group: groupOrUnsorted,
  probability: z.number().min(0).max(1), band: z.enum(['said', 'auto', 'dotted', 'unsorted']).describe('said by you, likely, less likely, or not sorted'),
  layer: z.enum(['event', 'series', 'rule', 'structure', 'model', 'unsorted', 'entry', 'activity']).describe('What decided'), confirmed: z.boolean(),
  series: z.string(), recurring: z.boolean(), answer: z.enum(['accepted', 'tentative', 'none']), people: z.number().int().min(1).describe('You included; 1 where nobody else is named'), external: z.boolean(),
  held: z.boolean().optional().describe('Absent until you said'), bet: z.object({ id: z.string(), key: z.string() }).optional().describe('The approved bet that was defended again'),
});

export const entry = z.object({
  id: z.string(), kind: kindName, kindName: z.string(), kindSaid: z.boolean().describe('False when the kind was guessed from the words: it is shown as a guess'), note: z.string(), askedBy: z.string().optional(),
  day, minutes: z.number(), start: time.optional(), end: time.optional().describe('Both absent: it lies on its day where nothing else does'), timed: z.boolean(),
});
export const timer = z.object({ kind: kindName, kindName: z.string(), kindSaid: z.boolean(), note: z.string(), askedBy: z.string().optional(), startedAt: time, minutes, forgotten: z.boolean().describe('True from four hours on: it is asked about, not counted') });
