// What a bet says, as fields that drafts, seals and amendments share. Effects count in the good direction.
import * as z from 'zod';
import { DESIGNS } from '../domain/bet/terms.ts';
import { day, reference, words } from './shapes.ts';

const reviewDay = z.union([z.literal(30), z.literal(90), z.literal(365)]);

export const guardrail = z.object({
  metric: reference.describe('The metric that must not get worse'),
  margin: z.number().describe('The most harm that is acceptable, above 0'),
  scale: z.enum(['relative', 'absolute']).default('relative'),
});

/** Each field may be left out while the bet is a draft. */
export const termFields = {
  who: words(300).optional().describe('For whom'),
  kind: words(60).optional().describe('What sort of bet it is, such as onboarding or pricing: decides which record is shown beside it'),
  metric: reference.optional().describe('The metric it moves, by id or key'),
  direction: z.enum(['up', 'down']).optional().describe('Which way is good; by default the metric’s own'),
  scale: z.enum(['relative', 'absolute']).optional().describe('relative: 0.03 is 3%; absolute: the metric’s unit'),
  minEffect: z.number().optional().describe('The smallest effect that would matter, above 0, in the good direction'),
  effectLow: z.number().optional().describe('5th percentile of the effect you expect'),
  effectHigh: z.number().optional().describe('95th percentile of the effect you expect'),
  probability: z.number().min(0.01).max(0.99).optional().describe('That the effect is at least the smallest that matters; opens once bet.base was shown'),
  cost: z.number().min(0).optional(),
  valuePerUnit: z.number().optional().describe('What one unit of effect is worth (1 = 100% when relative), in the unit of the cost'),
  money: words(40).optional().describe('Unit of cost and value: EUR, team-weeks'),
  killCriterion: words(600).optional().describe('When it is stopped'),
  killBelow: z.number().optional().describe('Effect below which it is stopped, in the good direction'),
  guardrails: z.array(guardrail).max(10).optional(),
  controls: z.array(reference).max(5).optional().describe('Metrics the ship cannot move, named in advance'),
  design: z.enum(DESIGNS).optional().describe('How the outcome will be read'),
  alpha: z.number().min(0.001).max(0.49).optional().describe('Chance of a false verdict, two-sided'),
  reviews: z.array(reviewDay).min(1).max(3).optional().describe('Days after the ship at which it is looked at'),
  primaryReview: reviewDay.optional().describe('The review that decides'),
  shipBy: day.optional(),
  alternatives: z.array(words(600)).max(20).optional().describe('What else could be done, doing nothing included'),
  changeMyMind: words(1000).optional().describe('What would change your mind'),
  preMortem: words(1000).optional().describe('A year on it has failed: why?'),
  decidedBy: words(300).optional(),
  disagreed: words(600).optional().describe('Who disagreed, and why'),
};

/** Said where odds are left out: one's own review is open, and asks what odds are remembered before they are shown. */
export const hiddenUntil = z.literal('reveal').optional().describe('Your review of it is open and asks what you remember: the probability and the effect you expected are absent until its outcome is shown to you');

/** The terms as a bet shows them: what was never said is absent. */
export const terms = z.object({
  ...termFields,
  claim: z.string(),
  guardrails: z.array(guardrail), controls: z.array(z.string()), design: z.enum(DESIGNS), alpha: z.number(), reviews: z.array(reviewDay), primaryReview: reviewDay,
  alternatives: z.array(z.string()), problem: z.string().optional(), goal: z.string().optional(),
});

export const termNames = z.enum(Object.keys(termFields) as [keyof typeof termFields, ...(keyof typeof termFields)[]]);
