import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceAxis, rangeOf } from './nice-axis.ts';

describe('the range of an axis', () => {
  it('is that of the values, or a tenth around them when they are all but equal', () => {
    expect(rangeOf([3, 1, Number.NaN, 2])).toEqual([1, 3]);
    expect(rangeOf([50, 50])).toEqual([45, 55]);
    expect(rangeOf([0, 2.5e-323])).toEqual([-1, 1]);
    expect(rangeOf([])).toEqual([0, 1]);
  });

  it('has round ends that hold every value, and ticks between them', () => {
    expect(niceAxis([1.2, 8.9], 4)).toEqual({ low: 0, high: 10, ticks: [0, 2, 4, 6, 8, 10] });
    fc.assert(fc.property(fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1 }), (values) => {
      const { low, high, ticks } = niceAxis(values, 4);
      const hair = (high - low) * 1e-9;
      return low < high && [...values, ...ticks].every((value) => value >= low - hair && value <= high + hair);
    }));
  });
});
