import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseUnit, rowsOf, squareRun, squaresFor } from './squares.ts';

describe('the squares of a unit chart', () => {
  it('stand for one item each while they fit', () => {
    expect(chooseUnit([[50, 20, 4], [10, 2]], 108)).toBe(1);
    expect(chooseUnit([[60_000, 30_000, 10_000]], 108)).toBe(1_000);
  });

  it('never lose a class that has items', () => {
    expect(squaresFor(1, 1_000)).toBe(1);
    expect(squaresFor(0, 1_000)).toBe(0);
    expect(squaresFor(1_499, 1_000)).toBe(1);
  });

  it('fit into the room whatever the counts are', () => {
    const column = fc.array(fc.nat({ max: 2_000_000 }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), fc.integer({ min: 40, max: 200 }), (columns, capacity) => {
      const unit = chooseUnit(columns, capacity);
      for (const counts of columns) expect(counts.reduce((sum, count) => sum + squaresFor(count, unit), 0)).toBeLessThanOrEqual(capacity);
    }));
  });

  it('are counted from the ground, left to right', () => {
    const run = squareRun({ from: 0, count: 3, perRow: 2, left: 0, ground: 100, cell: 10, size: 8, inset: 0 });
    expect(run).toEqual({ path: 'M0 90h8v8h-8zM10 90h8v8h-8zM0 80h8v8h-8z', next: 3 });
    expect(rowsOf(74, 9)).toBe(9);
    expect(rowsOf(0, 9)).toBe(0);
  });
});
