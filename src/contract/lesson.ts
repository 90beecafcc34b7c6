// Settling a bet, what it taught, the record it adds to, and what to bet on next.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { hiddenUntil } from './bet-terms.ts';
import { bet, sealShown } from './bet.ts';
import { command, query } from './operation.ts';
import { day, reference, time, undo, words } from './shapes.ts';

const betSettle = command({
  name: 'bet.settle', summary: 'Settles a bet on the readout of its deciding review, or on a tripped kill criterion, or drops it with what that saved. Sealed; it cannot be taken back.', roles: managers,
  input: z.object({ bet: reference, dropped: z.boolean().default(false).describe('True to end a placed bet without a measured outcome'), reason: words(1000).optional(), costAvoided: z.number().min(0).optional().describe('What ending it early saved, in the unit of its cost') }),
  output: z.object({ bet, seal: sealShown }), refusals: ['not_found', 'bet_not_placed', 'bet_settled', 'review_step_first', 'settle_too_early', 'settle_needs_reason'], agent: { destructive: false, idempotent: false, needsPerson: true },
  example: { input: { bet: 'B-13', dropped: true, reason: 'The depot is short of people', costAvoided: 6 }, output: { bet: { stage: 'settled', outcome: { status: 'dropped', costAvoided: 6 } }, seal: { kind: 'settlement' } } },
});
const stance = z.enum(['supports', 'contradicts']);
const lesson = z.object({
  id: z.string(), key: z.string().describe('L-1, L-2, ...'), words: z.string(), bet: z.object({ id: z.string(), key: z.string(), claim: z.string(), status: z.string().optional() }),
  links: z.array(z.object({ target: z.enum(['bet', 'problem']), id: z.string(), key: z.string(), title: z.string(), stance })), createdAt: time, updatedAt: time,
});
const links = z.array(z.object({ target: z.enum(['bet', 'problem']), reference, stance })).max(50);
const lessonAdd = command({
  name: 'lesson.add', summary: 'Writes down what a settled bet taught, and which bets and problems that speaks for or against.', roles: managers,
  input: z.object({ bet: reference, words: words(2000), links: links.default([]) }), output: z.object({ lesson, undo }), refusals: ['not_found', 'bet_not_settled'], agent: { destructive: false, idempotent: false },
  example: { input: { bet: 'B-5', words: 'Photos were not what took the time', links: [{ target: 'problem', reference: 'P-1', stance: 'contradicts' }] }, output: { lesson: { bet: { key: 'B-5', status: 'inconclusive' }, links: [{ key: 'P-1', stance: 'contradicts' }] } } },
});
const lessonChange = command({
  name: 'lesson.change', summary: 'Rewords a lesson, changes what it speaks for or against, or removes it.', roles: managers,
  input: z.object({ lesson: reference, words: words(2000).optional(), links: links.optional(), remove: z.boolean().default(false) }), output: z.object({ lesson: lesson.optional(), undo }), refusals: ['not_found'], agent: { destructive: false, idempotent: true },
  example: { input: { lesson: 'L-1', words: 'What waits has to be seen first' }, output: { lesson: { key: 'L-1', words: 'What waits has to be seen first' } } },
});
const lessonList = query({
  name: 'lesson.list', summary: 'Lists lessons, newest first, of a bet or about a bet or problem.', roles: readers, input: z.object({ about: reference.optional() }), output: z.object({ lessons: z.array(lesson) }), refusals: ['not_found'],
  example: { input: { about: 'B-16' }, output: { lessons: [{ key: 'L-2', links: [{ key: 'B-16', stance: 'contradicts' }] }] } },
});
const lessonOffer = query({
  name: 'lesson.offer', summary: 'Offers the lessons that a bet being written should hear of: about its problem, its metric, its kind, or in its words.', roles: readers,
  input: z.object({ bet: reference.optional(), claim: words(600).optional(), problem: reference.optional(), metric: reference.optional(), kind: words(60).optional() }),
  output: z.object({ lessons: z.array(lesson.extend({ why: z.string() })) }), refusals: ['not_found'], example: { input: { bet: 'B-16' }, output: { lessons: [{ key: 'L-2', why: 'It speaks against this.' }] } },
});
export const lessonOperations = [betSettle, lessonAdd, lessonChange, lessonList, lessonOffer] as const;

