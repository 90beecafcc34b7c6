import { expect, it } from 'vitest';
import { historyCheck, missingCheck, placeboChecks, placeboHistoryCheck, reasonOf, shipDateCheck, varianceCheck } from './gates.ts';

const placebo = { origins: 100, kappa2: 1, meanZ: 0, effectiveN: 4, coverage: 0.95 };

it('gives the first failed check as the reason, and never a warning', () => {
  const checks = [varianceCheck(9), historyCheck('day', 60), ...placeboChecks(placebo, { k: 4.1, df: 8 }), shipDateCheck('day', 5)];
  expect(reasonOf(checks)).toBe('placebo-intervals-do-not-cover');
  expect(reasonOf([varianceCheck(9)])).toBeUndefined();
});

it('allows an interval to be doubled and no more', () => {
  expect(placeboChecks(placebo, { k: 4, df: 8 })[0]!.ok).toBe(true);
  expect(placeboChecks(placebo, { k: 4.01, df: 8 })[0]!.ok).toBe(false);
});

it('refuses errors that lean to one side: |mean z| sqrt(n / k) over 3', () => {
  expect(placeboChecks({ ...placebo, meanZ: -1.4 }, { k: 1, df: 8 })[1]).toMatchObject({ id: 'placebo-bias', ok: true, value: 2.8 });
  expect(placeboChecks({ ...placebo, meanZ: -1.6 }, { k: 1, df: 8 })[1]!.ok).toBe(false);
  expect(placeboChecks({ ...placebo, meanZ: -1.6 }, { k: 4, df: 8 })[1]!.ok).toBe(true);
});

it('counts limits in weeks where the data are weekly', () => {
  expect([historyCheck('week', 8).ok, historyCheck('week', 7).ok]).toEqual([true, false]);
  expect(shipDateCheck('week', 0.5).ok).toBe(false);
  const window = Uint8Array.from({ length: 30 }, (_, i) => (i === 4 || i === 5 ? 0 : 1));
  expect(missingCheck('week', window)).toMatchObject({ ok: false, value: 2, limit: 1 });
  expect(missingCheck('day', window)).toMatchObject({ ok: true, value: 2 / 30 });
});

it('wants two windows, or half a one for a long window beside a control that predicts', () => {
  expect(placeboHistoryCheck('day', 90, 1.9, true).ok).toBe(false);
  expect(placeboHistoryCheck('day', 365, 0.6, true).ok).toBe(true);
  expect(placeboHistoryCheck('day', 365, 0.6, false).ok).toBe(false);
  expect(placeboHistoryCheck('week', 52, 0.6, true).ok).toBe(true);
});
