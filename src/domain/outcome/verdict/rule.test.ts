import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, Estimate } from '../estimate.ts';
import { decide, judgeEstimate, judgeReading, mirrored } from './rule.ts';

const claim: Claim = { direction: 'up', scale: 'relative', minEffect: 0.03, alpha: 0.05 };

const estimate: Estimate = {
  method: 'before-after', grade: 'D', level: 0.95, standardError: 0.016607050938878213, df: 8.3444444444, logScale: true,
  relative: { value: 0.1652344263113235, low: 0.1217610133041327, high: 0.210392634578894 }, checks: [], warnings: [],
};

const RANK = { won: 2, inconclusive: 1, lost: 0, refused: -1, 'too-early': -1 } as const;

describe('the table of verdicts', () => {
  test.each([
    [3, 8, 'won', 'met'], [-4, -1, 'lost', 'harmful'], [0.4, 1.9, 'lost', 'real-but-below-bar'], [-1, 2.9, 'lost', 'no-sign-of-it'],
    [1.4, 5.3, 'inconclusive', 'positive-size-unknown'], [-3, 7, 'inconclusive', 'direction-unknown'], [0, 3, 'inconclusive', 'direction-unknown'],
    [-1, 0, 'lost', 'no-sign-of-it'], [4, null, 'won', 'met'], [null, 2, 'lost', 'no-sign-of-it'], [null, -1, 'lost', 'harmful'], [1, null, 'inconclusive', 'positive-size-unknown'],
  ] as const)('[%s, %s] against 3 is %s, %s', (low, high, status, sub) => {
    expect(decide(low, high, 3)).toEqual({ status, sub });
  });
});

describe('a verdict on a reading', () => {
  test('the worked example of docs/formulas/verdict.md holds', () => {
    const verdict = judgeReading({ effect: 6.2, scaleSd: 1.1, df: null }, { direction: 'up', minEffect: 3, alpha: 0.05 });
    expect(verdict.status).toBe('won');
    expect(verdict.effect?.low).toBeCloseTo(4.044, 3);
    expect(verdict.effect?.high).toBeCloseTo(8.356, 3);
    expect(verdict.pAtLeastMin).toBeCloseTo(0.9982, 4);
  });

  test('a reading without error is the truth', () => {
    expect(judgeReading({ effect: 3, scaleSd: 0, df: 9 }, { direction: 'up', minEffect: 3, alpha: 0.05 })).toMatchObject({ status: 'won', pAtLeastMin: 1 });
    expect(judgeReading({ effect: 2, scaleSd: 0, df: 9 }, { direction: 'up', minEffect: 3, alpha: 0.05 })).toMatchObject({ status: 'lost', pAtLeastMin: 0 });
  });

  const effect = fc.double({ min: -50, max: 50, noNaN: true });
  const sd = fc.double({ min: 0.01, max: 20, noNaN: true });
  const df = fc.option(fc.double({ min: 2, max: 500, noNaN: true }), { nil: null });
  const bar = fc.double({ min: 0.01, max: 60, noNaN: true });

  test('a higher bar never makes a verdict better nor its chance larger', () => {
    fc.assert(fc.property(effect, sd, df, bar, bar, (value, scaleSd, freedom, a, b) => {
      const of = (minEffect: number) => judgeReading({ effect: value, scaleSd, df: freedom }, { direction: 'up', minEffect, alpha: 0.05 });
      const [lower, higher] = [of(Math.min(a, b)), of(Math.max(a, b))];
      expect(RANK[higher.status]).toBeLessThanOrEqual(RANK[lower.status]);
      expect(higher.pAtLeastMin!).toBeLessThanOrEqual(lower.pAtLeastMin! + 1e-15);
    }));
  });

  test('turning metric and direction around gives the same verdict', () => {
    fc.assert(fc.property(effect, sd, df, bar, (value, scaleSd, freedom, minEffect) => {
      const up = judgeReading({ effect: value, scaleSd, df: freedom }, { direction: 'up', minEffect, alpha: 0.05 });
      const down = judgeReading({ effect: -value, scaleSd, df: freedom }, { direction: 'down', minEffect, alpha: 0.05 });
      expect(down).toEqual(up);
    }));
  });

  test('scaling effect, error and bar together changes no verdict', () => {
    fc.assert(fc.property(effect, sd, df, bar, (value, scaleSd, freedom, minEffect) => {
      const one = judgeReading({ effect: value, scaleSd, df: freedom }, { direction: 'up', minEffect, alpha: 0.05 });
      const big = judgeReading({ effect: value * 1024, scaleSd: scaleSd * 1024, df: freedom }, { direction: 'up', minEffect: minEffect * 1024, alpha: 0.05 });
      expect(big).toMatchObject({ status: one.status, sub: one.sub, pAtLeastMin: one.pAtLeastMin });
    }));
  });
});

