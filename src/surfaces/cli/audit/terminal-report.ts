// The audit as a page of terminal text: sentence, picture, what to look at first, the worst few, what could not be said.
import type { AuditReport } from '../../../contract/audit-report.ts';
import { rowBehind } from '../../report/aged-out.ts';
import { byRule, listedWords, readLines, type Finding } from '../../report/details.ts';
import { counted, estimateText, whole } from '../../report/numbers.ts';
import { RULE_WORDS, untold, type RuleName } from '../../report/rule-words.ts';
import { againCommand, firstLook, ledeOf, nextStep, plain, sentenceOf, shortKey } from '../../report/story.ts';
import { tame } from '../style.ts';
import { fitted } from '../table.ts';
import type { Look } from './look.ts';
import { ageChart } from './terminal-chart.ts';
import { indented, padEnd, padStart, wrapped } from './wrap.ts';

/** Findings shown of each rule, and duplicate groups, when no limit was named. */
const WORST = 3;
const WORST_OF_ONE = 20;

export function terminalReport(report: AuditReport, look: Look): string {
  const { width } = look;
  const lines = [
    ...wrapped(tame(plain(sentenceOf(report))), Math.min(width, 88)).map(look.strong), '',
    ...wrapped(tame(ledeOf(report)), Math.min(width, 100)).map(look.faint),
    ...section('The longer an item waits here, the less often it is ever finished', ageChart(report, look), look, hasEstimate(report) ? undefined : 'Open items by days since a person touched them'),
    ...section('What to look at first', firstLookLines(report, look), look),
    ...[...byRule(report.findings)].flatMap(([rule, findings]) => (rule === 'duplicate' ? [] : ruleSection(rule, findings, report, look))),
    ...duplicateSection(report, look),
    ...section('What could not be said', untoldLines(report, look), look),
    ...section('What was read, and what was not', readLines(report).flatMap(({ name, text }) => named(name, tame(text), 10, look)), look),
  ];
  const listed = listedWords(report);
  if (listed !== undefined) lines.push('', ...wrapped(listed, width).map(look.faint));
  const next = nextStep(report);
  lines.push('', look.rule.repeat(width), ...wrapped(tame(`Next: ${next.words}`), width).map(look.strong), `  ${tame(next.command)}`, ...indented(`Again, on any day: ${tame(againCommand(report))}`, width, 2).map(look.faint));
  return `${lines.join('\n')}\n`;
}

function hasEstimate(report: AuditReport): boolean {
  return report.summary.survival.some((row) => row.silent === undefined && row.atRisk > 0);
}

function section(title: string, body: readonly string[], look: Look, instead?: string): string[] {
  return body.length === 0 ? [] : ['', ...wrapped(instead ?? title, look.width).map(look.strong), ...body];
}

function firstLookLines(report: AuditReport, look: Look): string[] {
  const rows = firstLook(report);
  const name = Math.max(0, ...rows.map(({ title }) => title.length));
  const count = Math.max(0, ...rows.map((row) => whole(row.count).length));
  return rows.flatMap((row) => {
    const text = wrapped(`${row.says} ${row.not}`, Math.max(24, look.width - name - count - 6));
    return text.map((line, at) => (at === 0 ? `  ${padEnd(row.title, name)}  ${padStart(whole(row.count), count)}  ${line}` : `${' '.repeat(name + count + 6)}${line}`));
  });
}

function ruleSection(rule: RuleName, findings: readonly Finding[], report: AuditReport, look: Look): string[] {
  const most = report.listed.limit ?? (report.listed.only === undefined ? WORST : WORST_OF_ONE);
  const shown = findings.slice(0, most);
  const all = report.summary.byRule[rule]?.count ?? findings.length;
  const title = RULE_WORDS[rule].title;
  const head = shown.length === all ? `${title}: ${all === 1 ? 'one' : `all ${whole(all)}`}` : `${title}: the first ${whole(shown.length)} of ${whole(all)}`;
  if (rule === 'dinosaur') return section(head, agedLines(shown, report, look), look);
  // A reason that holds for several in a row is said once, after the last of them.
  return section(head, shown.flatMap((finding, at) => [
    headLine(finding, '', report, look), ...(shown[at + 1]?.why === finding.why ? [] : indented(tame(finding.why), look.width, 4).map(look.faint)),
  ]), look);
}

/** Days and estimate stand at the right of each title; what the estimate is, is said once. */
function agedLines(findings: readonly Finding[], report: AuditReport, look: Look): string[] {
  const facts = findings.map((finding) => {
    const row = rowBehind(finding, report.summary.survival);
    return [finding.value === undefined ? '' : `${whole(finding.value)} days`, row === undefined ? '' : estimateText(row)] as const;
  });
  const [days, share] = [0, 1].map((at) => Math.max(0, ...facts.map((fact) => fact[at]!.length))) as [number, number];
  return [
    ...findings.map((finding, at) => headLine(finding, `${padStart(facts[at]![0], days)}  ${padEnd(facts[at]![1], share)}`, report, look)),
    ...indented('At the right: days untouched, and how many items that old were finished in the next year.', look.width, 4).map(look.faint),
  ];
}

function headLine(finding: Finding, right: string, report: AuditReport, look: Look): string {
  const room = look.width - 2 - (right === '' ? 0 : right.length + 2);
  const key = finding.item === undefined ? '' : `${tame(shortKey(report, finding.item.key))}  `;
  const head = fitted(`${key}${tame(finding.item?.title ?? finding.subject)}`, room, look.ellipsis);
  return right === '' ? `  ${head}` : `  ${padEnd(head, room)}  ${right}`.trimEnd();
}

function duplicateSection(report: AuditReport, look: Look): string[] {
  const suggested = report.duplicates.filter(({ level }) => level === 'suggest');
  const shown = suggested.slice(0, report.listed.limit ?? (report.listed.only === undefined ? WORST : WORST_OF_ONE));
  if (shown.length === 0) return [];
  const all = report.summary.duplicateGroups;
  const head = all === 1 ? 'Probably one: a group' : `Probably one: ${shown.length === all ? `all ${whole(all)} groups` : `the first ${whole(shown.length)} of ${whole(all)} groups`}`;
  return section(head, shown.flatMap((group, at) => [
    ...(at === 0 ? [] : ['']),
    ...group.items.slice(0, 6).map((key, index) => `  ${fitted(`${tame(shortKey(report, key))}  ${tame(group.titles[index] ?? '').trim()}`, look.width - 2, look.ellipsis)}`),
    ...(group.items.length > 6 ? [`  and ${counted(group.items.length - 6, 'more item', 'more items')}`] : []),
    ...indented(tame(`Alike ${group.score.toFixed(2)} by the words ${group.words.join(', ')}.`), look.width, 4).map(look.faint),
  ]), look);
}

function untoldLines(report: AuditReport, look: Look): string[] {
  return report.summary.cannotTell.flatMap(({ what, reason, settledBy }) => {
    const { verdict, reason: because } = untold(what, reason);
    return [...indented(`${look.ring} ${verdict} ${because}`.trim(), look.width, 2), ...indented(`Settled by: ${settledBy}.`, look.width, 4).map(look.faint)];
  });
}

function named(name: string, text: string, width: number, look: Look): string[] {
  return wrapped(text, look.width - width - 2).map((line, at) => `  ${at === 0 ? look.faint(padEnd(name, width)) : ' '.repeat(width)}${line}`);
}
