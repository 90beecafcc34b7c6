// Adapter for cases of exact filtering and of maximum likelihood: local level, trend and season, with and without missing days.
import type { Target } from '../../src/domain/outcome/series/window.ts';
import { filterFamily } from '../../src/domain/outcome/series/filter.ts';
import { evaluate, fit, type Fitted, type Series, type Shape } from './structural-fit.ts';

type Input = Record<string, unknown>;

export function runCase(input: Input): unknown {
  const series = seriesOf(input);
  if (input['sigma2Eps'] !== undefined) return fixed(input, series);
  const model = String(input['model']);
  return model.includes('seasonal') || model.includes('trend') ? trendAndSeason(input, series, model) : localLevel(series);
}

function seriesOf(input: Input): Series {
  const y = input['y'] as (number | null)[];
  const log = input['transform'] === 'log';
  return { values: Float64Array.from(y, (value) => (value === null ? 0 : log ? Math.log(value) : value)), observed: Uint8Array.from(y, (value) => (value === null ? 0 : 1)), regressors: [] };
}

const ahead = (origin: number, days: number): Target[] => Array.from({ length: days }, (_, lead) => ({ origin, lead, length: 1 }));
const roots = (fitted: Fitted, from = 0): number[] => fitted.variances.slice(from).map(Math.sqrt);

function localLevel(series: Series): unknown {
  const best = fit(series, { slope: false, period: 0, free: ['level'] }, ahead(series.values.length, 10));
  const published = evaluate(series, { slope: false, period: 0 }, { level: 1469.1 / 15099, slope: 0, season: 0 }, ahead(series.values.length, 10), 15099);
  return {
    sigma2Eps: best.noise, sigma2Level: best.noise * best.ratios.level, logLikAtPublished: published.logLikelihood, bestLogLik: best.logLikelihood,
    forecastMean: published.means[0], forecastSe_1: roots(published)[0], forecastSe_10: roots(published)[9],
  };
}

function trendAndSeason(input: Input, series: Series, model: string): unknown {
  const period = model.includes('seasonal') ? Number(/(\d+)\s*$/.exec(model)?.[1] ?? input['season'] ?? 12) : 0;
  const slope = model.includes('trend');
  const shape: Shape = { slope, period, free: ['level', ...(slope ? ['slope' as const] : []), ...(period > 0 ? ['season' as const] : [])] };
  const best = fit(series, shape);
  const train = (input['train'] as number | undefined) ?? series.values.length;
  const h = (input['h'] as number | undefined) ?? 1;
  const part = fit({ ...series, observed: series.observed.subarray(0, train) }, shape, ahead(train, h));
  const marks = [1, 12, 24].filter((day) => day <= h).map((day) => day - 1);
  const errors = part.means.map((mean, i) => series.values[train + i]! - mean).filter(Number.isFinite);
  return {
    sigma2Eps: best.noise, sigma2Level: best.noise * best.ratios.level, sigma2Slope: best.noise * best.ratios.slope, sigma2Seasonal: best.noise * best.ratios.season,
    bestLogLik: best.logLikelihood,
    train: {
      bestLogLik: part.logLikelihood, 'forecastLogMean_[1,12,24]': marks.map((i) => part.means[i]), 'forecastLogSe_[1,12,24]': marks.map((i) => roots(part)[i]),
      rmseLog: Math.sqrt(errors.reduce((total, error) => total + error * error, 0) / errors.length),
    },
  };
}

/** Variances are given: the filter, the forecasts, the sum over the horizon and, for a bare level, the smoother. */
function fixed(input: Input, series: Series): unknown {
  const [noise, level, season, slope, h] = ['sigma2Eps', 'sigma2Level', 'sigma2Seasonal', 'sigma2Slope', 'h'].map((name) => Number(input[name] ?? 0)) as [number, number, number, number, number];
  const period = Number(input['season'] ?? 0);
  const n = series.values.length;
  const targets: Target[] = [...ahead(n, h), { origin: n, lead: 0, length: h }];
  const fitted = evaluate(series, { slope: input['sigma2Slope'] !== undefined, period }, { level: level / noise, slope: slope / noise, season: season / noise }, targets, noise, input['diffuseVariance'] as number | undefined);
  return {
    logLik: fitted.logLikelihood, forecast: fitted.means.slice(0, h), forecastSe: roots(fitted).slice(0, h),
    sumMean: fitted.means[h]! * h, sumVar: fitted.variances[h]! * h * h,
    ...(period === 0 ? levelPath(series, fitted, noise, level) : {}),
  };
}

/** One-step errors and the level given the past and given everything (Rauch, Tung and Striebel 1965). */
function levelPath({ values, observed }: Series, { plan }: Fitted, noise: number, level: number): object {
  const predictions = filterFamily(plan, values).predictions;
  const n = values.length;
  const f = Array.from({ length: n }, (_, t) => noise / plan.precisions[t]!);
  const filteredVar = f.map((one, t) => (observed[t] === 1 ? ((one - noise) * noise) / one : one - noise));
  const filtered = f.map((one, t) => predictions[t]! + (observed[t] === 1 ? ((one - noise) / one) * (values[t]! - predictions[t]!) : 0));
  const smoothed = [...filtered];
  const smoothedVar = [...filteredVar];
  for (let t = n - 2; t >= 0; t--) {
    const share = filteredVar[t]! / (filteredVar[t]! + level);
    smoothed[t] = filtered[t]! + share * (smoothed[t + 1]! - filtered[t]!);
    smoothedVar[t] = filteredVar[t]! + share * share * (smoothedVar[t + 1]! - filteredVar[t]! - level);
  }
  return { v: f.map((_, t) => (observed[t] === 1 ? values[t]! - predictions[t]! : null)), F: f, filtered, smoothed, smoothedVar };
}
