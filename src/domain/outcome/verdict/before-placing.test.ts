import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerability, detectableEffect } from './answerability.ts';
import { weeksUntilDecisive } from './decisive.ts';
import { falsePositiveRisk, isTooGood } from './false-positive-risk.ts';

test('the worked examples of docs/formulas/answerability.md hold', () => {
  const metric = { scaleSd: 0.0194, df: 9.12, logScale: true };
  expect(detectableEffect(metric)).toBeCloseTo(0.06282, 5);
  expect(answerability(metric, { minEffect: 0.02, direction: 'up' })).toMatchObject({ answer: 'no' });
  expect(answerability(metric, { minEffect: 0.02, direction: 'up' }).chanceToSeeIt).toBeCloseTo(0.1235, 4);
  expect(answerability(metric, { minEffect: 0.06, direction: 'up' }).answer).toBe('weak');
  expect(answerability(metric, { minEffect: 0.06, direction: 'up' }).chanceToSeeIt).toBeCloseTo(0.763, 3);
  expect(detectableEffect({ ...metric, scaleSd: 0.0062, df: 9.1 })).toBeCloseTo(0.0197, 4);
  expect(answerability({ ...metric, scaleSd: 0.0062, df: 9.1 }, { minEffect: 0.02, direction: 'up' }).answer).toBe('yes');
});

test('a fall needs the same step on the log scale, so a smaller share; off the log scale up and down are one', () => {
  const metric = { scaleSd: 0.1, df: null, logScale: true };
  expect(detectableEffect(metric, 'down')).toBeCloseTo(1 - 1 / (1 + detectableEffect(metric, 'up')), 12);
  const flat = { ...metric, logScale: false };
  expect(detectableEffect(flat, 'down')).toBe(detectableEffect(flat, 'up'));
  expect(answerability(metric, { minEffect: detectableEffect(metric, 'down'), direction: 'down' }).answer).toBe('yes');
});

test('with normal errors the chance to see the detectable effect is the power it was made for', () => {
  fc.assert(fc.property(fc.double({ min: 0.001, max: 0.3, noNaN: true }), fc.double({ min: 0.5, max: 0.95, noNaN: true }), (scaleSd, power) => {
    const metric = { scaleSd, df: null, logScale: true };
    const minEffect = detectableEffect(metric, 'up', { alpha: 0.05, power });
    expect(answerability(metric, { minEffect, direction: 'up' }, { alpha: 0.05, power }).chanceToSeeIt).toBeCloseTo(power, 9);
  }));
});

test('false-positive risk at the published base rates is 6.0, 15.0 and 26.4%', () => {
  expect(falsePositiveRisk(0.33, 0.05, 0.8)).toBeCloseTo(0.0597, 4);
  expect(falsePositiveRisk(0.15, 0.05, 0.8)).toBeCloseTo(0.1504, 4);
  expect(falsePositiveRisk(0.08, 0.05, 0.8)).toBeCloseTo(0.2644, 4);
  expect([falsePositiveRisk(0, 0.05, 0.8), falsePositiveRisk(1, 0.05, 0.8)]).toEqual([1, 0]);
});

test('an estimate over five times the 95th percentile is too good', () => {
  expect([isTooGood(0.51, 0.1), isTooGood(0.5, 0.1)]).toEqual([true, false]);
});

test('halving the distance to the bar takes four times as long, and a floor above it means never', () => {
  expect(weeksUntilDecisive({ effect: 4.5, minEffect: 3, halfWidth: 2, weeks: 6 })).toBe(5);
  expect(weeksUntilDecisive({ effect: 4, minEffect: 3, halfWidth: 2, weeks: 6 })).toBe(18);
  expect(weeksUntilDecisive({ effect: 4, minEffect: 3, halfWidth: 1, weeks: 6 })).toBe(0);
  expect(weeksUntilDecisive({ effect: 3.1, minEffect: 3, halfWidth: 2, weeks: 6 })).toBeNull();
  expect(weeksUntilDecisive({ effect: 4, minEffect: 3, halfWidth: 2, weeks: 6, floor: 1 })).toBeNull();
  expect(weeksUntilDecisive({ effect: 3, minEffect: 3, halfWidth: 2, weeks: 6 })).toBeNull();
});

test('after the named weeks the half-width has reached the distance', () => {
  const size = fc.double({ min: 0.1, max: 10, noNaN: true });
  fc.assert(fc.property(size, size, fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 0.9, noNaN: true }), (distance, halfWidth, weeks, part) => {
    const floor = part * Math.min(distance, halfWidth);
    const more = weeksUntilDecisive({ effect: distance, minEffect: 0, halfWidth, weeks, floor });
    fc.pre(more !== null);
    const later = Math.sqrt(floor ** 2 + ((halfWidth ** 2 - floor ** 2) * weeks) / (weeks + more!));
    expect(later).toBeLessThanOrEqual(distance * (1 + 1e-6));
  }));
});
