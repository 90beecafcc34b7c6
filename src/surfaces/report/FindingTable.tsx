// The findings of one rule and the groups of alike items, as a page shows them. Tracker text is escaped and kept in its own direction.
import type { ReactNode } from 'react';
import type { AuditReport } from '../../contract/audit-report.ts';
import { markSpans } from '../web/ui/mark-spans.ts';
import { rowBehind } from './aged-out.ts';
import type { Finding } from './details.ts';
import { foreign, webAddress, wordSpans } from './foreign-text.ts';
import { estimateText, whole } from './numbers.ts';
import { shortKey } from './story.ts';

function Key({ name, url }: { readonly name: string; readonly url: string | null | undefined }): ReactNode {
  const address = webAddress(url);
  const words = <bdi>{foreign(name)}</bdi>;
  return address === undefined ? words : <a className="link" href={address} rel="noopener noreferrer nofollow">{words}</a>;
}

/** A short key stays on one line; a long one breaks where it must. */
function keyClass(key: string): string {
  return key.length <= 16 ? 'key no-wrap' : 'key';
}

function Title({ text, spans }: { readonly text: string; readonly spans: readonly { readonly start: number; readonly end: number }[] }): ReactNode {
  return <bdi>{markSpans(text, spans).map(({ text: part, marked }, at) => (marked ? <mark key={at}>{foreign(part)}</mark> : foreign(part)))}</bdi>;
}

/** Aged-out items have a column each for days and estimate; every other rule says why under the title. */
export function FindingTable({ findings, report }: { readonly findings: readonly Finding[]; readonly report: AuditReport }): ReactNode {
  const aged = findings[0]?.rule === 'dinosaur';
  return (
    <table>
      <thead><tr><th scope="col">Item</th><th scope="col">{aged ? 'Title' : 'Title, and why'}</th>{aged && <><th scope="col" className="right">Untouched</th><th scope="col" className="right wide-cell">Finished in the next year, like these</th></>}</tr></thead>
      <tbody>{findings.map((finding, at) => {
        const row = rowBehind(finding, report.summary.survival);
        return (
          <tr key={at}>
            <td className={keyClass(shortKey(report, finding.item?.key ?? finding.subject))}><Key name={shortKey(report, finding.item?.key ?? finding.subject)} url={finding.item?.url} /></td>
            <td className="title">
              <Title text={finding.item?.title ?? ''} spans={finding.spans.filter(({ field }) => field === 'title')} />
              {!aged && <span className="why"><bdi>{foreign(finding.why)}</bdi></span>}
            </td>
            {aged && <><td className="right">{finding.value === undefined ? '' : `${whole(finding.value)} days`}</td><td className="right wide-cell">{row === undefined ? '' : `${estimateText(row)}, n ${whole(row.atRisk)}`}</td></>}
          </tr>
        );
      })}</tbody>
    </table>
  );
}

export function DuplicateGroups({ groups, report }: { readonly groups: AuditReport['duplicates']; readonly report: AuditReport }): ReactNode {
  return (
    <div>{groups.map((group, at) => (
      <div className="group" key={at}>
        <ul>{group.items.map((key, index) => (
          <li key={key}><span className={keyClass(shortKey(report, key))}><Key name={shortKey(report, key)} url={group.urls[index]} /></span><span><Title text={group.titles[index] ?? ''} spans={wordSpans(group.titles[index] ?? '', group.words)} /></span></li>
        ))}</ul>
        <p className="why">Alike {group.score.toFixed(2)} by the words <bdi>{foreign(group.words.join(', '))}</bdi>.</p>
      </div>
    ))}</div>
  );
}