describe('a verdict on an estimate', () => {
  test('on the log scale the chance comes from the model, not from the shape of the relative interval', () => {
    const verdict = judgeEstimate(estimate, claim);
    expect(verdict).toMatchObject({ status: 'won', sub: 'met' });
    expect(verdict.pAtLeastMin).toBeCloseTo(0.99997, 5);
  });

  test('a fall that was wanted is judged in its own direction', () => {
    const fall = { ...estimate, relative: { value: -0.1166989583698, low: -0.146838292938, high: -0.085494902447 }, standardError: 0.0151632944 };
    expect(judgeEstimate(fall, { ...claim, direction: 'down' })).toMatchObject({ status: 'won', effect: { value: 0.1166989583698, low: 0.085494902447, high: 0.146838292938 } });
    expect(judgeEstimate(fall, claim).sub).toBe('harmful');
    expect(judgeEstimate(fall, { ...claim, direction: 'down', minEffect: 1.2 })).toMatchObject({ status: 'lost', pAtLeastMin: 0 });
    const chances = [judgeEstimate(fall, claim).pAtLeastMin!, judgeEstimate(fall, { ...claim, direction: 'down' }).pAtLeastMin!];
    expect(chances[0]).toBeLessThan(0.001);
    expect(chances[1]).toBeGreaterThan(0.99);
  });

  test('an absolute effect uses its standard error, a relative one the side of the interval that faces the bar', () => {
    const test95: Estimate = { ...estimate, logScale: undefined, standardError: 1, df: null, absolute: { value: 3, low: 1.04, high: 4.96 }, relative: { value: 0.3, low: 0.1, high: 0.52 } };
    expect(judgeEstimate(test95, { ...claim, scale: 'absolute', minEffect: 2 }).pAtLeastMin).toBeCloseTo(0.8413, 4);
    expect(judgeEstimate(test95, { ...claim, minEffect: 0.1 }).pAtLeastMin).toBeCloseTo(0.975, 4);
    expect(judgeEstimate(test95, { ...claim, minEffect: 0.52 }).pAtLeastMin).toBeCloseTo(0.025, 4);
    const open: Estimate = { ...test95, absolute: undefined, relative: { value: 0.3, low: null, high: 0.52 } };
    expect(judgeEstimate(open, { ...claim, minEffect: 0.1 }).pAtLeastMin).toBeUndefined();
    expect(judgeEstimate(open, { ...claim, minEffect: 0.52 }).pAtLeastMin).toBeCloseTo(0.025, 4);
  });

  test('a failed check that refuses forbids a verdict and shows no effect; one that only warns does not', () => {
    const check = { id: 'placebo-bias', ok: false, value: 4, limit: 3, refuses: true };
    expect(judgeEstimate({ ...estimate, checks: [check] }, claim)).toEqual({ status: 'refused', reason: 'placebo-bias' });
    expect(judgeEstimate({ ...estimate, checks: [{ ...check, id: 'window-not-over' }] }, claim)).toEqual({ status: 'too-early', reason: 'window-not-over' });
    expect(judgeEstimate({ ...estimate, checks: [{ ...check, refuses: false }] }, claim).status).toBe('won');
  });

  test('a claim on a scale that the method does not give is refused', () => {
    expect(judgeEstimate({ ...estimate, relative: undefined }, claim)).toEqual({ status: 'refused', reason: 'no-relative-effect' });
    expect(judgeEstimate(estimate, { ...claim, scale: 'absolute' })).toEqual({ status: 'refused', reason: 'no-absolute-effect' });
  });

  test('mirroring twice gives the interval back', () => {
    const interval = { value: 1, low: null, high: 3 };
    expect(mirrored(interval)).toEqual({ value: -1, low: -3, high: null });
    expect(mirrored(mirrored(interval))).toEqual(interval);
  });
});
