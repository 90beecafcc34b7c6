// The line: what each kind of work is to the PM and how many minutes a week it may take. Every row is its member's alone.
import * as z from 'zod';
import { managers } from '../domain/access/role.ts';
import { GROUPS, type Kind } from '../domain/attention/kinds.ts';
import { LINE_KINDS, STANCES, WAYS } from '../domain/line/charter.ts';
import { command, query } from './operation.ts';
import { day, nextCursor, page, share, time, undo, words } from './shapes.ts';

export const lineKind = z.enum(LINE_KINDS as [Kind, ...Kind[]]).describe('A kind of work, such as sales');
export const minutesAWeek = z.number().int().min(0).max(10_080).describe('Minutes a week');
export const level = z.number().int().min(1).max(7).describe('Who decides: 1 I do and say so, 4 together, 7 they do and I need not know');
const stance = z.enum(STANCES).describe('own, share (with), hand_off (to, by) or decline (accepts)');
const name = words(200);
const minutes = z.number().min(0);

export const lineWeek = z.object({ from: day, minutes, confirmedMinutes: minutes.describe('What the person confirmed, not guessed') });
/** What is said, with what it rests on. */
export const lineFinding = z.object({
  rule: z.enum(['breach', 'rule_of_three', 'boomerang', 'pressed_load']), kind: lineKind.optional(), says: z.string(), value: z.number(), unit: z.string(), grade: z.enum(['Measured', 'Estimated', 'Declared']),
  weeks: z.array(lineWeek.extend({ over: z.boolean() })).describe('The weeks it rests on'), carries: z.array(z.object({ id: z.string(), on: day, minutes, what: z.string(), askedBy: z.string().optional() })).describe('The carries it rests on'),
  notClaimed: z.string(), wouldChange: z.string().describe('What would make it go away'), next: z.string(),
});
const row = z.object({
  kind: lineKind, name: z.string().describe('As people see it'), group: z.enum(GROUPS), stance: stance.nullable().describe('Null: no line is drawn here'), stanceSays: z.string(),
  with: z.string().optional(), to: z.string().optional(), by: day.optional(), level: level.optional(), levelSays: z.string().optional(), accepts: z.string().optional(), stillYours: z.boolean().describe('Declined, and nobody accepts what follows'),
  way: z.enum(WAYS).optional(), budgetMinutes: minutesAWeek.optional().describe('Absent: no budget'), note: z.string().optional(), reviewOn: day.optional(), reviewDue: z.boolean(), seeded: z.boolean().describe('As it began: nobody has set it'),
  actual: z.object({
    meanMinutes: minutes, low: minutes, high: minutes.describe('The mean less and plus what guesses may be wrong by'), confirmedShare: share.nullable().describe('Null when there are no minutes'), weeks: z.array(lineWeek).describe('The whole weeks behind it, at most four, oldest first'),
  }).nullable().describe('Null while no whole week is on record'),
  overMinutes: z.number().nullable().describe('Mean less budget; null without either'), state: z.enum(['no_line', 'no_budget', 'few_weeks', 'within', 'over', 'breach']), says: z.string().describe('Where it stands, and what is missing for a breach'),
  carries: z.number().int().describe('In the last 42 days'), carriedMinutes: minutes,
});
const capacity = z.object({
  weeklyMinutes: minutes.describe('Declared working hours of a week'), protectedMinutes: minutes.describe('Focus no budget may take'), budgetedMinutes: minutes, roomMinutes: z.number().describe('What can still be given; below 0 when more is given than there is'), says: z.string(),
});
const option = z.object({ choice: z.enum([...STANCES, 'keep', ...WAYS]), says: z.string(), needs: z.array(z.string()).describe('Fields of line.decide it asks for') });
const decision = z.object({
  decision: z.string().describe('What line.decide takes'), kind: lineKind, name: z.string(), by: z.enum(['asker', 'topic']), who: z.string().describe('The asker or the topic'), finding: lineFinding, options: z.array(option),
});
const pressed = z.object({
  weeks: z.array(z.object({ from: day, minutes, pressedMinutes: minutes, unmarkedMinutes: minutes.describe('Marked neither pressed nor chosen; they count among all'), share: share.nullable() })), usual: z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable().describe('Process-behaviour limits of your own weeks; null under eight'),
  reading: z.enum(['few-weeks', 'usual', 'above', 'below', 'run']), says: z.string(), finding: lineFinding.optional(),
});
export const followUp = z.object({
  week: z.number().int().min(0).max(8).describe('Whole weeks since it was handed over, at most eight'), weeks: z.array(lineWeek.extend({ share: z.number().describe('Of the weekly mean before'), over: z.boolean() })), cameBack: z.boolean(), over: z.boolean().describe('The eight weeks are through'), says: z.string(), finding: lineFinding.optional(),
});
export const handOffBrief = z.object({
  id: z.string(), kind: lineKind, name: z.string(), state: z.enum(['open', 'acknowledged', 'came_back', 'closed']), to: z.string().optional(), level: level.optional(), by: day.optional(), madeOn: day,
  meanMinutesBefore: minutes.describe('A week, frozen when the brief was made'), acknowledgedOn: day.optional(), acknowledgedBy: z.string().optional(), closedOn: day.optional(), closedReason: z.string().optional(), followUp, says: z.string(),
});
export const lineChange = z.object({
  change: z.number().int().describe('Its number, counted from 1'), at: time, what: z.enum(['set', 'reset', 'protect', 'decide']), says: z.string(), kinds: z.array(lineKind), choice: z.string().optional(), undone: z.boolean(),
});

