// Answers reference cases of fixed-size randomised tests: differences, relative effects, intervals for small counts, capped revenue.
import {
  criticalT, deltaRelative, differenceOf, fiellerRelative, tInterval, tPValue, type Difference,
} from '../../src/domain/outcome/randomised/difference.ts';
import { normalQuantile } from '../../src/domain/outcome/numerics/normal.ts';
import { pooledQuantile, readingsOfRevenue, revenueOf, USUAL_CAP_QUANTILE } from '../../src/domain/outcome/randomised/revenue.ts';
import { newcombe, relativeOfShares, scoreInterval } from '../../src/domain/outcome/randomised/small-counts.ts';
import type { Pair } from '../../src/domain/outcome/randomised/pair.ts';
import { alphaIn, alternativeIn, armIn, bounds, must, numberIn, pairIn, pairOfArms, type Fields } from './arm-input.ts';

export function runCase(input: Fields): unknown {
  if (input['winsorQuantile'] !== undefined || input['cap'] !== undefined) return revenueCase(input);
  const pair = pairIn(input);
  const scale = typeof input['scale'] === 'string' ? input['scale'] : null;
  const shown = scale === 'relative-delta' ? must(deltaRelative(pair)) : must(differenceOf(pair));
  return {
    ...figures(shown, input),
    ...(scale === 'relative' || scale === 'fieller' ? relativeFigures(pair, input) : {}),
    ...wholePicture(pair, input),
    ...smallCounts(input),
  };
}

function figures(difference: Difference, input: Fields): Fields {
  const alternative = alternativeIn(input);
  const { effect, standardError, df } = difference;
  return { effect, se: standardError, df, ci: bounds(tInterval(difference, alphaIn(input), alternative)), pValue: tPValue(difference, alternative) };
}

function relativeFigures(pair: Pair, input: Fields): Fields {
  const relative = must(fiellerRelative(pair, criticalT(must(differenceOf(pair)).df, alphaIn(input))));
  return { effect: relative.value, ci: bounds(relative) };
}

/** Fields that cases on raw samples ask for, beside the ones above. */
function wholePicture(pair: Pair, input: Fields): Fields {
  const { effect, standardError, df } = must(differenceOf(pair));
  const relative = fiellerRelative(pair, criticalT(df, alphaIn(input)));
  return {
    diff: effect, t: effect / standardError,
    relativeLift: effect / Math.abs(pair.control.base),
    fiellerCI: relative.ok ? bounds(relative.value) : [null, null],
  };
}

function smallCounts(input: Fields): Fields {
  const [control, treatment] = [armIn(input['control'] ?? input['controlValues']), armIn(input['treatment'] ?? input['treatmentValues'])];
  if (!('successes' in control && 'successes' in treatment)) return {};
  const alpha = alphaIn(input);
  const z = -normalQuantile(alpha / 2);
  const ratio = relativeOfShares(treatment, control, z);
  return {
    newcombe: bounds(newcombe(treatment, control, z)),
    // The cases' figures come from statsmodels, whose cubic differs; the engine's tests hold the exact one against the likelihood.
    score: bounds(scoreInterval(treatment, control, alpha, 'as-statsmodels')),
    relativeMover: ratio.ok ? bounds(ratio.value) : [null, null],
  };
}

function revenueCase(input: Fields): unknown {
  const arms = [input['controlValues'], input['treatmentValues']] as number[][];
  const quantile = typeof input['winsorQuantile'] === 'number' ? input['winsorQuantile'] : USUAL_CAP_QUANTILE;
  const cap = input['cap'] === undefined ? must(pooledQuantile(arms, quantile)) : numberIn(input, 'cap');
  const [control, treatment] = arms.map((values) => must(revenueOf(values, cap))) as [ReturnType<typeof readOf>, ReturnType<typeof readOf>];
  const [c, t] = [readingsOfRevenue(control), readingsOfRevenue(treatment)];
  const capped = pairOfArms(c.capped, t.capped);
  return {
    cap, nCappedControl: control.cappedUnits, nCappedTreatment: treatment.cappedUnits,
    ...figures(must(differenceOf(capped)), input),
    ...wholePicture(capped, input),
    uncapped: figures(must(differenceOf(pairOfArms(c.uncapped, t.uncapped))), input),
    payerRate: figures(must(differenceOf(pairOfArms(c.payerRate, t.payerRate))), input),
    perPayer: figures(must(differenceOf(pairOfArms(c.perPayer, t.perPayer))), input),
  };
}

function readOf(values: readonly number[], cap: number): ReturnType<typeof must<Parameters<typeof readingsOfRevenue>[0]>> {
  return must(revenueOf(values, cap));
}
