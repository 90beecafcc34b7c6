// The report as one self-contained page: works offline, prints on A4, holds no script and asks the network for nothing.
import type { ReactNode } from 'react';
import type { AuditReport } from '../../contract/audit-report.ts';
import { AgeFigure } from './AgeFigure.tsx';
import { byRule, listedWords, lineageWords, readLines } from './details.ts';
import { DuplicateGroups, FindingTable } from './FindingTable.tsx';
import { foreign } from './foreign-text.ts';
import { counted, dayWords, whole } from './numbers.ts';
import { pageHtml, ReportPage } from './ReportPage.tsx';
import { RULE_WORDS, untold } from './rule-words.ts';
import { againCommand, firstLook, ledeOf, nextStep, plain, sentenceOf } from './story.ts';

/** Findings listed of each rule, and groups, when no limit was named: one batch of the cull. */
const LISTED = 20;

export function htmlReport(report: AuditReport): string {
  const names = foreign(report.source.files.map(({ name }) => name).join(', '));
  return pageHtml(<ReportPage title={`Backlog audit: ${names}`} name="audit" about={`${names}, counted to ${dayWords(report.asOf)}`}><Story report={report} /></ReportPage>);
}

function Story({ report }: { readonly report: AuditReport }): ReactNode {
  const sections = [firstLookSection(report), goalSection(report), ...ruleSections(report), duplicateSection(report), untoldSection(report), readSection(report)].filter((one) => one !== undefined);
  const anchors = new Set(['picture', ...sections.map(({ id }) => id)]);
  const next = nextStep(report);
  return (
    <>
      <h1>{sentenceOf(report).map((part, at) => (typeof part === 'string' ? part : anchors.has(part.to) ? <a key={at} className="number" href={`#${part.to}`}>{part.text}</a> : part.text))}</h1>
      <p className="lede">{foreign(ledeOf(report))}</p>
      <pre>{foreign(againCommand(report))}</pre>
      <AgeFigure report={report} />
      {sections.map(({ id, title, body }, at) => <section key={id} id={id}><h2>{at + 1}. {title}</h2>{body}</section>)}
      <div className="next"><p><b>Next:</b> {next.words}</p><code className="command">{foreign(next.command)}</code></div>
    </>
  );
}

interface Part { readonly id: string; readonly title: string; readonly body: ReactNode }

function firstLookSection(report: AuditReport): Part | undefined {
  const rows = firstLook(report);
  if (rows.length === 0) return undefined;
  const listed = listedWords(report);
  const shown = new Set(report.findings.map(({ rule }) => rule));
  return {
    id: 'first', title: 'What to look at first',
    body: <><table><thead><tr><th scope="col">Finding</th><th scope="col" className="right">Count</th><th scope="col">What it says, and what it does not</th></tr></thead><tbody>{rows.map(({ rule, title, count, says, not }) => (
      <tr key={rule}><th scope="row">{title}</th><td className="right">{shown.has(rule) ? <a className="number" href={`#${rule}`}>{whole(count)}</a> : whole(count)}</td><td>{says} {not}</td></tr>
    ))}</tbody></table>{listed !== undefined && <p className="sub">{listed}</p>}</>,
  };
}

function goalSection({ summary }: AuditReport): Part | undefined {
  const lineage = summary.lineage;
  if (lineage === undefined) return undefined;
  return {
    id: 'goal', title: `${whole(lineage.unexplained)} of ${counted(summary.open, 'open item')} have no path to the goal yet`,
    body: <>{lineage.goal !== undefined && <p className="lede">{foreign(lineage.goal)}</p>}<p className="sub">{lineageWords(lineage)}</p>
      {lineage.byOrigin.length > 0 && <table><thead><tr><th scope="col">Who asked</th><th scope="col" className="right">Open</th><th scope="col" className="right">No path yet</th></tr></thead><tbody>{lineage.byOrigin.map(({ origin, open, unexplained }) => <tr key={origin}><th scope="row">{foreign(origin)}</th><td className="right">{whole(open)}</td><td className="right">{whole(unexplained)}</td></tr>)}</tbody></table>}</>,
  };
}

function ruleSections(report: AuditReport): Part[] {
  return [...byRule(report.findings)].filter(([rule]) => rule !== 'duplicate').map(([rule, findings]) => {
    const shown = findings.slice(0, report.listed.limit ?? LISTED);
    const all = report.summary.byRule[rule]?.count ?? findings.length;
    const title = RULE_WORDS[rule].title;
    return { id: rule, title: shown.length < all ? `${title}: the first ${whole(shown.length)} of ${whole(all)}` : title, body: <FindingTable findings={shown} report={report} /> };
  });
}

function duplicateSection(report: AuditReport): Part | undefined {
  const groups = report.duplicates.filter(({ level }) => level === 'suggest');
  const all = report.summary.duplicateGroups;
  const shown = groups.slice(0, report.listed.limit ?? LISTED);
  if (shown.length === 0) return undefined;
  const title = all === 1 ? (shown[0]!.items.length === 2 ? 'Two that are probably one' : 'Some that are probably one') : shown.length < all ? `Probably one: the first ${shown.length} of ${whole(all)} groups` : `Probably one: ${whole(all)} groups`;
  return { id: 'duplicate', title, body: <><DuplicateGroups groups={shown} report={report} /><p className="sub">Suggestions by wording only. Nothing is merged for you, and groups worded differently are not found.</p></> };
}

function untoldSection(report: AuditReport): Part | undefined {
  if (report.summary.cannotTell.length === 0) return undefined;
  return {
    id: 'untold', title: 'What could not be said',
    body: <div>{report.summary.cannotTell.map(({ what, reason, settledBy }, at) => {
      const { verdict, reason: because } = untold(what, reason);
      return <div className="cannot" key={at}><p><b>{verdict}</b> {because}</p><p>Settled by: {settledBy}.</p></div>;
    })}</div>,
  };
}

function readSection(report: AuditReport): Part {
  return {
    id: 'read', title: 'What was read, and what was not',
    body: (
      <dl className="facts">
        {readLines(report).map(({ name, text }) => [<dt key={name}>{name}</dt>, <dd key={`${name}-text`}>{foreign(text)}</dd>])}
        <dt>Input</dt><dd>{report.source.files.map(({ name, sha256 }) => <div key={sha256}>{foreign(name)} <span className="hash">sha256 {sha256}</span></div>)}</dd>
        <dt>Again</dt><dd>Run the command above on the same file: the same report, byte for byte. {plain(['Counted to ', dayWords(report.asOf), '.'])}</dd>
      </dl>
    ),
  };
}
