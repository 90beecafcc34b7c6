// What the record of a person shows at the number of bets there is: data for its drawings and the sentences beside them. Adds no statistic.
import type { OutputOf } from '../../../../contract/index.ts';
import type { BetIntervalRow, BetIntervalsData, BetStanding } from '../../charts/outcome/bet-intervals.ts';
import { chance, said } from '../../charts/outcome/measure.ts';
import type { ReliabilityCurveData, SaidBet } from '../../charts/outcome/reliability.ts';
import { counted } from '../../data/words.ts';
import type { Bet } from './mastery-clock.ts';

export type Record = OutputOf<'calibration.get'>;

const OUTCOMES: Readonly<{ [status: string]: SaidBet['outcome'] }> = { won: 'happened', lost: 'did-not' };

/** A verdict makes it happened or not; everything between counts in the scores by its chance, and is drawn as what it is. What is covered is not drawn. */
export function saidBets({ list }: Pick<Record, 'list'>): SaidBet[] {
  return list.flatMap(({ bet, key, claim, said: probability, status }) => (probability === undefined ? [] : [{ id: bet, name: `${key} ${claim}`, said: probability, outcome: OUTCOMES[status] ?? 'cannot-tell' }]));
}

export function curveOf(record: Record): ReliabilityCurveData | undefined {
  return record.curve && { bets: saidBets(record), curve: record.curve.points.map((point) => ({ said: point.said, happened: point.came })) };
}

/** Title of the strip, which says what the number of bets can carry. */
export function stripTitle({ n }: Pick<Record, 'n'>): string {
  if (n === 0) return 'What you said; nothing of it is resolved yet';
  if (n < 5) return `${counted(n, 'bet is', 'bets are')} resolved; read ${n === 1 ? 'it' : 'them one by one'}`;
  return n < 10 ? `${counted(n, 'bet is', 'bets are')} resolved; too few for a score` : 'What you said, and what came of it';
}

const two = (value: number): string => value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The score with its error first in line and what it is to be held against; undefined below ten resolved bets. */
export function brierWords({ brier, baseRate, n }: Pick<Record, 'brier' | 'baseRate' | 'n'>): string | undefined {
  if (brier === undefined) return undefined;
  const error = brier.sd === undefined ? '' : `${two(Math.max(0, brier.value - 1.96 * brier.sd))} to ${two(brier.value + 1.96 * brier.sd)}, with `;
  const base = baseRate === undefined ? '' : `; saying the base rate of ${chance(baseRate)} each time would give ${two(baseRate * (1 - baseRate))}`;
  const noise = brier.noise !== undefined && brier.noise >= 0.005 ? ` ${two(brier.noise)} of it is noise of the measurements.` : '';
  return `Brier score ${error}${two(brier.value)} over ${counted(n, 'bet')}. 0 is best; saying 50% each time would give 0.25${base}.${noise}`;
}

/** What could never be resolved is a score of its own; undefined when all could. */
export function unresolvableWords({ unresolvable, list }: Pick<Record, 'unresolvable' | 'list'>): string | undefined {
  if (unresolvable === undefined || unresolvable === 0) return undefined;
  const many = Math.round(unresolvable * list.length);
  return `${many} of ${counted(list.length, 'bet')} could not be resolved: the metric could not answer, or the bet was dropped. They are counted and not scored.`;
}

/** Bets that count and are not drawn, because a review of them is open; undefined when there are none. */
export function coveredWords({ list }: Pick<Record, 'list'>): string | undefined {
  const many = list.filter(({ hiddenUntil }) => hiddenUntil !== undefined).length;
  return many === 0 ? undefined : `${counted(many, 'bet counts and is', 'bets count and are')} not drawn: a review of ${many === 1 ? 'it is' : 'them is'} open, and asks what you remember saying.`;
}

/** What the next number of bets opens; under five the record's own sentence says it. */
export function nextOpens(n: number): string | undefined {
  if (n < 5) return undefined;
  if (n < 10) return 'From ten there are groups, a score with its error, and the shape of a curve.';
  return n < 30 ? 'From thirty the curve gets its numbers, and the score its parts.' : undefined;
}

function standingOf({ outcome }: Bet): BetStanding {
  return outcome?.status === 'won' || outcome?.status === 'lost' ? outcome.status : 'cannot-tell';
}

/** Settled bets on one axis of relative effect. One in its own unit has no place on it and says its effect in words. */
export function settledIntervals(bets: readonly Bet[]): BetIntervalsData {
  const settled = bets.filter((bet) => bet.outcome !== undefined && bet.outcome.status !== 'dropped').toSorted((a, b) => (b.settledAt ?? '').localeCompare(a.settledAt ?? ''));
  const rows = settled.map(({ id, key, claim, outcome, terms, ...bet }): BetIntervalRow => {
    const row = { id, name: `${key} ${claim}`, standing: standingOf({ outcome, ...bet } as Bet), grade: outcome?.grade };
    if (outcome?.effect === undefined) return { ...row, note: 'no effect may be shown' };
    if (terms.scale === 'absolute') return { ...row, note: `in its own unit: ${said(outcome.effect, { as: 'number', unit: '' }, { signed: true })}` };
    return { ...row, effect: { value: outcome.effect, low: outcome.low ?? null, high: outcome.high ?? null }, minEffect: terms.minEffect };
  });
  return { rows, measure: { as: 'share', unit: '%' }, level: 0.95 };
}
