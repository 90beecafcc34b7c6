// The counts of an audit: what was read, how many findings each rule has, and what could not be told about age.
import { CLOSED, DONE, SEEN, type AuditLedger } from './audit-ledger.ts';
import type { AuditFinding, CannotTell, ReadCounts, RuleCount } from './audit-result.ts';
import { RULES, type RuleName } from './finding.ts';
import type { AuditSettings } from './rule.ts';

/** Counts of items that were read, and of comments whose item never came. */
export function countRead(ledger: AuditLedger, pullRequestsSkipped: number): { readonly read: ReadCounts; readonly commentsWithoutItem: number } {
  const counts = { items: 0, open: 0, done: 0, closedUnfinished: 0, comments: 0 };
  let commentsWithoutItem = 0;
  for (let row = 0; row < ledger.size; row++) {
    const state = ledger.state.values[row]!;
    if (!(state & SEEN)) {
      commentsWithoutItem += ledger.comments.values[row]!;
      continue;
    }
    counts.items++;
    counts.comments += ledger.comments.values[row]!;
    if (state & DONE) counts.done++;
    else if (state & CLOSED) counts.closedUnfinished++;
    else counts.open++;
  }
  const { items, open, done, closedUnfinished, comments } = counts;
  return { read: { items, open, done, closedUnfinished, pullRequestsSkipped, comments, people: ledger.authors.size, labels: ledger.labels.size }, commentsWithoutItem };
}

/** Rules that speak of a goal line or of the whole tracker: no share of open items. */
const NOT_OF_ITEMS: ReadonlySet<RuleName> = new Set(['output_goal', 'signoff', 'velocity']);

/** A tracker may hold an item whose key is `goal`; a finding about the goal is still not about that item. */
export function isAboutItem(rule: RuleName): boolean {
  return !NOT_OF_ITEMS.has(rule);
}

export function countByRule(findings: readonly AuditFinding[], open: number, settings: AuditSettings): Record<RuleName, RuleCount> {
  const counts = new Map<RuleName, number>();
  const items = new Map<RuleName, Set<string>>();
  for (const finding of findings) {
    counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    if (finding.item === undefined) continue;
    let subjects = items.get(finding.rule);
    if (subjects === undefined) items.set(finding.rule, (subjects = new Set()));
    subjects.add(finding.subject);
  }
  return Object.fromEntries(RULES.map((rule): [RuleName, RuleCount] => [rule, {
    on: settings.rules[rule].on, count: counts.get(rule) ?? 0,
    ...(!isAboutItem(rule) || open === 0 ? {} : { share: (items.get(rule)?.size ?? 0) / open }),
  }])) as Record<RuleName, RuleCount>;
}

/** One entry per reason for which the history stays silent about open items, most items first. */
export function silentAges(silences: ReadonlyMap<string, number>): CannotTell[] {
  return [...silences].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([reason, items]) => ({
    what: 'dinosaur',
    reason: `Cannot tell how often items like ${items} of the open ones are finished. ${reason}`,
    settledBy: 'a longer history that holds finished items with their closing dates',
  }));
}
