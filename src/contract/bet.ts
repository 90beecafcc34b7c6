// Bets: drafted, priced against what became of bets like them, placed under a seal, amended in the open.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { guardrail, hiddenUntil, termFields, termNames, terms } from './bet-terms.ts';
import { command, query } from './operation.ts';
import { day, reference, time, undo, words } from './shapes.ts';

export const stages = z.enum(['draft', 'placed', 'shipped', 'settled', 'dropped']);

export const sealShown = z.object({
  position: z.number().int(), kind: z.enum(['placement', 'amendment', 'ship', 'readout', 'settlement']), bet: z.string(), key: z.string(),
  sha256: z.string(), previous: z.string().optional(), sealedAt: time, content: z.record(z.string(), z.unknown()), hiddenUntil,
});

export const outcome = z.object({
  status: z.enum(['won', 'lost', 'inconclusive', 'refused', 'dropped']).describe('refused: the metric could not answer'),
  sub: z.string().optional(), reason: z.string().optional(),
  pAtLeastMin: z.number().optional().describe('P(effect >= the smallest that matters)'), chance: z.number().optional().describe('The same with the workspace’s own prior: what scoring uses'), standardError: z.number().optional(),
  effect: z.number().optional().describe('In the bet’s scale and the good direction'), low: z.number().nullable().optional(), high: z.number().nullable().optional(),
  grade: z.enum(['A', 'B', 'C', 'D']).optional(), atAPrice: z.boolean().optional().describe('A guardrail was breached: won at a price is not won'),
  costAvoided: z.number().optional(), readout: z.string().optional(),
});

export const bet = z.object({
  id: z.string(), key: z.string(), claim: z.string(), state: z.enum(['open', 'closed']), stage: stages,
  problem: z.string().optional().describe('Id of the problem it answers'), goal: z.string().optional(),
  terms: terms.describe('As sealed once it is placed; amendments beside it'), hiddenUntil,
  missing: z.array(z.string()).describe('What has to be said before it can be placed; empty once placed'),
  baseRateShownAt: time.optional(),
  placedAt: time.optional(),
  seal: z.object({ position: z.number().int(), sha256: z.string(), previous: z.string().optional(), sealedAt: time }).optional(),
  amendments: z.array(z.object({ position: z.number().int(), sealedAt: time, words: z.string(), changes: z.record(z.string(), z.unknown()) })),
  ship: z.object({ id: z.string(), key: z.string(), title: z.string(), shippedOn: day, rolledOutOn: day.optional() }).optional(),
  outcome: outcome.optional(), settledAt: time.optional(),
  rank: z.number().int().optional().describe('Place in the PM’s own order'),
  closedReason: z.string().optional(), items: z.number(), createdAt: time, updatedAt: time,
});
const betOut = z.object({ bet, undo });
const line = { problem: reference.optional(), goal: reference.optional() };
const claim = words(600).describe('Doing what for whom moves what');

