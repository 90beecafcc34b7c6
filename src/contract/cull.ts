// The cull: at most twenty items at a time, one decision each, undone for 30 days. Nothing is written to a tracker here.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { command, query } from './operation.ts';
import { day, itemBrief, interval, nextCursor, page, reference, time, undo, words } from './shapes.ts';

export const cullRow = z.object({
  item: itemBrief.extend({ untouchedDays: z.number().optional(), origin: z.string().optional(), author: z.string().optional() }),
  finding: z.string(), why: z.string(), estimate: z.number().optional(), interval: interval.optional(), n: z.number().optional(),
  message: z.string().describe('The prepared message to whoever asked'),
});
export const decision = z.object({
  id: z.string(), item: itemBrief, kind: z.enum(['close', 'keep', 'link', 'still_a_problem']), reason: z.string().optional(), until: z.string().optional(), message: z.string().optional(),
  at: time, undoUntil: time, undone: z.boolean(), cameBack: z.boolean().describe('Touched or opened again by a person after it was aged out'),
});
const cullNext = query({
  name: 'cull.next', summary: 'Gives the next batch: at most 20 items that have no decision yet and aged out, fell out of date or repeat an older one, worst first.', roles: readers, untrusted: true,
  input: z.object({ limit: z.number().int().min(1).max(20).default(20) }),
  output: z.object({ batch: z.array(cullRow), remaining: z.number().describe('Such items without a decision, this batch included'), closing: z.number(), kept: z.number(), cameBack: z.number() }),
  refusals: [], example: { input: { limit: 5 }, output: {} },
});
const cullDecide = command({
  name: 'cull.decide', summary: 'Decides on up to 20 items: close with a reason, keep until a day, link to a problem or bet, or still a problem. Undone for 30 days.', roles: managers,
  input: z.object({
    items: z.array(reference).min(1), decision: z.enum(['close', 'keep', 'link', 'still_a_problem']), reason: words(300).optional(), until: day.optional(),
    problem: reference.optional(), bet: reference.optional(), evidence: words(2000).optional().describe('For still a problem: one piece of evidence'), message: words(4000).optional(),
  }),
  output: z.object({ decided: z.array(decision), undo }),
  refusals: ['not_found', 'ambiguous_reference', 'batch_too_large', 'already_decided', 'until_in_past', 'dispute_needs_detail', 'link_target_closed', 'link_needs_active_goal'],
  agent: { destructive: false, idempotent: false },
  example: { input: { items: ['RET-1'], decision: 'keep', until: '2027-02-01' }, output: { decided: [{ kind: 'keep', until: '2027-02-01' }] } },
});
const cullUndo = command({
  name: 'cull.undo', summary: 'Takes decisions back within 30 days.', roles: managers, input: z.object({ decisions: z.array(z.string()).min(1).max(100) }), output: z.object({ undone: z.number() }),
  refusals: ['not_found', 'undo_too_late'], agent: { destructive: false, idempotent: true }, example: { input: { decisions: ['dec_none'] }, refusal: 'not_found' },
});
const cullList = query({
  name: 'cull.list', summary: 'Lists what was decided, newest first.', roles: readers, untrusted: true,
  input: z.object({ ...page, kind: z.enum(['close', 'keep', 'link', 'still_a_problem', 'all']).default('all') }),
  output: z.object({ decisions: z.array(decision), total: z.number(), nextCursor }), refusals: ['bad_cursor'], example: { input: {}, output: {} },
});
const cullExport = query({
  name: 'cull.export', summary: 'Writes the items to close as what a tracker can take: CSV for Jira’s bulk change, a GitHub CLI script, Linear CSV, or a Markdown list.', roles: managers, untrusted: true,
  input: z.object({ format: z.enum(['jira-csv', 'github-sh', 'linear-csv', 'markdown']) }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), text: z.string(), items: z.number() }),
  refusals: ['nothing_planned', 'export_format_unfit'], example: { input: { format: 'markdown' }, refusal: 'nothing_planned' },
});
export const cullOperations = [cullNext, cullDecide, cullUndo, cullList, cullExport] as const;
