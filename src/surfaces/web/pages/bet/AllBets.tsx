// Every bet that left the drawing board on one axis of effect, one picture for each way of counting. Lost and stopped bets count too.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { betIntervalsSummary, betIntervalsTable, type BetIntervalRow, type BetIntervalsData } from '../../charts/outcome/bet-intervals.ts';
import { BetIntervals } from '../../charts/outcome/BetIntervals.tsx';
import type { Measure } from '../../charts/outcome/measure.ts';
import { useAsk } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { byKey } from '../../parts/by-key.ts';
import { Section } from '../../ui/Section.tsx';
import { effectMeasure, type Metric } from './bet-measure.ts';
import { nextReview, reviewWords, standingOf, verdictNote, type Bet, type Review } from './bet-words.ts';

interface Group { readonly measure: Measure; readonly bets: Bet[] }

export function AllBets({ bets, reviews }: { readonly bets: readonly Bet[]; readonly reviews: readonly Review[] }): ReactNode {
  const metrics = useAsk('metric.list', { state: 'all' });
  const shown = bets.filter((bet) => bet.seal !== undefined && bet.outcome?.status !== 'dropped').toSorted((a, b) => rank(a) - rank(b) || byKey(a, b));
  if (shown.length === 0 || metrics.data === undefined) return null;
  const all = groups(shown, metrics.data.metrics);
  const settled = shown.filter(({ outcome }) => outcome !== undefined);
  return (
    <Section wide finding={finding(settled)}>
      {all.map(({ measure, bets: own }) => {
        const data: BetIntervalsData = { measure, level: 0.95, rows: own.map((bet) => rowOf(bet, reviews)) };
        const words = measure.unit === '%' ? 'Relative effect' : `Effect in${measure.unit === '' ? ' the metric’s own numbers' : measure.unit}`;
        return (
          <Figure key={`${measure.as}${measure.unit}`} id={`bets-${measure.unit.trim() === '%' ? 'relative' : measure.unit.trim().replaceAll(/\W+/g, '-') || 'numbers'}`} title={all.length > 1 ? `Counted in ${measure.unit === '%' ? 'per cent' : measure.unit.trim() || 'plain numbers'}` : settled.length === 0 ? 'What each has to reach' : 'All bets on one axis'} unit={`${words} in the hoped-for direction, 95% interval; ▾ the least that would matter`} summary={betIntervalsSummary(data)} table={figureTable(betIntervalsTable(data))}>
            {(frame) => <BetIntervals data={data} frame={frame} />}
          </Figure>
        );
      })}
    </Section>
  );
}

/** Settled first, then what runs, then what has not shipped. */
const rank = (bet: Bet): number => (bet.outcome !== undefined ? 0 : bet.ship !== undefined ? 1 : 2);

function finding(settled: readonly Bet[]): string {
  if (settled.length === 0) return 'No outcome is known yet';
  const count = (status: string): number => settled.filter(({ outcome }) => outcome?.status === status).length;
  const [won, lost] = [count('won'), count('lost')];
  const unknown = settled.length - won - lost;
  if (settled.length === 1) return won === 1 ? 'The one settled bet won' : lost === 1 ? 'The one settled bet lost' : 'Of the one settled bet nobody can tell';
  const parts = [won > 0 && `${won} won`, lost > 0 && `${lost} lost`, unknown > 0 && `${unknown} cannot tell`].filter((part) => part !== false);
  return `Of ${settled.length} settled bets ${parts.join(', ')}`;
}

function groups(bets: readonly Bet[], metrics: readonly Metric[]): Group[] {
  const found = new Map<string, Group>();
  for (const bet of bets) {
    const measure = effectMeasure(bet.terms.scale, metrics.find(({ id }) => id === bet.terms.metric));
    const key = `${measure.as}${measure.unit}`;
    const group = found.get(key) ?? { measure, bets: [] };
    group.bets.push(bet);
    found.set(key, group);
  }
  return [...found.values()];
}

function rowOf(bet: Bet, reviews: readonly Review[]): BetIntervalRow {
  const { outcome, terms } = bet;
  const review = nextReview(reviews, bet.id);
  const effect = outcome?.effect === undefined ? undefined : { value: outcome.effect, low: outcome.low ?? null, high: outcome.high ?? null };
  const note = outcome !== undefined ? verdictNote(outcome) : bet.ship !== undefined && review !== undefined ? reviewWords(review) : terms.shipBy === undefined ? 'not shipped yet' : `ships by ${dayShort(terms.shipBy)}`;
  return { id: bet.key, name: `${bet.key} ${bet.claim}`, standing: standingOf(bet), grade: outcome?.grade, effect, minEffect: terms.minEffect, ...(note === '' ? {} : { note }) };
}
