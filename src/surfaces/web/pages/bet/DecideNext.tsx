// What to bet on next: by what each is worth once promises are taken for what they proved to be, and in the PM's own order, which is
// moved by keyboard and never changed by the tool. The difference between the two is shown, not resolved.
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { chance, said, saidRange } from '../../charts/outcome/measure.ts';
import { useAsk, useDo } from '../../data/ask.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { RowKeysHint } from '../../ui/RowKeysHint.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { effectMeasure, moneyWords } from './bet-measure.ts';
import { listed } from './bet-words.ts';
import { differenceWords, moved, ownOrder, type Ranked } from './own-order.ts';
import { ValueBar } from './ValueBar.tsx';

export type Order = 'worth' | 'own';
type Rank = OutputOf<'bet.rank'>;

export function DecideNext({ order, onOrder }: { readonly order: Order; readonly onOrder: (order: Order) => void }): ReactNode {
  const asked = useAsk('bet.rank', {});
  return (
    <Answered asked={asked} shape="rows" words="Ordering the bets that could be made next">
      {(rank) => rank.ranked.length === 0 && rank.unranked.length === 0 ? null : (
        <Section wide finding="Decide next" sub={rank.sentence} id="decide-next">
          {rank.ranked.length > 0 && (
            <Tabs label="Order of the bets" selected={order} onSelect={(id) => onOrder(id === 'own' ? 'own' : 'worth')} items={[{ id: 'worth', name: 'By what they are worth' }, { id: 'own', name: 'Your own order', ...(rank.differs > 0 ? { count: rank.differs } : {}) }]}>
              <RankRows rank={rank} order={order} readAt={asked.dataUpdatedAt} />
            </Tabs>
          )}
          {rank.unranked.length > 0 && (
            <div className="bet-unranked">
              <h3>{rank.unranked.length === 1 ? 'One bet cannot be ordered yet' : `${rank.unranked.length} bets cannot be ordered yet`}</h3>
              <ul className="plain-rows">{rank.unranked.map((bet) => <li key={bet.bet}><span className="row-key">{bet.key}</span><AppLink className="row-link" href={`/bets/${bet.key}`}>{bet.claim}</AppLink><span className="row-meta">needs {listed(bet.missing)}</span></li>)}</ul>
            </div>
          )}
        </Section>
      )}
    </Answered>
  );
}

