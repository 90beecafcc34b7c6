// Reference cases about records of bets: shrinkage of effects, recalibration of chances, random effects, the winner's curse.
// Which of them a case asks for shows in the fields of its input.
import { chanceAtLeast, meanOf, quantileOf, sdOf } from '../../src/domain/outcome/next-bet/distribution.ts';
import { independentBelief, quadratic, type Symmetric } from '../../src/domain/outcome/next-bet/belief.ts';
import { effectsLine, effectsMean, momentFit, type Reading } from '../../src/domain/outcome/next-bet/meta-analysis.ts';
import { chanceOfSignificance, effectGivenSignificance, pullTogether, reportedWhenSignificant, steadied } from '../../src/domain/outcome/next-bet/normal-shrinkage.ts';
import { CHANCE_PRIOR, learnChances, recalibrated } from '../../src/domain/outcome/next-bet/recalibration.ts';
import { EFFECT_PRIOR, learnEffects, logSpaced, shrunkenEffect, SPREADS, type PastBet } from '../../src/domain/outcome/next-bet/shrinkage.ts';

type Pair = readonly [mean: number, sd: number];

interface Input {
  readonly average?: readonly number[];
  readonly atBats?: number | readonly number[];
  readonly trueEffect?: number;
  readonly observed?: number | readonly number[];
  readonly criticalZ?: number;
  readonly p?: readonly number[];
  readonly outcome?: readonly number[];
  readonly newP?: readonly number[];
  readonly estimate?: readonly number[];
  readonly se?: number | readonly (number | null)[];
  readonly statedMean?: readonly number[];
  readonly newStated?: number;
  readonly minEffect?: number;
  readonly priorA?: Pair;
  readonly priorB?: Pair;
  readonly omegaGrid?: string | readonly number[];
}

export function runCase(given: unknown): unknown {
  const input = given as Input;
  if (input.average) return battingAverages(input.average, input.atBats ?? 0);
  if (input.criticalZ !== undefined) return winnersCurse(input, input.criticalZ);
  if (input.p && input.outcome) return recalibration(input, input.p, input.outcome);
  if (!input.estimate) throw new Error('the input has none of the fields this area knows');
  const readings = readingsOf(input.estimate, input.se);
  if (input.priorA ?? input.priorB ?? input.omegaGrid ?? input.minEffect) return nextBet(input, readings, input.statedMean ?? []);
  return input.statedMean ? line(readings, input.statedMean, input.newStated) : randomEffects(readings);
}

function battingAverages(average: readonly number[], atBats: number | readonly number[]): unknown {
  const { grandMean, kept, shrunk } = pullTogether(average.map((share, i) => steadied(share, typeof atBats === 'number' ? atBats : atBats[i]!)), 1);
  return { grandMean, factorKept: kept, shrunk };
}

function winnersCurse({ trueEffect, observed = [], se }: Input, z: number): unknown {
  const error = typeof se === 'number' ? se : 1;
  const conditional = (reading: number): number | undefined => effectGivenSignificance(reading, error, z);
  const reported = trueEffect === undefined ? undefined : reportedWhenSignificant(trueEffect, error, z);
  return {
    expectedGivenSignificant: reported,
    exaggeration: trueEffect === undefined || reported === undefined ? undefined : reported / trueEffect,
    powerOneSided: trueEffect === undefined ? undefined : chanceOfSignificance(trueEffect, error, z),
    conditionalEstimate: typeof observed === 'number' ? conditional(observed) : observed.map(conditional),
  };
}

function recalibration({ priorA, priorB, newP = [] }: Input, p: readonly number[], outcome: readonly number[]): unknown {
  const belief = learnChances(p.map((stated, i) => ({ p: stated, outcome: outcome[i]! })), priorA && priorB ? independentBelief(priorA, priorB) : CHANCE_PRIOR);
  return { a: belief.mean[0], b: belief.mean[1], cov: rows(belief.covariance), recalibrated: newP.map((stated) => recalibrated(belief, stated).p) };
}

/** The prediction after every beginning of the record, `after0` to `afterN`, and after all of it. */
function nextBet(input: Input, readings: readonly Reading[], stated: readonly number[]): unknown {
  const bets: PastBet[] = readings.map((reading, i) => ({ ...reading, stated: stated[i]! }));
  const prior = input.priorA && input.priorB ? independentBelief(input.priorA, input.priorB) : EFFECT_PRIOR;
  const after = (count: number): object => {
    const record = learnEffects(bets.slice(0, count), prior, spreadsOf(input.omegaGrid));
    const effect = shrunkenEffect(record, [{ stated: input.newStated ?? 0, typical: 1 }]);
    const [a, b] = record.belief.mean;
    return {
      mean: meanOf(effect), sd: sdOf(effect), pMin: input.minEffect === undefined ? undefined : chanceAtLeast(effect, input.minEffect),
      q05: quantileOf(effect, 0.05), q50: quantileOf(effect, 0.5), q95: quantileOf(effect, 0.95), a, b, cov: rows(record.belief.covariance),
    };
  };
  return { ...after(bets.length), ...Object.fromEntries([0, ...bets.keys()].map((_, count) => [`after${count}`, after(count)])) };
}

/** "exp(linspace(ln .02, ln 5, 121))" or the values themselves. */
function spreadsOf(grid: Input['omegaGrid']): readonly number[] {
  if (grid === undefined) return SPREADS;
  if (typeof grid !== 'string') return grid;
  const [low, high, count] = (grid.match(/\d*\.?\d+/g) ?? []).map(Number);
  if (low === undefined || high === undefined || count === undefined) throw new Error(`no grid is read from ${grid}`);
  return logSpaced(low, high, count);
}

function line(readings: readonly Reading[], stated: readonly number[], newStated: number | undefined): unknown {
  const { coefficients, covariance, tau2, predictions } = effectsLine(readings, stated);
  const [a, b] = [coefficients[0]!, coefficients[1]!];
  const flat: Symmetric = [covariance[0]![0]!, covariance[0]![1]!, covariance[1]![1]!];
  const predicted = newStated === undefined ? {} : { predictNew: a + b * newStated, predictSe: Math.sqrt(quadratic(flat, 1, newStated)) };
  return { a, b, tau2, cov: covariance, blup: predictions, ...predicted };
}

function randomEffects(readings: readonly Reading[]): unknown {
  const { coefficients, covariance, tau2, predictions } = effectsMean(readings);
  const { mu, tau2: momentTau2, seMu, q } = momentFit(readings);
  return { mu: coefficients[0], tau2, seMu: Math.sqrt(covariance[0]![0]!), blup: predictions, dersimonianLaird: { mu, tau2: momentTau2, seMu, Q: q } };
}

function readingsOf(estimates: readonly number[], se: Input['se']): Reading[] {
  return estimates.map((estimate, i) => ({ estimate, standardError: (typeof se === 'number' ? se : se?.[i]) ?? Number.POSITIVE_INFINITY }));
}

function rows([aa, ab, bb]: Symmetric): number[][] {
  return [[aa, ab], [ab, bb]];
}