const betAdd = command({
  name: 'bet.add', summary: 'Writes a bet down as a draft; it leads to its problem’s goal or the active one.', roles: managers,
  input: z.object({ claim, ...line, ...termFields }).omit({ probability: true }),
  output: betOut, refusals: ['not_found', 'bet_unfit'], agent: { destructive: false, idempotent: false },
  example: { input: { claim: 'A reason code on the label lets shops answer without a call', problem: 'P-1', minEffect: 0.03 }, output: { bet: { stage: 'draft' } } },
});
const betList = query({
  name: 'bet.list', summary: 'Lists bets with their stage and how many items lead to each.', roles: readers,
  input: z.object({ state: z.enum(['open', 'closed', 'all']).default('open'), stage: stages.optional() }), output: z.object({ bets: z.array(bet) }), refusals: [],
  example: { input: {}, output: { bets: [{ key: 'B-1', stage: 'settled' }, { key: 'B-12', stage: 'placed' }] } },
});
const betGet = query({
  name: 'bet.get', summary: 'Gives one bet: the terms as sealed, amendments, ship and outcome.', roles: readers, input: z.object({ bet: reference }), output: z.object({ bet }), refusals: ['not_found'],
  example: { input: { bet: 'B-1' }, output: { bet: { key: 'B-1', stage: 'settled', terms: { probability: 0.75, minEffect: 0.04 }, outcome: { status: 'won', grade: 'D' } } } },
});
const betChange = command({
  name: 'bet.change', summary: 'Changes a draft, or what any bet leads to, or drops it with a reason, or opens it again. What is sealed is amended with bet.amend instead.', roles: managers,
  input: z.object({
    bet: reference, claim: claim.optional(), ...line, ...termFields, state: z.enum(['open', 'closed']).optional(), reason: words(1000).optional(),
    clear: z.array(z.union([z.literal('problem'), termNames])).optional().describe('Fields to empty'),
  }),
  output: betOut, refusals: ['not_found', 'bet_sealed', 'bet_unfit', 'base_rate_first', 'bet_settled'], agent: { destructive: false, idempotent: true },
  example: { input: { bet: 'B-15', state: 'closed', reason: 'Callers do not read' }, output: { bet: { state: 'closed', stage: 'dropped' } } },
});
const baseRate = z.object({
  of: z.enum(['mine_of_kind', 'ours_of_kind', 'mine', 'ours', 'published']), n: z.number(), won: z.number(),
  rate: z.number().describe('Mean of the posterior, 0 to 1'), low: z.number().describe('Its 5th percentile'), high: z.number().describe('Its 95th percentile'),
});
const betBase = command({
  name: 'bet.base', summary: 'Shows what became of bets like this one, and opens its probability field. Nothing else changes.', roles: managers,
  input: z.object({ bet: reference }),
  output: z.object({ bet: z.string(), kind: z.string().optional(), rates: z.array(baseRate).describe('Nearest record first; the published one last'), published: z.array(z.object({ share: z.number(), where: z.string(), source: z.string() })), shownAt: time }),
  refusals: ['not_found'], agent: { destructive: false, idempotent: true },
  example: { input: { bet: 'B-15' }, output: { kind: 'tracking', rates: [{ of: 'mine_of_kind', n: 2, won: 0 }, { of: 'published' }] } },
});
const betPlace = command({
  name: 'bet.place', summary: 'Places a bet: seals what it promises, chained to the seal before. It cannot be taken back; amendments show.', roles: managers,
  input: z.object({ bet: reference }), output: z.object({ bet, seal: sealShown }),
  refusals: ['not_found', 'bet_incomplete', 'bet_unfit', 'base_rate_first', 'bet_sealed', 'bet_settled'], agent: { destructive: false, idempotent: false, needsPerson: true },
  example: { input: { bet: 'B-16' }, output: { bet: { stage: 'placed' }, seal: { kind: 'placement' } } },
});
const betAmend = command({
  name: 'bet.amend', summary: 'Amends a placed bet with a new seal; the original stays first, and verdicts are taken from the original.', roles: managers,
  input: z.object({ bet: reference, words: words(1000).describe('What changed and why'), changes: z.object({ claim: claim.optional(), ...termFields, guardrails: z.array(guardrail).max(10).optional() }).partial().default({}) }),
  output: z.object({ bet, seal: sealShown }), refusals: ['not_found', 'bet_not_placed', 'bet_settled', 'bet_unfit'], agent: { destructive: false, idempotent: false, needsPerson: true },
  example: { input: { bet: 'B-12', words: 'The ship moves to the new year', changes: { shipBy: '2027-01-15' } }, output: { bet: { amendments: [{ words: 'The ship moves to the new year' }] }, seal: { kind: 'amendment' } } },
});
const betOrder = command({
  name: 'bet.order', summary: 'Keeps the PM’s own order of bets, first the one to do first. Bets that are not named lose their place.', roles: managers,
  input: z.object({ bets: z.array(reference).max(500) }), output: z.object({ bets: z.array(z.object({ id: z.string(), key: z.string(), rank: z.number() })), undo }), refusals: ['not_found'],
  agent: { destructive: false, idempotent: true },
  example: { input: { bets: ['B-16', 'B-12'] }, output: { bets: [{ key: 'B-16', rank: 1 }, { key: 'B-12', rank: 2 }] } },
});
const sealList = query({
  name: 'seal.list', summary: 'Lists the seals of the workspace or of one bet, oldest first, with what each says.', roles: readers,
  input: z.object({ bet: reference.optional() }), output: z.object({ seals: z.array(sealShown) }), refusals: ['not_found'],
  example: { input: { bet: 'B-1' }, output: { seals: [{ position: 1, kind: 'placement', key: 'B-1' }, { kind: 'ship' }, { kind: 'readout' }, { kind: 'settlement' }] } },
});
const sealVerify = query({
  name: 'seal.verify', summary: 'Checks the whole chain of seals. From an export alone: throughline seal verify EXPORT.', roles: readers,
  input: z.object({}),
  output: z.object({ seals: z.number(), intact: z.boolean(), head: z.string().optional().describe('SHA-256 of the last seal'), faults: z.array(z.object({ position: z.number(), what: z.enum(['changed', 'unreadable', 'out_of_order', 'broken_link']) })) }),
  refusals: [], example: { input: {}, output: { intact: true, faults: [] } },
});

export const betOperations = [betAdd, betList, betGet, betChange, betBase, betPlace, betAmend, betOrder, sealList, sealVerify] as const;
