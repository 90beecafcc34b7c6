// A look at calendars as one self-contained page: works offline, prints on A4, holds no script and asks the network for nothing.
import type { ReactNode } from 'react';
import type { AttentionReport } from '../../contract/attention-report.ts';
import { AttentionFigures } from './AttentionFigures.tsx';
import { contextLines, kindLines, leftOutLine, unreadLines } from './attention-story.ts';
import { foreign } from './foreign-text.ts';
import { dayWords } from './numbers.ts';
import { pageHtml, ReportPage } from './ReportPage.tsx';

export function attentionHtml(report: AttentionReport): string {
  const days = `${dayWords(report.from)} to ${dayWords(report.to)}`;
  return pageHtml(<ReportPage title={`Attention: ${days}`} name="attention" about={`${days}, ${report.timeZone}`}><Story report={report} /></ReportPage>);
}

function Story({ report }: { readonly report: AttentionReport }): ReactNode {
  const [opening = '', ...rest] = report.sentences;
  const left = leftOutLine(report);
  const unread = unreadLines(report);
  return (
    <>
      <h1>{foreign(opening)}</h1>
      {rest.map((sentence) => <p className="lede" key={sentence}>{foreign(sentence)}</p>)}
      <AttentionFigures report={report} />
      <Kinds report={report} />
      <section id="signals">
        <h2>Signals, each by itself</h2>
        <ul>{report.signals.map(({ name, says }) => <li key={name}>{says}</li>)}</ul>
        <p className="sub">There is no index made of them, and none says how somebody is.</p>
      </section>
      <section id="context">
        <h2>For context, never a target</h2>
        <ul>{contextLines(report).map((line) => <li key={line}>{line}</li>)}</ul>
      </section>
      <section id="read">
        <h2>What was read, and what was not</h2>
        <p>{report.source.files.map(({ name, events }) => `${foreign(name)}: ${events} events`).join('; ')}.</p>
        {left !== undefined && <p>{left}</p>}
        {unread.length > 0 && <ul>{unread.map((line, at) => <li key={at}>{foreign(line)}</li>)}</ul>}
      </section>
    </>
  );
}

function Kinds({ report }: { readonly report: AttentionReport }): ReactNode {
  const rows = kindLines(report);
  if (rows.length === 0) return null;
  return (
    <section id="kinds">
      <h2>Kinds of work</h2>
      <table>
        <thead><tr><th scope="col">Kind</th><th scope="col" className="wide-cell">Group</th><th scope="col" className="right">Hours</th><th scope="col" className="right">Between</th><th scope="col" className="right">Share</th><th scope="col">Known by</th></tr></thead>
        <tbody>{rows.map((row) => <tr key={row.name}><th scope="row">{row.name}</th><td className="wide-cell">{row.group}</td><td className="right">{row.hours}</td><td className="right">{row.between}</td><td className="right">{row.share}</td><td>{row.grade}</td></tr>)}</tbody>
      </table>
      <p className="sub">Up to {Math.round(report.errorShare * 100)}% of guessed minutes may be in the wrong group: measured on real names of meetings, not on this calendar.</p>
    </section>
  );
}
