import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_END, CLAIM, GOOD, codeOf, mean, read, share, testOf } from '../testing/two-arm-test.ts';
import type { ArmTotals } from './arm-totals.ts';
import { readExperiment } from './experiment.ts';
import type { ExperimentArm, ExperimentInput } from './experiment-input.ts';

describe('a test that cannot answer', () => {
  const reason = (input: ExperimentInput): unknown => {
    const { verdict, estimate, perArm } = read(input);
    expect([estimate, perArm.every(({ value }) => value === null)]).toEqual([null, true]);
    return [verdict.status, verdict.reason];
  };

  it('has a broken split: no effect is shown', () => {
    expect(reason(testOf([share('control', 10_000, 1000), share('new', 9000, 1400)]))).toEqual(['refused', 'sample-ratio-mismatch']);
  });

  it('is fine with an uneven split that was planned so', () => {
    expect(read(testOf([share('control', 9000, 900), share('new', 1010, 140)], { split: { control: 9, new: 1 } })).estimate).not.toBeNull();
  });

  it('lost more units on one side', () => {
    const kept = (name: string, n: number): ExperimentArm => ({ name, assigned: 10_000, data: { kind: 'proportion', n, successes: 1000 } });
    expect(reason(testOf([kept('control', 9900), kept('new', 9000)]))).toEqual(['refused', 'attrition-differs']);
    expect(read(testOf([kept('control', 9010), kept('new', 9000)])).estimate).not.toBeNull();
  });

  it('has users who affect each other, or exposures after outcomes, or one arm', () => {
    expect(reason({ ...GOOD, usersAffectEachOther: true })).toEqual(['refused', 'users-affect-each-other']);
    expect(reason({ ...GOOD, exposedAfterOutcome: 3 })).toEqual(['refused', 'exposure-after-outcome']);
    expect(reason(testOf([share('control', 500, 50)]))).toEqual(['refused', 'one-arm']);
  });

  it('has too few units, events or days yet', () => {
    expect(reason(testOf([share('control', 99, 50), share('new', 99, 50)]))).toEqual(['too-early', 'too-few-units']);
    expect(reason(testOf([share('control', 500, 9), share('new', 500, 50)]))).toEqual(['too-early', 'too-few-events-per-arm']);
    expect(reason({ ...GOOD, looks: [{ day: 6, arms: GOOD.looks[0]!.arms }] })).toEqual(['too-early', 'too-few-days']);
    expect(reason(testOf([share('control', 0, 0), share('new', 0, 0)]))).toEqual(['too-early', 'too-few-units']);
  });

  it('has no variation in an arm', () => {
    expect(reason(testOf([mean('control', 200, 5, 0), mean('new', 200, 6, 1)]))).toEqual(['refused', 'no-variation']);
  });

  it('has no relative effect on a control that cannot be told from zero', () => {
    const { verdict, estimate } = read(testOf([mean('control', 200, 0.01, 5), mean('new', 200, 1, 5)]), { ...CLAIM, scale: 'relative' });
    expect(verdict).toMatchObject({ status: 'refused', reason: 'no-relative-effect' });
    expect(estimate!.absolute!.value).toBeCloseTo(0.99, 9);
  });
});

describe('input that cannot be read', () => {
  it('is refused with a code, never answered with a number that is none', () => {
    expect(codeOf({ control: 'control', looks: [] })).toBe('no-look');
    expect(codeOf({ ...GOOD, control: 'old' })).toBe('no-such-control');
    expect(codeOf(testOf([share('control', 500, 50), share('control', 500, 50)]))).toBe('name-twice');
    expect(codeOf({ ...GOOD, looks: [{ day: -1, arms: GOOD.looks[0]!.arms }] })).toBe('count-not-whole');
    expect(codeOf(GOOD, { ...CLAIM, minEffect: 0 })).toBe('min-effect-not-positive');
    expect(codeOf(GOOD, { ...CLAIM, alpha: 1 })).toBe('level-out-of-range');
    expect(codeOf(GOOD, CLAIM, { treatment: 'nobody' })).toBe('no-such-arm');
    expect(codeOf(testOf([{ ...share('control', 500, 50), assigned: 400 }, share('new', 500, 50)]))).toBe('fewer-assigned-than-units');
  });

  it('whatever it holds, gives a refusal or figures that are all numbers', () => {
    const odd = fc.oneof(fc.double(), fc.integer({ min: -5, max: 1_000_000 }), fc.constantFrom(0, 1e308, -1e308, 5e-324, Number.NaN, Number.POSITIVE_INFINITY));
    const units = fc.oneof(fc.integer({ min: 100, max: 100_000 }), odd);
    const data: fc.Arbitrary<ArmTotals> = fc.oneof(
      fc.record({ kind: fc.constant('mean' as const), n: units, sum: odd, sumSquares: odd }),
      fc.record({ kind: fc.constant('proportion' as const), n: units, successes: units }),
      fc.record({ kind: fc.constant('ratio' as const), n: units, numerator: fc.record({ sum: odd, sumSquares: odd }), denominator: fc.record({ sum: odd, sumSquares: odd }), sumProducts: odd }),
      fc.record({ kind: fc.constant('cuped' as const), n: units, post: fc.record({ sum: odd, sumSquares: odd }), pre: fc.record({ sum: odd, sumSquares: odd }), sumProducts: odd }),
    );
    const scale = fc.constantFrom('absolute' as const, 'relative' as const);
    fc.assert(fc.property(data, data, scale, fc.boolean(), (control, treatment, on, ended) => {
      const reading = readExperiment(testOf([{ name: 'control', data: control }, { name: 'new', data: treatment }], { split: { control: control.n, new: treatment.n } }), { ...CLAIM, scale: on }, ended ? AT_END : {});
      if (reading.ok) expect(notNumbers(reading.value)).toEqual([]);
    }), { numRuns: 400 });
  });

  it('of rows with huge, tiny or mixed amounts likewise', () => {
    const amount = fc.oneof(fc.constantFrom(0, 1e-300, 1e-160, 1e155, 1e300, -1e300, 1), fc.double({ min: -1000, max: 1000, noNaN: true }));
    const values = fc.array(amount, { minLength: 100, maxLength: 104 });
    fc.assert(fc.property(values, values, fc.boolean(), (control, treatment, revenue) => {
      const arm = (name: string, amounts: number[]): ExperimentArm => ({ name, data: revenue ? { kind: 'revenue', values: amounts } : { kind: 'mean', values: amounts } });
      const reading = readExperiment(testOf([arm('control', control), arm('new', treatment)]), CLAIM, AT_END);
      if (reading.ok) expect(notNumbers(reading.value)).toEqual([]);
    }), { numRuns: 60 });
  });
});

/** Paths of every number in `value` that is not finite. */
function notNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => notNumbers(inner, `${path}.${name}`));
}
