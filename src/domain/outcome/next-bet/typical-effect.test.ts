import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectPrior } from './typical-effect.ts';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const readings = fc.array(fc.record({ estimate: finite(-0.3, 0.3), standardError: finite(0, 0.2) }), { maxLength: 20 });

describe('the usual size of true effects', () => {
  it('is 5% either way before any reading, and after readings that were all refused', () => {
    expect(effectPrior([])).toEqual({ mean: 0, sd: 0.05, typical: 0.05 });
    expect(effectPrior([{ estimate: 3, standardError: Number.POSITIVE_INFINITY }])).toEqual(effectPrior([]));
  });

  it('comes near what many exact readings show', () => {
    const { mean, sd } = effectPrior(Array.from({ length: 100 }, (_, i) => ({ estimate: 0.02 + (i % 2 === 0 ? 0.01 : -0.01), standardError: 0 })));
    expect(mean).toBeCloseTo(0.01923, 5);
    expect(sd).toBeCloseTo(0.01439, 5);
  });

  it('never becomes nothing, though readings differ by less than their noise', () => {
    expect(effectPrior(Array.from({ length: 200 }, () => ({ estimate: 0, standardError: 0.05 }))).sd).toBeCloseTo(0.005, 10);
  });

  it('scales with the unit and does not depend on the order', () => {
    fc.assert(fc.property(readings, finite(0.1, 1000), (given, unit) => {
      const one = effectPrior(given);
      const scaled = effectPrior(given.map(({ estimate, standardError }) => ({ estimate: estimate * unit, standardError: standardError * unit })).reverse(), { mean: 0, sd: 0.05 * unit });
      expect(scaled.mean / unit).toBeCloseTo(one.mean, 10);
      expect(scaled.typical / unit).toBeCloseTo(one.typical, 10);
    }));
  });
});
