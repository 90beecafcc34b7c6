// One landmark of one pool: the share finished within 365 days, how sure that is, and why it may have to stay silent.
// Knows day counts only. Formula and its limits: docs/formulas/survival.md.
import type { Random } from '../kernel/random.ts';
import { sortedQuantile } from '../kernel/statistics-order.ts';
import { clopperPearsonLower, clopperPearsonUpper } from '../kernel/statistics-proportion.ts';
import { cellSampler } from '../kernel/statistics-sample.ts';
import { FOLLOWED_THROUGH, HORIZON, OUTCOME_CENSORED, OUTCOME_DONE } from './survival-tally.ts';

export const MIN_AT_RISK = 30;
const RESAMPLES = 400;
/** Share that may be neither finished nor closed when the last item leaves observation early; above it the year cannot be read. */
const UNSEEN_LIMIT = 0.02;

export interface SurvivalEstimate {
  /** Items that entered the landmark. */
  readonly atRisk: number;
  /** Items done within 365 days of entering. */
  readonly events: number;
  /** Items whose fate within 365 days is known: followed that long, done or closed. */
  readonly followed: number;
  /** Aalen-Johansen cumulative incidence of done at 365 days, 0-1; 0 when nothing is at risk (then `low` 0, `high` 1). */
  readonly doneWithin365: number;
  /** 5% and 95% bounds, 0-1. */
  readonly low: number;
  readonly high: number;
  /** Share of items neither done nor closed when the last one left observation before day 365; 0 when some were followed through. */
  readonly unseen: number;
}

/** Days, outcomes and counts of the cells that hold anything, in time order, done before closed before censored. */
interface Occupied {
  readonly cells: readonly number[];
  readonly counts: readonly number[];
}

function occupied(cells: Uint32Array): Occupied {
  const at: number[] = [];
  const counts: number[] = [];
  cells.forEach((count, cell) => {
    if (count > 0) {
      at.push(cell);
      counts.push(count);
    }
  });
  return { cells: at, counts };
}

/**
 * Aalen-Johansen: F = sum over days of S(before the day) x done / at risk, where S falls by (done + closed) / at risk.
 * Source: Aalen & Johansen (1978), Scand. J. Stat. 5. Items censored on a day are at risk on that day. `cells` ascend, each with its count.
 */
export function cumulativeIncidence(cells: readonly number[], counts: ArrayLike<number>, total: number): { share: number; unfinished: number } {
  let atRisk = total;
  let unfinished = 1;
  let share = 0;
  let i = 0;
  while (i < cells.length && cells[i]! < FOLLOWED_THROUGH) {
    const day = Math.floor(cells[i]! / 3);
    let done = 0;
    let closed = 0;
    let censored = 0;
    for (; i < cells.length && cells[i]! < FOLLOWED_THROUGH && Math.floor(cells[i]! / 3) === day; i++) {
      const outcome = cells[i]! % 3;
      if (outcome === OUTCOME_DONE) done = counts[i]!;
      else if (outcome === OUTCOME_CENSORED) censored = counts[i]!;
      else closed = counts[i]!;
    }
    if (atRisk > 0) {
      share += (unfinished * done) / atRisk;
      unfinished *= 1 - (done + closed) / atRisk;
    }
    atRisk -= done + closed + censored;
  }
  return { share: Math.min(1, share), unfinished: Math.max(0, unfinished) };
}

/**
 * Item-level bootstrap, 400 resamples, type-7 quantiles at 5% and 95%. Items in one cell are interchangeable for the estimate, so
 * drawing items with replacement and counting cells is the same as one multinomial draw over the cells: the cost depends on days, not items.
 */
function bootstrap(at: Occupied, total: number, random: Random): readonly [number, number] {
  const shares = new Float64Array(RESAMPLES);
  const drawn = new Int32Array(at.cells.length);
  const draw = cellSampler(at.counts);
  for (let round = 0; round < RESAMPLES; round++) {
    draw(drawn, random);
    shares[round] = cumulativeIncidence(at.cells, drawn, total).share;
  }
  shares.sort();
  return [sortedQuantile(shares, 0.05), sortedQuantile(shares, 0.95)];
}

/**
 * The estimate from one landmark's cells. Under 5 events the bounds are one-sided 95% Clopper-Pearson bounds, because the bootstrap would
 * collapse on zero: the upper on (events, followed), so that 0 of 30 gives 9.5%; the lower on (events, at risk), which cannot be too high.
 */
export function estimateSurvival(landmark: Uint32Array, random: Random): SurvivalEstimate {
  const at = occupied(landmark);
  const total = at.counts.reduce((sum, count) => sum + count, 0);
  let events = 0;
  let followed = landmark[FOLLOWED_THROUGH]!;
  at.cells.forEach((cell, i) => {
    if (cell === FOLLOWED_THROUGH || cell % 3 === OUTCOME_CENSORED) return;
    followed += at.counts[i]!;
    if (cell % 3 === OUTCOME_DONE) events += at.counts[i]!;
  });
  const { share, unfinished } = cumulativeIncidence(at.cells, at.counts, total);
  const [low, high] = events < 5
    ? [clopperPearsonLower(events, total), clopperPearsonUpper(events, followed)]
    : bootstrap(at, total, random);
  return {
    atRisk: total, events, followed, doneWithin365: share, low: Math.min(low, share), high: Math.max(high, share),
    unseen: landmark[FOLLOWED_THROUGH]! > 0 ? 0 : unfinished,
  };
}

/** Why an estimate makes no claim, as a sentence; undefined when it may. */
export function silence(estimate: SurvivalEstimate, untouchedDays: number): string | undefined {
  if (estimate.atRisk < MIN_AT_RISK) {
    return `Only ${estimate.atRisk} ${estimate.atRisk === 1 ? 'item has' : 'items have'} stayed untouched for ${untouchedDays} days here; ${MIN_AT_RISK} are needed.`;
  }
  if (estimate.unseen > UNSEEN_LIMIT) {
    return `No item was followed for ${HORIZON} days after ${untouchedDays} quiet days, so a share within a year cannot be read.`;
  }
  return undefined;
}
