// All settled bets on one axis of effect, newest first.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { betIntervalsSummary, betIntervalsTable } from '../../charts/outcome/bet-intervals.ts';
import { BetIntervals } from '../../charts/outcome/BetIntervals.tsx';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { Section } from '../../ui/Section.tsx';
import type { Bet } from './mastery-clock.ts';
import { settledIntervals } from './mastery-words.ts';

export function SettledFigure({ bets }: { readonly bets: readonly Bet[] }): ReactNode {
  const data = settledIntervals(bets);
  if (data.rows.length === 0) return null;
  const won = data.rows.filter(({ standing }) => standing === 'won').length;
  return (
    <Section finding="What settled bets moved" wide>
      <Figure id="settled" title={`${won} of ${data.rows.length} reached ${data.rows.length === 1 ? 'its bar' : 'their bars'}`} unit="Relative effect in the hoped-for direction, 95% interval; ▾ the least that would matter" summary={betIntervalsSummary(data)} table={figureTable(betIntervalsTable(data))}>
        {(frame) => <BetIntervals data={data} frame={frame} />}
      </Figure>
    </Section>
  );
}
