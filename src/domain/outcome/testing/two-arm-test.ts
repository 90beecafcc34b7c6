// A small randomised test for tests: arms by their counts or moments, read at the declared end unless told otherwise.
import type { Claim } from '../estimate.ts';
import { readExperiment, type ExperimentReading, type ReadOptions } from '../randomised/experiment.ts';
import type { ExperimentArm, ExperimentInput } from '../randomised/experiment-input.ts';

export const CLAIM: Claim = { direction: 'up', scale: 'absolute', minEffect: 0.02, alpha: 0.05 };
export const AT_END: ReadOptions = { end: { kind: 'latest-look' } };

export const share = (name: string, n: number, successes: number): ExperimentArm => ({ name, data: { kind: 'proportion', n, successes } });

export function testOf(arms: readonly ExperimentArm[], more: Partial<ExperimentInput> = {}): ExperimentInput {
  return { control: 'control', looks: [{ day: 14, arms }], ...more };
}

export function read(input: ExperimentInput, claim: Claim = CLAIM, options: ReadOptions = AT_END): ExperimentReading {
  const reading = readExperiment(input, claim, options);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.value;
}

export function codeOf(input: ExperimentInput, claim: Claim = CLAIM, options: ReadOptions = AT_END): string {
  const reading = readExperiment(input, claim, options);
  return reading.ok ? 'ok' : reading.refusal.code;
}

/** A mean's arm with the given mean and sd. */
export function mean(name: string, n: number, centre: number, sd: number): ExperimentArm {
  return { name, data: { kind: 'mean', n, sum: n * centre, sumSquares: (n - 1) * sd ** 2 + n * centre ** 2 } };
}

export const GOOD = testOf([share('control', 10_000, 1000), share('new', 10_000, 1400)]);
