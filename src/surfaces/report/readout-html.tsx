// A readout as one self-contained page: works offline, prints on A4, holds no script and asks the network for nothing.
import type { ReactNode } from 'react';
import type { ReadoutReport } from '../../contract/readout-report.ts';
import { foreign } from './foreign-text.ts';
import { pageHtml, ReportPage } from './ReportPage.tsx';
import { ReadoutFigures } from './ReadoutFigures.tsx';
import { checkLines, numberLines, readLines, statusWords, unreadLines } from '../web/charts/outcome/readout-story.ts';

/** Cells left out that a page lists. */
const LISTED = 40;

export function readoutHtml(report: ReadoutReport): string {
  const names = report.source.files.map(({ name }) => foreign(name)).join(', ');
  return pageHtml(<ReportPage title={`Readout: ${names}`} name="readout" about={`${names}: ${statusWords(report)}`}><Story report={report} /></ReportPage>);
}

function Story({ report }: { readonly report: ReadoutReport }): ReactNode {
  const [opening = '', ...rest] = report.sentences;
  const unread = unreadLines(report, LISTED);
  const files = report.source.files.map(({ name, sha256 }) => <div key={sha256}>{foreign(name)} <span className="hash">sha256 {sha256}</span></div>);
  return (
    <>
      <h1>{foreign(opening)}</h1>
      {rest.map((sentence) => <p className="lede" key={sentence}>{foreign(sentence)}</p>)}
      <ReadoutFigures report={report} />
      <section id="numbers"><h2>1. The numbers</h2><Facts lines={numberLines(report)} /></section>
      <section id="checks">
        <h2>2. What was checked</h2>
        <table>
          <thead><tr><th scope="col">Check</th><th scope="col">Result</th><th scope="col" className="right">Found, against its limit</th></tr></thead>
          <tbody>{checkLines(report).map(({ name, ok, refuses, text }) => <tr key={name}><th scope="row">{name}</th><td>{ok ? 'yes' : refuses ? 'no: refused' : 'no: a warning'}</td><td className="right">{text}</td></tr>)}</tbody>
        </table>
      </section>
      <section id="read">
        <h2>3. What was read, and what was not</h2>
        <Facts lines={readLines(report)} more={<><dt>Input</dt><dd>{files}</dd></>} />
        {unread.length > 0 && <ul>{unread.map((line, at) => <li key={at}>{foreign(line)}</li>)}</ul>}
      </section>
    </>
  );
}

function Facts({ lines, more }: { readonly lines: readonly { readonly name: string; readonly text: string }[]; readonly more?: ReactNode }): ReactNode {
  return <dl className="facts">{lines.map(({ name, text }) => [<dt key={name}>{name}</dt>, <dd key={`${name}-text`}>{foreign(text)}</dd>])}{more}</dl>;
}
