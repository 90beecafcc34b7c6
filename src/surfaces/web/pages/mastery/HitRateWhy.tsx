// What stands behind the range of a hit rate: the formula with its values and every bet that counts.
import type { ReactNode } from 'react';
import { chance } from '../../charts/outcome/measure.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import type { Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { unresolvableWords, type Record } from './mastery-words.ts';

type Row = Record['list'][number];

const COLUMNS: readonly Column<Row>[] = [
  { id: 'bet', head: 'Bet', rowHead: true, cell: (row) => <AppLink className="link-row" href={`/bets/${row.key}`} title={row.claim}>{row.key}</AppLink> },
  { id: 'said', head: 'you said', right: true, cell: (row) => (row.said === undefined ? 'covered' : chance(row.said)) },
  { id: 'came', head: 'came', right: true, cell: (row) => chance(row.came ?? 0) },
  { id: 'grade', head: 'grade', right: true, cell: (row) => row.grade ?? '' },
];

export function HitRateWhy({ record }: { readonly record: Record }): ReactNode {
  const { hitRate, n, list } = record;
  if (hitRate === undefined) return null;
  const scored = list.filter(({ came }) => came !== undefined);
  return (
    <WhyBody<Row> number={`${chance(hitRate.low)} to ${chance(hitRate.high)}`} of={`your true hit rate, 95% interval; ${chance(hitRate.rate)} of ${n} so far`}
      formula={<><p className="formula">came true = {(hitRate.rate * n).toLocaleString('en', { maximumFractionDigits: 2 })} of {n}<br />range: Jeffreys interval = <b>{chance(hitRate.low)} to {chance(hitRate.high)}</b></p><p className="formula-words">A bet counts by the chance that its effect is at least its bar, given the reading and what is usual here: near 1 when won, near 0 when lost, between when nobody can tell. <AppLink className="link link-small" href="/formulas/calibration">How it is worked out</AppLink></p></>}
      rows={{ rows: scored, rowKey: (row) => row.bet, columns: COLUMNS }}
      leftOut={unresolvableWords(record) ?? 'Nothing.'} computed="Just now, from your settled bets." />
  );
}
