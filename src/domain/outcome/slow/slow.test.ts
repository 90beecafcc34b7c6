import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attritionOf, planHoldout, shareToDetect } from './holdout.ts';
import { forecastLate, type PastTest } from './surrogate.ts';
import { yearBeforeAfter } from './year.ts';

describe('a holdout', () => {
  test('the worked example of docs/formulas/holdout.md holds', () => {
    const plan = planHoldout(100_000, 40);
    expect([plan.holdout, plan.rest]).toEqual([5000, 95_000]);
    expect(plan.detectable).toBeCloseTo(1.625, 3);
    expect(shareToDetect(100_000, 40, plan.detectable)).toBeCloseTo(0.05, 10);
    const { holdout, rest, check } = attritionOf({ assigned: 5000, lost: 300 }, { assigned: 95_000, lost: 4200 });
    expect([holdout, rest, check.ok, check.refuses]).toEqual([0.06, 4200 / 95_000, false, true]);
    expect(check.value).toBeCloseTo(1.5e-7, 8);
  });

  test('the share to hold out gives back the difference it was asked for, or there is none', () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 1_000_000 }), fc.double({ min: 0.001, max: 0.45, noNaN: true }), (users, share) => {
      const { holdout, detectable } = planHoldout(users, 10, share);
      expect(shareToDetect(users, 10, detectable)! * users).toBeCloseTo(holdout, 3);
    }));
    expect(shareToDetect(420_348, 10, planHoldout(420_348, 10, 0.5).detectable)).toBeCloseTo(0.5, 6);
    expect(shareToDetect(100, 40, 1)).toBeUndefined();
  });

  test('the same loss in both groups is no alarm, and neither is no loss at all', () => {
    expect(attritionOf({ assigned: 5000, lost: 250 }, { assigned: 95_000, lost: 4750 }).check).toMatchObject({ ok: true, value: 1 });
    expect(attritionOf({ assigned: 5000, lost: 0 }, { assigned: 95_000, lost: 0 }).check).toMatchObject({ ok: true, value: 1 });
  });
});

describe('a late effect forecast from an early one', () => {
  const past = (count: number, slope: number, luck: number): PastTest[] =>
    Array.from({ length: count }, (_, i) => ({ early: i - 3, late: slope * (i - 3) + luck * ((i * 7) % 5 - 2), lateError: 0.1 }));

  test('follows what past tests showed', () => {
    const ruling = forecastLate(past(10, 2, 0), 3);
    expect(ruling.ok && ruling.value.kind).toBe('forecast');
    expect(ruling.ok && ruling.value.late.value).toBeCloseTo(6, 0);
  });

  test('is less sure where past tests agreed less', () => {
    const width = (luck: number): number => {
      const ruling = forecastLate(past(12, 2, luck), 3);
      return ruling.ok ? ruling.value.late.high! - ruling.value.late.low! : 0;
    };
    expect(width(2)).toBeGreaterThan(2 * width(0.2));
  });

  test('nine tests, or ten of which one was never read, forecast nothing', () => {
    for (const tests of [past(9, 2, 1), past(10, 2, 1).map((one, i) => (i === 0 ? { ...one, lateError: Number.POSITIVE_INFINITY } : one))]) {
      const ruling = forecastLate(tests, 3);
      expect(ruling.ok || ruling.refusal).toEqual({ code: 'too-few-past-tests', details: { tests: 9, needed: 10 } });
    }
  });

  test('a change of either unit changes the forecast in proportion', () => {
    const [plain, other] = [1, 100].map((factor) => forecastLate(past(12, 2, 1).map(({ early, late, lateError }) => ({ early: early / 10, late: factor * late, lateError: factor * lateError })), 0.3));
    expect(plain!.ok && other!.ok && other!.value.late.value / plain!.value.late.value).toBeCloseTo(100, 6);
  });
});

describe('a year before and after', () => {
  test('needs three and a half years or a control; otherwise three things are offered', () => {
    expect(yearBeforeAfter({ days: 1278, controlPasses: false })).toMatchObject({ ok: true, value: 'history' });
    expect(yearBeforeAfter({ days: 400, controlPasses: true })).toMatchObject({ ok: true, value: 'control' });
    expect(yearBeforeAfter({ days: 730, controlPasses: false })).toEqual({
      ok: false,
      refusal: { code: 'no-placebo-history', details: { days: 730, missingDays: 548, offers: ['ninety-days-and-decay', 'joint-effect-of-the-quarter', 'holdout-from-now'] } },
    });
  });
});
