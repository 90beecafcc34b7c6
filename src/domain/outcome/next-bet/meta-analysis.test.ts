import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectsLine, effectsMean, momentFit, type Reading } from './meta-analysis.ts';

const TEN: readonly Reading[] = [[0.9, 0.8], [2.1, 0.9], [-0.4, 0.5], [1.2, 0.6], [0.3, 0.4], [3, 1.1], [-1.1, 0.7], [0.6, 0.5], [0.1, 0.3], [1.8, 0.9]].map(
  ([estimate, standardError]) => ({ estimate: estimate!, standardError: standardError! }),
);
const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const readings = fc.array(fc.record({ estimate: finite(-10, 10), standardError: finite(0.1, 3) }), { minLength: 3, maxLength: 15 });

describe('random effects', () => {
  it('agree with restricted maximum likelihood in R', () => {
    const { coefficients, tau2, predictions } = effectsMean(TEN);
    expect(coefficients[0]).toBeCloseTo(0.621136, 4);
    expect(tau2).toBeCloseTo(0.574878, 4);
    expect(predictions[5]).toBeCloseTo(1.387326, 4);
    expect(momentFit(TEN)).toMatchObject({ mu: expect.closeTo(0.5963163, 6), tau2: expect.closeTo(0.4525809, 6), q: expect.closeTo(22.11164, 4) });
  });

  it('find no true difference where there is only noise, and then predict the same for all', () => {
    const { tau2, predictions } = effectsMean([0.1, 0.2, 0.15].map((estimate) => ({ estimate, standardError: 1 })));
    expect(tau2).toBe(0);
    expect(new Set(predictions.map((value) => value.toFixed(10))).size).toBe(1);
  });

  it('predict every bet between its reading and the mean', () => {
    fc.assert(fc.property(readings, (given) => {
      const { coefficients: [mean], predictions } = effectsMean(given);
      given.forEach(({ estimate }, i) => {
        expect(predictions[i]).toBeGreaterThanOrEqual(Math.min(estimate, mean!) - 1e-9);
        expect(predictions[i]).toBeLessThanOrEqual(Math.max(estimate, mean!) + 1e-9);
      });
    }));
  });

  it('move with a shift and a change of unit', () => {
    fc.assert(fc.property(readings, finite(-5, 5), finite(0.1, 10), (given, shift, unit) => {
      const one = effectsMean(given);
      const other = effectsMean(given.map(({ estimate, standardError }) => ({ estimate: (estimate + shift) * unit, standardError: standardError * unit })));
      expect(other.tau2 / unit ** 2).toBeCloseTo(one.tau2, 4);
      expect(other.coefficients[0]! / unit - shift).toBeCloseTo(one.coefficients[0]!, 4);
    }));
  });

  it('give an unread bet the mean, and take nothing from it', () => {
    const { predictions, tau2 } = effectsMean([...TEN, { estimate: Number.NaN, standardError: Number.POSITIVE_INFINITY }]);
    expect(tau2).toBe(effectsMean(TEN).tau2);
    expect(predictions[10]).toBeCloseTo(0.621136, 4);
    expect(momentFit([...TEN, { estimate: 9, standardError: Number.POSITIVE_INFINITY }])).toEqual(momentFit(TEN));
  });

  it('draw a line through exact points, and none through one place or too few', () => {
    const exact = [1, 2, 4].map((x) => ({ estimate: 3 - 2 * x, standardError: 0.5 }));
    const { coefficients } = effectsLine(exact, [1, 2, 4]);
    expect(coefficients[0]).toBeCloseTo(3, 10);
    expect(coefficients[1]).toBeCloseTo(-2, 10);
    expect(() => effectsLine(exact, [2, 2, 2])).toThrow('every stated value is the same');
    expect(() => effectsMean([{ estimate: 1, standardError: 1 }])).toThrow('needs more than 1 readings, got 1');
  });
});
