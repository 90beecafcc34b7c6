// The upper tail of chi-square, the p-value of counts against an expectation.
import { regularisedGammaUpper } from './gamma.ts';

/** P(X > x) for chi-square with df > 0 degrees of freedom, 0 to 1. `chiSquareSf(3.84, 1)` is 0.0500435. */
export function chiSquareSf(x: number, df: number): number {
  return regularisedGammaUpper(df / 2, x / 2);
}
