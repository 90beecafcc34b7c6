// The calibration curve and the split of the Brier score without a choice of bins.
import { poolAdjacentViolators } from '../numerics/isotonic.ts';
import { mean } from '../numerics/sum.ts';
import { brierScore, type Forecast } from './scores.ts';

/** One distinct stated probability, how many bets had it, and what the rising fit says of them. */
export interface CurvePoint {
  readonly said: number;
  readonly n: number;
  readonly recalibrated: number;
}

/** brier = miscalibration - discrimination + uncertainty, exactly; all 0 or above. */
export interface CorpSplit {
  readonly brier: number;
  readonly miscalibration: number;
  readonly discrimination: number;
  readonly uncertainty: number;
}

/** Stated probabilities from low to high, equal ones pooled, each with the isotonic share that came (pool adjacent violators). */
export function corpCurve(forecasts: readonly Forecast[]): readonly CurvePoint[] {
  const bySaid = new Map<number, number[]>();
  for (const { said, came } of forecasts) {
    const together = bySaid.get(said);
    if (together === undefined) bySaid.set(said, [came]);
    else together.push(came);
  }
  const said = [...bySaid.keys()].sort((a, b) => a - b);
  const groups = said.map((p) => bySaid.get(p)!);
  const fitted = poolAdjacentViolators(groups.map((group) => mean(group)), groups.map((group) => group.length));
  return said.map((p, i) => ({ said: p, n: groups[i]!.length, recalibrated: fitted[i]! }));
}

/**
 * CORP: Dimitriadis, Gneiting & Jordan (2021), PNAS 118. Miscalibration is what the rising fit would save; discrimination what that fit
 * is worth beside always saying the base rate. Holds for uncertain outcomes too, with the expected Brier score.
 */
export function corpSplit(forecasts: readonly Forecast[], curve = corpCurve(forecasts)): CorpSplit {
  const recalibrated = new Map(curve.map((point) => [point.said, point.recalibrated]));
  const base = mean(forecasts.map((one) => one.came));
  const brier = mean(forecasts.map((one) => brierScore(one).score));
  const best = mean(forecasts.map(({ said, came }) => brierScore({ said: recalibrated.get(said)!, came }).score));
  const uncertainty = base * (1 - base);
  return { brier, miscalibration: brier - best, discrimination: uncertainty - best, uncertainty };
}
