import fc from 'fast-check';
import { expect, it } from 'vitest';
import { studentQuantile } from '../numerics/student.ts';
import { calibrate, calibrateToday, summarise } from './placebo.ts';

it('gives the worked example of the formula page: kappa2 1.181 over 6.54 windows widens by 1.112 and allows 2.334 standard deviations', () => {
  const { k, df } = calibrate({ kappa2: 1.1810961890022438, effectiveN: 183 / 28 });
  expect(k).toBeCloseTo(1.1123, 4);
  expect(df).toBeCloseTo(10.5357, 4);
  expect(studentQuantile(0.975, df) * Math.sqrt(k)).toBeCloseTo(2.3339, 4);
});

it('never narrows an interval, however well the past was forecast', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), (kappa2, effectiveN) => {
    expect(calibrate({ kappa2, effectiveN }).k).toBeGreaterThanOrEqual(1);
  }));
});

it('widens more the worse the past was', () => {
  expect(calibrate({ kappa2: 3, effectiveN: 4 }).k).toBe(2);
  expect(calibrate({ kappa2: 35, effectiveN: 211 / 90 }).k).toBeGreaterThan(4);
});

it('summarises errors: how many, how large, to which side, how often within the raw interval', () => {
  expect(summarise([1, -1, 3, 1], 2, 0.05)).toEqual({ origins: 4, kappa2: 3, meanZ: 1, effectiveN: 2, coverage: 0.75 });
  expect(summarise([], 30, 0.05)).toEqual({ origins: 0, kappa2: 0, meanZ: 0, effectiveN: 0, coverage: 0 });
});

it('gives the worked example of wide early windows: 1.80 over all, 2.67 over those as sharp as today', () => {
  const z = Float64Array.from({ length: 200 }, (_, i) => (i < 100 ? 0.5 : 2));
  const deviations = Float64Array.from({ length: 200 }, (_, i) => (i < 100 ? 3 : 1));
  expect(calibrateToday(z, deviations, 1, 20)).toEqual({ k: (4 + 5 * 4) / 9, df: 9 });
  expect(calibrateToday(z, new Float64Array(200).fill(1), 1, 20).k).toBeCloseTo(1.804, 3);
});
