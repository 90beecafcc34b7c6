// What an early effect says of a late one, learned from past tests that have both. A forecast, never a verdict.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import type { Interval } from '../estimate.ts';
import { independentBelief } from '../next-bet/belief.ts';
import { meanOf, quantileOf } from '../next-bet/distribution.ts';
import { learnEffects, shrunkenEffect } from '../next-bet/shrinkage.ts';

/** One past test: its effect on the early metric, and on the late one with its standard error; each metric in its own unit throughout. */
export interface PastTest {
  readonly early: number;
  readonly late: number;
  readonly lateError: number;
}

/** Fewer than this many tests with both readings forecast nothing. */
export const LEAST_TESTS = 10;

/** In units of both metrics' typical effects, before any test: the late effect may go with the early one, or against it, or not at all. */
const PRIOR = independentBelief([0, 1], [0, 1]);

export interface LateForecast {
  readonly kind: 'forecast';
  /** In the late metric's unit, with a 95% interval for the true late effect of this one test. */
  readonly late: Interval;
  readonly tests: number;
}

/**
 * late = a + b early + luck, learned as promises and outcomes are (Lindley & Smith 1972), with the spread of luck in the interval. The early effects'
 * own noise stays in b on purpose: the new one is as noisy. Refuses under 10 past tests with a finite standard error.
 * Example: ten tests in which late is twice early, measured to 0.1, forecast about 6 for an early effect of 3.
 */
export function forecastLate(past: readonly PastTest[], early: number): Ruling<LateForecast, 'too-few-past-tests'> {
  const read = past.filter(({ lateError }) => Number.isFinite(lateError));
  if (read.length < LEAST_TESTS) return refused('too-few-past-tests', { tests: read.length, needed: LEAST_TESTS });
  const earlyUnit = typicalSize(read.map((test) => test.early));
  const lateUnit = typicalSize(read.map((test) => test.late));
  const record = learnEffects(read.map((test) => ({ stated: test.early / earlyUnit, estimate: test.late / lateUnit, standardError: test.lateError / lateUnit })), PRIOR);
  const expected = shrunkenEffect(record, [{ stated: early / earlyUnit, typical: lateUnit }]);
  return granted({ kind: 'forecast', late: { value: meanOf(expected), low: quantileOf(expected, 0.025), high: quantileOf(expected, 0.975) }, tests: read.length });
}

/** Root mean square; 1 where all effects are 0. */
function typicalSize(effects: readonly number[]): number {
  return Math.sqrt(effects.reduce((sum, effect) => sum + effect * effect, 0) / effects.length) || 1;
}
