import { expect, test } from 'vitest';
import { xmrLimits, xmrSignal } from './statistics-chart.ts';

test('XmR limits are the mean and 2.66 mean moving ranges either side', () => {
  const limits = xmrLimits([10, 12, 11, 13, 12, 11, 12, 11]);
  expect(limits?.mean).toBe(11.5);
  expect(limits?.low).toBeCloseTo(11.5 - (2.66 * 9) / 7, 10);
  expect(limits?.high).toBeCloseTo(14.92, 10);
});

test('seven weeks give no limits', () => {
  expect(xmrLimits([1, 2, 3, 4, 5, 6, 7])).toBeUndefined();
});

test('a point outside and a run of eight on one side are signals, an ordinary week is none', () => {
  const limits = { mean: 10, low: 5, high: 15 };
  expect(xmrSignal([10, 16], limits)).toBe('outside');
  expect(xmrSignal([11, 12, 11, 12, 11, 12, 11, 12], limits)).toBe('run_of_eight');
  expect(xmrSignal([9, 12, 11, 12, 11, 12, 11, 12], limits)).toBeUndefined();
  expect(xmrSignal([], limits)).toBeUndefined();
});
