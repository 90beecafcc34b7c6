// Averages the grid: every cell weighs by how well it predicted, with the noise variance integrated out, and only by days before the
// forecast's origin. Knows no dates.
import { planFamily, type FamilyPlan, type Layout } from './covariance.ts';
import { filterFamily, type Pass } from './filter.ts';
import type { Family } from './structure.ts';

/** Cells below this share of the best one are left out at that origin. */
const NEGLIGIBLE = 1e-6;
const LOG_NEGLIGIBLE = Math.log(NEGLIGIBLE);

/** The calendar's half of the work, for all families. */
export type Plan = readonly FamilyPlan[];

export function planOf(families: readonly Family[], layout: Layout): Plan {
  return families.map((family) => planFamily(family, layout));
}

/** A cell in the average at one origin: its family and index, its share of the belief (they sum to 1) and its noise variance. */
export interface Weighted {
  readonly family: number;
  readonly cell: number;
  readonly share: number;
  readonly noise: number;
}

/** Forecast of each target's mean, as mean and variance, in the units of the values given. NaN where nothing can be forecast. */
export interface Forecasts {
  readonly means: Float64Array;
  readonly variances: Float64Array;
  readonly passes: readonly Pass[];
}

/** Filters the values and mixes the forecasts of every target with the weights known at its origin. */
export function forecast(plan: Plan, values: Float64Array): Forecasts {
  const passes = plan.map((family) => filterFamily(family, values));
  const targets = plan[0]!.layout.targets;
  const means = new Float64Array(targets.length).fill(Number.NaN);
  const variances = new Float64Array(targets.length).fill(Number.NaN);
  const logWeights = plan.map((family) => new Float64Array(family.family.cells.length));
  let cells: readonly Weighted[] = [];
  for (let index = 0; index < targets.length; index++) {
    if (index === 0 || targets[index]!.origin !== targets[index - 1]!.origin) cells = weigh(plan, passes, index, logWeights);
    if (cells.length === 0 || plan[0]!.days[index] === 0) continue;
    let mean = 0;
    let square = 0;
    for (const { family, cell, share, noise } of cells) {
      const at = cell * targets.length + index;
      const value = passes[family]!.forecasts[at]!;
      mean += share * value;
      square += share * (noise * plan[family]!.spreads[at]! + value * value);
    }
    means[index] = mean;
    variances[index] = square - mean * mean;
  }
  return { means, variances, passes };
}

/** The cells that count at the origin of target `index`; none when too little has been seen or nothing varied. */
export function weightsAt(plan: Plan, passes: readonly Pass[], index: number): readonly Weighted[] {
  return weigh(plan, passes, index, plan.map((family) => new Float64Array(family.family.cells.length)));
}

/** log weight = log prior - D / 2 - (n / 2) log S: the noise variance integrated out under 1 / variance. */
function weigh(plan: Plan, passes: readonly Pass[], index: number, logWeights: readonly Float64Array[]): readonly Weighted[] {
  let best = Number.NEGATIVE_INFINITY;
  for (let f = 0; f < plan.length; f++) {
    const { family, layout, counts, logDeterminants } = plan[f]!;
    const n = counts[index]!;
    if (n < 2) return [];
    const { squares } = passes[f]!;
    const out = logWeights[f]!;
    for (let cell = 0; cell < out.length; cell++) {
      const at = cell * layout.targets.length + index;
      const value = family.cells[cell]!.logPrior - 0.5 * logDeterminants[at]! - 0.5 * n * Math.log(squares[at]!);
      out[cell] = value;
      if (value > best) best = value;
    }
  }
  if (!Number.isFinite(best)) return [];
  const kept: { family: number; cell: number; share: number; noise: number }[] = [];
  let total = 0;
  for (let f = 0; f < plan.length; f++) {
    const { layout, counts } = plan[f]!;
    const out = logWeights[f]!;
    for (let cell = 0; cell < out.length; cell++) {
      const off = out[cell]! - best;
      if (off < LOG_NEGLIGIBLE) continue;
      const share = Math.exp(off);
      total += share;
      kept.push({ family: f, cell, share, noise: passes[f]!.squares[cell * layout.targets.length + index]! / counts[index]! });
    }
  }
  for (const one of kept) one.share /= total;
  return kept;
}
