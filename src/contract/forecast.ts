// Forecasts: one member's probability on a bet, hidden from the others until they have given theirs.
import * as z from 'zod';
import { readers } from '../domain/access/role.ts';
import { hiddenUntil } from './bet-terms.ts';
import { command, query } from './operation.ts';
import { reference, time, words } from './shapes.ts';

const forecast = z.object({ member: z.string(), name: z.string(), mine: z.boolean(), probability: z.number().optional(), words: z.string().optional(), hiddenUntil, givenAt: time, scored: z.boolean().describe('The last one before the ship') });

export const forecastsShown = z.object({
  forecasts: z.array(forecast).describe('Empty until your own is given'), hidden: z.number().describe('How many others have spoken and are not shown yet'),
  spread: z.object({ points: z.number(), low: z.string(), high: z.string() }).optional().describe('How far apart people are, and who should talk first'),
});
const forecastGive = command({
  name: 'forecast.give', summary: 'Gives your probability that a bet reaches the smallest effect that matters. Giving it again replaces it until the ship; every one is kept.', roles: readers,
  input: z.object({ bet: reference, probability: z.number().min(0.01).max(0.99), words: words(600).optional() }),
  output: forecastsShown, refusals: ['not_found', 'forecast_closed', 'bet_settled'], agent: { destructive: false, idempotent: false, needsPerson: true },
  example: { input: { bet: 'B-12', probability: 0.4 }, output: { forecasts: [{ mine: true, probability: 0.4 }, { name: 'Designer', probability: 0.55 }], hidden: 0, spread: { high: 'Designer' } } },
});
const forecastList = query({
  name: 'forecast.list', summary: 'Shows the forecasts on a bet: all of them once you have given yours, until then only how many there are.', roles: readers,
  input: z.object({ bet: reference }), output: forecastsShown, refusals: ['not_found'],
  example: { input: { bet: 'B-12' }, output: { forecasts: [], hidden: 1 } },
});
const memberList = query({
  name: 'member.list', summary: 'Lists who is in the workspace.', roles: readers, input: z.object({}),
  output: z.object({ members: z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), me: z.boolean() })) }), refusals: [],
  example: { input: {}, output: { members: [{ role: 'owner', me: true }, { name: 'Designer', role: 'teammate' }] } },
});

export const forecastOperations = [forecastGive, forecastList, memberList] as const;
