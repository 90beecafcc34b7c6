// The audit: running it, reading its result, findings and their disputes, the rules and their settings.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { command, query } from './operation.ts';
import { day, interval, itemBrief, nextCursor, page, reference, ruleName, share, span, time, undo, words } from './shapes.ts';

export const survivalRow = z.object({
  pool: z.string(), untouchedDays: z.number(), atRisk: z.number(), events: z.number(), doneWithin365: share, low: share, high: share,
  flags: z.boolean().describe('True when the whole range is under 10% and at least 30 stood at risk'),
});
export const bucket = z.object({ from: z.number(), to: z.number().optional(), goal: z.number(), lightsOn: z.number(), none: z.number(), agedOut: z.number() });
export const cannotTell = z.object({ what: z.string(), reason: z.string(), settledBy: z.string() });

const auditRun = command({
  name: 'audit.run', summary: 'Audits the whole backlog again. Runs by itself after an import and after the goal changes.', roles: managers,
  input: z.object({ asOf: day.optional().describe('Audit as if today were this day'), wait: z.boolean().default(false).describe('Answer only when it is done') }),
  output: z.object({ job: z.string(), audit: z.string().optional() }), refusals: ['nothing_to_audit', 'audit_running'], agent: { destructive: false, idempotent: true },
  example: { input: { wait: true }, output: {} },
});
const auditGet = query({
  name: 'audit.get', summary: 'Gives the newest audit: what is open, what leads to the goal, what aged out, and what could not be said.', roles: readers,
  input: z.object({ audit: z.string().optional() }),
  output: z.object({
    audit: z.object({
      id: z.string(), asOf: z.string(), asOfReason: z.string().describe('Why the audit took this day for today'), finishedAt: time,
      read: z.object({ items: z.number(), open: z.number(), done: z.number(), closedUnfinished: z.number(), comments: z.number(), people: z.number(), labels: z.number() }),
      flagged: z.number(),
      byRule: z.array(z.object({ rule: ruleName, count: z.number(), share, on: z.boolean(), agreement: z.string().optional() })),
      buckets: z.array(bucket), survival: z.array(survivalRow), duplicateGroups: z.number(),
      cannotTell: z.array(cannotTell), leftOut: z.array(z.object({ what: z.string(), count: z.number() })),
    }).optional(),
    running: z.object({ job: z.string(), phase: z.string(), share: share.optional() }).optional(),
    stale: z.string().optional().describe('Says what changed since, when the audit is older than the data'),
  }),
  refusals: ['not_found'], example: { input: {}, output: { audit: { read: {} } } },
});
const auditDuplicates = query({
  name: 'audit.duplicates', summary: 'Lists groups of open items that say the same, with the words that matched. Suggestions only.', roles: readers, untrusted: true,
  input: z.object({ ...page }),
  output: z.object({ groups: z.array(z.object({ id: z.string(), items: z.array(itemBrief), score: share, words: z.array(z.string()) })), total: z.number(), nextCursor }),
  refusals: ['bad_cursor'], example: { input: { limit: 5 }, output: {} },
});

