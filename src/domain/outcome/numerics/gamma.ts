// The gamma function and its incomplete forms, each tail computed as itself. Own code, double precision, no tables from outside.

const HALF_LOG_TWO_PI = 0.9189385332046728;
const EULER_GAMMA = 0.5772156649015329;
const TINY = 1e-300;
const MAX_STEPS = 100_000;

/** zeta(k) - 1 for k = 2..40 by Euler-Maclaurin from n = 100; error below 1e-16. */
const ZETA_LESS_ONE = Array.from({ length: 39 }, (_, i) => {
  const k = i + 2;
  const from = 100;
  let tail = from ** (1 - k) / (k - 1) + from ** -k / 2 + (k * from ** (-k - 1)) / 12 - (k * (k + 1) * (k + 2) * from ** (-k - 3)) / 720;
  for (let n = from - 1; n >= 2; n--) tail += n ** -k;
  return tail;
});

/** Sum over k >= 2 of (-1)^k (zeta(k) - 1) w^k / k, for |w| <= 0.5. */
function zetaSeries(w: number): number {
  let sum = 0;
  let power = -w;
  for (let i = 0; i < ZETA_LESS_ONE.length; i++) {
    power *= -w;
    sum += (ZETA_LESS_ONE[i]! * power) / (i + 2);
  }
  return sum;
}

/** log gamma(a) less Stirling's (a - 1/2) log a - a + log(2 pi)/2, by its asymptotic series; a >= 10. */
function stirlingSeries(a: number): number {
  const r = 1 / (a * a);
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r / 156)))))) / a;
}

/**
 * Natural logarithm of the gamma function for x > 0; relative error below 1e-13, also beside its zeros at 1 and 2.
 * Stirling's series from 10 up, the zeta series of log gamma(2 + w) below (Abramowitz & Stegun 6.1.33, 6.1.40). `logGamma(5)` is log 24.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  if (x < 1.5) return (1 - EULER_GAMMA) * (x - 1) - Math.log1p(x - 1) + zetaSeries(x - 1);
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + (1 - EULER_GAMMA) * (rest - 2) + zetaSeries(rest - 2);
}

/** What Stirling's formula leaves of log gamma(a), a > 0: about 1/(12 a). Keeps large parameters from cancelling: at a = 100, 0.000833. */
export function stirlingRest(a: number): number {
  return a >= 10 ? stirlingSeries(a) : logGamma(a) - (a - 0.5) * Math.log(a) + a - HALF_LOG_TWO_PI;
}

/**
 * r - 1 - log r for r > 0, given r and u = r - 1 apart: without cancelling near 1, where it is u^2/2, and without losing a tiny r.
 * `lessLog(1.001, 0.001)` is 4.9967e-7.
 */
export function lessLog(r: number, u: number): number {
  if (Math.abs(u) > 0.3) return u - Math.log(r);
  let sum = 0;
  let power = u;
  for (let k = 2; k < 60; k++) {
    power *= -u;
    const before = sum;
    sum -= power / k;
    if (sum === before) break;
  }
  return sum;
}

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
    if (Math.abs(d * c - 1) < 1e-16) break;
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
