import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsOf } from './arm-moments.ts';
import type { ArmRows, ArmTotals } from './arm-totals.ts';
import { sum } from '../numerics/sum.ts';

const value = fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => Math.round(x * 1000) / 1000);
const column = fc.array(value, { minLength: 2, maxLength: 40 });
const square = (xs: readonly number[], ys: readonly number[] = xs): number => sum(xs.map((x, i) => x * ys[i]!));

function codeOf(arm: ArmTotals | ArmRows): string {
  const moments = momentsOf(arm);
  return moments.ok ? 'ok' : moments.refusal.code;
}

describe('the moments of an arm', () => {
  it('are the same from rows and from their sums', () => {
    fc.assert(fc.property(column, (xs) => {
      const [rows, totals] = [momentsOf({ kind: 'mean', values: xs }), momentsOf({ kind: 'mean', n: xs.length, sum: sum(xs), sumSquares: square(xs) })];
      if (!rows.ok || !totals.ok) throw new Error('both are readable');
      expect(totals.value.means[0]).toBeCloseTo(rows.value.means[0]!, 9);
      expect(Math.abs(totals.value.covariance[0]![0]! - rows.value.covariance[0]![0]!)).toBeLessThanOrEqual(1e-9 * square(xs) + 1e-12);
    }));
  });

  it('keep the variance of rows that all lie far from zero', () => {
    const moments = momentsOf({ kind: 'mean', values: [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4] });
    expect(moments.ok && moments.value.covariance[0]![0]).toBeCloseTo(5 / 3, 12);
  });

  it('take p(1 - p) for shares, with and without a pre-period', () => {
    const share = momentsOf({ kind: 'proportion', values: [1, 0, 0, 1, 1] });
    expect(share.ok && share.value.covariance[0]![0]).toBeCloseTo(0.24, 15);
    const cuped = momentsOf({ kind: 'cuped', binary: true, post: [1, 0, 0, 1, 1], pre: [1, 1, 0, 0, 1] });
    expect(cuped.ok && cuped.value.covariance[0]![0]).toBeCloseTo(0.24, 15);
  });

  it('are refused with a reason when the arm cannot be read', () => {
    expect(codeOf({ kind: 'mean', values: [] })).toBe('no-units');
    expect(codeOf({ kind: 'mean', values: [3] })).toBe('one-unit');
    expect(codeOf({ kind: 'mean', values: [3, Number.POSITIVE_INFINITY] })).toBe('not-a-number');
    expect(codeOf({ kind: 'mean', n: 10, sum: 10, sumSquares: 2 })).toBe('impossible-sums');
    expect(codeOf({ kind: 'mean', n: 2.5, sum: 10, sumSquares: 200 })).toBe('count-not-whole');
    expect(codeOf({ kind: 'mean', values: [1e200, -1e200] })).toBe('too-large');
    expect(codeOf({ kind: 'proportion', n: 10, successes: 11 })).toBe('more-successes-than-units');
    expect(codeOf({ kind: 'proportion', values: [0, 1, 2] })).toBe('not-zero-or-one');
    expect(codeOf({ kind: 'ratio', numerators: [1, 2], denominators: [1] })).toBe('columns-differ');
  });
});
