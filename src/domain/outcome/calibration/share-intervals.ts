// How sure a share of bets that came true is, where bets are few. Counts may be fractional, because outcomes may be uncertain.
import { betaQuantile } from '../numerics/beta.ts';

/** Lower and upper bound, 0 to 1. */
export type ShareInterval = readonly [low: number, high: number];

/** Quantiles of Beta(k + 1/2, n - k + 1/2): Jeffreys' equal-tailed interval. 3 of 4 gives 0.284 to 0.972. */
export function jeffreys(k: number, n: number, level = 0.95): ShareInterval {
  const tail = (1 - level) / 2;
  return [betaQuantile(tail, k + 0.5, n - k + 0.5), betaQuantile(1 - tail, k + 0.5, n - k + 0.5)];
}

/** Jeffreys' interval as shown: down to 0 when nothing came true and up to 1 when everything did (Brown, Cai & DasGupta 2001). */
export function shownShareInterval(k: number, n: number, level = 0.95): ShareInterval {
  const [low, high] = jeffreys(k, n, level);
  return [k === 0 ? 0 : low, k === n ? 1 : high];
}
