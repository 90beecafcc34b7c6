// How likely a goal is reached: the metric's own trend plus what the open bets can be expected to add, with all doubt kept.
// Knows no series and no model of the trend: it is given the forecast.
import type { Direction, Scale } from '../estimate.ts';
import { chanceAtLeast, chanceAtMost, quantileOf, rangeOf, type Range90 } from './distribution.ts';
import { normalMixture, sumOf, type NormalMixture } from './mixture.ts';
import { shrunkenEffect, type TrackRecord } from './shrinkage.ts';

/** A bet on the goal's metric whose effect is not yet in the series. */
export interface OpenBet {
  readonly id: string;
  /** Stated mean effect in the good direction, in the metric's unit or, relative, as a fraction. */
  readonly stated: number;
  /** The size of a usual true effect on this metric, in the same unit. */
  readonly typical: number;
  readonly scale: Scale;
  /** The first week, counted in `weeks` from 0, in which its effect is in the metric. Past the last week it adds nothing. */
  readonly fromWeek: number;
}

/** Bets that are judged by one record, one person's: they share what is not known of that person's promises. */
export interface OpenBets {
  readonly record: TrackRecord;
  readonly bets: readonly OpenBet[];
}

export interface GoalQuestion {
  readonly target: number;
  readonly direction: Direction;
  /** The metric's forecast without the open bets, week by week to the end date, in its own unit. */
  readonly weeks: readonly { readonly mean: number; readonly sd: number }[];
  readonly open: readonly OpenBets[];
}

export interface Fan {
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface GoalOutlook {
  /** Chance that the metric is at the target or beyond in the last week, 0 to 1; and the same if no open bet did anything. */
  readonly chance: number;
  readonly chanceWithoutBets: number;
  /** The metric per week, with the open bets, in its own unit. */
  readonly weeks: readonly Fan[];
  /** What all open bets add in the last week, and each alone, in the metric's unit and with its sign. */
  readonly added: Range90;
  readonly bets: readonly (Range90 & { readonly id: string })[];
}

/**
 * Adds the shrunken effects to the trend. One record's bets go together, records and trend are independent of each other; a
 * relative effect is a share of that week's trend. Undefined when no week is left. Exact in mean and variance.
 */
export function goalOutlook(question: GoalQuestion): GoalOutlook | undefined {
  const { weeks, open, target } = question;
  const last = weeks.at(-1);
  if (last === undefined) return undefined;
  const reaches = question.direction === 'up' ? chanceAtLeast : chanceAtMost;
  const totals = weeks.map((_, week) => sumOf([trend(question, week), ...effectsIn(question, week)]));
  const end = weeks.length - 1;
  const bets = open.flatMap(({ record, bets: own }) =>
    own.map((bet) => ({ id: bet.id, ...rangeOf(sumOf(effectsIn({ ...question, open: [{ record, bets: [bet] }] }, end))) })),
  );
  return {
    chance: reaches(totals[end]!, target),
    chanceWithoutBets: reaches(trend(question, end), target),
    weeks: totals.map(fanOf),
    added: rangeOf(sumOf(effectsIn(question, end))),
    bets,
  };
}

function trend({ weeks }: GoalQuestion, week: number): NormalMixture {
  const { mean, sd } = weeks[week]!;
  return normalMixture(mean, sd);
}

/** What each record's bets add together in one week. */
function effectsIn({ weeks, open, direction }: GoalQuestion, week: number): NormalMixture[] {
  const good = direction === 'up' ? 1 : -1;
  const level = Math.abs(weeks[week]!.mean);
  return open.flatMap(({ record, bets }) => {
    const working = bets.filter(({ fromWeek }) => fromWeek <= week);
    if (working.length === 0) return [];
    const promises = working.map(({ stated, typical, scale }) => ({ stated: stated / typical, typical: good * typical * (scale === 'relative' ? level : 1) }));
    return [shrunkenEffect(record, promises)];
  });
}

function fanOf(total: NormalMixture): Fan {
  const at = (p: number): number => quantileOf(total, p);
  return { p05: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
}