function RankRows({ rank, order, readAt }: { readonly rank: Rank; readonly order: Order; readonly readAt: number }): ReactNode {
  const navigate = useNavigate();
  const metricless = useAsk('bet.list', { state: 'open' });
  const metrics = useAsk('metric.list', { state: 'all' });
  // Shown until the server's own answer is here, so that a row moves under the key and not after it.
  const [ahead, setAhead] = useState<{ readonly ids: readonly string[]; readonly readAt: number }>();
  const move = useDo('bet.order', { said: () => 'Your order is kept' });
  const own = ownOrder(rank.ranked);
  const ids = ahead !== undefined && ahead.readAt === readAt ? ahead.ids : own.map(({ bet }) => bet);
  const rows = order === 'worth' ? rank.ranked : ids.flatMap((id) => rank.ranked.find(({ bet }) => bet === id) ?? []);
  const shift = (at: number, step: 1 | -1): void => {
    const next = moved(ids, at, step);
    if (next === ids) return;
    setAhead({ ids: next, readAt });
    keys.handles.chosen(at + step);
    move.mutate({ bets: [...next] });
  };
  const mine = (): boolean => order === 'own';
  const keys = useRowKeys({ name: 'next', group: 'Decide next', count: rows.length, primary: false, actions: [
    { keys: 'Enter', title: 'Open the bet', run: (at) => { const row = rows[at]; if (row) void navigate({ to: `/bets/${row.key}` }); } },
    { keys: 'Shift+k', title: 'Move it up in your order', when: mine, run: (at) => shift(at, -1) },
    { keys: 'Shift+j', title: 'Move it down in your order', when: mine, run: (at) => shift(at, 1) },
  ] });
  const measureFor = (id: string) => { const bet = metricless.data?.bets.find((one) => one.id === id); return effectMeasure(bet?.terms.scale, metrics.data?.metrics.find((one) => one.id === bet?.terms.metric)); };
  return (
    <>
      <Rows items={rows} itemKey={(row) => row.bet} keys={keys} label={order === 'own' ? 'Bets in your own order' : 'Bets by what they are worth'} className="next-row" rowLabel={(row) => `${row.key}, ${row.claim}`} head={<><span /><span>Bet</span><span>What the record makes of it</span><span>Worth, on average</span><span>{order === 'own' ? 'Move' : 'Your order'}</span></>}>
        {(row, at) => (
          <>
            <span className="row-key tabular">{at + 1}</span>
            <span className="row-title next-claim"><span className="next-words"><AppLink className="row-link" href={`/bets/${row.key}`}>{row.key} {row.claim}</AppLink></span><Evidence row={row} />{at === keys.current && order === 'own' && <RowKeysHint actions={[{ keys: 'Shift+k', word: 'up' }, { keys: 'Shift+j', word: 'down' }]} />}</span>
            <span className="row-meta">{said(row.effect.mean, measureFor(row.bet), { signed: true })} ({saidRange(row.effect.low, row.effect.high, measureFor(row.bet), { signed: true })})<span className="next-stated">you state {said(row.stated, measureFor(row.bet), { signed: true })}{row.probability !== undefined && row.usedProbability !== undefined && <>; {chance(row.probability)} is taken for {chance(row.usedProbability)}</>}</span></span>
            <span className="next-value"><ValueBar value={row.value} reach={reachOf(rank.ranked.filter(({ money }) => money === row.money))} /><NumberRef id={`value-${row.key}`} explain={<ValueWhy row={row} record={rank.record} measure={measureFor(row.bet)} />}>{moneyWords(row.value.mean, row.money, true)}</NumberRef></span>
            <span className="row-meta next-place">{order === 'own'
              ? <><Button kind="link" small disabled={at === 0} label={`Move ${row.key} up`} onPress={() => shift(at, -1)}>Up</Button><Button kind="link" small disabled={at === rows.length - 1} label={`Move ${row.key} down`} onPress={() => shift(at, 1)}>Down</Button><span>{differenceWords(at + 1, row.place, 'by worth')}</span></>
              : differenceWords(row.place, row.ownPlace, 'yours')}</span>
          </>
        )}
      </Rows>
      {move.error !== null && <AskError error={move.error} kept="Your order is as it was." />}
    </>
  );
}

/** One axis for all values of one unit: weeks and euros share none. */
function reachOf(ranked: readonly Ranked[]): readonly [number, number] {
  const ends = ranked.flatMap(({ value }) => [value.low, value.high]);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

function Evidence({ row: { evidence: { supports, contradicts } } }: { readonly row: Ranked }): ReactNode {
  if (supports + contradicts === 0) return null;
  const parts = [supports > 0 && `${supports} ${supports === 1 ? 'lesson speaks' : 'lessons speak'} for it`, contradicts > 0 && `${contradicts} against`].filter((part) => part !== false);
  return <span className="row-meta next-evidence">{parts.join(', ')}</span>;
}

function ValueWhy({ row, record, measure }: { readonly row: Ranked; readonly record: number; readonly measure: ReturnType<typeof effectMeasure> }): ReactNode {
  const { money, value } = row;
  return (
    <WhyBody number={moneyWords(value.mean, money, true)} of={`expected of ${row.key}`} formula={<p className="formula">{said(row.effect.mean, measure)} on average, at what it is worth, less its cost = <b>{moneyWords(value.mean, money, true)}</b>. As you state it: {moneyWords(row.statedValue, money, true)}.</p>}
      range={`Nine times in ten between ${moneyWords(value.low, money, true)} and ${moneyWords(value.high, money, true)}. To know the effect beforehand would be worth ${moneyWords(row.worthOfKnowing, money)}.`}
      leftOut={record === 0 ? 'No bet is settled here; promises are taken for the 40% that usually comes of them.' : `${record} settled ${record === 1 ? 'bet stands' : 'bets stand'} behind the shrinkage.`} computed="When this page was read, from your drafts and placed bets." />
  );
}
