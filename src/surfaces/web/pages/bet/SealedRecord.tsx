// What a bet promises, line by line, and under it every amendment with the words it replaced struck through: the original stays first.
import type { ReactNode } from 'react';
import { dayShort } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { amendmentsOf, recordRows, type RecordNames, type RecordRow } from './bet-record.ts';
import type { Bet, Terms } from './bet-words.ts';

/** `covered` names lines that this reader may not see yet, with why. */
export function SealedRecord({ terms, names, amendments, covered }: { readonly terms: Terms; readonly names: RecordNames; readonly amendments?: Bet['amendments']; readonly covered?: { readonly lines: readonly string[]; readonly words: string } | undefined }): ReactNode {
  return (
    <dl className="record bet-record">
      {recordRows(terms, names, covered?.lines).map((row) => [<dt key={`${row.id}-t`}>{row.label}</dt>, <dd key={`${row.id}-d`}>{covered?.lines.includes(row.id) === true ? <span className="muted">{covered.words}</span> : <Fact row={row} terms={terms} names={names} />}</dd>])}
      {amendments !== undefined && amendmentsOf({ terms, amendments }, names).map(({ position, sealedAt, words, rows }) => [
        <dt key={`${position}-t`}>Amended {dayShort(sealedAt)}</dt>,
        <dd key={`${position}-d`}>
          {rows.map((row) => <span key={row.label} className="bet-amended">{row.label}: {row.was !== undefined && <s className="muted">{row.was}</s>} {row.now ?? <span className="muted">left out</span>}</span>)}
          <span className="bet-amended">{words}</span> <span className="muted">Seal {position}. The original stays first.</span>
        </dd>,
      ])}
    </dl>
  );
}

function Fact({ row, terms, names }: { readonly row: RecordRow; readonly terms: Terms; readonly names: RecordNames }): ReactNode {
  const metric = row.id === 'metric' ? names.metrics.find(({ id }) => id === terms.metric) : undefined;
  const problem = row.id === 'problem' ? names.problems.find(({ id }) => id === terms.problem) : undefined;
  if (metric !== undefined) return <AppLink className="link-row" href={`/metrics/${metric.key}`}>{row.words}</AppLink>;
  return problem === undefined ? row.words : <AppLink className="link-row" href={`/problems/${problem.key}`}>{row.words}</AppLink>;
}
