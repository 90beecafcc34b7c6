// Runs a reference case about calibration: scores of probabilities, intervals of bins, or scores of stated effects.
import { corpCurve, corpSplit } from '../../src/domain/outcome/calibration/corp.ts';
import { effectRecord, isCovered, scoreEffect } from '../../src/domain/outcome/calibration/effect-forecast.ts';
import { inTheLarge } from '../../src/domain/outcome/calibration/in-the-large.ts';
import { binsOf, murphySplit } from '../../src/domain/outcome/calibration/murphy.ts';
import { brierRecord } from '../../src/domain/outcome/calibration/record-parts.ts';
import { brierScore, clipProbability, logScore, type Forecast } from '../../src/domain/outcome/calibration/scores.ts';
import { jeffreys } from '../../src/domain/outcome/calibration/share-intervals.ts';
import { clopperPearsonLower, clopperPearsonUpper, wilsonWithin } from '../../src/domain/kernel/statistics-proportion.ts';
import { normalQuantile } from '../../src/domain/outcome/numerics/normal.ts';
import { mean } from '../../src/domain/outcome/numerics/sum.ts';

interface CalibrationCase {
  readonly p?: readonly number[];
  readonly outcome?: readonly number[];
  readonly posteriorWin?: readonly number[];
  readonly edges?: readonly number[];
  readonly cells?: readonly (readonly [number, number])[];
  readonly level?: number;
  readonly 'rows_[m,s,estimate,se]'?: readonly (readonly [number, number, number, number])[];
}

export function runCase(caseInput: Record<string, unknown>): unknown {
  const given = caseInput as CalibrationCase;
  const rows = given['rows_[m,s,estimate,se]'];
  if (rows !== undefined) return effects(rows);
  if (given.cells !== undefined) return { rows: given.cells.map(([k, n]) => cell(k, n, given.level ?? 0.95)) };
  const came = given.posteriorWin ?? given.outcome ?? [];
  const forecasts = (given.p ?? []).map((said, i) => ({ said, came: came[i]! }));
  return probabilities(forecasts, given.edges ?? [0, 0.2, 0.4, 0.6, 0.8, 1]);
}

function probabilities(forecasts: readonly Forecast[], edges: readonly number[]): unknown {
  const { meanSaid, meanCame, z, spiegelhalterZ } = inTheLarge(forecasts);
  const split = murphySplit(forecasts, edges);
  const curve = corpCurve(forecasts);
  const corp = corpSplit(forecasts, curve);
  const brier = brierRecord(forecasts, meanCame);
  const scores = forecasts.map((one) => brierScore(one));
  return {
    brier: brier.score,
    brierSe: brier.sd,
    brierEach: scores.map((one) => one.score),
    irreducible: brier.noise,
    brierSkillVsBaseRate: 1 - brier.score / corp.uncertainty,
    logScore: mean(forecasts.map(finiteLogScore)),
    reliability: split.reliability,
    resolution: split.resolution,
    uncertainty: split.uncertainty,
    withinBinVariance: split.withinVariance,
    withinBinCovariance: split.withinCovariance,
    bins: binsOf(forecasts, edges).map((bin) => [bin.n, bin.meanSaid, bin.meanCame, bin.came]),
    corp: { ...corp, recalibrated: Object.fromEntries(curve.map((point) => [String(point.said), point.recalibrated])) },
    meanP: meanSaid,
    baseRate: meanCame,
    calibrationInTheLargeZ: z,
    spiegelhalterZ,
  };
}

/** A certainty that failed has no finite log score: it counts as if it had been entered, where certainties are clipped. */
function finiteLogScore(one: Forecast): number {
  const score = logScore(one);
  return Number.isFinite(score) ? score : logScore({ ...one, said: clipProbability(one.said) });
}

function cell(k: number, n: number, level: number): unknown {
  const oneSided = (1 + level) / 2;
  return {
    wilson: wilsonWithin(k, n, normalQuantile(oneSided)),
    jeffreys: jeffreys(k, n, level),
    clopperPearson: [clopperPearsonLower(k, n, oneSided), clopperPearsonUpper(k, n, oneSided)],
  };
}

function effects(rows: readonly (readonly [number, number, number, number])[]): unknown {
  const scores = rows.map(([m, s, estimate, se]) => scoreEffect({ stated: { kind: 'normal', mean: m, sd: s }, estimate, standardError: se }));
  const record = effectRecord(scores);
  return {
    rows: scores.map((score) => ({ ...score, in50: isCovered(score.pit, 0.5), in80: isCovered(score.pit, 0.8), in90: isCovered(score.pit, 0.9), in95: isCovered(score.pit, 0.95) })),
    meanCrps: record?.meanCrps,
    meanZ2: record?.meanZ2,
  };
}
