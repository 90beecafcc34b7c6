import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowTop, rowWindow } from './row-window.ts';

describe('the window on a long list', () => {
  it('draws the blocks that the window touches and leaves a gap for the others', () => {
    expect(rowWindow([100, 100, 100, 100], 150, 260)).toEqual({ first: 1, last: 2, before: 100, after: 100 });
    expect(rowWindow([100, 100], -500, 50)).toEqual({ first: 0, last: 0, before: 0, after: 100 });
    expect(rowWindow([], 0, 100).last).toBe(-1);
  });

  it('never loses or adds a pixel, and covers the window', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: -3_000, max: 200_000 }), fc.integer({ min: 1, max: 4_000 }), (heights, top, size) => {
      const { first, last, before, after } = rowWindow(heights, top, top + size);
      const drawn = heights.slice(first, last + 1).reduce((sum, height) => sum + height, 0);
      const total = heights.reduce((sum, height) => sum + height, 0);
      const covered = before <= Math.max(0, top) || first === heights.length - 1;
      return first <= last && last < heights.length && before + drawn + after === total && covered && (before + drawn >= Math.min(top + size, total) || last === heights.length - 1);
    }));
  });

  it('knows where a row begins', () => {
    expect(rowTop([100, 200], 10, 15)).toBe(200);
  });
});
