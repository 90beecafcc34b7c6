// Hand-off briefs: one page from records only, frozen when it is made, acknowledged in the other's own words, followed for eight weeks.
import * as z from 'zod';
import { managers } from '../domain/access/role.ts';
import { WAYS } from '../domain/line/charter.ts';
import { handOffBrief, level, lineKind, lineWeek } from './line.ts';
import { command, query } from './operation.ts';
import { day, reference, undo, words } from './shapes.ts';

const minutes = z.number().min(0);
const grade = z.enum(['Measured', 'Estimated', 'Declared', 'Missing']).describe('Measured: confirmed by you. Estimated: has guesses in it. Declared: typed. Missing: not known');
const text = words(2000);

/** What a hand-off brief says; the sections are the page in order, the rest are the records they were made from. */
const brief = z.object({
  schema: z.literal('throughline.hand-off/1'), handOff: z.string().optional().describe('Absent while it is only a look ahead'), kind: lineKind, name: z.string(), title: z.string(), sentence: z.string(), madeOn: day, from: day, to: day.describe('The whole weeks its figures are of'),
  state: z.enum(['draft', 'open', 'acknowledged', 'came_back', 'closed']),
  sections: z.array(z.object({ id: z.enum(['what', 'cost', 'why', 'proposal', 'works']), heading: z.string(), paragraphs: z.array(z.string()), grade, asOf: day })),
  cost: z.object({ weeks: z.array(lineWeek), meanMinutes: minutes.describe('A week'), hoursPerMonth: z.number(), low: z.number(), high: z.number(), confirmedShare: z.number().nullable() }).nullable().describe('Null while no whole week is on record'),
  count: z.object({ carries: z.number().int(), minutes }),
  instances: z.array(z.object({ on: day, minutes, what: z.string(), askedBy: z.string().optional() })).describe('The last three carries'),
  displaced: z.object({ weeks: z.number().int(), coreMinutes: minutes, against: minutes, gapMinutes: z.number(), basis: z.enum(['budget', 'usual']) }).nullable().describe('Core work in the same weeks against its budget, or its own median; null when it cannot be said'),
  evidence: z.object({ decision: z.string(), says: z.string(), carries: z.array(z.object({ id: z.string(), on: day, minutes, what: z.string(), askedBy: z.string().optional() })) }).optional().describe('The decision it was made from, and the carries that rested on'),
  reasons: z.array(z.object({ says: z.string(), count: z.number().int(), minutes })), chosenMinutes: minutes, pressedMinutes: minutes,
  askers: z.array(z.object({ who: z.string(), count: z.number().int(), minutes })), ifStopped: z.array(z.string()),
  proposed: z.object({ to: z.string().optional(), level, levelSays: z.string(), by: day.optional() }),
  texts: z.object({ what: z.string().optional(), ifStopped: z.string().optional(), keep: z.string().optional(), plan: z.string().optional(), works: z.string().optional() }),
  money: z.object({ rate: z.number(), currency: z.string(), perMonth: z.number(), low: z.number(), high: z.number() }).optional(), instead: z.array(z.object({ way: z.enum(WAYS), says: z.string() })).describe('Where there is nobody to hand it to'),
  acknowledgement: z.object({ by: z.string(), on: day, backBrief: z.string() }).optional(), notClaimed: z.array(z.string()),
});
const texts = {
  what: text.optional().describe('What the work is'), ifStopped: text.optional().describe('Who needs it and what happens if it stops'), keep: text.optional().describe('What you keep doing until it is handed over'), plan: text.optional().describe('The first two weeks'),
  works: text.optional().describe('How you both, and those it is for, will know that it worked'), rate: z.number().min(0).max(10_000).optional().describe('Money an hour; without it the brief names no money'), currency: words(10).optional(),
};
const owner = { to: words(200).optional(), level: level.optional(), by: day.optional() };
const changed = z.object({ handOff: handOffBrief, brief, undo });

