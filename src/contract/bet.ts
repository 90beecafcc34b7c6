// Bets as plain records between the goal and the backlog.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { command, query } from './operation.ts';
import { reference, time, undo, words } from './shapes.ts';

export const bet = z.object({
  id: z.string(), key: z.string(), claim: z.string(), state: z.enum(['open', 'closed']),
  problem: z.string().optional().describe('Id of the problem it answers'), goal: z.string().optional(),
  closedReason: z.string().optional(), items: z.number(), createdAt: time, updatedAt: time,
});
const betFields = { claim: words(600).describe('Doing what for whom moves what'), problem: reference.optional(), goal: reference.optional() };
const betAdd = command({
  name: 'bet.add', summary: 'Writes down a bet as a plain record that items can lead to; it leads to its problem’s goal or the active one.', roles: managers,
  input: z.object(betFields), output: z.object({ bet, undo }), refusals: ['not_found'], agent: { destructive: false, idempotent: false },
  example: { input: { claim: 'A reason code on the label lets shops answer without a call', problem: 'P-1' }, output: { bet: { state: 'open' } } },
});
const betList = query({
  name: 'bet.list', summary: 'Lists bets with how many items lead to each.', roles: readers,
  input: z.object({ state: z.enum(['open', 'closed', 'all']).default('open') }), output: z.object({ bets: z.array(bet) }), refusals: [],
  example: { input: {}, output: { bets: [{ key: 'B-1' }] } },
});
const betGet = query({
  name: 'bet.get', summary: 'Gives one bet.', roles: readers, input: z.object({ bet: reference }), output: z.object({ bet }), refusals: ['not_found'],
  example: { input: { bet: 'B-1' }, output: { bet: { key: 'B-1' } } },
});
const betChange = command({
  name: 'bet.change', summary: 'Changes a bet’s wording or what it leads to, or closes it with a reason, or opens it again.', roles: managers,
  input: z.object({ ...betFields, bet: reference, claim: betFields.claim.optional(), state: z.enum(['open', 'closed']).optional(), reason: words(1000).optional(), clear: z.array(z.enum(['problem'])).optional().describe('Fields to empty') }),
  output: z.object({ bet, undo }), refusals: ['not_found'], agent: { destructive: false, idempotent: true },
  example: { input: { bet: 'B-1', state: 'closed', reason: 'Carriers print it already' }, output: { bet: { state: 'closed' } } },
});

export const betOperations = [betAdd, betList, betGet, betChange] as const;
