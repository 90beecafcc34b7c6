// What an agent would like to do and only a person may: it waits here for a yes.
import * as z from 'zod';
import { managers } from '../domain/access/role.ts';
import { hiddenUntil } from './bet-terms.ts';
import { command, query } from './operation.ts';
import { reference, time, words } from './shapes.ts';

const proposal = z.object({
  id: z.string(), key: z.string().describe('PR-1, PR-2, ...'), operation: z.string(), input: z.record(z.string(), z.unknown()), words: z.string().optional(),
  state: z.enum(['waiting', 'accepted', 'declined']), madeAt: time, decidedAt: time.optional(), hiddenUntil,
});
const proposalMake = command({
  name: 'proposal.make', summary: 'Asks the PM to do something an agent may not do alone, such as placing or settling a bet.', roles: managers,
  input: z.object({ operation: words(60), with: z.record(z.string(), z.unknown()).describe('What the operation is asked with'), words: words(1000).optional() }), output: z.object({ proposal }),
  refusals: ['proposal_unfit'], agent: { destructive: false, idempotent: false },
  example: { input: { operation: 'bet.place', with: { bet: 'B-16' } }, output: { proposal: { state: 'waiting' } } },
});
const proposalList = query({
  name: 'proposal.list', summary: 'Lists what waits for the PM’s yes, newest first.', roles: managers, input: z.object({ state: z.enum(['waiting', 'accepted', 'declined', 'all']).default('waiting') }),
  output: z.object({ proposals: z.array(proposal) }), refusals: [], example: { input: {}, output: { proposals: [] } },
});
const proposalDecide = command({
  name: 'proposal.decide', summary: 'Accepts a proposal, which carries it out, or declines it. When it can no longer be carried out, says why and leaves it waiting.', roles: managers,
  input: z.object({ proposal: reference, accept: z.boolean() }),
  output: z.object({ proposal, refusal: z.object({ code: z.string(), sentence: z.string() }).optional().describe('Why it could not be carried out') }), refusals: ['not_found', 'proposal_decided'],
  agent: { destructive: false, idempotent: false, personOnly: true },
  example: { input: { proposal: 'PR-99', accept: false }, refusal: 'not_found' },
});

export const proposalOperations = [proposalMake, proposalList, proposalDecide] as const;
