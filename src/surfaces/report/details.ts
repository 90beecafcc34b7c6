// The lists under the story: findings by rule, what was read and not, what was left out. Cuts lists; never changes a count.
import type { AuditReport } from '../../contract/audit-report.ts';
import { counted, whole } from './numbers.ts';
import { leftOutWords, RULE_ORDER, unreadWords, type RuleName } from './rule-words.ts';

export type Finding = AuditReport['findings'][number];

/**
 * The same report with fewer findings listed: those of one rule, and at most `limit`. Rules take turns, each with its worst
 * next, so that a small limit still shows something of every rule. Counts stay whole; `listed` says what was cut.
 */
export function cutFindings(report: AuditReport, { limit, only }: { readonly limit?: number; readonly only?: RuleName }): AuditReport {
  const wanted = only === undefined ? report.findings : report.findings.filter(({ rule }) => rule === only);
  const findings = limit === undefined || wanted.length <= limit ? wanted : inTurns(wanted, limit);
  const listed = { findings: findings.length, of: report.findings.length, ...(limit === undefined ? {} : { limit }), ...(only === undefined ? {} : { only }) };
  const duplicates = only !== undefined && only !== 'duplicate' ? [] : limit === undefined ? report.duplicates : report.duplicates.slice(0, limit);
  return { ...report, listed, findings, duplicates };
}

function inTurns(findings: readonly Finding[], limit: number): Finding[] {
  const groups = [...byRule(findings).values()];
  const kept = new Set<Finding>();
  for (let turn = 0; kept.size < limit; turn++) {
    for (const group of groups) {
      const next = group[turn];
      if (next !== undefined && kept.size < limit) kept.add(next);
    }
  }
  return findings.filter((finding) => kept.has(finding));
}

/** Findings of each rule, worst first; only rules that have some. */
export function byRule(findings: readonly Finding[]): Map<RuleName, Finding[]> {
  const groups = new Map<RuleName, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return new Map(RULE_ORDER.flatMap((rule) => (groups.has(rule) ? [[rule, groups.get(rule)!]] : [])));
}

/** Undefined when every finding is listed. */
export function listedWords({ listed }: AuditReport): string | undefined {
  if (listed.findings === listed.of) return undefined;
  return `${whole(listed.findings)} of ${counted(listed.of, 'finding')} are listed; the counts above are of all.`;
}

/** How the open items divide, as one sentence. */
export function lineageWords({ leadsToGoal, suggested, lightsOn, lightsOnOver, unexplained }: NonNullable<AuditReport['summary']['lineage']>): string {
  const parts = [
    `${whole(leadsToGoal)} linked through a problem or a bet`, `${whole(suggested)} only by their wording, which nobody confirmed`,
    `${whole(lightsOn)} keep the lights on${lightsOnOver > 0 ? `, ${whole(lightsOnOver)} more than a fifth of what is open` : ''}`, `${whole(unexplained)} have no path yet`,
  ];
  return `${parts.join('; ')}. Not bad: unexplained.`;
}

export interface ReadLine {
  readonly name: string;
  readonly text: string;
}

/** What was read, what was not and why, what was left out, and the day it was counted to. */
export function readLines(report: AuditReport): ReadLine[] {
  const { read, unread, summary } = report;
  const closed = read.done + read.closedUnfinished;
  const lines = [
    { name: 'Read', text: `${counted(read.items, 'item')}: ${whole(read.open)} open, ${whole(closed)} closed (${whole(read.done)} finished, ${whole(read.closedUnfinished)} not); ${counted(read.comments, 'comment')}, ${counted(read.people, 'author')}, ${counted(read.labels, 'label')}.` },
    { name: 'Not read', text: unread.rows + unread.values === 0 ? 'Nothing: every row and every value could be read.' : notRead(unread) },
  ];
  if (summary.leftOut.length > 0) lines.push({ name: 'Left out', text: `${summary.leftOut.map(({ what, count }) => leftOutWords(what, count)).join(', ')}.` });
  if (summary.unknownAge > 0) lines.push({ name: 'No age', text: `${counted(summary.unknownAge, 'open item')} without any date.` });
  lines.push({ name: 'Day', text: report.asOfReason });
  return lines;
}

function notRead(unread: AuditReport['unread']): string {
  const codes = new Map<string, { count: number; where: string; value: string | undefined }>();
  for (const { code, where, value } of unread.reasons) {
    const known = codes.get(code);
    if (known === undefined) codes.set(code, { count: 1, where, value });
    else known.count++;
  }
  const reasons = [...codes].map(([code, { count, where, value }]) => {
    const shown = value === undefined || value === '' ? '' : `: “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
    return `${unreadWords(code)}${count > 1 ? ` ${whole(count)} times` : ''} (${count > 1 ? 'first ' : ''}${where}${shown})`;
  });
  const lost = unread.rows > 0 ? `${counted(unread.rows, 'row')} lost` : 'No row lost';
  const values = unread.values > 0 ? `, ${counted(unread.values, 'value')} skipped in rows that were kept` : '';
  return `${lost}${values}: ${reasons.join('; ')}.`;
}
