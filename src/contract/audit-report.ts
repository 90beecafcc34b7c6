// The document that a stateless audit answers with: `throughline.audit/1`. Its JSON Schema is published in docs/schemas.
import * as z from 'zod';
import { RULES } from '../domain/backlog/finding.ts';
import { interval, share, span } from './shapes.ts';

const count = z.number().int().min(0);
const dayText = z.string().describe('YYYY-MM-DD');
const rule = z.enum(RULES);
const head = { key: z.string(), title: z.string(), url: z.string().optional() };

const finding = z.object({
  rule,
  item: z.object(head).optional().describe('Absent when the finding is about the goal or the whole tracker'),
  subject: z.string().describe('Key of the item, or the goal line'),
  why: z.string(), value: z.number().optional(), unit: z.string().optional(),
  interval: interval.optional(), n: z.number().optional().describe('How many cases stand behind an estimate'),
  grade: z.enum(['measured', 'estimated', 'declared', 'missing']), spans: z.array(span).describe('UTF-16 offsets into the field, end exclusive'),
  whatWouldChangeIt: z.string(), nextAction: z.string(),
});

const survivalRow = z.object({
  pool: z.enum(['all', 'bug', 'other']), untouchedDays: z.number(), atRisk: z.number(), events: z.number(),
  doneWithin365: share, low: share, high: share,
  flags: z.boolean().describe('True when items of that age count as aged out'),
  silent: z.string().optional().describe('Why no claim is made from this row; its numbers then only show what is there'),
});

export const auditReport = z.object({
  schema: z.literal('throughline.audit/1'),
  asOf: dayText.describe('The day the audit took for today'),
  asOfReason: z.string(),
  source: z.object({
    kind: z.string().describe('Of the first file that holds items'),
    files: z.array(z.object({ name: z.string(), sha256: z.string().describe('Of the file as it lies on disk'), bytes: count, kinds: z.array(z.string()) })),
    containers: z.array(z.string()).describe('At most ten projects, repositories or boards the items belong to, most items first'),
    from: dayText.optional().describe('Day of the oldest item'), to: dayText.optional().describe('Day of the newest event'),
  }),
  asked: z.object({
    goal: z.string().optional(), rules: z.array(rule).describe('Rules that were on'), asOf: dayText.optional(), timeZone: z.string().optional(),
  }).describe('What was asked besides the files'),
  read: z.object({
    items: count, open: count, done: count, closedUnfinished: count,
    pullRequestsSkipped: count, comments: count.describe('Those that belong to items that were read'),
    people: count.describe('Distinct authors of items'), labels: count.describe('Distinct labels on items'),
  }),
  unread: z.object({
    rows: count.describe('Rows that were lost'),
    values: count.describe('Single values that could not be read in rows that were kept'),
    reasons: z.array(z.object({ where: z.string(), code: z.string(), value: z.string().optional(), lost: z.boolean() })).describe('At most 1,000; `rows` and `values` count all'),
  }),
  summary: z.object({
    open: count,
    flagged: count.describe('Distinct open items with at least one finding'),
    byRule: z.record(rule, z.object({ count, share: share.describe('Open items that carry the finding, of all open items; 0 where none is open, and for rules that are not about items'), on: z.boolean() })),
    survival: z.array(survivalRow),
    duplicateGroups: count,
    buckets: z.array(z.object({
      from: z.number(), to: z.number().optional(), goal: count.describe('Linked or suggested'), lightsOn: count, none: count, agedOut: count,
      unjudged: count.describe('No goal was set, so no path was looked for'),
    })).describe('Open items by days since a human touch; `to` is exclusive'),
    unknownAge: count.describe('Open items without any date; they are in no bucket'),
    lineage: z.object({
      goal: z.string().optional(), leadsToGoal: count.describe('Linked through a problem or a bet; a file alone links nothing'),
      suggested: count.describe('Only their wording points to the goal; nobody confirmed it'),
      lightsOn: count, lightsOnOver: count.describe('By how many items upkeep exceeds its allowance'), unexplained: count,
      byOrigin: z.array(z.object({ origin: z.string(), unexplained: count, open: count })),
    }).optional(),
    cannotTell: z.array(z.object({ what: z.string(), reason: z.string(), settledBy: z.string() })),
    leftOut: z.array(z.object({ what: z.string(), count })),
  }),
  listed: z.object({ findings: count, of: count, limit: count.optional(), only: rule.optional() }).describe('How many of the findings are listed below; the counts above are whole'),
  findings: z.array(finding),
  duplicates: z.array(z.object({
    items: z.array(z.string()), titles: z.array(z.string()).describe('In the order of `items`'), urls: z.array(z.string().nullable()), score: share, words: z.array(z.string()),
    level: z.enum(['suggest', 'list']).describe('`suggest`: alike enough to be a finding. `list`: worth a glance.'),
  })),
});
export type AuditReport = z.output<typeof auditReport>;
export type AuditReportFinding = AuditReport['findings'][number];