const group = z.object({ from: z.number(), to: z.number(), n: z.number(), came: z.number(), low: z.number(), high: z.number(), sentence: z.string() });
const calibrationGet = query({
  name: 'calibration.get', summary: 'Your own record: what you said and what came of it, cut to what your number of settled bets can carry. Shown to nobody else.', roles: readers,
  input: z.object({ grade: z.enum(['A', 'B', 'C', 'D']).optional().describe('Only outcomes of this grade or better') }),
  output: z.object({
    n: z.number(), sentence: z.string(), unresolvable: z.number().optional(),
    list: z.array(z.object({ bet: z.string(), key: z.string(), claim: z.string(), said: z.number().optional(), hiddenUntil, came: z.number().optional(), status: z.string(), grade: z.string().optional(), settledAt: time.optional() })),
    hitRate: z.object({ low: z.number(), high: z.number(), rate: z.number() }).optional(), groups: z.array(group).optional(),
    brier: z.object({ value: z.number(), sd: z.number().optional(), noise: z.number().optional() }).optional(), large: z.object({ difference: z.number(), z: z.number() }).optional(),
    curve: z.object({ points: z.array(z.object({ said: z.number(), came: z.number() })), numbersShown: z.boolean() }).optional(),
    split: z.object({ miscalibration: z.number(), discrimination: z.number(), uncertainty: z.number() }).optional(), baseRate: z.number().optional(),
  }),
  refusals: [], example: { input: {}, output: { n: 7, list: [{ key: 'B-1', said: 0.75, status: 'won' }] } },
});
const range = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const betRank = query({
  name: 'bet.rank', summary: 'Orders the bets that could be made next by what their effect is worth once promises are taken for what they proved to be, beside the PM’s own order.', roles: readers, input: z.object({}),
  output: z.object({
    ranked: z.array(z.object({
      bet: z.string(), key: z.string(), claim: z.string(), place: z.number(), ownPlace: z.number().optional(), stated: z.number().describe('Mean of the stated effect'), effect: range.describe('What the record makes of it; 5th to 95th percentile'), scale: z.enum(['relative', 'absolute']),
      probability: z.number().optional(), usedProbability: z.number().optional().describe('What the stated probability is worth by the record'), statedValue: z.number(), value: range, money: z.string().optional(), worthOfKnowing: z.number(), evidence: z.object({ supports: z.number(), contradicts: z.number() }),
    })),
    unranked: z.array(z.object({ bet: z.string(), key: z.string(), claim: z.string(), missing: z.array(z.string()) })), differs: z.number().describe('How many places lie elsewhere in the PM’s own order'), record: z.number().describe('Settled bets behind it'), sentence: z.string(),
  }),
  refusals: [], example: { input: {}, output: { ranked: [{ key: 'B-12', place: 1 }, { key: 'B-16', evidence: { supports: 0, contradicts: 1 } }] } },
});
const goalOutlook = query({
  name: 'goal.outlook', summary: 'Shows the goal’s metric against its target with a fan to the end date, and the chance of reaching it from the open bets.', roles: readers, input: z.object({ goal: reference.optional() }),
  output: z.object({
    goal: z.string(), metric: z.string().optional(), series: z.object({ start: day, grain: z.enum(['day', 'week']), values: z.array(z.number().nullable()) }).optional(), target: z.number().optional(), baseline: z.number().optional(), startOn: day.optional(), endOn: day.optional(), unit: z.string().optional(), direction: z.enum(['up', 'down']).optional(),
    chance: z.number().optional(), chanceWithoutBets: z.number().optional(), weeks: z.array(z.object({ on: day, p05: z.number(), p25: z.number(), p50: z.number(), p75: z.number(), p95: z.number() })).optional(),
    bets: z.array(z.object({ bet: z.string(), key: z.string(), claim: z.string(), mean: z.number(), low: z.number(), high: z.number() })), sentence: z.string(), reason: z.string().optional().describe('Why there is no fan'),
  }),
  refusals: ['not_found'], example: { input: {}, output: { target: 40, baseline: 31, unit: '%', bets: [{ key: 'B-12' }] } },
});
const goalMeasure = command({
  name: 'goal.measure', summary: 'Says which metric’s series the goal is measured by.', roles: managers, input: z.object({ goal: reference, metric: reference.optional().describe('Left out: none') }), output: z.object({ goal: z.string(), metric: z.string().optional(), undo }), refusals: ['not_found'],
  agent: { destructive: false, idempotent: true }, example: { input: { goal: 'G-2', metric: 'M-1' }, output: {} },
});
export const recordOperations = [calibrationGet, betRank, goalOutlook, goalMeasure] as const;
