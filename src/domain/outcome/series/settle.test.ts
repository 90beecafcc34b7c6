import { expect, it } from 'vitest';
import { studentQuantile } from '../numerics/student.ts';
import { judgeReading } from '../verdict/rule.ts';
import { onModelScale } from './scale.ts';
import { detectableReach, refusal } from './settle.ts';
import { planFamily } from './covariance.ts';
import { startVariance, type Family } from './structure.ts';

it('gives the worked example of the counterfactual: +3.3%, 0.0% to 6.8%, 0.585 to reach 3%', () => {
  const bar = onModelScale({ scale: 'log', unit: 1, after: 12_000 }, 0.03, 'relative');
  const { status, pAtLeastMin, effect } = judgeReading({ effect: 0.03273, scaleSd: 0.01426, df: 8.344 }, { direction: 'up', minEffect: bar, alpha: 0.05 });
  expect(status).toBe('inconclusive');
  expect(pAtLeastMin).toBeCloseTo(0.585, 3);
  expect([effect!.value, effect!.low!, effect!.high!].map((end) => (100 * Math.expm1(end)).toFixed(1))).toEqual(['3.3', '0.0', '6.8']);
});

it('gives the worked example of the window of three days: 1.111 times the noise variance, not 0.667', () => {
  const family: Family = { period: 0, slope: false, diffuse: 0.5, columns: [], cells: [{ phi: 1, levelRatio: 0.5, slopeRatio: 0, seasonRatio: 0, logPrior: 0 }] };
  expect([...startVariance(family, family.cells[0]!)]).toEqual([0.5]);
  const targets = [...[0, 1, 2].map((lead) => ({ origin: 0, lead, length: 1 })), { origin: 0, lead: 0, length: 3 }];
  const { spreads } = planFamily(family, { length: 0, observed: new Uint8Array(0), targets });
  expect(spreads[3]!).toBeCloseTo(10 / 9, 12);
  expect((spreads[0]! + spreads[1]! + spreads[2]!) / 9).toBeCloseTo(6 / 9, 12);
});

it('gives the worked example of the detectable effect: 4.6%', () => {
  expect(studentQuantile(0.975, 8.344)).toBeCloseTo(2.2895, 3);
  expect(100 * Math.expm1(detectableReach(0.01426, 8.344, 0.05))).toBeCloseTo(4.63, 2);
});

it('tells a window that still runs from one that cannot be read', () => {
  const check = { ok: false, value: 1, limit: 2, refuses: true };
  expect(refusal([{ ...check, id: 'window-not-over' }])).toEqual({ status: 'too-early', reason: 'window-not-over' });
  expect(refusal([{ ...check, id: 'no-variation' }])).toEqual({ status: 'refused', reason: 'no-variation' });
  expect(refusal([{ ...check, ok: true, id: 'no-variation' }])).toBeUndefined();
});
