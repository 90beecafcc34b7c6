import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFew, newcombe, relativeOfShares, scoreInterval, type Share } from './small-counts.ts';

const Z = 1.959963984540054;
const share = fc.integer({ min: 2, max: 200 }).chain((n) => fc.integer({ min: 0, max: n }).map((successes): Share => ({ successes, n })));

/** Likeliest control share under a given difference, by looking at every share in steps of a millionth around the closed form. */
function logLikelihood({ successes: a, n: m }: Share, { successes: b, n }: Share, d: number, r: number): number {
  return a * Math.log(r + d) + (m - a) * Math.log(1 - r - d) + b * Math.log(r) + (n - b) * Math.log(1 - r);
}

describe('shares with few successes', () => {
  it('have the Newcombe interval of the worked example', () => {
    const { value, low, high } = newcombe({ successes: 87, n: 1529 }, { successes: 62, n: 1471 }, Z);
    expect([value, low!, high!].map((x) => x.toFixed(4))).toEqual(['0.0148', '-0.0009', '0.0304']);
  });

  it('stay between -1 and 1, hold the difference, and mirror when the arms change places', () => {
    fc.assert(fc.property(share, share, (t, c) => {
      const [one, other] = [newcombe(t, c, Z), newcombe(c, t, Z)];
      expect(one.low!).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(one.high!).toBeLessThanOrEqual(1 + 1e-12);
      expect(one.low! <= one.value && one.value <= one.high!).toBe(true);
      expect(other.low).toBeCloseTo(-one.high!, 12);
    }));
  });

  it('have a relative interval that excludes no effect exactly when the absolute one does', () => {
    fc.assert(fc.property(share, share, (t, c) => {
      const [absolute, relative] = [newcombe(t, c, Z), relativeOfShares(t, c, Z)];
      if (!relative.ok) return;
      fc.pre(Math.abs(absolute.low!) > 1e-9 && Math.abs(absolute.high!) > 1e-9);
      expect(relative.value.low! > 0).toBe(absolute.low! > 0);
      expect(relative.value.high !== null && relative.value.high < 0).toBe(absolute.high! < 0);
    }));
  });

  it('have no relative effect without successes in control', () => {
    const relative = relativeOfShares({ successes: 3, n: 50 }, { successes: 0, n: 50 }, Z);
    expect(relative.ok ? 'ok' : relative.refusal.code).toBe('control-is-zero');
  });

  it('are few below five successes or five failures in either arm', () => {
    expect(isFew({ successes: 5, n: 10 }, { successes: 5, n: 10 })).toBe(false);
    expect(isFew({ successes: 4, n: 10 }, { successes: 5, n: 10 })).toBe(true);
    expect(isFew({ successes: 96, n: 100 }, { successes: 50, n: 100 })).toBe(true);
  });
});

describe('the score interval', () => {
  const t = { successes: 87, n: 1529 };
  const c = { successes: 62, n: 1471 };

  it('ends where the score test, with its variance at the likeliest shares, is just not rejected', () => {
    const { low, high, value } = scoreInterval(t, c, 0.05);
    for (const d of [low!, high!]) {
      let [from, to] = [Math.max(0, -d) + 1e-9, Math.min(1, 1 - d) - 1e-9];
      for (let step = 0; step < 200; step++) {
        const [x, y] = [from + (to - from) / 3, to - (to - from) / 3];
        if (logLikelihood(t, c, d, x) < logLikelihood(t, c, d, y)) from = x;
        else to = y;
      }
      const error = Math.sqrt((((from + d) * (1 - from - d)) / t.n + (from * (1 - from)) / c.n) * (3000 / 2999));
      expect(Math.abs(value - d) / error).toBeCloseTo(Z, 5);
    }
    expect([low!, high!].map((x) => x.toFixed(6))).toEqual(['-0.000813', '0.030508']);
  });

  it('gives statsmodels its own figure when asked to', () => {
    expect(scoreInterval(t, c, 0.05, 'as-statsmodels').high).toBeCloseTo(0.03046142, 7);
  });

  it('holds the difference and reaches the ends of the scale at none and all', () => {
    fc.assert(fc.property(share, share, (one, other) => {
      const { low, high, value } = scoreInterval(one, other, 0.05);
      expect(-1 <= low! && low! <= value && value <= high! && high! <= 1).toBe(true);
    }));
  });
});
