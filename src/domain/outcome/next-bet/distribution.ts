// Means, spreads, chances and quantiles of stated or predicted effects. Knows no bet and no metric.
import type { Distribution } from '../estimate.ts';
import { normalQuantile, normalSf } from '../numerics/normal.ts';
import { standardised } from './standardised.ts';

type Mixture = Extract<Distribution, { kind: 'mixture' }>;

/** Expected value, in the effect's own unit. A log-normal's is exp(mu + sigma^2 / 2): "2 to 20" has 8.08. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'point': return distribution.x;
    case 'normal': return distribution.mean;
    case 'lognormal': return Math.exp(distribution.mu + distribution.sigma ** 2 / 2);
    case 'mixture': return weighted(distribution, meanOf);
  }
}

/** Standard deviation, in the effect's own unit. */
export function sdOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'point': return 0;
    case 'normal': return distribution.sd;
    case 'lognormal': return meanOf(distribution) * Math.sqrt(Math.expm1(distribution.sigma ** 2));
    case 'mixture': {
      const mean = meanOf(distribution);
      return Math.sqrt(weighted(distribution, (part) => sdOf(part) ** 2 + (meanOf(part) - mean) ** 2));
    }
  }
}

/** P(effect <= x), 0 to 1. */
export function chanceAtMost(distribution: Distribution, x: number): number {
  switch (distribution.kind) {
    case 'point': return distribution.x <= x ? 1 : 0;
    case 'normal': return normalSf(standardised(distribution.mean, x, distribution.sd));
    case 'lognormal': return x > 0 ? normalSf(standardised(distribution.mu, Math.log(x), distribution.sigma)) : 0;
    case 'mixture': return weighted(distribution, (part) => chanceAtMost(part, x));
  }
}

/** P(effect >= x), 0 to 1, exact in the far tail as well. "2 to 20" is at least 5 with chance 0.631. */
export function chanceAtLeast(distribution: Distribution, x: number): number {
  switch (distribution.kind) {
    case 'point': return distribution.x >= x ? 1 : 0;
    case 'normal': return normalSf(standardised(x, distribution.mean, distribution.sd));
    case 'lognormal': return x > 0 ? normalSf(standardised(Math.log(x), distribution.mu, distribution.sigma)) : 1;
    case 'mixture': return weighted(distribution, (part) => chanceAtLeast(part, x));
  }
}

/** The smallest x with P(effect <= x) >= p, p in 0-1. */
export function quantileOf(distribution: Distribution, p: number): number {
  switch (distribution.kind) {
    case 'point': return distribution.x;
    case 'normal': return distribution.sd === 0 ? distribution.mean : distribution.mean + distribution.sd * normalQuantile(p);
    case 'lognormal': return Math.exp(distribution.mu + (distribution.sigma === 0 ? 0 : distribution.sigma * normalQuantile(p)));
    case 'mixture': return mixtureQuantile(distribution, p);
  }
}

/** A mean with the 5th and the 95th percentile. */
export interface Range90 {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export function rangeOf(distribution: Distribution): Range90 {
  return { mean: meanOf(distribution), low: quantileOf(distribution, 0.05), high: quantileOf(distribution, 0.95) };
}

/** The effect that comes with chance p, and nothing otherwise: 35% of "2 to 20" has mean 2.83. */
export function withChance(p: number, effect: Distribution): Distribution {
  return { kind: 'mixture', parts: [[p, effect], [1 - p, { kind: 'point', x: 0 }]] };
}

/** Mean over the parts; weights need not add up to 1. */
function weighted(mixture: Mixture, of: (part: Distribution) => number): number {
  let total = 0;
  let weights = 0;
  for (const [weight, part] of mixture.parts) {
    if (weight <= 0) continue;
    total += weight * of(part);
    weights += weight;
  }
  return total / weights;
}

const HALVINGS = 200;

/** Halves the range between the lowest and the highest quantile of the parts. A point that carries the asked chance is given exactly. */
function mixtureQuantile(mixture: Mixture, p: number): number {
  const parts = mixture.parts.filter(([weight]) => weight > 0).map(([, part]) => part);
  const ends = parts.map((part) => quantileOf(part, p));
  let low = Math.min(...ends);
  let high = Math.max(...ends);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return p < 0.5 ? low : high;
  const jump = parts.find((part) => part.kind === 'point' && chanceAtMost(mixture, part.x) >= p && 1 - chanceAtLeast(mixture, part.x) < p);
  if (jump?.kind === 'point') return jump.x;
  for (let i = 0; i < HALVINGS && high - low > 1e-14 * Math.max(Math.abs(low), Math.abs(high)); i++) {
    const middle = low + (high - low) / 2;
    if (chanceAtMost(mixture, middle) >= p) high = middle;
    else low = middle;
  }
  return high;
}
