// The chance of the goal by its end date, as odds that open: with the open bets, and without them.
import type { ReactNode } from 'react';
import { chance as chanceWords } from '../../charts/outcome/measure.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import type { Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { betAdds, oddsWords, type Outlook } from './outlook-words.ts';

interface Adding { readonly key: string; readonly adds: string }

const COLUMNS: readonly Column<Adding>[] = [
  { id: 'bet', head: 'Bet', rowHead: true, cell: ({ key }) => <AppLink className="link-row" href={`/bets/${key}`}>{key}</AppLink> },
  { id: 'adds', head: 'Adds', right: true, cell: ({ adds }) => adds },
];

function Why({ outlook, share, withBets }: { readonly outlook: Outlook; readonly share: number; readonly withBets: boolean }): ReactNode {
  const rows = outlook.bets.map((bet): Adding => ({ key: bet.key, adds: betAdds(bet, outlook.unit) }));
  return (
    <WhyBody<Adding> number={chanceWords(share)} of={withBets ? 'chance of reaching the target by the end date, with the open bets' : 'chance of reaching the target by the end date, as the metric moves by itself'}
      formula={<p className="formula">The share of what may come that lies beyond the target in the last week{withBets ? ': the metric’s own forecast, plus each open bet’s stated effect, shrunk by your record' : ': the metric’s own forecast alone'}.</p>}
      {...(withBets ? { rows: { columns: COLUMNS, rows, rowKey: ({ key }: Adding) => key } } : {})}
      range="It holds as long as the metric goes on as it did, and no longer." computed="Just now, from the metric’s history and the bets as they stand." />
  );
}

/** Nothing where nothing can be said ahead. */
export function GoalChance({ outlook }: { readonly outlook: Outlook }): ReactNode {
  const { chance, chanceWithoutBets, bets } = outlook;
  if (chance === undefined) return null;
  const odds = (id: string, share: number, withBets: boolean): ReactNode => <NumberRef id={id} explain={<Why outlook={outlook} share={share} withBets={withBets} />}>{oddsWords(share)}</NumberRef>;
  if (bets.length === 0 || chanceWithoutBets === undefined) return <> As it moves by itself that is {odds('chance', chance, false)}.</>;
  return <> The open {bets.length === 1 ? 'bet makes' : 'bets make'} it {odds('chance', chance, true)}; without {bets.length === 1 ? 'it' : 'them'}, {odds('chance-without', chanceWithoutBets, false)}.</>;
}
