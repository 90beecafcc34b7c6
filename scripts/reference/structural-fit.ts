// Maximum likelihood for one cell of the engine's filter, for cases whose peers fit that way; the engine itself averages and never fits.
// Regression coefficients are parameters, solved by generalised least squares through the same gains.
import { planFamily, type FamilyPlan } from '../../src/domain/outcome/series/covariance.ts';
import { filterFamily } from '../../src/domain/outcome/series/filter.ts';
import { meanOver } from '../../src/domain/outcome/series/frame.ts';
import type { Family } from '../../src/domain/outcome/series/structure.ts';
import type { Target } from '../../src/domain/outcome/series/window.ts';
import { cholesky, invertSymmetric, solveCholesky } from '../../src/domain/outcome/numerics/matrix.ts';

/** Level, slope and season variances as ratios to the noise variance; a slope or season that is absent is not in the model. */
export interface Shape {
  readonly slope: boolean;
  readonly period: number;
  /** Which ratios are fitted; the others are 0. */
  readonly free: readonly ('level' | 'slope' | 'season')[];
}

export interface Ratios {
  readonly level: number;
  readonly slope: number;
  readonly season: number;
}

/** A series with regressors over history and horizon; `observed` covers the history. */
export interface Series {
  readonly values: Float64Array;
  readonly observed: Uint8Array;
  readonly regressors: readonly Float64Array[];
}

export interface Fitted {
  readonly ratios: Ratios;
  readonly noise: number;
  readonly logLikelihood: number;
  readonly coefficients: Float64Array;
  readonly standardErrors: readonly number[];
  /** Mean and variance of each target's mean. */
  readonly means: readonly number[];
  readonly variances: readonly number[];
  readonly plan: FamilyPlan;
}

export function familyOf({ slope, period }: Pick<Shape, 'slope' | 'period'>, ratios: Ratios, diffuse?: number): Family {
  return { period, slope, diffuse, columns: [], cells: [{ phi: 1, levelRatio: ratios.level, slopeRatio: ratios.slope, seasonRatio: ratios.season, logPrior: 0 }] };
}

/** Everything at given ratios, the noise variance at its best or at `noise`; `diffuse` is then the start variance in the data's own units. Log-likelihood drops one term per diffuse state. */
export function evaluate({ values, observed, regressors }: Series, shape: Pick<Shape, 'slope' | 'period'>, ratios: Ratios, targets: readonly Target[] = [], noise?: number, diffuse?: number): Fitted {
  const length = observed.length;
  const end: Target = { origin: length, lead: 0, length: 1 };
  const plan = planFamily(familyOf(shape, ratios, noise === undefined || diffuse === undefined ? undefined : diffuse / noise), { length, observed, targets: [...targets, end] });
  const passes = [values, ...regressors].map((series) => filterFamily(plan, series.subarray(0, length)));
  const errors = passes.map(({ predictions }, i) => predictions.map((prediction, t) => [values, ...regressors][i]![t]! - prediction));
  const dot = (a: Float64Array, b: Float64Array): number => {
    let total = 0;
    for (let t = 0; t < length; t++) if (plan.counted[t] === 1) total += a[t]! * b[t]! * plan.precisions[t]!;
    return total;
  };
  const k = regressors.length;
  const gram = Float64Array.from({ length: k * k }, (_, i) => dot(errors[1 + Math.floor(i / k)]!, errors[1 + (i % k)]!));
  const coefficients = k === 0 ? new Float64Array(0) : solveCholesky(cholesky(gram)!, Array.from({ length: k }, (_, i) => dot(errors[1 + i]!, errors[0]!)));
  const rest = errors[0]!.map((error, t) => error - coefficients.reduce((total, b, i) => total + b * errors[1 + i]![t]!, 0));
  const squares = dot(rest, rest);
  const n = plan.counts[targets.length]!;
  const variance = noise ?? squares / n;
  const logLikelihood = -0.5 * (n * Math.log(2 * Math.PI * variance) + plan.logDeterminants[targets.length]! + squares / variance);
  const inverse = k === 0 ? new Float64Array(0) : invertSymmetric(gram)!;
  return {
    ratios, noise: variance, logLikelihood, coefficients, plan,
    standardErrors: Array.from({ length: k }, (_, i) => Math.sqrt(variance * inverse[i * k + i]!)),
    means: targets.map((target, i) => passes[0]!.forecasts[i]! + coefficients.reduce((total, b, c) => total + b * (meanOver(regressors[c]!, target) - passes[1 + c]!.forecasts[i]!), 0)),
    variances: targets.map((_, i) => variance * plan.spreads[i]!),
  };
}

/** The best fit from several starts, Nelder-Mead on the logarithms of the free ratios. */
export function fit(series: Series, shape: Shape, targets: readonly Target[] = []): Fitted {
  const ratiosOf = (logs: readonly number[]): Ratios => {
    const own = (name: 'level' | 'slope' | 'season'): number => (shape.free.includes(name) ? Math.exp(Math.max(-40, Math.min(25, logs[shape.free.indexOf(name)]!))) : 0);
    return { level: own('level'), slope: own('slope'), season: own('season') };
  };
  const cost = (logs: readonly number[]): number => -evaluate(series, shape, ratiosOf(logs)).logLikelihood;
  const starts = [-2, -6, 2].map((first) => shape.free.map((_, i) => first - 3 * i));
  const best = starts.map((start) => nelderMead(cost, nelderMead(cost, start).at)).reduce((a, b) => (b.value < a.value ? b : a));
  return evaluate(series, shape, ratiosOf(best.at), targets);
}

/** Minimises by the simplex of Nelder and Mead (1965) with the usual coefficients. */
function nelderMead(cost: (at: readonly number[]) => number, start: readonly number[], step = 1.5): { readonly at: readonly number[]; readonly value: number } {
  const corner = (at: readonly number[]): { at: readonly number[]; value: number } => ({ at, value: cost(at) });
  let simplex = [corner(start), ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + step : x))))];
  for (let round = 0; round < 400; round++) {
    simplex.sort((a, b) => a.value - b.value);
    const [first, last] = [simplex[0]!, simplex.at(-1)!];
    if (last.value - first.value < 1e-10) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, j) => others.reduce((total, { at }) => total + at[j]!, 0) / others.length);
    const towards = (far: number) => corner(centre.map((c, j) => c + far * (last.at[j]! - c)));
    const reflected = towards(-1);
    const second = others.at(-1)!;
    const next = reflected.value < first.value ? [towards(-2), reflected].reduce((a, b) => (b.value < a.value ? b : a)) : reflected.value < second.value ? reflected : towards(reflected.value < last.value ? -0.5 : 0.5);
    simplex = next.value < Math.min(last.value, reflected.value) || next === reflected
      ? [...others, next]
      : [first, ...simplex.slice(1).map(({ at }) => corner(at.map((x, j) => (x + first.at[j]!) / 2)))];
  }
  simplex.sort((a, b) => a.value - b.value);
  return simplex[0]!;
}
