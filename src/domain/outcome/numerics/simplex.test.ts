import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simplexLeastSquares } from './simplex.ts';

const value = fc.double({ min: -100, max: 100, noNaN: true });
const table = (columns: number, rows: number) => fc.array(fc.array(value, { minLength: rows, maxLength: rows }), { minLength: columns, maxLength: columns });

describe('least squares over weights that sum to one', () => {
  test('a target between two columns is met by weighing them', () => {
    expect(Array.from(simplexLeastSquares([[0], [4]], [1]))).toEqual([0.75, 0.25]);
    expect(Array.from(simplexLeastSquares([[0], [4]], [9]))).toEqual([0, 1]);
  });

  test('a strong ridge makes the weights equal', () => {
    for (const weight of simplexLeastSquares([[0, 1], [4, 2], [3, 3]], [4, 2], 1e9)) expect(weight).toBeCloseTo(1 / 3, 6);
  });

  test('the same column twice is no obstacle', () => {
    const w = simplexLeastSquares([[0, 1], [0, 1], [4, 1]], [1, 1]);
    expect(w[0]! + w[1]!).toBeCloseTo(0.75, 12);
    expect(w[2]).toBeCloseTo(0.25, 12);
  });

  test('the weights are not negative, sum to one, and no shift between two of them would fit better', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }).chain((n) => table(n, 4)), fc.array(value, { minLength: 4, maxLength: 4 }), fc.constantFrom(0, 1e-6, 0.01, 5, 5000), (columns, b, ridge) => {
      const w = simplexLeastSquares(columns, b, ridge);
      expect(w.reduce((total, one) => total + one, 0)).toBeCloseTo(1, 10);
      const rest = b.map((one, i) => columns.reduce((total, column, j) => total + column[i]! * w[j]!, 0) - one);
      const gradient = columns.map((column, j) => column.reduce((total, one, i) => total + one * rest[i]!, ridge * w[j]!));
      const lowest = Math.min(...gradient);
      w.forEach((weight, j) => {
        expect(weight).toBeGreaterThanOrEqual(0);
        if (weight > 1e-9) expect(gradient[j]! - lowest).toBeLessThan(2e-4);
      });
    }), { numRuns: 300 });
  });
});
