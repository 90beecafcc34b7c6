// Too sure or not sure enough over all bets together: the question with the most power on few bets.
import { mean, sum } from '../numerics/sum.ts';
import type { Forecast } from './scores.ts';

export interface InTheLarge {
  readonly meanSaid: number;
  readonly meanCame: number;
  /** sum(o - p) / sqrt(sum p (1 - p)): below -1.96 is too sure, in standard errors. Null when every probability was 0 or 1. */
  readonly z: number | null;
  /** Spiegelhalter's z; far from 0 is miscalibrated. Null when it has no variance, as when all said 0.5. */
  readonly spiegelhalterZ: number | null;
}

/**
 * Source: Spiegelhalter (1986), Stat. Med. 5: sum (o - p)(1 - 2p) / sqrt(sum (1 - 2p)^2 p (1 - p)).
 * Example: ten bets at 0.7 of which four came: z = -3 / sqrt(2.1) = -2.07.
 */
export function inTheLarge(forecasts: readonly Forecast[]): InTheLarge {
  return {
    meanSaid: mean(forecasts.map((one) => one.said)),
    meanCame: mean(forecasts.map((one) => one.came)),
    z: standardised(forecasts, () => 1),
    spiegelhalterZ: standardised(forecasts, (p) => 1 - 2 * p),
  };
}

function standardised(forecasts: readonly Forecast[], weight: (p: number) => number): number | null {
  const variance = sum(forecasts.map(({ said }) => weight(said) ** 2 * said * (1 - said)));
  if (!(variance > 0)) return null;
  return sum(forecasts.map(({ said, came }) => (came - said) * weight(said))) / Math.sqrt(variance);
}
