// What the asker says of their own events: corrections, own rules, answers to the week's questions, whether a meeting was held, and
// which ones defended an approved bet again. Everything can be taken back.
import * as z from 'zod';
import { managers } from '../domain/access/role.ts';
import { minutes } from './attention-report.ts';
import { addition, eventReference, eventRow, kindName, kindWritten } from './attention-shapes.ts';
import { command, query } from './operation.ts';
import { day, reference, time, undo, words } from './shapes.ts';

const scope = z.enum(['event', 'series', 'alike']).describe('This event, its series, or all whose titles have the same words in a row, which becomes a rule of yours');
const what = { event: eventReference, kind: kindWritten, scope: scope.default('series') };

const attentionPreview = query({
  name: 'attention.preview', untrusted: true, roles: managers, summary: 'Lists what a correction would change before it is applied: the events of the last twelve weeks and the next two, with their minutes.',
  input: z.object(what),
  output: z.object({
    kind: kindName, says: z.string(), words: z.string().optional().describe('What all that look alike have in their titles'), count: z.number(), minutes: minutes.describe('Of those in the past'),
    events: z.array(eventRow).describe('The latest twenty'), kept: z.number().describe('How many look alike and stay, because you said what they are'),
  }),
  refusals: ['not_found', 'kind_unclear', 'event_private', 'attention_unfit'], example: { input: { event: 'evt-20261120-82ece9592de9536917c7', kind: 'outcome_review', scope: 'alike' }, output: { kind: 'outcome_review', words: 'What the numbers say: returns', kept: 0 } },
});
const correction = z.object({
  id: z.string(), scope, series: z.string(), title: z.string(), kind: kindName, kindName: z.string(), before: z.string().describe('What it had been taken for'), saidAt: time, undone: z.boolean(), bet: z.string().optional(),
});
const attentionCorrect = command({
  name: 'attention.correct', untrusted: true, roles: managers, summary: 'Says what an event is: this one, its series, or all that look alike. Use attention.preview to see first what changes.',
  input: z.object(what), output: z.object({ correction, changed: z.number(), minutes, says: z.string(), undo }), refusals: ['not_found', 'kind_unclear', 'event_private', 'attention_unfit'], agent: { destructive: false, idempotent: false },
  example: { input: { event: 'evt-20261117-d26e4e79f976d5da68cd', kind: 'problem_discovery', scope: 'event' }, output: { correction: { title: 'Focus', kind: 'problem_discovery', scope: 'event', before: 'Focus time, purpose unknown', undone: false }, undo: { operation: 'attention.undo' } } },
});
const attentionUndo = command({
  name: 'attention.undo', untrusted: true, roles: managers, summary: 'Takes a correction back, or with again sets it once more. What was learned from it goes with it.',
  input: z.object({ correction: words(60), again: z.boolean().default(false) }), output: z.object({ correction, undo }), refusals: ['not_found'], agent: { destructive: false, idempotent: true },
  example: { input: { correction: 'cor_none' }, refusal: 'not_found' },
});
const attentionCorrections = query({
  name: 'attention.corrections', untrusted: true, roles: managers, summary: 'Lists what you said of events, the latest first, also what was taken back.',
  input: z.object({ limit: z.number().int().min(1).max(200).default(50) }), output: z.object({ corrections: z.array(correction), total: z.number() }), refusals: [],
  example: { input: {}, output: { corrections: [{ title: 'Carrier contract: project status', kind: 'project_mgmt', scope: 'series', undone: false }, { title: 'Steering committee: refunds', kind: 'exec_defence', scope: 'event' }] } },
});

const condition = {
  words: words(300).optional().describe('In the title, in a row; case, accents, plurals and numbers do not matter'), domain: words(300).toLowerCase().optional().describe('Somebody from this mail domain takes part'),
  person: words(300).toLowerCase().optional().describe('This address takes part'), organiser: words(300).toLowerCase().optional(),
};
const rule = z.object({ id: z.string(), kind: kindName, kindName: z.string(), words: z.string().optional(), domain: z.string().optional(), person: z.string().optional(), organiser: z.string().optional(), madeAt: time, says: z.string() });
const attentionRules = query({ name: 'attention.rules', untrusted: true, roles: managers, summary: 'Lists your own rules: what an event must have to be of a kind. A series you confirmed goes before them.', input: z.object({}), output: z.object({ rules: z.array(rule) }), refusals: [], example: { input: {}, output: {} } });
const attentionRule = command({
  name: 'attention.rule', untrusted: true, roles: managers, summary: 'Adds a rule of your own: every condition that is given must hold. The most particular of several rules wins.',
  input: z.object({ kind: kindWritten, ...condition }), output: z.object({ rule, changed: z.number(), minutes, undo }), refusals: ['kind_unclear', 'attention_unfit'], agent: { destructive: false, idempotent: true },
  example: { input: { kind: 'sales', words: 'deal desk' }, output: { rule: { kind: 'sales', words: 'deal desk', says: 'Titles with “deal desk” are Sales.' }, undo: { operation: 'attention.unrule' } } },
});
const attentionUnrule = command({
  name: 'attention.unrule', untrusted: true, roles: managers, summary: 'Takes a rule of your own away, or with again brings it back.',
  input: z.object({ rule: words(60), again: z.boolean().default(false) }), output: z.object({ rule, undo }), refusals: ['not_found'], agent: { destructive: false, idempotent: true }, example: { input: { rule: 'atr_none' }, refusal: 'not_found' },
});