const lineGet = query({
  name: 'line.get', roles: managers, untrusted: true,
  summary: 'Shows your line: what each kind of work is to you, its weekly budget against your own last four weeks, the one decision of this week, and what was handed off. Nobody else can read it.',
  input: z.object({ all: z.boolean().default(false).describe('Also kinds that had no minutes, no carries and no line of their own') }),
  output: z.object({
    sentence: z.string(), sentences: z.array(z.string()).describe('What else there is to say'), drawn: z.boolean().describe('False while this is only how a line would begin'), asOf: day, weeks: z.array(z.object({ from: day, to: day })).describe('The whole weeks behind it, at most four'),
    capacity, charter: z.array(row), quiet: z.number().int().describe('Kinds left out'), decision: decision.optional().describe('At most one a week'), decisionSays: z.string(), breaches: z.array(lineFinding), pressed, handOffs: z.array(handOffBrief), principle: z.string(),
  }),
  refusals: [], example: { input: {}, output: { drawn: true, asOf: '2026-11-20', sentence: 'Project management took 3.4 hours a week; the line you drew is 1 hour. 2 other kinds are over too.', breaches: [{ kind: 'project_mgmt' }, { kind: 'sales' }, { kind: 'exec_defence' }], decision: { decision: 'project_mgmt/asker/operations lead', who: 'operations lead' }, handOffs: [{ kind: 'qa_testing', state: 'came_back' }, { kind: 'content', state: 'acknowledged' }] } },
});

const raise = { budgetMinutes: minutesAWeek.optional(), from: z.array(z.object({ kind: lineKind, minutes: minutesAWeek.min(1) })).max(44).optional().describe('Which budgets fall so that this one can rise, and by how much') };
const terms = {
  with: name.optional().describe('With whom it is shared'), to: name.optional().describe('To whom it is handed off'), by: day.optional().describe('The day it is handed over'), level: level.optional(), accepts: name.optional().describe('Who accepts what follows when it is declined'),
  note: words(1000).optional(), reviewOn: day.optional(), ...raise,
};
const set = z.object({ says: z.string(), row, capacity, change: z.number().int(), undo });

const lineSet = command({
  name: 'line.set', roles: managers, summary: 'Draws the line on one kind of work: own, share, hand off or decline, and its weekly budget. Budgets are zero-sum: name with from which others fall.',
  input: z.object({ kind: lineKind, stance: stance.optional(), ...terms, clear: z.array(z.enum(['budgetMinutes', 'with', 'to', 'by', 'level', 'accepts', 'note', 'reviewOn'])).optional() }),
  output: set, refusals: ['line_no_room', 'line_from_unfit', 'line_needs'], agent: { destructive: false, idempotent: true },
  example: { input: { kind: 'copywriting', stance: 'hand_off', to: 'Marketing', by: '2026-12-18', level: 6 }, output: { row: { kind: 'copywriting', stance: 'hand_off', to: 'Marketing', level: 6 } } },
});
const lineReset = command({
  name: 'line.reset', roles: managers, summary: 'Draws the line, or one kind of it, as it begins: core work is your own, glue is shared with the median of your last eight whole weeks as its budget.',
  input: z.object({ kind: lineKind.optional().describe('Left out: the whole line') }), output: z.object({ says: z.string(), drawn: z.number().int().describe('Rows that begin anew'), capacity, change: z.number().int(), undo }), refusals: ['line_no_room'],
  agent: { destructive: false, idempotent: true }, example: { input: { kind: 'marketing' }, output: { drawn: 1 } },
});
const lineUndo = command({
  name: 'line.undo', roles: managers, summary: 'Takes one change of the line back; without a number, the last that stands. Refused where one of its rows was changed since.', input: z.object({ change: z.number().int().min(1).optional() }),
  output: z.object({ says: z.string(), undone: lineChange, capacity }), refusals: ['not_found', 'line_changed_since', 'line_no_room', 'nothing_to_undo'], agent: { destructive: false, idempotent: false },
  example: { input: { change: 16 }, output: { undone: { change: 16, what: 'set', undone: true } } },
});
const lineHistory = query({
  name: 'line.history', roles: managers, untrusted: true, summary: 'Lists how your line was drawn and redrawn, newest first, with each decision that was taken.', input: z.object({ kind: lineKind.optional(), ...page }),
  output: z.object({ changes: z.array(lineChange), nextCursor }), refusals: ['bad_cursor'], example: { input: {}, output: { changes: [{ change: 1, what: 'set', undone: false }] } },
});
const lineDecide = command({
  name: 'line.decide', roles: managers, summary: 'Answers this week’s line decision: own, share, hand off, decline, make it smaller, or keep carrying by choice, which is silent for six weeks.',
  input: z.object({ decision: words(400).describe('As line.get names it'), choice: z.enum([...STANCES, 'keep', ...WAYS]), ...terms }),
  output: z.object({ decided: lineChange, row: row.optional(), says: z.string(), undo }), refusals: ['line_no_decision', 'line_no_room', 'line_from_unfit', 'line_needs'], agent: { destructive: false, idempotent: false },
  example: { input: { decision: 'project_mgmt/asker/operations lead', choice: 'keep' }, output: { decided: { what: 'decide', choice: 'keep', undone: false }, undo: { operation: 'line.undo' } } },
});
const lineProtect = command({
  name: 'line.protect', roles: managers, summary: 'Says how many minutes a week no budget may take, so that there is time to think. Eight hours unless you say otherwise.', input: z.object({ minutes: minutesAWeek }),
  output: z.object({ says: z.string(), capacity, change: z.number().int(), undo }), refusals: ['line_no_room'], agent: { destructive: false, idempotent: true }, example: { input: { minutes: 420 }, output: { capacity: { protectedMinutes: 420 } } },
});

export const lineOperations = [lineGet, lineSet, lineReset, lineUndo, lineHistory, lineDecide, lineProtect] as const;
