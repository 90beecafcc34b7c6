import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ordinaryRange, poissonBinomial } from './poisson-binomial.ts';
import { jeffreys, shownShareInterval } from './share-intervals.ts';

test('Jeffreys intervals are those of statsmodels, and the shown ones reach the ends', () => {
  expect(jeffreys(3, 4)[0]).toBeCloseTo(0.2837516795634127, 10);
  expect(jeffreys(9, 10)[1]).toBeCloseTo(0.98898832623684, 10);
  expect(jeffreys(0, 5)[0]).toBeCloseTo(0.0000934206000395449, 10);
  expect(shownShareInterval(0, 5)[0]).toBe(0);
  expect(shownShareInterval(5, 5)[1]).toBe(1);
  expect(shownShareInterval(2, 5)).toEqual(jeffreys(2, 5));
});

test('ten bets at 70% ordinarily bring 5 to 9, twenty 11 to 17', () => {
  expect(ordinaryRange(Array.from({ length: 10 }, () => 0.7))).toEqual({ low: 5, high: 9 });
  expect(ordinaryRange(Array.from({ length: 20 }, () => 0.7))).toEqual({ low: 11, high: 17 });
  expect([...poissonBinomial([0.5, 0.5])]).toEqual([0.25, 0.5, 0.25]);
});

test('the chances of every count add to one, have the right mean, and certain bets leave no doubt', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (p) => {
    const mass = poissonBinomial(p);
    expect(mass.reduce((total, one) => total + one, 0)).toBeCloseTo(1, 12);
    expect(mass.reduce((total, one, k) => total + one * k, 0)).toBeCloseTo(p.reduce((total, one) => total + one, 0), 10);
    const { low, high } = ordinaryRange(p);
    expect(low).toBeLessThanOrEqual(high);
    expect(high).toBeLessThanOrEqual(p.length);
  }));
  expect(ordinaryRange([1, 1, 0])).toEqual({ low: 2, high: 2 });
});
