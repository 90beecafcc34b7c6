// Scores a stated distribution of an effect against a noisy estimate of it. The estimate's error is added to the forecast,
// so that a PM is not blamed for the noise of the measurement.
import type { Distribution } from '../estimate.ts';
import { normalCdf, normalPdf, normalQuantile } from '../numerics/normal.ts';
import { mean, sum } from '../numerics/sum.ts';
import { shownShareInterval, type ShareInterval } from './share-intervals.ts';

/** Effects in one unit; `standardError` is the estimate's own, 0 or above. */
export interface EffectForecast {
  readonly stated: Distribution;
  readonly estimate: number;
  readonly standardError: number;
}

export interface EffectScore {
  /** Share of the forecast below the estimate, 0 to 1; even over many forecasts when they are right. */
  readonly pit: number;
  /** (estimate - mean) / sd of the forecast with its noise. */
  readonly z: number;
  /** Continuous ranked probability score in the effect's unit; 0 is best. */
  readonly crps: number;
}

interface NormalPart {
  readonly weight: number;
  readonly mean: number;
  readonly sd: number;
}

/** Points that stand for a log-normal: its quantiles at (i + 1/2) / 200. */
const LOGNORMAL_POINTS = 200;

/** Any stated distribution as a mixture of normals; a point has sd 0. */
function partsOf(stated: Distribution): readonly NormalPart[] {
  switch (stated.kind) {
    case 'point':
      return [{ weight: 1, mean: stated.x, sd: 0 }];
    case 'normal':
      return [{ weight: 1, mean: stated.mean, sd: stated.sd }];
    case 'lognormal':
      return Array.from({ length: LOGNORMAL_POINTS }, (_, i) => ({
        weight: 1 / LOGNORMAL_POINTS, mean: Math.exp(stated.mu + stated.sigma * normalQuantile((i + 0.5) / LOGNORMAL_POINTS)), sd: 0,
      }));
    case 'mixture': {
      const total = sum(stated.parts.map(([weight]) => weight));
      return stated.parts.flatMap(([weight, part]) => partsOf(part).map((inner) => ({ ...inner, weight: (inner.weight * weight) / total })));
    }
  }
}

/** E|X| of a normal with the given mean and sd. */
function meanAbsolute(mu: number, sd: number): number {
  return sd > 0 ? 2 * sd * normalPdf(mu / sd) + mu * (1 - 2 * normalCdf(-mu / sd)) : Math.abs(mu);
}

/** P(N(mu, sd) <= y); half at a point that is hit exactly. */
function below(y: number, mu: number, sd: number): number {
  return sd > 0 ? normalCdf((y - mu) / sd) : y > mu ? 1 : y === mu ? 0.5 : 0;
}

/**
 * PIT, z and CRPS of the stated distribution convolved with N(0, standardError^2). CRPS = E|X - y| - E|X - X'| / 2
 * (Gneiting & Raftery 2007), closed form for mixtures of normals. Example: N(3, 2) against 1.2 +- 0.8: PIT 0.2017, z -0.8356, CRPS 1.0708.
 */
export function scoreEffect({ stated, estimate, standardError }: EffectForecast): EffectScore {
  const parts = partsOf(stated).map((part) => ({ ...part, sd: Math.hypot(part.sd, standardError) }));
  const centre = sum(parts.map((part) => part.weight * part.mean));
  const variance = sum(parts.map((part) => part.weight * (part.sd ** 2 + (part.mean - centre) ** 2)));
  const away = sum(parts.map((part) => part.weight * meanAbsolute(estimate - part.mean, part.sd)));
  return { pit: sum(parts.map((part) => part.weight * below(estimate, part.mean, part.sd))), z: (estimate - centre) / Math.sqrt(variance), crps: away - distanceWithin(parts) / 2 };
}

/** E|X - X'| of two independent draws from one mixture. */
function distanceWithin(parts: readonly NormalPart[]): number {
  let distance = 0;
  parts.forEach((a, i) => {
    distance += a.weight ** 2 * meanAbsolute(0, a.sd * Math.SQRT2);
    for (let j = 0; j < i; j++) {
      const b = parts[j]!;
      distance += 2 * a.weight * b.weight * meanAbsolute(a.mean - b.mean, Math.hypot(a.sd, b.sd));
    }
  });
  return distance;
}

/** True when the estimate lies inside the forecast's central interval of `level`: PIT 0.10 to 0.90 for 80%. */
export function isCovered(pit: number, level: number): boolean {
  return Math.abs(pit - 0.5) <= level / 2;
}

export interface EffectRecord {
  readonly n: number;
  readonly meanCrps: number;
  /** Above 1 is too sure, below 1 not sure enough. */
  readonly meanZ2: number;
  /** Share of estimates inside the central interval of `level`, with Jeffreys' interval. */
  readonly coverage: { readonly level: number; readonly covered: number; readonly interval: ShareInterval };
}

/** All scored forecasts together; undefined of none. `level` is the interval the PM stated, 90% for a 5th to 95th percentile entry. */
export function effectRecord(scores: readonly EffectScore[], level = 0.9): EffectRecord | undefined {
  if (scores.length === 0) return undefined;
  const covered = scores.filter((score) => isCovered(score.pit, level)).length;
  return {
    n: scores.length,
    meanCrps: mean(scores.map((score) => score.crps)),
    meanZ2: mean(scores.map((score) => score.z ** 2)),
    coverage: { level, covered, interval: shownShareInterval(covered, scores.length) },
  };
}

/** Winkler's (1972) score of a stated interval that should hold with `level`: its width, plus 2/alpha times the miss. [2, 20] at 90% against 23: 78. */
export function winklerScore(low: number, high: number, level: number, came: number): number {
  const miss = came < low ? low - came : came > high ? came - high : 0;
  return high - low + (2 / (1 - level)) * miss;
}
