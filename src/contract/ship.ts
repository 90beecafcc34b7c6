// Ships: what reached users, and which bet it was.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { command, query } from './operation.ts';
import { day, reference, time, undo, words } from './shapes.ts';

export const ship = z.object({
  id: z.string(), key: z.string().describe('S-1, S-2, ...'), title: z.string(), shippedOn: day, rolledOutOn: day.optional(), audience: z.string().optional(),
  answer: z.enum(['unasked', 'bet', 'no_bet']), bet: z.object({ id: z.string(), key: z.string(), claim: z.string() }).optional(),
  metrics: z.array(z.string()).describe('Ids of metrics it may have moved besides its bet’s'), found: z.boolean().describe('Found in imported items rather than typed'), items: z.number(), createdAt: time, updatedAt: time,
});
const facts = {
  title: words(300), shippedOn: day.describe('The day the first users had it'), rolledOutOn: day.optional().describe('The day everybody had it; days between are left out of the reading'),
  audience: words(300).optional().describe('Who got it'), metrics: z.array(reference).max(50).optional(),
};
const shipOut = z.object({ ship, undo });
const shipAdd = command({
  name: 'ship.add', summary: 'Records what reached users and when, and which bet it was if it was one.', roles: managers,
  input: z.object({ ...facts, bet: reference.optional(), noBet: z.boolean().default(false).describe('True when it was no bet') }), output: shipOut,
  refusals: ['not_found', 'ship_dates_reversed', 'bet_has_ship', 'bet_not_placed'], agent: { destructive: false, idempotent: false },
  example: { input: { title: 'Reason codes on labels', shippedOn: '2026-08-18', noBet: true }, output: { ship: { answer: 'no_bet' } } },
});
const shipList = query({
  name: 'ship.list', summary: 'Lists ships, newest first, with how many were bets and how many of those were measured.', roles: readers,
  input: z.object({ answer: z.enum(['unasked', 'bet', 'no_bet']).optional() }),
  output: z.object({
    ships: z.array(ship), unasked: z.number(), bets: z.number(), noBets: z.number().describe('Ships that were no bet: shipped without a claim'),
    measured: z.number().describe('Ships whose bet was settled on a measured outcome'), measuredShare: z.number().optional().describe('Of all ships; absent when there are none'),
  }),
  refusals: [], example: { input: {}, output: { ships: [{ key: 'S-1', bet: { key: 'B-1' } }], unasked: 2, bets: 10, noBets: 4, measured: 7 } },
});
const shipFind = command({
  name: 'ship.find', summary: 'Looks for ships in the imported items: releases, versions and milestones that are complete, and epics that are done. What was found or answered before is not asked again.', roles: managers,
  input: z.object({}), output: z.object({ found: z.number(), ships: z.array(ship) }), refusals: [], agent: { destructive: false, idempotent: true },
  example: { input: {}, output: {} },
});
const shipAnswer = command({
  name: 'ship.answer', summary: 'Says which bet a ship was, or that it was none, or takes the answer back.', roles: managers,
  input: z.object({ ship: reference, bet: reference.optional(), noBet: z.boolean().default(false) }), output: shipOut,
  refusals: ['not_found', 'bet_has_ship', 'bet_not_placed', 'ship_has_bet'], agent: { destructive: false, idempotent: true },
  example: { input: { ship: 'S-13', noBet: true }, output: { ship: { key: 'S-13', answer: 'no_bet' } } },
});
const shipChange = command({
  name: 'ship.change', summary: 'Corrects a ship’s words or days. For the ship of a bet the change is sealed too, so that it shows.', roles: managers,
  input: z.object({ ship: reference, title: facts.title.optional(), shippedOn: day.optional(), rolledOutOn: facts.rolledOutOn, audience: facts.audience, metrics: facts.metrics, clear: z.array(z.enum(['rolledOutOn', 'audience'])).optional() }),
  output: shipOut, refusals: ['not_found', 'ship_dates_reversed', 'bet_settled'], agent: { destructive: false, idempotent: true },
  example: { input: { ship: 'S-16', rolledOutOn: '2026-10-22' }, output: { ship: { key: 'S-16', bet: { key: 'B-11' }, rolledOutOn: '2026-10-22' } } },
});

export const shipOperations = [shipAdd, shipList, shipFind, shipAnswer, shipChange] as const;
