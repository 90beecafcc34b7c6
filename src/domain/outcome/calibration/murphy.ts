// The classic split of the Brier score over bins, for export only: what is shown uses no bins.
import { mean, sum } from '../numerics/sum.ts';
import type { Forecast } from './scores.ts';

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanSaid: number;
  readonly meanCame: number;
  /** Sum of outcomes: a count where they are certain. */
  readonly came: number;
}

/** brier = reliability - resolution + uncertainty + withinVariance - withinCovariance, exactly. */
export interface MurphySplit {
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly withinVariance: number;
  readonly withinCovariance: number;
}

/** Forecasts by bin: [a, b), the last closed; `edges` rise. What lies outside the edges is in no bin. */
function binned(forecasts: readonly Forecast[], edges: readonly number[]): readonly (readonly Forecast[])[] {
  return edges.slice(1).map((to, i) => {
    const last = i === edges.length - 2;
    return forecasts.filter(({ said }) => said >= edges[i]! && (said < to || (last && said === to)));
  });
}

/** Bins that hold something, from low to high. */
export function binsOf(forecasts: readonly Forecast[], edges: readonly number[]): readonly Bin[] {
  return binned(forecasts, edges).flatMap((group, i) => {
    if (group.length === 0) return [];
    const came = group.map((one) => one.came);
    return [{ from: edges[i]!, to: edges[i + 1]!, n: group.length, meanSaid: mean(group.map((one) => one.said)), meanCame: mean(came), came: sum(came) }];
  });
}

/**
 * Murphy (1973) with the within-bin terms of Stephenson, Coelho & Jolliffe (2008), without which bins lose part of the score.
 * `edges` must hold every forecast.
 */
export function murphySplit(forecasts: readonly Forecast[], edges: readonly number[]): MurphySplit {
  const n = forecasts.length;
  const base = mean(forecasts.map((one) => one.came));
  const parts = binned(forecasts, edges).filter((group) => group.length > 0).map((group) => {
    const said = mean(group.map((one) => one.said));
    const came = mean(group.map((one) => one.came));
    return {
      reliability: group.length * (said - came) ** 2,
      resolution: group.length * (came - base) ** 2,
      variance: sum(group.map((one) => (one.said - said) ** 2)),
      covariance: 2 * sum(group.map((one) => (one.said - said) * (one.came - came))),
    };
  });
  const total = (pick: (part: (typeof parts)[number]) => number): number => sum(parts.map(pick)) / n;
  return {
    reliability: total((part) => part.reliability),
    resolution: total((part) => part.resolution),
    uncertainty: base * (1 - base),
    withinVariance: total((part) => part.variance),
    withinCovariance: total((part) => part.covariance),
  };
}