const question = z.object({
  question: z.string().describe('The series it is about'), asks: z.enum(['kind', 'held']), event: eventRow.describe('The latest of it'), drawn: z.enum(['settles', 'random']).describe('Only answers to random ones say how good the guesses are'),
  weeklyMinutes: minutes, settles: minutes.describe('Minutes an answer is expected to settle'), top3: z.array(addition).describe('The likeliest kinds; empty for held'), says: z.string(),
});
const attentionQuestions = query({
  name: 'attention.questions', untrusted: true, roles: managers, summary: 'The week’s one-tap questions: five at most, two of them drawn at random; in the first week all five. The same all week until answered.',
  input: z.object({}), output: z.object({ week: day.describe('Its Monday'), questions: z.array(question), answered: z.number(), accuracy: z.object({ taps: z.number(), right: z.number(), says: z.string() }) }), refusals: [], example: { input: {}, output: { week: '2026-11-16', questions: [{ asks: 'kind', says: 'What is “What the numbers say: returns”?' }] } },
});
const attentionAnswer = command({
  name: 'attention.answer', untrusted: true, roles: managers, summary: 'Answers one of the week’s questions with a kind, or skips it.',
  input: z.object({ question: words(2000), kind: kindWritten.optional(), skip: z.boolean().default(false) }), output: z.object({ left: z.number(), says: z.string(), undo }), refusals: ['not_found', 'kind_unclear', 'attention_unfit'], agent: { destructive: false, idempotent: true, needsPerson: true },
  example: { input: { question: 'numbers@sample-parcel.example', kind: 'outcome_review' }, output: { says: '“What the numbers say: returns” is Measuring outcomes.', undo: { operation: 'attention.unanswer' } } },
});
const attentionUnanswer = command({
  name: 'attention.unanswer', untrusted: true, roles: managers, summary: 'Takes an answer of this week back; the question stands again.',
  input: z.object({ question: words(2000) }), output: z.object({ left: z.number() }), refusals: ['not_found'], agent: { destructive: false, idempotent: true, needsPerson: true }, example: { input: { question: 'learning@sample-parcel.example' }, output: {} },
});

const attentionHeld = command({
  name: 'attention.held', untrusted: true, roles: managers, summary: 'Says whether a booked meeting was held; null takes that back. After twenty of a class, the weight of others like it is your own.',
  input: z.object({ event: eventReference, held: z.boolean().nullable() }), output: z.object({ event: z.string(), held: z.boolean().nullable(), says: z.string(), undo }), refusals: ['not_found', 'event_private', 'attention_unfit'], agent: { destructive: false, idempotent: true },
  example: { input: { event: 'evt-20261117-063eaf62f97b36d30d5a', held: true }, output: { held: true, says: 'It was held and counts in full.', undo: { operation: 'attention.held' } } },
});
const attentionDefend = command({
  name: 'attention.defend', untrusted: true, roles: managers, summary: 'Marks a meeting as defending an approved bet once more, and links the bet; null takes the mark away.',
  input: z.object({ event: eventReference, bet: reference.nullable() }), output: z.object({ event: eventRow, says: z.string(), undo }), refusals: ['not_found', 'event_private', 'attention_unfit'], agent: { destructive: false, idempotent: true },
  example: { input: { event: 'evt-20261119-079b1920e963f8e9d9e1', bet: 'B-12' }, output: { event: { kind: 'exec_defence', bet: { key: 'B-12' }, confirmed: true }, says: 'Counted as defending B-12 once more.' } },
});
const attentionDefended = query({
  name: 'attention.defended', untrusted: true, roles: managers, summary: 'Sums the time spent on defending bets that had been approved, bet by bet, with the meetings it is made of.',
  input: z.object({ from: day.optional(), to: day.optional() }),
  output: z.object({ minutes, bets: z.array(z.object({ id: z.string(), key: z.string(), claim: z.string(), minutes, meetings: z.number(), events: z.array(eventRow) })), says: z.string() }), refusals: [],
  example: { input: {}, output: { minutes: 180, bets: [{ key: 'B-12', minutes: 180, meetings: 3 }] } },
});

export const attentionSayOperations = [
  attentionPreview, attentionCorrect, attentionUndo, attentionCorrections, attentionRules, attentionRule, attentionUnrule, attentionQuestions, attentionAnswer, attentionUnanswer, attentionHeld, attentionDefend, attentionDefended,
] as const;
