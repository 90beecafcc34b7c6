import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { independentBelief } from './belief.ts';
import { CHANCE_PRIOR, learnChances, recalibrated } from './recalibration.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const stated = fc.array(fc.record({ p: share, outcome: share }), { maxLength: 30 });

describe('recalibrated chances', () => {
  it('start at 34% for a stated 60%', () => {
    expect(learnChances([]).mean).toEqual(CHANCE_PRIOR.mean);
    expect(recalibrated(CHANCE_PRIOR, 0.6).p).toBeCloseTo(0.3372, 4);
  });

  it('learn the worked example: three of four 70%s came true', () => {
    const belief = learnChances([1, 1, 1, 0].map((outcome) => ({ p: 0.7, outcome })));
    const { p, low, high } = recalibrated(belief, 0.7);
    expect([p, low, high].map((chance) => Math.round(chance * 1000))).toEqual([593, 304, 830]);
  });

  it('stay wide after ten bets: about 40 points at a stated 70%', () => {
    const belief = learnChances(Array.from({ length: 10 }, (_, i) => ({ p: 0.5 + 0.05 * (i % 9), outcome: i < 5 ? 1 : 0 })));
    const { low, high } = recalibrated(belief, 0.7);
    expect(high - low).toBeCloseTo(0.419, 2);
  });

  it('stand where the slope of the posterior is nothing', () => {
    fc.assert(fc.property(stated, (record) => {
      const { mean: [a, b] } = learnChances(record);
      let [ga, gb] = [(-1 - a) / 1, (0.8 - b) / 0.16];
      for (const { p, outcome } of record) {
        const x = Math.log(Math.min(0.99, Math.max(0.01, p)) / (1 - Math.min(0.99, Math.max(0.01, p))));
        const rest = outcome - 1 / (1 + Math.exp(-a - b * x));
        ga += rest;
        gb += rest * x;
      }
      expect(Math.abs(ga) + Math.abs(gb)).toBeLessThan(1e-8);
    }));
  });

  it('never fall when a bet came out better, and narrow with every bet', () => {
    fc.assert(fc.property(stated, share, (record, p) => {
      const better = learnChances([...record, { p: 0.6, outcome: 1 }]);
      const worse = learnChances([...record, { p: 0.6, outcome: 0 }]);
      expect(recalibrated(better, 0.6).p).toBeGreaterThan(recalibrated(worse, 0.6).p);
      const { p: middle, low, high } = recalibrated(better, p);
      expect(low < middle && middle < high && low > 0 && high < 1).toBe(true);
    }));
  });

  it('take a certainty for 99%, and even so stay finite with a record of nothing but misses', () => {
    expect(recalibrated(CHANCE_PRIOR, 1)).toEqual(recalibrated(CHANCE_PRIOR, 0.99));
    const belief = learnChances(Array.from({ length: 500 }, () => ({ p: 1, outcome: 0 })), independentBelief([3, 10], [0.8, 10]));
    expect(belief.mean.every(Number.isFinite)).toBe(true);
    expect(recalibrated(belief, 1).p).toBeLessThan(0.01);
  });
});
