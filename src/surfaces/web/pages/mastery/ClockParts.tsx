// The mastery clock: shipped bets, loops that were closed after 30, 90 and 365 days, how long it took to hear back, and by kind of bet
// whether there was enough to learn from. Counts, not levels.
import type { ReactNode } from 'react';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { useAsk } from '../../data/ask.ts';
import { count, counted, percent } from '../../data/words.ts';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Section } from '../../ui/Section.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { clockOf, ENOUGH, kindsOf, type Bet, type Clock, type Kind, type Loop } from './mastery-clock.ts';

export function ClockParts({ bets }: { readonly bets: readonly Bet[] }): ReactNode {
  const reviews = useAsk('review.list', { state: 'all' });
  const readouts = useAsk('readout.list', {});
  return (
    <Section finding="What you have seen through to its consequence">
      <Answered asked={reviews} words="Reading the reviews">
        {({ reviews: all }) => (
          <Answered asked={readouts} words="Reading the readouts">
            {({ readouts: read }) => {
              const clock = clockOf(bets, all, read);
              return <><Sums clock={clock} /><Loops clock={clock} /><Kinds kinds={kindsOf(clock, all)} /></>;
            }}
          </Answered>
        )}
      </Answered>
    </Section>
  );
}

function Sums({ clock }: { readonly clock: Clock }): ReactNode {
  const { shipped, delays, median, yearShare } = clock;
  const days = (value: number): string => (Number.isInteger(value) ? count(value) : value.toFixed(1));
  return (
    <p className="mastery-sums">
      <NumberRef id="shipped-bets" label={counted(shipped.length, 'bet')} explain={<BetsWhy number={count(shipped.length)} of="bets that shipped" formula="bets with a ship" rows={shipped.map((bet) => ({ bet, value: bet.ship?.shippedOn ?? '' }))} head="shipped" />}>{counted(shipped.length, 'bet')}</NumberRef> shipped.{' '}
      {median === undefined ? 'None has been read out yet.' : <>The outcome was first read a median of <NumberRef id="feedback-delay" label={`${days(median)} days`} explain={<BetsWhy number={`${days(median)} days`} of="from the ship to the first time its outcome was read, median" formula="median of days from ship to first readout" rows={delays.map(({ bet, days: took }) => ({ bet, value: count(took) }))} head="days" />}>{days(median)} days</NumberRef> after the ship.</>}{' '}
      {yearShare === undefined ? 'No bet is a year old yet.' : <>{yearWords(clock)}</>}
    </p>
  );
}

/** Counts while there are few; from five the share beside them. */
function yearWords({ loops, yearShare }: Clock): string {
  const { made, open } = loops.find(({ review }) => review === 365) ?? { made: 0, open: 0 };
  const due = made + open;
  return `Of the 365-day reviews that fell due, ${made} of ${due} ${due === 1 ? 'was' : 'were'} made${due >= 5 && yearShare !== undefined ? `, ${percent(yearShare)}` : ''}.`;
}

interface Row { readonly bet: Bet; readonly value: string }

const BET: Column<Row> = { id: 'bet', head: 'Bet', rowHead: true, cell: ({ bet }) => <AppLink className="link-row" href={`/bets/${bet.key}`} title={bet.claim}>{bet.key}</AppLink> };

function BetsWhy({ number, of, formula, rows, head }: { readonly number: string; readonly of: string; readonly formula: string; readonly rows: readonly Row[]; readonly head: string }): ReactNode {
  return (
    <WhyBody<Row> number={number} of={of} formula={<p className="formula">{formula} = <b>{number}</b></p>} leftOut="Bets that have not shipped." computed="Just now, from the bets and readouts of this workspace."
      rows={{ rows, rowKey: ({ bet }) => bet.id, columns: [BET, { id: 'value', head, right: true, cell: ({ value }) => value }] }} />
  );
}

const LOOP: readonly Column<Loop>[] = [
  { id: 'review', head: 'Review after', rowHead: true, cell: ({ review }) => `${review} days` },
  { id: 'made', head: 'made', right: true, cell: ({ made }) => count(made) },
  { id: 'open', head: 'open', right: true, cell: ({ open }) => (open === 0 ? '0' : <AppLink className="link-row" href="/reviews">{count(open)}</AppLink>) },
  { id: 'ahead', head: 'still to come', right: true, cell: ({ ahead }) => count(ahead) },
];

function Loops({ clock }: { readonly clock: Clock }): ReactNode {
  return (
    <Table<Loop> label="Reviews by their day" rows={clock.loops} rowKey={({ review }) => String(review)} columns={LOOP} />
  );
}

/** A hunch can be trusted where the world answers often and soon; confidence is no guide to that. */
function Kinds({ kinds }: { readonly kinds: readonly Kind[] }): ReactNode {
  if (kinds.length === 0) return null;
  return (
    <div className="mastery-kinds">
      <h3>By kind of bet</h3>
      <ul className="mastery-list">
        {kinds.map(({ kind, closed, median, enough }) => (
          <li key={kind}><b>{kind}</b>: {counted(closed, 'closed loop')}{median !== undefined && <>, feedback after {counted(Math.round(median), 'day')}</>}. {enough ? 'Enough answers, soon enough, to learn from.' : 'Treat hunches here as hypotheses.'}</li>
        ))}
      </ul>
      <p className="small muted">Enough is {ENOUGH.loops} closed loops and a median within {ENOUGH.days} days: a convention of this program, not a measurement.</p>
    </div>
  );
}
