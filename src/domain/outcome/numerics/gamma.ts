// The incomplete gamma functions, each tail computed as itself. Own code, double precision.
import { HALF_LOG_TWO_PI, lessLog, stirlingRest } from '../../kernel/statistics-gamma.ts';

export { logGamma } from '../../kernel/statistics-gamma.ts';

const TINY = 1e-300;
const MAX_STEPS = 100_000;

/** x^a e^-x / gamma(a), the common factor of both incomplete gammas; accurate for large a because only the distance from a is used. */
function gammaFront(a: number, x: number): number {
  return Math.exp(-a * lessLog(x / a, (x - a) / a) + 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingRest(a));
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MAX_STEPS; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return gammaFront(a, x) * sum;
}

/** Continued fraction of the upper tail, modified Lentz (Numerical Recipes, 3rd ed., 6.2). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < MAX_STEPS; k++) {
    const step = -k * (k - a);
    b += 2;
    d = step * d + b;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = b + step / c;
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return gammaFront(a, x) * h;
}

/** P(a, x), the share of the gamma distribution with shape a > 0 below x; 0 to 1. `regularisedGammaLower(1, 2)` is 1 - e^-2. */
export function regularisedGammaLower(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Q(a, x) = 1 - P(a, x), computed as itself in the far tail: `regularisedGammaUpper(1, 700)` is e^-700. */
export function regularisedGammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}
