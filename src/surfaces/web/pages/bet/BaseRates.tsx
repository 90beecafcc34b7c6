// What became of bets like this one: every record there is, nearest first, and the published one with its source.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { chance } from '../../charts/outcome/measure.ts';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { rateWords, type Rate } from './bet-words.ts';

type Shown = OutputOf<'bet.base'>;

export function baseOf(rate: Rate | undefined, kind: string | undefined) {
  if (rate === undefined) return undefined;
  return { rate: rate.rate, low: rate.low, high: rate.high, of: rate.of === 'published' ? 'published experiments' : `${rate.won} of ${rate.n} ${rate.of.startsWith('mine') ? 'of your bets' : 'bets here'}${rate.of.endsWith('kind') && kind !== undefined ? `, “${kind}”` : ''}` };
}

const columnsFor = ({ kind, published }: Shown): readonly Column<Rate>[] => [
  { id: 'of', head: 'Record', rowHead: true, cell: (rate) => <span className="bet-rate-of">{rateWords(rate, kind)}</span> },
  { id: 'won', head: 'Won', right: true, noWrap: true, cell: (rate) => (rate.n === 0 ? 'about 1 in 3' : `${rate.won} of ${rate.n}`) },
  { id: 'rate', head: 'Base rate', right: true, noWrap: true, cell: (rate) => <NumberRef id={`rate-${rate.of}`} explain={<RateWhy rate={rate} kind={kind} published={published} />}>{chance(rate.rate)}</NumberRef> },
  { id: 'range', head: 'May lie between', right: true, noWrap: true, cell: (rate) => `${chance(rate.low)} and ${chance(rate.high)}` },
];

export function BaseRates({ shown }: { readonly shown: Shown }): ReactNode {
  const { rates, published } = shown;
  return (
    <>
      <Table columns={columnsFor(shown)} rows={rates} rowKey={({ of }) => of} dense label="What became of bets like this one" />
      <ul className="bet-sources">{published.map(({ share, where, source }) => <li key={where}>{where}: {chance(share)} won. <span className="muted">{source}.</span></li>)}</ul>
    </>
  );
}

function RateWhy({ rate, kind, published }: { readonly rate: Rate; readonly kind: string | undefined; readonly published: Shown['published'] }): ReactNode {
  const leans = rate.n < 8;
  const [a, b] = leans ? [1 + rate.won, 2 + rate.n - rate.won] : [0.5 + rate.won, 0.5 + rate.n - rate.won];
  return (
    <WhyBody number={chance(rate.rate)} of={rate.of === 'published' ? 'of ideas like these won where it was measured' : `is what ${rateWords(rate, kind)} say of the next one`}
      formula={<p className="formula">{a} / ({a} + {b}) = <b>{chance(rate.rate)}</b></p>} range={`Nine times in ten the true rate lies between ${chance(rate.low)} and ${chance(rate.high)}.`}
      leftOut={leans ? <>Fewer than eight bets lean on the published third: {published[0]?.source}.</> : 'Bets whose metric could not answer, and those that were dropped.'} computed="When the record was shown." />
  );
}