export const finding = z.object({
  id: z.string(), rule: ruleName, item: itemBrief.extend({ untouchedDays: z.number().optional(), origin: z.string().optional() }).optional().describe('Absent when the finding is about the goal'),
  why: z.string(), value: z.number().optional(), unit: z.string().optional(), interval: interval.optional(), n: z.number().optional(),
  grade: z.enum(['measured', 'estimated', 'declared', 'missing']), spans: z.array(span), quotes: z.array(z.string()),
  excerpt: z.object({ text: z.string(), spans: z.array(z.object({ start: z.number().int(), end: z.number().int() })) }).optional().describe('A piece of the item’s text round the words that caused it, with those words’ places in the piece'),
  whatWouldChangeIt: z.string(), nextAction: z.string(), notClaimed: z.string(),
  state: z.enum(['standing', 'agreed', 'disputed', 'left', 'gone']),
  dispute: z.object({ verdict: z.enum(['right', 'wrong', 'leave']), reason: z.string().optional(), label: z.string().optional().describe('The reason as a sentence'), words: z.string().optional(), until: z.string().optional(), at: time }).optional(),
});
const findingList = query({
  name: 'finding.list', summary: 'Lists findings of a rule, worst first, with the words that caused them.', roles: readers, untrusted: true,
  input: z.object({ ...page, rule: ruleName.optional(), state: z.enum(['standing', 'disputed', 'left', 'all']).default('standing') }),
  output: z.object({ findings: z.array(finding), total: z.number(), nextCursor }), refusals: ['bad_cursor'], example: { input: { rule: 'dinosaur', limit: 5 }, output: {} },
});
const findingGet = query({
  name: 'finding.get', summary: 'Gives one finding with its formula’s page and the reasons it can be disputed for.', roles: readers, untrusted: true,
  input: z.object({ finding: z.string() }),
  output: z.object({ finding, reasons: z.array(z.object({ code: z.string(), label: z.string(), needs: z.enum(['nothing', 'day', 'words', 'link', 'number', 'noun']), asks: z.string().optional().describe('The question behind what it needs') })), questions: z.array(z.string()), formula: z.string() }),
  refusals: ['not_found'], example: { input: { finding: 'dinosaur:none' }, refusal: 'not_found' },
});
const findingDispute = command({
  name: 'finding.dispute',
  summary: 'Answers a finding: right, wrong because of a reason the rule knows, or right but leave it for 90 days. A disputed finding does not return unless its evidence changes.',
  roles: managers,
  input: z.object({ finding: z.string(), verdict: z.enum(['right', 'wrong', 'leave']), reason: words(60).optional(), words: words(1000).optional(), until: day.optional(), noun: words(60).optional(), number: z.number().optional(), problem: reference.optional(), bet: reference.optional() }),
  output: z.object({ finding, agreement: z.string(), ruleOff: z.boolean().describe('True when this answer switched the rule off by default'), undo }),
  refusals: ['not_found', 'dispute_reason_unknown', 'dispute_needs_detail', 'until_in_past', 'finding_settled', 'link_target_closed'], agent: { destructive: false, idempotent: true },
  example: { input: { finding: 'dinosaur:none', verdict: 'right' }, refusal: 'not_found' },
});
const findingWithdraw = command({
  name: 'finding.withdraw', summary: 'Takes an answer to a finding back; it stands again.', roles: managers, input: z.object({ finding: z.string() }), output: z.object({ finding, undo }),
  refusals: ['not_found'], agent: { destructive: false, idempotent: true }, example: { input: { finding: 'dinosaur:none' }, refusal: 'not_found' },
});
const ruleList = query({
  name: 'rule.list', summary: 'Lists the audit’s rules: what each asks, whether it is on, how often you agreed, and its settings.', roles: readers, input: z.object({}),
  output: z.object({
    rules: z.array(z.object({ rule: ruleName, title: z.string(), asks: z.string(), notClaimed: z.string(), formula: z.string(), on: z.boolean(), offBecause: z.string().optional(), right: z.number(), wrong: z.number(), agreement: z.string().optional() })),
    settings: z.object({ lightsOnAllowance: share, sunsetNames: z.array(z.string()), leavers: z.array(z.string()), allowedNouns: z.array(z.string()), origins: z.record(z.string(), z.string()).describe('Author, as the source writes it, to where their wishes come from') }),
  }),
  refusals: [], example: { input: {}, output: {} },
});
const ruleSet = command({
  name: 'rule.set', summary: 'Switches a rule on or off, or changes what the rules know: allowance, sunset names, people who left, allowed nouns.', roles: managers,
  input: z.object({ rule: ruleName.optional(), on: z.boolean().optional(), lightsOnAllowance: share.optional(), sunsetNames: z.array(words(100)).max(500).optional(), leavers: z.array(words(200)).max(2000).optional(), allowedNouns: z.array(words(60)).max(500).optional(), origins: z.record(z.string().max(200), words(60)).optional() }),
  output: z.object({ changed: z.boolean(), undo }), refusals: [], agent: { destructive: false, idempotent: true },
  example: { input: { rule: 'velocity', on: false }, output: {} },
});

export const auditOperations = [auditRun, auditGet, auditDuplicates] as const;
export const findingOperations = [findingList, findingGet, findingDispute, findingWithdraw] as const;
export const ruleOperations = [ruleList, ruleSet] as const;