const lineBrief = query({
  name: 'line.brief', roles: managers, untrusted: true, summary: 'Gives a hand-off brief as a document: one that was made, or for a kind what one would say today. Also as Markdown, or as one page of HTML that prints on A4.',
  input: z.object({ handOff: reference.optional(), kind: lineKind.optional().describe('For a look ahead, without making one'), format: z.enum(['json', 'markdown', 'html']).default('json') }),
  output: z.object({ brief, text: z.string().optional().describe('The page as Markdown or HTML'), fileName: z.string() }), refusals: ['not_found', 'line_needs'],
  example: { input: { kind: 'project_mgmt' }, output: { brief: { schema: 'throughline.hand-off/1', kind: 'project_mgmt', state: 'draft', askers: [{ who: 'operations lead' }] } } },
});
const lineHandOff = command({
  name: 'line.hand_off', roles: managers, summary: 'Makes a hand-off brief for a kind of work, or from a line decision and its carries; its figures are frozen, its words stay yours to edit. To decline work, use line.set.',
  input: z.object({ kind: lineKind.optional().describe('Left out where a decision says it'), decision: words(400).optional().describe('This week’s, or one that was taken, as line.get and line.history name it'), ...owner, ...texts }), output: changed,
  refusals: ['hand_off_open', 'line_needs', 'line_no_decision'], agent: { destructive: false, idempotent: false },
  example: { input: { kind: 'copywriting', to: 'Marketing', level: 6, by: '2026-12-18' }, output: { handOff: { kind: 'copywriting', to: 'Marketing', state: 'open' }, brief: { kind: 'copywriting', state: 'open' } } },
});
const lineEditBrief = command({
  name: 'line.edit_brief', roles: managers, summary: 'Edits the words of a hand-off brief, its owner, level, day or rate. Its figures stay as they were when it was made.',
  input: z.object({ handOff: reference, ...owner, ...texts, clear: z.array(z.enum(['to', 'by', 'what', 'ifStopped', 'keep', 'plan', 'works', 'rate', 'currency', 'acknowledgement'])).optional() }), output: changed, refusals: ['not_found', 'hand_off_closed'],
  agent: { destructive: false, idempotent: true }, example: { input: { handOff: 'hnd_00000000000000000000000000', plan: 'Shadow once, then swap' }, refusal: 'not_found' },
});
const lineAcknowledge = command({
  name: 'line.acknowledge', roles: managers, summary: 'Records the back-brief: the one who takes it over said in own words, at least twelve, what they take over. From the day it is handed over it is followed for eight weeks.',
  input: z.object({ handOff: reference, by: words(200).describe('Who said it'), backBrief: words(4000), on: day.optional().describe('Today when left out') }), output: changed,
  refusals: ['not_found', 'hand_off_closed', 'hand_off_back_brief_short', 'hand_off_back_brief_copied'], agent: { destructive: false, idempotent: true },
  example: { input: { handOff: 'hnd_00000000000000000000000000', by: 'Marketing', backBrief: 'Understood' }, refusal: 'not_found' },
});
const lineHandOffs = query({
  name: 'line.hand_offs', roles: managers, untrusted: true, summary: 'Lists what you handed off and what became of it in the eight weeks after: stayed away, or came back.', input: z.object({ state: z.enum(['followed', 'closed', 'all']).default('all') }),
  output: z.object({ says: z.string(), handOffs: z.array(handOffBrief) }), refusals: [], example: { input: {}, output: { says: '2 hand-offs; 1 came back.', handOffs: [{ kind: 'qa_testing', to: 'Engineering lead', state: 'came_back', meanMinutesBefore: 75, followUp: { cameBack: true } }] } },
});
const lineClose = command({
  name: 'line.close', roles: managers, summary: 'Closes a hand-off with how it ended, or opens a closed one again.',
  input: z.object({ handOff: reference, reason: words(1000).optional(), reopen: z.boolean().default(false) }), output: z.object({ handOff: handOffBrief, undo }), refusals: ['not_found', 'hand_off_closed', 'hand_off_open', 'line_needs'],
  agent: { destructive: false, idempotent: true }, example: { input: { handOff: 'hnd_00000000000000000000000000', reason: 'It stayed away' }, refusal: 'not_found' },
});

export const handOffOperations = [lineBrief, lineHandOff, lineEditBrief, lineAcknowledge, lineHandOffs, lineClose] as const;
