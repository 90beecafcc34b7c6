// The beta distribution that proportions and posteriors stand on: accurate for tiny tails and for parameters in the millions.
import { HALF_LOG_TWO_PI, lessLog, logGamma, stirlingRest } from './statistics-gamma.ts';

const TINY = 1e-300;

/** log B(a, b) for a, b > 0. `logBeta(2, 3)` is log(1/12). */
export function logBeta(a: number, b: number): number {
  if (Math.max(a, b) < 10) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const n = a + b;
  return HALF_LOG_TWO_PI - 0.5 * Math.log((a * b) / n) - a * Math.log1p(b / a) - b * Math.log1p(a / b) + stirlingRest(a) + stirlingRest(b) - stirlingRest(n);
}

/**
 * x^a y^b / B(a, b) with y = 1 - x given apart, so that neither loses digits. Around x = a/(a+b) the linear terms cancel exactly,
 * which is what keeps a = 1e6 accurate.
 */
export function betaFront(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const off = (x * b - y * a) / n;
  const powers = -a * lessLog((x * n) / a, (off * n) / a) - b * lessLog((y * n) / b, (-off * n) / b);
  return Math.exp(powers + 0.5 * Math.log((a * b) / n) - HALF_LOG_TWO_PI + stirlingRest(n) - stirlingRest(a) - stirlingRest(b));
}

/** Continued fraction for the incomplete beta function, modified Lentz (Numerical Recipes, 3rd ed., 6.4). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let h = d;
  for (let m = 1; m <= 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return h;
}

/**
 * P(X <= x) for X ~ Beta(a, b), a, b > 0, 0 to 1, where the caller knows x and y = 1 - x both exactly; y tiny stays tiny.
 * With x and y swapped and a and b swapped it is the other tail. `betaBelow(0.5, 0.5, 2, 6)` is 0.9375.
 */
export function betaBelow(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x < (a + 1) / (a + b + 2)) return (betaFront(x, y, a, b) * betaFraction(x, a, b)) / a;
  return 1 - (betaFront(x, y, a, b) * betaFraction(y, b, a)) / b;
}

/**
 * The x with `betaBelow(x, 1 - x, a, b)` = p, p in [0, 1]: safeguarded Newton for log(tail) in logit(x), on the smaller tail.
 * `betaQuantile(0.95, 1, 30)` is 0.09503.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  return p <= 0.5 ? lowerQuantile(p, a, b).x : lowerQuantile(1 - p, b, a).y;
}

function lowerQuantile(p: number, a: number, b: number): { x: number; y: number } {
  const target = Math.log(p);
  let low = -745;
  let high = 745;
  let u = Math.log(a / b);
  let x = 0;
  let y = 1;
  for (let i = 0; i < 200; i++) {
    x = 1 / (1 + Math.exp(-u));
    y = 1 / (1 + Math.exp(u));
    const below = betaBelow(x, y, a, b);
    const off = Math.log(below) - target;
    if (off > 0) high = u;
    else low = u;
    const step = off / (betaFront(x, y, a, b) / below);
    const newton = u - step;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (next === u || Math.abs(next - u) < 1e-15 * Math.max(1, Math.abs(u))) break;
    u = next;
  }
  return { x, y };
}
