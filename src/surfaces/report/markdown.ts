// The report as Markdown: clean to read as it stands, safe to paste. Tracker text is escaped so that it stays text.
import type { AuditReport } from '../../contract/audit-report.ts';
import { rowBehind } from './aged-out.ts';
import { byRule, listedWords, readLines, type Finding } from './details.ts';
import { foreign, webAddress } from './foreign-text.ts';
import { bucketWords, estimateText, whole } from './numbers.ts';
import { RULE_WORDS, untold } from './rule-words.ts';
import { againCommand, firstLook, ledeOf, nextStep, plain, sentenceOf, shortKey } from './story.ts';

const LISTED = 20;

/** Markdown's own signs, mentions, issue references and HTML lose their meaning; line breaks become spaces. */
export function escaped(text: string): string {
  return foreign(text).replace(/[\\`*_{}[\]<>|~#!&$]/g, (sign) => `\\${sign}`).replaceAll('@', '@\u2060').replace(/^(\s*)([-+=]|\d+[.)])/, '$1\\$2').replace(/\b(https?|ftp|www)(:\/\/|\.)/gi, '$1\u2060$2');
}

function code(text: string): string {
  const clean = foreign(text);
  const fence = '`'.repeat(Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return clean.includes('`') ? `${fence} ${clean} ${fence}` : `\`${clean}\``;
}

function linked(key: string, url: string | null | undefined): string {
  const address = webAddress(url);
  return address === undefined ? escaped(key) : `[${escaped(key)}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

export function markdownReport(report: AuditReport): string {
  const next = nextStep(report);
  const blocks = [
    `# ${escaped(plain(sentenceOf(report)))}`, escaped(ledeOf(report)),
    ...picture(report), ...firstLookTable(report),
    ...[...byRule(report.findings)].filter(([rule]) => rule !== 'duplicate').flatMap(([rule, findings]) => ruleBlock(rule, findings, report)),
    ...duplicateBlock(report), ...untoldBlock(report),
    '## What was read, and what was not', readLines(report).map(({ name, text }) => `- **${name}**: ${escaped(text)}`).join('\n'),
    report.source.files.map(({ name, sha256 }) => `- ${escaped(name)}: sha256 ${code(sha256)}`).join('\n'),
    `**Next:** ${escaped(next.words)}`, code(next.command), `Again, on any day: ${code(againCommand(report))}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((head) => (head.endsWith(':') ? '---:' : '---'))), ...rows.map(line)].join('\n').replace(/: \|/g, ' |');
}

function picture({ summary }: AuditReport): string[] {
  const rows = summary.buckets.map((bucket) => {
    const row = summary.survival.find((one) => one.pool === 'all' && one.untouchedDays === bucket.from);
    const all = bucket.goal + bucket.lightsOn + bucket.none + bucket.unjudged + bucket.agedOut;
    return [bucketWords(bucket), whole(all), whole(bucket.agedOut), row === undefined || row.silent !== undefined ? 'no estimate' : estimateText(row)];
  });
  return summary.open === 0 ? [] : ['## How long open items have waited', table(['Days untouched', 'Open items', 'Aged out', 'Past items that old, finished in the next year'], rows)];
}

function firstLookTable(report: AuditReport): string[] {
  const rows = firstLook(report);
  if (rows.length === 0) return [];
  const listed = listedWords(report);
  return ['## What to look at first', table(['Finding', 'Count', 'What it says, and what it does not'], rows.map(({ title, count, says, not }) => [title, whole(count), `${escaped(says)} ${not}`])), ...(listed === undefined ? [] : [listed])];
}

function ruleBlock(rule: Finding['rule'], findings: readonly Finding[], report: AuditReport): string[] {
  const shown = findings.slice(0, report.listed.limit ?? LISTED);
  const all = report.summary.byRule[rule]?.count ?? findings.length;
  const title = RULE_WORDS[rule].title;
  const lines = shown.map((finding) => {
    const row = rowBehind(finding, report.summary.survival);
    const why = row === undefined ? escaped(finding.why) : `untouched ${whole(finding.value ?? 0)} days; ${estimateText(row)} of ${whole(row.atRisk)} like it were finished in the next year`;
    return `- ${linked(shortKey(report, finding.item?.key ?? finding.subject), finding.item?.url)} ${escaped(finding.item?.title ?? '')}\n  ${why}`;
  });
  return [`## ${title}${shown.length < all ? `: the first ${whole(shown.length)} of ${whole(all)}` : ''}`, lines.join('\n')];
}

function duplicateBlock(report: AuditReport): string[] {
  const shown = report.duplicates.filter(({ level }) => level === 'suggest').slice(0, report.listed.limit ?? LISTED);
  if (shown.length === 0) return [];
  const groups = shown.map((group) => `${group.items.map((key, at) => `- ${linked(shortKey(report, key), group.urls[at])} ${escaped(group.titles[at] ?? '')}`).join('\n')}\n\n  Alike ${group.score.toFixed(2)} by the words ${escaped(group.words.join(', '))}.`);
  return [`## Probably one: ${shown.length < report.summary.duplicateGroups ? `the first ${whole(shown.length)} of ` : ''}${whole(report.summary.duplicateGroups)} ${report.summary.duplicateGroups === 1 ? 'group' : 'groups'}`, ...groups];
}

function untoldBlock({ summary }: AuditReport): string[] {
  if (summary.cannotTell.length === 0) return [];
  return ['## What could not be said', summary.cannotTell.map(({ what, reason, settledBy }) => {
    const { verdict, reason: because } = untold(what, reason);
    return `- **${escaped(verdict)}** ${escaped(because)} Settled by: ${escaped(settledBy)}.`;
  }).join('\n')];
}
