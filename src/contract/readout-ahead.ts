// Slow consequences before they can be measured: how large a group kept back has to be, and what an early reading lets expect of a late one.
import * as z from 'zod';
import { readers } from '../domain/access/role.ts';
import { query } from './operation.ts';
import { reference } from './shapes.ts';

const holdout = query({
  name: 'readout.holdout', roles: readers,
  summary: 'Plans a group that stays without the change: how many users it holds and the smallest difference it will show, or how large it must be to show yours. Its file is then read with readout.file, by weeks.',
  input: z.object({
    users: z.number().int().min(2).max(10_000_000_000).describe('Users in all'),
    sd: z.number().positive().optional().describe('Standard deviation of one user’s number over the whole time'), proportion: z.number().gt(0).lt(1).optional().describe('Instead of sd, for a yes or no: the share of users it holds for'),
    share: z.number().gt(0).lt(1).default(0.05).describe('Share of users kept back'), difference: z.number().positive().optional().describe('The difference of means, or of shares, that it should show'),
  }),
  output: z.object({
    holdout: z.number().int().describe('Users kept back'), rest: z.number().int(), detectable: z.number().describe('The smallest difference it shows four times in five, at 5% two-sided'),
    shareNeeded: z.number().optional().describe('Of users, to show the difference that was asked about'), sentence: z.string(),
  }),
  refusals: ['holdout_needs_spread'],
  example: { input: { users: 100_000, sd: 40, difference: 1.63 }, output: { holdout: 5_000, rest: 95_000, sentence: 'Keep 5,000 of 100,000 users without it: a difference of 1.6 or more is seen four times in five. To see 1.6, 5% are needed.' } },
});

const days = z.union([z.literal(30), z.literal(90), z.literal(365)]);
const late = query({
  name: 'readout.late', roles: readers,
  summary: 'What the effect of a bet’s early review lets expect at a later one, learnt from bets that were read at both. A forecast with its own interval, never a verdict; it needs ten such bets.',
  input: z.object({ bet: reference, from: days.default(90), to: days.default(365) }),
  output: z.object({
    bets: z.number().int().describe('Bets that were read at both, this one left out'), needed: z.number().int(), early: z.number().optional().describe('The effect at the early review, good direction positive'),
    late: z.object({ value: z.number(), low: z.number(), high: z.number() }).optional().describe('What it lets expect, with a 95% interval; absent while there is too little to learn from'), sentence: z.string(),
  }),
  refusals: ['not_found', 'bet_not_placed', 'bet_not_shipped'],
  example: { input: { bet: 'B-1' }, output: { needed: 10 } },
});

export const readoutAheadOperations = [holdout, late] as const;
