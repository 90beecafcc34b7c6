// Student's t with any positive degrees of freedom; null or Infinity means the normal distribution.
import { betaBelow, betaFront, logBeta } from '../../kernel/statistics-beta.ts';
import { normalCdf, normalQuantile, normalSf } from './normal.ts';

/** Above this many degrees of freedom t and normal differ by less than 1e-12 of either. */
const NORMAL_FROM = 1e13;
/** Above this many the continued fraction would lose digits and Hill's expansion has more than double precision. */
const CLOSE_FROM = 1e5;

function isNormal(df: number | null): df is null {
  return df === null || df > NORMAL_FROM;
}

/** P(T > t) for t >= 0 as the tail itself: the incomplete beta with x = df / (df + t^2). */
function upperTail(t: number, df: number): number {
  if (df > CLOSE_FROM) return normalSf(closeNormal(t, df));
  const square = t * t;
  if (!Number.isFinite(square)) return powerTail(t, df);
  return 0.5 * betaBelow(df / (df + square), square / (df + square), df / 2, 0.5);
}

/** The z with the same tail as t, for many degrees of freedom: Hill (1970), Comm. ACM 13, algorithm 395. */
function closeNormal(t: number, df: number): number {
  const a = df - 0.5;
  const b = 48 * a * a;
  const y = a * Math.log1p((t * t) / df);
  return (((((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b) + y + 3) / b + 1) * Math.sqrt(y);
}

/** The tail where t^2 is beyond double precision: a pure power of t. */
function powerTail(t: number, df: number): number {
  return Math.exp(df * (0.5 * Math.log(df) - Math.log(t)) - Math.log(df) - logBeta(df / 2, 0.5));
}

/** P(0 < T < t) for t >= 0. */
function centre(t: number, df: number): number {
  const square = t * t;
  if (square > 2) return 0.5 - upperTail(t, df);
  return 0.5 * betaBelow(square / (df + square), df / (df + square), 0.5, df / 2);
}

/** t times the density at t, for t > 0. */
function densityTimesT(t: number, df: number): number {
  const square = t * t;
  if (!Number.isFinite(square)) return df * powerTail(t, df);
  return betaFront(df / (df + square), square / (df + square), df / 2, 0.5);
}

/** P(T > t). `studentSf(2.2621571628, 9)` is 0.025; `studentSf(40, 300)` is 1.4262e-122. */
export function studentSf(t: number, df: number | null): number {
  if (Number.isNaN(t)) return Number.NaN;
  if (isNormal(df)) return normalSf(t);
  return t >= 0 ? upperTail(t, df) : 0.5 + centre(-t, df);
}

/** P(T <= t), the mirror of `studentSf`. */
export function studentCdf(t: number, df: number | null): number {
  return isNormal(df) ? normalCdf(t) : studentSf(-t, df);
}

/**
 * The t with P(T <= t) = p, p in [0, 1]. Newton, monotone in both halves: on P(0 < T < t), which is concave in t, for p within 0.25 of
 * one half; else on log P(T > t), concave in log t. `studentQuantile(0.975, 9.1)` is 2.258373.
 */
export function studentQuantile(p: number, df: number | null): number {
  if (isNormal(df)) return normalQuantile(p);
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  if (p === 0.5) return 0;
  const size = Math.abs(p - 0.5) < 0.25 ? centreQuantile(Math.abs(p - 0.5), df) : tailQuantile(Math.min(p, 1 - p), df);
  return p < 0.5 ? -size : size;
}

function centreQuantile(share: number, df: number): number {
  let t = share * Math.sqrt(2 * Math.PI);
  for (let i = 0; i < 60; i++) {
    const next = t - ((centre(t, df) - share) * t) / densityTimesT(t, df);
    if (Math.abs(next - t) <= 1e-15 * t) return next;
    t = next;
  }
  return t;
}

function tailQuantile(tail: number, df: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY;
  const target = Math.log(tail);
  let u = Math.log(-normalQuantile(tail));
  let safe = u;
  for (let i = 0; i < 100; i++) {
    const t = Math.exp(u);
    if (t === Number.POSITIVE_INFINITY) return t;
    const sf = upperTail(t, df);
    if (sf < Number.MIN_VALUE * 2 ** 52) {
      u = (u + safe) / 2;
      continue;
    }
    safe = u;
    const next = u + ((Math.log(sf) - target) * sf) / densityTimesT(t, df);
    if (Math.abs(next - u) <= 1e-15 * Math.max(1, Math.abs(u))) return Math.exp(next);
    u = next;
  }
  return Math.exp(u);
}
