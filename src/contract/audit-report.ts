// The document that a stateless audit answers with: `throughline.audit/1`. Its JSON Schema is published in docs/schemas.
import * as z from 'zod';
import { RULES } from '../domain/backlog/finding.ts';
import { interval, share, span } from './shapes.ts';

export const auditReport = z.object({
  schema: z.literal('throughline.audit/1'),
  asOf: z.string().describe('The day the audit took for today, YYYY-MM-DD'),
  asOfReason: z.string(),
  source: z.object({
    kind: z.string(),
    files: z.array(z.object({ name: z.string(), sha256: z.string().describe('Of the file as it lies on disk') })),
  }),
  read: z.object({
    items: z.number(), open: z.number(), done: z.number(), closedUnfinished: z.number(),
    pullRequestsSkipped: z.number(), comments: z.number().describe('Those that belong to items that were read'),
    people: z.number().describe('Distinct authors of items'), labels: z.number().describe('Distinct labels on items'),
  }),
  unread: z.object({
    rows: z.number().describe('Rows that were lost'),
    values: z.number().describe('Single values that could not be read in rows that were kept'),
    reasons: z.array(z.object({ where: z.string(), code: z.string(), value: z.string().optional(), lost: z.boolean() })).describe('At most 1,000; `rows` and `values` count all'),
  }),
  summary: z.object({
    open: z.number(),
    flagged: z.number().describe('Distinct open items with at least one finding'),
    byRule: z.record(z.enum(RULES), z.object({ count: z.number(), share: share.describe('Of the open items'), on: z.boolean() })),
    survival: z.array(z.object({
      pool: z.string(), untouchedDays: z.number(), atRisk: z.number(), events: z.number(), doneWithin365: share, low: share, high: share, flags: z.boolean(),
    })),
    duplicateGroups: z.number(),
    buckets: z.array(z.object({ from: z.number(), to: z.number().optional(), goal: z.number(), lightsOn: z.number(), none: z.number(), agedOut: z.number() })),
    lineage: z.object({ goal: z.string().optional(), leadsToGoal: z.number(), lightsOn: z.number(), unexplained: z.number(), byOrigin: z.array(z.object({ origin: z.string(), unexplained: z.number(), open: z.number() })) }).optional(),
    cannotTell: z.array(z.object({ what: z.string(), reason: z.string(), settledBy: z.string() })),
    leftOut: z.array(z.object({ what: z.string(), count: z.number() })),
  }),
  findings: z.array(z.object({
    rule: z.enum(RULES), item: z.object({ key: z.string(), title: z.string(), url: z.string().optional() }),
    why: z.string(), value: z.number().optional(), unit: z.string().optional(), interval: interval.optional(), n: z.number().optional(),
    grade: z.enum(['measured', 'estimated', 'declared', 'missing']), spans: z.array(span), whatWouldChangeIt: z.string(), nextAction: z.string(),
  })),
  duplicates: z.array(z.object({ items: z.array(z.string()), titles: z.array(z.string()), score: share, words: z.array(z.string()) })),
});
export type AuditReport = z.output<typeof auditReport>;
