// Both tails of the beta distribution as functions of x alone.
import { betaBelow } from '../../kernel/statistics-beta.ts';

export { betaQuantile, logBeta } from '../../kernel/statistics-beta.ts';

/** I_x(a, b) = P(X <= x) for X ~ Beta(a, b), a, b > 0; 0 to 1. `regularisedBeta(0.5, 2, 6)` is 0.9375. */
export function regularisedBeta(x: number, a: number, b: number): number {
  return betaBelow(x, 1 - x, a, b);
}

/** P(X > x), computed as itself so that a tail of 1e-100 keeps its digits. `regularisedBetaComplement(0.5, 2, 6)` is 0.0625. */
export function regularisedBetaComplement(x: number, a: number, b: number): number {
  return betaBelow(1 - x, x, b, a);
}
