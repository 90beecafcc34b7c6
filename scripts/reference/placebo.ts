// Adapter for placebo cases: one cell of given variances, a window at every past origin, and the calibration that follows.
import { planFamily } from '../../src/domain/outcome/series/covariance.ts';
import { filterFamily } from '../../src/domain/outcome/series/filter.ts';
import { meanOver } from '../../src/domain/outcome/series/frame.ts';
import { calibrate, summarise } from '../../src/domain/outcome/series/placebo.ts';
import type { Target } from '../../src/domain/outcome/series/window.ts';
import { studentQuantile } from '../../src/domain/outcome/numerics/student.ts';
import { familyOf } from './structural-fit.ts';

export function runCase(input: Record<string, unknown>): unknown {
  const number = (name: string): number => Number(input[name] ?? 0);
  const logY = (input['logY'] ?? (input['y'] as (number | null)[]).map((value) => (value === null ? null : Math.log(value)))) as (number | null)[];
  const observed = Uint8Array.from(logY, (value) => (value === null ? 0 : 1));
  const values = Float64Array.from(logY, (value) => value ?? 0);
  const [noise, length, alpha] = [number('sigma2Eps'), number('h'), number('alpha')];
  const family = familyOf({ slope: false, period: number('season') }, { level: number('sigma2Level') / noise, slope: 0, season: number('sigma2Seasonal') / noise });
  const targets: Target[] = [];
  for (let origin = number('minTrain'); origin <= values.length - length; origin++) {
    const days = observed.slice(origin, origin + length);
    targets.push({ origin, lead: 0, length, ...(days.includes(0) ? { days } : {}) });
  }
  const plan = planFamily(family, { length: values.length, observed, targets });
  const { forecasts } = filterFamily(plan, values);
  const z = targets.map((target, i) => (meanOver(values, target) - forecasts[i]!) / Math.sqrt(noise * plan.spreads[i]!));
  const placebo = summarise(z, length, alpha);
  const { k, df } = calibrate(placebo);
  return {
    nOrigins: placebo.origins, z_first5: z.slice(0, 5), z_last5: z.slice(-5), kappa2: placebo.kappa2, nEff: placebo.effectiveN,
    kappa2Posterior: k, df, halfWidthMultiplier: studentQuantile(1 - alpha / 2, df) * Math.sqrt(k), rawCoverage95: placebo.coverage, meanZ: placebo.meanZ,
  };
}
