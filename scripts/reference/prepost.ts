// Adapter for before/after cases whose figures come from other tools: R CausalImpact by its priors, statsmodels by maximum likelihood.
import type { Target } from '../../src/domain/outcome/series/window.ts';
import { causalImpact, type DeviationPrior } from './causal-impact.ts';
import { fit, type Fitted, type Series, type Shape } from './structural-fit.ts';

type Input = Record<string, unknown>;
type Values = readonly (number | null)[];

export function runCase(input: Input, see: (id: string) => unknown): unknown {
  const whole = input['see'] === undefined ? input : { ...(see(input['see'] as string) as Input), ...input };
  if (whole['priors'] !== undefined) return impact(whole);
  return whole['train'] === undefined ? withStep(whole) : counterfactual(whole);
}

function impact(input: Input): unknown {
  const { levelSd, obsSd } = input['priors'] as { levelSd: DeviationPrior; obsSd: DeviationPrior };
  return causalImpact(input['y'] as Values, columnsOf(input['controls'] ?? input['control']), input['train'] as number, input['h'] as number, levelSd, obsSd, (input['alpha'] as number | undefined) ?? 0.05);
}

/** One column, or rows of columns. */
function columnsOf(given: unknown): number[][] {
  if (!Array.isArray(given) || given.length === 0) return [];
  if (!Array.isArray(given[0])) return [given as number[]];
  return (given[0] as number[]).map((_, i) => (given as number[][]).map((row) => row[i]!));
}

const toModel = ({ transform }: Input, value: number): number => (transform === 'log' ? Math.log(value) : value);

function seriesOf(input: Input, length: number, regressors: readonly (readonly number[])[]): Series {
  const y = input['y'] as Values;
  return {
    values: Float64Array.from(y, (value) => (value === null ? 0 : toModel(input, value))),
    observed: Uint8Array.from(y.slice(0, length), (value) => (value === null ? 0 : 1)),
    regressors: regressors.map((column) => Float64Array.from(column)),
  };
}

/** The law as a regressor beside the petrol price, season fixed. */
function withStep(input: Input): unknown {
  const y = input['y'] as Values;
  const petrol = (input['petrolPrice'] as number[]).map((value) => toModel(input, value));
  const fitted = fit(seriesOf(input, y.length, [petrol, input['law'] as number[]]), { slope: false, period: input['season'] as number, free: ['level'] });
  const [betaPetrol, betaLaw] = fitted.coefficients;
  return {
    sigma2Eps: fitted.noise, sigma2Level: fitted.noise * fitted.ratios.level, betaPetrol, betaLaw, seLaw: fitted.standardErrors[1],
    relativeEffectPct: percent(betaLaw!), bestLogLik: fitted.logLikelihood,
  };
}

const percent = (logEffect: number): number => 100 * Math.expm1(logEffect);

/** Trained before, forecast after, parameters plugged in. Monthly cases have a fixed season, daily ones let it move. */
function counterfactual(input: Input): unknown {
  const [train, h] = [input['train'] as number, input['h'] as number];
  const y = input['y'] as Values;
  const control = typeof input['control'] === 'string' ? (input['petrolPrice'] as number[]) : (input['control'] ?? input['controls'] ?? []);
  const regressors = columnsOf(control).map((column) => column.map((value) => toModel(input, value)));
  const period = (input['season'] as number | undefined) ?? 0;
  const shape: Shape = { slope: false, period, free: period === 7 ? ['level', 'season'] : ['level'] };
  const after = y.slice(train, train + h);
  const days = Uint8Array.from(after, (value) => (value === null ? 0 : 1));
  const window: Target = { origin: train, lead: 0, length: h, ...(days.includes(0) ? { days } : {}) };
  const fitted: Fitted = fit(seriesOf(input, train, regressors), shape, [window]);
  const seen = after.filter((value) => value !== null).map((value) => toModel(input, value));
  const effect = seen.reduce((a, b) => a + b, 0) / seen.length - fitted.means[0]!;
  const se = Math.sqrt(fitted.variances[0]!);
  return {
    sigma2Eps: fitted.noise, sigma2Level: fitted.noise * fitted.ratios.level, sigma2Seasonal: fitted.noise * fitted.ratios.season, bestLogLik: fitted.logLikelihood,
    meanLogEffect: effect, se, ci95LogPlugIn: [effect - 1.959963984540054 * se, effect + 1.959963984540054 * se], relativeEffectPct: percent(effect),
  };
}
