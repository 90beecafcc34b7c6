// Answers reference cases of the Bayesian reading: normal posteriors of an effect, risks, and exact shares.
import {
  chanceAtLeast, credibleInterval, posteriorOf, priorOnAbsolute, readShares, riskOf, type Belief,
} from '../../src/domain/outcome/randomised/bayesian.ts';
import { deltaRelative, differenceOf } from '../../src/domain/outcome/randomised/difference.ts';
import { alphaIn, armIn, field, fieldsIn, must, numberIn, pairIn, type Fields } from './arm-input.ts';

export function runCase(input: Fields): unknown {
  if (Array.isArray(input['cases'])) {
    const risks = (input['cases'] as (readonly [number, number] | Belief)[]).map((one) => riskOf('mean' in one ? one : { mean: one[0], sd: one[1] }));
    return { 'risk_[control,treatment]': risks.map(({ control, treatment }) => [control, treatment]) };
  }
  if (Array.isArray(input['prior'])) return exactShares(input);
  const { effect, standardError, controlMean } = measured(input);
  const prior = priorIn(input, controlMean);
  return reading(must(posteriorOf(effect, standardError, prior)), input, controlMean);
}

function exactShares(input: Fields): unknown {
  const [control, treatment] = [armIn(input['control']), armIn(input['treatment'])];
  if (!('successes' in control && 'successes' in treatment)) throw new Error('exact reading needs counts of successes');
  const relative = field(input, 'minEffectRel');
  const prior = input['prior'] as [number, number];
  if (typeof relative === 'number') return must(readShares(control, treatment, prior, relative, 'relative'));
  return must(readShares(control, treatment, prior, Number(field(input, 'minEffectAbs', 'minEffect') ?? 0)));
}

interface Measured {
  readonly effect: number;
  readonly standardError: number;
  /** Null when the case gives no arms. */
  readonly controlMean: number | null;
}

function measured(input: Fields): Measured {
  if (input['control'] === undefined && input['controlValues'] === undefined) {
    return { effect: numberIn(input, 'effect', 'estimate', 'delta', 'mean'), standardError: numberIn(input, 'se', 'standardError', 'sd'), controlMean: (field(input, 'controlMean', 'baseline') as number | undefined) ?? null };
  }
  const pair = pairIn(input);
  const { effect, standardError } = must(input['scale'] === 'absolute' ? differenceOf(pair) : deltaRelative(pair));
  return { effect, standardError, controlMean: pair.control.base };
}

/** The prior on the effect's scale: a relative prior (the usual kind) is multiplied by the control's mean for an absolute effect. */
function priorIn(input: Fields, controlMean: number | null): Belief | null {
  const given = field(input, 'prior', 'priorEffect');
  if (given === null || given === undefined) return null;
  const prior = fieldsIn(input, 'prior', 'priorEffect');
  if (prior['proper'] === false) return null;
  const spread = field(prior, 'sd', 'stddev', 't');
  const belief = { mean: Number(field(prior, 'mean', 'mu', 'mu0') ?? 0), sd: typeof spread === 'number' ? spread : Math.sqrt(numberIn(prior, 'variance', 'var')) };
  const kind = field(input, 'priorType', 'priorScale') ?? field(prior, 'type', 'priorType', 'scale') ?? 'relative';
  return input['scale'] === 'absolute' && kind === 'relative' && controlMean !== null ? priorOnAbsolute(belief, controlMean) : belief;
}

function reading(posterior: Belief, input: Fields, controlMean: number | null): Fields {
  const [low, high] = credibleInterval(posterior, alphaIn(input));
  const risk = riskOf(posterior);
  const inverse = input['inverse'] === true;
  const relative = field(input, 'minEffectRel');
  const least = typeof relative === 'number' && input['scale'] === 'absolute' && controlMean !== null ? relative * Math.abs(controlMean) : Number(relative ?? field(input, 'minEffect', 'minEffectAbs', 'd') ?? 0);
  const win = chanceAtLeast(posterior);
  return {
    mean: posterior.mean, sd: posterior.sd, variance: posterior.sd ** 2, effect: posterior.mean, se: posterior.sd, ci: [low, high],
    posteriorMean: posterior.mean, posteriorSd: posterior.sd, posterior,
    chanceToWin: inverse ? 1 - win : win, pBetter: win, pAtLeastMin: chanceAtLeast(posterior, least),
    'risk_[control,treatment]': inverse ? [risk.treatment, risk.control] : [risk.control, risk.treatment],
    riskControl: risk.control, riskTreatment: risk.treatment, expectedLoss: risk.treatment,
  };
}
