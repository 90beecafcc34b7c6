import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean } from '../numerics/sum.ts';
import { corpCurve, corpSplit } from './corp.ts';
import { inTheLarge } from './in-the-large.ts';
import { binsOf, murphySplit } from './murphy.ts';
import { brierRecord } from './record-parts.ts';
import { brierScore, type Forecast } from './scores.ts';

/** Sixty simulated bets of a forecaster who is too sure. */
const SAID = [
  0.58, 0.62, 0.61, 0.38, 0.33, 0.74, 0.25, 0.32, 0.91, 0.85, 0.58, 0.76, 0.6, 0.42, 0.82, 0.61, 0.67, 0.52, 0.79, 0.57,
  0.7, 0.86, 0.45, 0.59, 0.5, 0.65, 0.8, 0.64, 0.74, 0.86, 0.95, 0.5, 0.47, 0.81, 0.51, 0.58, 0.95, 0.8, 0.34, 0.67,
  0.79, 0.84, 0.5, 0.58, 0.66, 0.65, 0.61, 0.2, 0.56, 0.74, 0.49, 0.45, 0.64, 0.67, 0.74, 0.73, 0.61, 0.57, 0.37, 0.58,
];
const CAME = '110001000101000110000100101101110111101100100001010000011101';
const EDGES = [0, 0.2, 0.4, 0.6, 0.8, 1];
const sixty: readonly Forecast[] = SAID.map((said, i) => ({ said, came: Number(CAME[i]) }));

const forecast = fc.record({ said: fc.integer({ min: 1, max: 19 }).map((step) => step / 20), came: fc.double({ min: 0, max: 1, noNaN: true }) });
const some = fc.array(forecast, { minLength: 1, maxLength: 40 });

describe('sixty bets of one forecaster', () => {
  test('score as computed with numpy', () => {
    const record = brierRecord(sixty, 0.45);
    expect(record.score).toBeCloseTo(0.27390666666666674, 12);
    expect(record.sd).toBeCloseTo(0.026557784336258623, 12);
    expect(record.atBaseRate).toBeCloseTo(0.2475, 12);
    expect(record.atOneHalf).toBe(0.25);
    expect(inTheLarge(sixty).spiegelhalterZ).toBeCloseTo(3.2508080667994714, 9);
  });

  test('split without bins into what recalibration would save and what it is worth', () => {
    const { miscalibration, discrimination, uncertainty } = corpSplit(sixty);
    expect(miscalibration).toBeCloseTo(0.05902571428571435, 12);
    expect(discrimination).toBeCloseTo(0.03261904761904763, 12);
    expect(uncertainty).toBeCloseTo(0.2475, 12);
    const levels = [...new Set(corpCurve(sixty).map((point) => point.recalibrated.toFixed(6)))];
    expect(levels).toEqual(['0.166667', '0.476190', '0.750000', '1.000000']);
  });

  test('split over bins with the within-bin terms', () => {
    const split = murphySplit(sixty, EDGES);
    expect(split.reliability).toBeCloseTo(0.03573985606308259, 12);
    expect(split.resolution).toBeCloseTo(0.009870352759368779, 12);
    expect(split.withinVariance).toBeCloseTo(0.0032079311916154013, 12);
    expect(split.withinCovariance).toBeCloseTo(0.0026707678286625636, 12);
    expect(binsOf(sixty, EDGES).map((bin) => [bin.n, bin.came])).toEqual([[7, 2], [19, 8], [23, 10], [11, 7]]);
  });
});

describe('any bets, with certain and uncertain outcomes', () => {
  test('both splits add up to the Brier score exactly', () => {
    fc.assert(fc.property(some, (forecasts) => {
      const brier = mean(forecasts.map((one) => brierScore(one).score));
      const corp = corpSplit(forecasts);
      expect(corp.miscalibration - corp.discrimination + corp.uncertainty).toBeCloseTo(brier, 10);
      const murphy = murphySplit(forecasts, EDGES);
      expect(murphy.reliability - murphy.resolution + murphy.uncertainty + murphy.withinVariance - murphy.withinCovariance).toBeCloseTo(brier, 10);
    }));
  });

  test('the split without bins has no negative part, a rising curve, and does not depend on the order', () => {
    fc.assert(fc.property(some, (forecasts) => {
      const corp = corpSplit(forecasts);
      expect(Math.min(corp.miscalibration, corp.discrimination, corp.uncertainty)).toBeGreaterThan(-1e-12);
      const curve = corpCurve(forecasts);
      for (let i = 1; i < curve.length; i++) expect(curve[i]!.recalibrated).toBeGreaterThanOrEqual(curve[i - 1]!.recalibrated);
      expect(corpSplit(forecasts.toReversed()).miscalibration).toBeCloseTo(corp.miscalibration, 10);
    }));
  });

  test('bins are open above except the last, and an empty one is left out', () => {
    const forecasts = [0.2, 0.4, 1].map((said) => ({ said, came: 1 }));
    expect(binsOf(forecasts, [0, 0.2, 0.4, 1]).map((bin) => [bin.from, bin.n])).toEqual([[0.2, 1], [0.4, 2]]);
  });
});
