// Orders the bets that could be made next by what their effect is worth once promises are taken for what they proved to be.
// It keeps the PM's own order beside it and decides nothing.
import type { Distribution } from '../estimate.ts';
import type { Belief } from './belief.ts';
import { chanceAtLeast, meanOf, quantileOf, rangeOf, type Range90 } from './distribution.ts';
import { gridOf, gridQuantile, productOf } from './distribution-grid.ts';
import { sumOf } from './mixture.ts';
import { recalibrated, type RecalibratedChance } from './recalibration.ts';
import { shrunkenEffect, type TrackRecord } from './shrinkage.ts';
import { expectedValue, perfectInformation, type KillRule } from './value.ts';

/** A bet not yet made. Effects are in the metric's unit, positive in the good direction. */
export interface Candidate {
  readonly id: string;
  readonly stated: Distribution;
  /** The size of a usual true effect on this metric; see typical-effect.ts. */
  readonly typical: number;
  /** Money per unit of effect; a distribution when it is itself a guess. */
  readonly valuePerUnit?: number | Distribution | undefined;
  readonly cost?: number | undefined;
  readonly kill?: KillRule | undefined;
  readonly minEffect?: number | undefined;
  /** Stated chance of success, 0 to 1. */
  readonly p?: number | undefined;
}

/** What the PM's and the organisation's bets have taught so far. */
export interface Lessons {
  readonly effects: TrackRecord;
  readonly chances: Belief;
}

export interface RankedBet {
  readonly id: string;
  /** 1 is the first; `ownPlace` counts in the order the candidates were given, the PM's own. */
  readonly place: number;
  readonly ownPlace: number;
  readonly statedMean: number;
  readonly effect: Range90;
  /** Chance that the effect is at least the smallest that matters, by the record; absent when none was stated. */
  readonly pAtLeastMin?: number | undefined;
  /** What the stated chance is worth by the record; absent when none was stated. */
  readonly chance?: RecalibratedChance | undefined;
  /** Net value in money if all came as stated, without the kill rule. */
  readonly statedValue: number;
  /** Net value with the kill rule; the range is that of carrying the bet through. */
  readonly value: Range90;
  /** What it would be worth to know the effect first, in money. */
  readonly worthOfKnowing: number;
}

export interface Ranking {
  readonly ranked: readonly RankedBet[];
  /** Bets whose value cannot be told, with what is missing; in the given order. */
  readonly unranked: readonly { readonly id: string; readonly missing: readonly ('value' | 'cost')[] }[];
}

/** Orders candidates by shrunken expected value, highest first; of equals the one that stood first. A bet without value or cost is not guessed at. */
export function rankBets(candidates: readonly Candidate[], lessons: Lessons): Ranking {
  const valued: Omit<RankedBet, 'place'>[] = [];
  const unranked: { id: string; missing: ('value' | 'cost')[] }[] = [];
  candidates.forEach((candidate, at) => {
    const { id, valuePerUnit, cost } = candidate;
    if (valuePerUnit !== undefined && cost !== undefined) return valued.push(appraised({ ...candidate, valuePerUnit, cost }, at + 1, lessons));
    unranked.push({ id, missing: [...(valuePerUnit === undefined ? ['value' as const] : []), ...(cost === undefined ? ['cost' as const] : [])] });
  });
  const ranked = valued.toSorted((one, other) => other.value.mean - one.value.mean).map((bet, at) => ({ ...bet, place: at + 1 }));
  return { ranked, unranked };
}

type Valued = Candidate & { readonly valuePerUnit: number | Distribution; readonly cost: number };

function appraised(candidate: Valued, ownPlace: number, lessons: Lessons): Omit<RankedBet, 'place'> {
  const { id, stated, typical, cost, kill, minEffect, p } = candidate;
  const statedMean = meanOf(stated);
  const effect = shrunkenEffect(lessons.effects, [{ stated: statedMean / typical, typical }]);
  const valuePerUnit = typeof candidate.valuePerUnit === 'number' ? candidate.valuePerUnit : meanOf(candidate.valuePerUnit);
  const net = netRange(effect, candidate);
  const spread = (net.high - net.low) / REACH90;
  return {
    id,
    ownPlace,
    statedMean,
    effect: rangeOf(effect),
    pAtLeastMin: minEffect === undefined ? undefined : chanceAtLeast(effect, minEffect),
    chance: p === undefined ? undefined : recalibrated(lessons.chances, p),
    statedValue: valuePerUnit * statedMean - cost,
    value: { ...net, mean: expectedValue({ effect, valuePerUnit, cost, kill }) },
    worthOfKnowing: perfectInformation(valuePerUnit * meanOf(effect) - cost, spread),
  };
}

/** Standard deviations between the 5th and the 95th percentile. */
const REACH90 = 2 * 1.6448536269514722;

function netRange(effect: ReturnType<typeof shrunkenEffect>, { valuePerUnit, cost }: Valued): Pick<Range90, 'low' | 'high'> {
  if (typeof valuePerUnit !== 'number') {
    const grid = productOf(gridOf(sumOf([effect])), valuePerUnit);
    return { low: gridQuantile(grid, 0.05) - cost, high: gridQuantile(grid, 0.95) - cost };
  }
  const ends = [0.05, 0.95].map((p) => valuePerUnit * quantileOf(effect, p) - cost);
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
