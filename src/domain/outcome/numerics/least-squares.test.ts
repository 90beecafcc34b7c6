import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastSquares } from './least-squares.ts';

const value = fc.double({ min: -100, max: 100, noNaN: true });
const table = (columns: number, rows: number) => fc.array(fc.array(value, { minLength: rows, maxLength: rows }), { minLength: columns, maxLength: columns });

describe('least squares', () => {
  test('a line through three points is found exactly', () => {
    const [level, slope] = leastSquares([[1, 1, 1], [0, 1, 2]], [1, 2, 3]);
    expect(level).toBeCloseTo(1, 12);
    expect(slope).toBeCloseTo(1, 12);
  });

  test('a column that repeats another gets nothing and spoils nothing', () => {
    const x = leastSquares([[1, 1, 1], [2, 2, 2], [0, 1, 2]], [1, 2, 3]);
    expect(Array.from(x, (one) => Math.round(one * 1e9) / 1e9)).toEqual([1, 0, 1]);
  });

  test('what is left over stands at a right angle to every column', () => {
    fc.assert(fc.property(table(3, 6), fc.array(value, { minLength: 6, maxLength: 6 }), (columns, b) => {
      const x = leastSquares(columns, b);
      const rest = b.map((one, i) => one - columns.reduce((total, column, j) => total + column[i]! * x[j]!, 0));
      for (const column of columns) expect(Math.abs(column.reduce((total, one, i) => total + one * rest[i]!, 0))).toBeLessThan(1e-4);
    }));
  });
});
