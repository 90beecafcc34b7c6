// Answers reference cases of sample sizes and of what a number of units can see.
import { detectable, powerOf, unitsForMeans, unitsForShares } from '../../src/domain/outcome/randomised/power.ts';
import { alphaIn, field, must, numberIn, type Fields } from './arm-input.ts';

export function runCase(input: Fields): unknown {
  const sureness = { alpha: alphaIn(input), power: typeof input['power'] === 'number' ? input['power'] : 0.8 };
  const { baseline, effect, varianceControl, varianceTreatment } = aimOf(input);
  const variances = [varianceControl, varianceTreatment] as const;
  const shares = field(input, 'sd', 'variance') === undefined;
  const nPerArm = effect === null ? null : shares ? must(unitsForShares(baseline, baseline + effect, sureness)) : must(unitsForMeans(effect, ...variances, sureness));
  const [nControl, nTreatment] = sizesOf(input);
  if (nControl === null || nTreatment === null) return { nPerArm, nPerArmCeil: nPerArm === null ? null : Math.ceil(nPerArm), nTotal: nPerArm === null ? null : 2 * Math.ceil(nPerArm) };
  const least = must(detectable(varianceControl, nControl, nTreatment, sureness));
  const power = effect === null ? null : powerOf(effect, Math.sqrt(varianceControl / nControl + varianceTreatment / nTreatment), sureness.alpha);
  return {
    nPerArm, nPerArmCeil: nPerArm === null ? null : Math.ceil(nPerArm),
    mdeAbsAtFixedN_baselineVar: least, mdeAbsAtFixedN: least, mdeAbs: least, mde: least, detectable: least,
    mdeRelAtFixedN: least / baseline, mdeRel: least / baseline, powerAtFixedN: power, power,
  };
}

interface Aim {
  readonly baseline: number;
  readonly effect: number | null;
  readonly varianceControl: number;
  readonly varianceTreatment: number;
}

/** What is to be seen, and how much a unit varies: given for means, p(1 - p) for shares. */
function aimOf(input: Fields): Aim {
  const baseline = Number(field(input, 'baseline', 'baselineMean', 'mean') ?? 0);
  const absolute = field(input, 'effect', 'effectAbs', 'minEffectAbs', 'mde', 'mdeAbs', 'delta');
  const relative = field(input, 'effectRel', 'relativeEffect', 'mdeRel', 'mdeRelative', 'minEffectRel', 'lift');
  const target = field(input, 'target');
  const effect = typeof target === 'number' ? target - baseline : typeof absolute === 'number' ? absolute : typeof relative === 'number' ? relative * baseline : null;
  const sd = field(input, 'sd');
  if (typeof sd === 'number') return { baseline, effect, varianceControl: sd ** 2, varianceTreatment: sd ** 2 };
  if (input['variance'] !== undefined) return { baseline, effect, varianceControl: numberIn(input, 'variance'), varianceTreatment: numberIn(input, 'variance') };
  const reached = baseline + (effect ?? 0);
  return { baseline, effect, varianceControl: baseline * (1 - baseline), varianceTreatment: reached * (1 - reached) };
}

function sizesOf(input: Fields): readonly [number | null, number | null] {
  const each = field(input, 'fixedN', 'nPerArm', 'n');
  const control = field(input, 'nControl', 'nHoldout', 'nH') ?? each;
  const treatment = field(input, 'nTreatment', 'nTreated', 'nT') ?? each;
  return [typeof control === 'number' ? control : null, typeof treatment === 'number' ? treatment : null];
}
