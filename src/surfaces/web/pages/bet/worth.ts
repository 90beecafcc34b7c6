// What a bet is worth as it is stated: on average, nine times in ten, and from which effect on it pays. The formulas are the domain's.
import { meanOf, quantileOf } from '../../../../domain/outcome/next-bet/distribution.ts';
import { distributionBetween } from '../../../../domain/outcome/next-bet/stated-effect.ts';
import { expectedValue } from '../../../../domain/outcome/next-bet/value.ts';
import type { Terms } from './bet-words.ts';

export interface Worth {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly meanEffect: number;
  /** The effect at which cost and value are even; undefined when the effect is worth nothing. */
  readonly pays: number | undefined;
}

/** Undefined while the effect, its value or the cost is not said. Example: "2 to 20" per cent at 9 per cent and cost 40 is worth 32.72 on average. */
export function statedWorth({ effectLow, effectHigh, valuePerUnit, cost }: Pick<Terms, 'effectLow' | 'effectHigh' | 'valuePerUnit' | 'cost'>): Worth | undefined {
  if (effectLow === undefined || effectHigh === undefined || effectLow >= effectHigh || valuePerUnit === undefined || cost === undefined) return undefined;
  const effect = distributionBetween(effectLow, effectHigh);
  const ends = [0.05, 0.95].map((p) => valuePerUnit * quantileOf(effect, p) - cost);
  return { mean: expectedValue({ effect, valuePerUnit, cost }), low: Math.min(...ends), high: Math.max(...ends), meanEffect: meanOf(effect), pays: valuePerUnit === 0 ? undefined : cost / valuePerUnit };
}
