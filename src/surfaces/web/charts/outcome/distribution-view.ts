// Turns a stated effect into what its picture shows: a density, three percentiles, two chances. The rules are the domain's.
import type { Distribution } from '../../../../domain/outcome/estimate.ts';
import { chanceAtLeast, chanceAtMost, quantileOf } from '../../../../domain/outcome/next-bet/distribution.ts';
import type { DistributionView } from './distribution.ts';
import type { Measure } from './measure.ts';

const STEPS = 120;
/** Beyond these the density is too thin to see. */
const [LEAST, MOST] = [0.004, 0.985];

/** `distribution` is in the measure's values with the hoped-for direction positive: "2 to 20" with a `share` measure is 0.02 to 0.2. */
export function distributionView(distribution: Distribution, measure: Measure, minEffect?: number): DistributionView {
  const [from, to] = [Math.min(quantileOf(distribution, LEAST), distribution.kind === 'lognormal' ? 0 : Infinity), Math.max(quantileOf(distribution, MOST), minEffect ?? -Infinity)];
  const step = (to - from) / STEPS || 1;
  const chances = Array.from({ length: STEPS + 2 }, (_, at) => chanceAtMost(distribution, from + (at - 0.5) * step));
  const chanceBelowZero = distribution.kind === 'lognormal' ? 0 : chanceAtMost(distribution, -Number.MIN_VALUE);
  return {
    measure,
    curve: Array.from({ length: STEPS + 1 }, (_, at) => ({ at: from + at * step, density: Math.max(0, (chances[at + 1] ?? 0) - (chances[at] ?? 0)) })),
    low: quantileOf(distribution, 0.05), median: quantileOf(distribution, 0.5), high: quantileOf(distribution, 0.95),
    chanceBelowZero,
    ...(minEffect === undefined ? {} : { minEffect, chanceOfMinimum: chanceAtLeast(distribution, minEffect) }),
  };
}
