// What a record of bets says of the next promise: realised = a + b x promised + luck. Measured in units of a metric's typical
// effect, positive in the good direction. Knows no bet by name and no value.
import { applied, type Belief, independentBelief, inverted, loosened, quadratic, type Symmetric } from './belief.ts';
import type { NormalMixture } from './mixture.ts';

/** A bet that was committed. A refused or unread one enters with an infinite standard error, so that not only the winners are counted. */
export interface PastBet {
  readonly stated: number;
  readonly estimate: number;
  readonly standardError: number;
}

/** The posterior at one value of the spread of luck. */
interface Cell {
  readonly spread: number;
  readonly weight: number;
  readonly belief: Belief;
}

export interface TrackRecord {
  /** Weights add up to 1. */
  readonly cells: readonly Cell[];
  /** Mean and covariance of (a, b) over all cells. */
  readonly belief: Belief;
  /** Bets that were committed, and those of them that have a reading. */
  readonly committed: number;
  readonly measured: number;
}

/** Before any bet: no constant gain, and 40% of what is promised comes, give or take 30 points. Judgement; see the formula page. */
export const EFFECT_PRIOR: Belief = independentBelief([0, 1], [0.4, 0.3]);

/** 121 spreads from 0.02 to 5 typical effects, evenly on the log scale. */
export const SPREADS: readonly number[] = logSpaced(0.02, 5, 121);

/** `count` values from `low` to `high`, each the same multiple of the one before. */
export function logSpaced(low: number, high: number, count: number): number[] {
  const step = (Math.log(high) - Math.log(low)) / (count - 1);
  return Array.from({ length: count }, (_, i) => Math.exp(Math.log(low) + i * step));
}

/**
 * Learns a, b and the spread of luck from a record: estimate_i ~ N(a + b stated_i, se_i^2 + w^2), w half-normal(1), exact in (a, b)
 * for each w of the grid, which is then averaged by marginal likelihood. O(bets x grid); no random numbers.
 * Source: Lindley & Smith (1972). Example: with no bet at all a promise of 5 is expected to bring 2.
 */
export function learnEffects(bets: readonly PastBet[], prior: Belief = EFFECT_PRIOR, spreads: readonly number[] = SPREADS): TrackRecord {
  const measured = bets.filter(({ standardError }) => Number.isFinite(standardError));
  const cells = spreads.map((spread) => ({ spread, ...posteriorAt(spread, measured, prior) }));
  // Half-normal density times the width of a log-spaced cell.
  const logs = cells.map(({ spread, logLikelihood }) => Math.log(spread) - spread ** 2 / 2 + logLikelihood);
  const top = Math.max(...logs);
  const total = logs.reduce((sum, log) => sum + Math.exp(log - top), 0);
  const weighted = cells.map(({ spread, belief }, i) => ({ spread, belief, weight: Math.exp(logs[i]! - top) / total }));
  return { cells: weighted, belief: pooled(weighted), committed: bets.length, measured: measured.length };
}

/**
 * Learns from wide to narrow (organisation, team, PM): what one level says is the next one's start, held half as firmly.
 * Each bet stands in one level only, its narrowest. A level without bets is passed over. The spread of luck starts anew.
 */
export function learnLevels(levels: readonly (readonly PastBet[])[], prior: Belief = EFFECT_PRIOR): TrackRecord {
  const [first = [], ...narrower] = levels.filter((bets) => bets.length > 0);
  return narrower.reduce((record, bets) => learnEffects(bets, loosened(record.belief)), learnEffects(first, prior));
}

/** One promise: `stated` in typical effects, `typical` the size of one of them in the metric's unit (negative where less is better). */
export interface StatedPromise {
  readonly stated: number;
  readonly typical: number;
}

/**
 * The effect to expect of a promise, or the sum of several, in the metric's unit. Promises of one record share its doubt about
 * (a, b), so their effects go together; luck is each one's own. A mixture of normals over the spread of luck.
 */
export function shrunkenEffect(record: TrackRecord, promises: readonly StatedPromise[]): NormalMixture {
  let [constant, slope, own] = [0, 0, 0];
  for (const { stated, typical } of promises) {
    constant += typical;
    slope += typical * stated;
    own += typical ** 2;
  }
  const parts = record.cells
    .filter(({ weight }) => weight > NEGLIGIBLE)
    .map(({ weight, spread, belief: { mean: [a, b], covariance } }) => {
      const variance = quadratic(covariance, constant, slope) + own * spread ** 2;
      return [weight, { kind: 'normal' as const, mean: a * constant + b * slope, sd: Math.sqrt(variance) }] as const;
    });
  return { kind: 'mixture', parts };
}

/** Cells below this weight move no number that is shown. */
const NEGLIGIBLE = 1e-10;

function posteriorAt(spread: number, bets: readonly PastBet[], prior: Belief): { belief: Belief; logLikelihood: number } {
  const start = inverted(prior.covariance);
  let [p, q, r]: Symmetric = start;
  let [h1, h2] = applied(start, ...prior.mean);
  for (const { stated, estimate, standardError } of bets) {
    const precision = 1 / (standardError ** 2 + spread ** 2);
    p += precision;
    q += precision * stated;
    r += precision * stated ** 2;
    h1 += precision * estimate;
    h2 += precision * stated * estimate;
  }
  const covariance = inverted([p, q, r]);
  const [a, b] = applied(covariance, h1, h2);
  let misfit = quadratic(start, a - prior.mean[0], b - prior.mean[1]) + Math.log(p * r - q * q);
  for (const { stated, estimate, standardError } of bets) {
    const variance = standardError ** 2 + spread ** 2;
    misfit += (estimate - a - b * stated) ** 2 / variance + Math.log(variance);
  }
  return { belief: { mean: [a, b], covariance }, logLikelihood: -misfit / 2 };
}

/** Mean and covariance of the mixture of beliefs. */
function pooled(cells: readonly Cell[]): Belief {
  let [a, b] = [0, 0];
  for (const { weight, belief: { mean } } of cells) {
    a += weight * mean[0];
    b += weight * mean[1];
  }
  let [aa, ab, bb] = [0, 0, 0];
  for (const { weight, belief: { mean, covariance } } of cells) {
    const [da, db] = [mean[0] - a, mean[1] - b];
    aa += weight * (covariance[0] + da * da);
    ab += weight * (covariance[1] + da * db);
    bb += weight * (covariance[2] + db * db);
  }
  return { mean: [a, b], covariance: [aa, ab, bb] };
}
