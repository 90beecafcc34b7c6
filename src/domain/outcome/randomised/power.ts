// How many units a test needs and what a number of units can see; told before a test starts. Knows no data of the test itself.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import { normalCdf, normalQuantile } from '../numerics/normal.ts';

/** Two-sided chance of a false alarm, and the wanted chance of seeing the effect; 0.05 and 0.8 unless told. */
export interface Sureness {
  readonly alpha: number;
  readonly power: number;
}

const USUAL: Sureness = { alpha: 0.05, power: 0.8 };

export type PowerProblem = 'no-effect' | 'not-a-share' | 'no-variation' | 'no-units' | 'level-out-of-range';

/** z_{1-alpha/2} + z_{power}: 2.8016 for 5% and 80%. */
function standardErrorsNeeded({ alpha, power }: Sureness): number {
  return normalQuantile(power) - normalQuantile(alpha / 2);
}

function levels({ alpha, power }: Sureness): boolean {
  return alpha > 0 && alpha < 1 && power > 0 && power < 1 && standardErrorsNeeded({ alpha, power }) > 0;
}

/**
 * Units per arm to see a difference between two shares, not rounded: (z + z)^2 (p q + r s) / (p - r)^2, unpooled normal formula.
 * Example: 5% against 5.5% needs 31,230.7 at 5% and 80%.
 */
export function unitsForShares(baseline: number, target: number, sureness: Sureness = USUAL): Ruling<number, PowerProblem> {
  if (![baseline, target].every((share) => share >= 0 && share <= 1)) return refused('not-a-share');
  return unitsForMeans(target - baseline, baseline * (1 - baseline), target * (1 - target), sureness);
}

/** Units per arm to see `effect` when a unit's variance is as given in each arm, not rounded. sd 10, effect 1: 1,569.8. */
export function unitsForMeans(effect: number, varianceControl: number, varianceTreatment: number, sureness: Sureness = USUAL): Ruling<number, PowerProblem> {
  if (!levels(sureness)) return refused('level-out-of-range');
  if (!Number.isFinite(effect) || effect === 0) return refused('no-effect');
  const variance = varianceControl + varianceTreatment;
  if (!(variance > 0) || !Number.isFinite(variance)) return refused('no-variation');
  return granted((standardErrorsNeeded(sureness) ** 2 * variance) / effect ** 2);
}

/**
 * Smallest difference that would be seen with `power`, when each unit has the given variance in both arms: (z + z) sd sqrt(1/n + 1/m).
 * Example: a 5% share, 20,000 units per arm: 0.0061. A 5% holdout of 100,000: sd x 2.8 sqrt(1/5,000 + 1/95,000).
 */
export function detectable(variance: number, unitsControl: number, unitsTreatment: number, sureness: Sureness = USUAL): Ruling<number, PowerProblem> {
  if (!levels(sureness)) return refused('level-out-of-range');
  if (!(variance > 0) || !Number.isFinite(variance)) return refused('no-variation');
  if (!(unitsControl > 0) || !(unitsTreatment > 0)) return refused('no-units');
  return granted(standardErrorsNeeded(sureness) * Math.sqrt(variance * (1 / unitsControl + 1 / unitsTreatment)));
}

/** Chance of an interval that excludes 0, on either side, when the true effect is `effect` and its standard error as given. 2.8 errors away: 80%. */
export function powerOf(effect: number, standardError: number, alpha: number = USUAL.alpha): number {
  const z = -normalQuantile(alpha / 2);
  const away = effect / standardError;
  return normalCdf(away - z) + normalCdf(-away - z);
}
