// Intervals that hold at every look at once, so that looking early and often costs nothing but width. Knows no declared end.
import type { Alternative } from './difference.ts';

/** Total units the interval is tightest at when no number was planned. */
export const USUAL_TUNING = 5000;

const LARGEST_ONE_SIDED = 0.4999;
const SMALLEST_ONE_SIDED = 1e-5;

/**
 * rho of the mixture that is tightest at `tuning` total units: sqrt((-2 ln a + ln(1 - 2 ln a)) / tuning), one-sided with 2a for a.
 * Source: Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024), eq. 161. Example: 5%, 5000 units give 0.03984.
 */
export function mixtureRho(alpha: number, tuning: number, alternative: Alternative = 'two-sided'): number {
  const a = alternative === 'two-sided' ? alpha : 2 * alpha;
  return Math.sqrt((-2 * Math.log(a) + Math.log1p(-2 * Math.log(a))) / tuning);
}

/**
 * Half-width of the asymptotic confidence sequence in standard errors, at `n` total units; takes the place of 1.96.
 * Two-sided eq. 9, one-sided eq. 134 of the same paper. Example: n = 5000, rho = 0.03984, 5% gives 3.035.
 */
export function alwaysValidQ(n: number, rho: number, alpha: number, alternative: Alternative = 'two-sided'): number {
  const spread = n * rho * rho;
  const reach = alternative === 'two-sided' ? Math.log(Math.sqrt(spread + 1) / alpha) : Math.log1p(Math.sqrt(spread + 1) / (2 * alpha));
  return Math.sqrt(((2 * (spread + 1)) / spread) * reach);
}

/**
 * Always-valid p of a difference `t` standard errors from none at `n` units: the smallest level whose interval excludes 0, at this rho;
 * two-sided in closed form (eq. 155). One-sided it is found by halving and kept within [0.00001, 0.4999], where the bound is defined.
 */
export function alwaysValidP(t: number, n: number, rho: number, alternative: Alternative = 'two-sided'): number {
  if (alternative === 'two-sided') {
    const spread = n * rho * rho;
    return Math.min(1, Math.sqrt(spread + 1) * Math.exp((-spread * t * t) / (2 * (spread + 1))));
  }
  const towards = alternative === 'greater' ? t : -t;
  const excludes = (alpha: number): boolean => towards > alwaysValidQ(n, rho, alpha, alternative);
  if (excludes(SMALLEST_ONE_SIDED)) return SMALLEST_ONE_SIDED;
  let [kept, excluded] = [SMALLEST_ONE_SIDED, LARGEST_ONE_SIDED];
  if (!excludes(excluded)) return LARGEST_ONE_SIDED;
  for (let step = 0; step < 60; step++) {
    const middle = (kept + excluded) / 2;
    if (excludes(middle)) excluded = middle;
    else kept = middle;
  }
  return excluded;
}
