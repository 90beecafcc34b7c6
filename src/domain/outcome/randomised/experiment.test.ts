import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../estimate.ts';
import type { ArmTotals } from './arm-totals.ts';
import { readExperiment, type ExperimentReading, type ReadOptions } from './experiment.ts';
import type { ExperimentArm, ExperimentInput } from './experiment-input.ts';

const CLAIM: Claim = { direction: 'up', scale: 'absolute', minEffect: 0.02, alpha: 0.05 };
const AT_END: ReadOptions = { end: { kind: 'latest-look' } };

const share = (name: string, n: number, successes: number): ExperimentArm => ({ name, data: { kind: 'proportion', n, successes } });

function test(arms: readonly ExperimentArm[], more: Partial<ExperimentInput> = {}): ExperimentInput {
  return { control: 'control', looks: [{ day: 14, arms }], ...more };
}

function read(input: ExperimentInput, claim: Claim = CLAIM, options: ReadOptions = AT_END): ExperimentReading {
  const reading = readExperiment(input, claim, options);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.value;
}

function codeOf(input: ExperimentInput, claim: Claim = CLAIM, options: ReadOptions = AT_END): string {
  const reading = readExperiment(input, claim, options);
  return reading.ok ? 'ok' : reading.refusal.code;
}

/** A mean's arm with the given mean and sd. */
function mean(name: string, n: number, centre: number, sd: number): ExperimentArm {
  return { name, data: { kind: 'mean', n, sum: n * centre, sumSquares: (n - 1) * sd ** 2 + n * centre ** 2 } };
}

const GOOD = test([share('control', 10_000, 1000), share('new', 10_000, 1400)]);

describe('a randomised test read at its declared end', () => {
  it('is won when the whole interval is at or above the claim', () => {
    const { verdict, estimate, phase, arm } = read(GOOD);
    expect(verdict).toMatchObject({ status: 'won', sub: 'met' });
    expect(verdict.pAtLeastMin).toBeGreaterThan(0.99);
    expect([phase, arm, estimate?.grade, estimate?.level]).toEqual(['end', 'new', 'A', 0.95]);
    // The last 4% of the level: 2.054 errors.
    const { absolute, standardError } = estimate!;
    expect((absolute!.high! - absolute!.low!) / 2 / standardError).toBeCloseTo(2.0538, 3);
  });

  it('is lost when it stays below the claim, and says whether the effect is real, absent or harmful', () => {
    const sub = (successes: number): string | undefined => read(test([share('control', 50_000, 5000), share('new', 50_000, successes)])).verdict.sub;
    expect(sub(5500)).toBe('real-but-below-bar');
    expect(sub(5010)).toBe('no-sign-of-it');
    expect(sub(4500)).toBe('harmful');
  });

  it('never gets better when the smallest effect that matters grows', () => {
    const rank = { won: 2, inconclusive: 1, lost: 0, refused: -1, 'too-early': -1 };
    fc.assert(fc.property(fc.integer({ min: 900, max: 1500 }), fc.double({ min: 0.001, max: 0.1, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true }), (successes, d, k) => {
      const at = (minEffect: number): ExperimentReading => read(test([share('control', 10_000, 1000), share('new', 10_000, successes)]), { ...CLAIM, minEffect });
      expect(rank[at(d * k).verdict.status]).toBeLessThanOrEqual(rank[at(d).verdict.status]);
      expect(at(d * k).verdict.pAtLeastMin!).toBeLessThanOrEqual(at(d).verdict.pAtLeastMin! + 1e-12);
    }));
  });

  it('reads a metric that should fall with the same rule, turned over', () => {
    const fewer = test([share('control', 10_000, 1400), share('new', 10_000, 1000)]);
    const down = read(fewer, { ...CLAIM, direction: 'down' });
    expect(down.verdict).toMatchObject({ status: 'won', sub: 'met' });
    expect(down.verdict.pAtLeastMin).toBeGreaterThan(0.99);
    expect(down.estimate!.absolute!.value).toBeLessThan(0);
    expect(down.comparisons[0]!.belief!.mean).toBeLessThan(0);
    expect(down.comparisons[0]!.belief!.atLeastMin).toBeGreaterThan(0.5);
  });

  it('judges a relative claim by an interval that agrees with the absolute one about zero', () => {
    const { verdict, estimate } = read(GOOD, { ...CLAIM, scale: 'relative', minEffect: 0.2 });
    expect(verdict.status).toBe('won');
    expect(verdict.effect).toEqual(estimate!.relative);
    expect(verdict.pAtLeastMin! > 0.98).toBe(estimate!.relative!.low! > 0.2);
  });

  it('gives P(claim) that passes 98% exactly when the interval at the end does', () => {
    fc.assert(fc.property(fc.integer({ min: 1100, max: 1600 }), fc.constantFrom('absolute', 'relative'), (successes, scale) => {
      const { verdict } = read(test([share('control', 10_000, 1000), share('new', 10_000, successes)]), { ...CLAIM, scale, minEffect: scale === 'absolute' ? 0.02 : 0.2 });
      fc.pre(Math.abs(verdict.pAtLeastMin! - 0.98) > 1e-9);
      expect(verdict.pAtLeastMin! > 0.98).toBe(verdict.status === 'won');
    }));
  });

  it('does not depend on the order of the arms', () => {
    const arms = [share('control', 4000, 400), share('b', 4100, 470), share('a', 3900, 500)];
    expect(read(test(arms.toReversed()))).toEqual(read(test(arms)));
  });

  it('does not depend on the unit of the metric', () => {
    const at = (k: number): ExperimentReading => read(test([mean('control', 900, 20 * k, 6 * k), mean('new', 950, 21.5 * k, 7 * k)]), { ...CLAIM, scale: 'relative', minEffect: 0.03 });
    fc.assert(fc.property(fc.constantFrom(0.01, 3, 100, 1e9), (k) => {
      expect(at(k).verdict.status).toBe(at(1).verdict.status);
      expect(at(k).verdict.pAtLeastMin).toBeCloseTo(at(1).verdict.pAtLeastMin!, 9);
      expect(at(k).estimate!.relative!.low).toBeCloseTo(at(1).estimate!.relative!.low!, 9);
      expect(at(k).estimate!.absolute!.low! / k).toBeCloseTo(at(1).estimate!.absolute!.low!, 6);
      expect(at(k).comparisons[0]!.belief!.mean).toBeCloseTo(at(1).comparisons[0]!.belief!.mean, 9);
    }));
  });

  it('uses Newcombe where failures are few, with an exact chance', () => {
    const { estimate, verdict } = read(test([share('control', 400, 380), share('new', 400, 398)]));
    expect(estimate!.method).toBe('newcombe');
    expect(verdict.pAtLeastMin).toBeGreaterThan(0.9);
    const all = read(test([share('control', 400, 400), share('new', 400, 400)]));
    expect(all.verdict.status).toBe('lost');
    expect(all.estimate!.absolute!.high).toBeLessThan(0.02);
  });

  it('says how many units would decide it when it is open', () => {
    const { verdict, comparisons, facts } = read(test([share('control', 2000, 200), share('new', 2000, 250)]));
    expect(verdict.status).toBe('inconclusive');
    expect(comparisons[0]!.unitsUntilDecisive).toBeGreaterThan(4000);
    expect(facts.map(({ code }) => code)).toContain('decisive-at-units');
  });
});

describe('a test that is watched', () => {
  const days = Array.from({ length: 20 }, (_, i) => ({ day: i + 1, arms: [share('control', 500 * (i + 1), 50 * (i + 1)), share('new', 500 * (i + 1), 62 * (i + 1))] }));
  const until = (count: number): ExperimentInput => ({ control: 'control', looks: days.slice(0, count) });
  const end: ReadOptions = { end: { kind: 'day', day: 14, plannedUnits: 14_000 } };
  const width = ({ estimate }: ExperimentReading): number => estimate!.absolute!.high! - estimate!.absolute!.low!;

  it('never widens while it runs, is narrowest at its end, and gets no second chance after it', () => {
    const widths = days.slice(7).map((_, i) => width(read(until(i + 8), CLAIM, end)));
    expect(widths.slice(0, 6)).toEqual(widths.slice(0, 6).toSorted((a, b) => b - a));
    expect(read(until(14), CLAIM, end).phase).toBe('end');
    expect(widths[6]).toBeLessThan(0.75 * widths[5]!);
    expect(read(until(15), CLAIM, end).phase).toBe('after');
    expect(widths[7]).toBeGreaterThan(widths[6]!);
  });

  it('is not looked at before a week has passed', () => {
    expect(read(until(6), CLAIM, end).verdict).toEqual({ status: 'too-early', reason: 'too-few-days' });
    expect(read(until(6), CLAIM, end).estimate).toBeNull();
  });

  it('without a declared end is read by the interval that always holds, and says so', () => {
    const { facts, phase } = read(until(14), CLAIM, {});
    expect([phase, facts.map(({ code }) => code)]).toEqual(['running', expect.arrayContaining(['no-declared-end'])]);
  });

  it('warns when the looks contradict each other, and goes by the latest', () => {
    const turned: ExperimentInput = { control: 'control', looks: [
      { day: 7, arms: [share('control', 20_000, 1000), share('new', 20_000, 4000)] },
      { day: 20, arms: [share('control', 200_000, 20_000), share('new', 200_000, 20_000)] },
    ] };
    const { estimate, facts } = read(turned, CLAIM, {});
    expect(estimate!.warnings).toContain('looks-disagree');
    expect(facts.map(({ code }) => code)).toContain('looks-disagree');
    expect(estimate!.absolute!.high).toBeLessThan(0.01);
  });

  it('is refused when counts fall from one look to the next', () => {
    expect(codeOf({ control: 'control', looks: [days[8]!, days[7]!] })).toBe('counts-fall');
  });

  it('warns about an end before two weeks', () => {
    expect(read(until(8), CLAIM, { end: { kind: 'day', day: 8 } }).estimate!.warnings).toContain('under-two-weeks');
  });
});

describe('a test that cannot answer', () => {
  const reason = (input: ExperimentInput): unknown => {
    const { verdict, estimate, perArm } = read(input);
    expect([estimate, perArm.every(({ value }) => value === null)]).toEqual([null, true]);
    return [verdict.status, verdict.reason];
  };

  it('has a broken split: no effect is shown', () => {
    expect(reason(test([share('control', 10_000, 1000), share('new', 9000, 1400)]))).toEqual(['refused', 'sample-ratio-mismatch']);
  });

  it('is fine with an uneven split that was planned so', () => {
    expect(read(test([share('control', 9000, 900), share('new', 1010, 140)], { split: { control: 9, new: 1 } })).estimate).not.toBeNull();
  });

  it('lost more units on one side', () => {
    const kept = (name: string, n: number): ExperimentArm => ({ name, assigned: 10_000, data: { kind: 'proportion', n, successes: 1000 } });
    expect(reason(test([kept('control', 9900), kept('new', 9000)]))).toEqual(['refused', 'attrition-differs']);
    expect(read(test([kept('control', 9010), kept('new', 9000)])).estimate).not.toBeNull();
  });

  it('has users who affect each other, or exposures after outcomes, or one arm', () => {
    expect(reason({ ...GOOD, usersAffectEachOther: true })).toEqual(['refused', 'users-affect-each-other']);
    expect(reason({ ...GOOD, exposedAfterOutcome: 3 })).toEqual(['refused', 'exposure-after-outcome']);
    expect(reason(test([share('control', 500, 50)]))).toEqual(['refused', 'one-arm']);
  });

  it('has too few units, events or days yet', () => {
    expect(reason(test([share('control', 99, 50), share('new', 99, 50)]))).toEqual(['too-early', 'too-few-units']);
    expect(reason(test([share('control', 500, 9), share('new', 500, 50)]))).toEqual(['too-early', 'too-few-events-per-arm']);
    expect(reason({ ...GOOD, looks: [{ day: 6, arms: GOOD.looks[0]!.arms }] })).toEqual(['too-early', 'too-few-days']);
    expect(reason(test([share('control', 0, 0), share('new', 0, 0)]))).toEqual(['too-early', 'too-few-units']);
  });

  it('has no variation in an arm', () => {
    expect(reason(test([mean('control', 200, 5, 0), mean('new', 200, 6, 1)]))).toEqual(['refused', 'no-variation']);
  });

  it('has no relative effect on a control that cannot be told from zero', () => {
    const { verdict, estimate } = read(test([mean('control', 200, 0.01, 5), mean('new', 200, 1, 5)]), { ...CLAIM, scale: 'relative' });
    expect(verdict).toMatchObject({ status: 'refused', reason: 'no-relative-effect' });
    expect(estimate!.absolute!.value).toBeCloseTo(0.99, 9);
  });
});

describe('input that cannot be read', () => {
  it('is refused with a code, never answered with a number that is none', () => {
    expect(codeOf({ control: 'control', looks: [] })).toBe('no-look');
    expect(codeOf({ ...GOOD, control: 'old' })).toBe('no-such-control');
    expect(codeOf(test([share('control', 500, 50), share('control', 500, 50)]))).toBe('name-twice');
    expect(codeOf({ ...GOOD, looks: [{ day: -1, arms: GOOD.looks[0]!.arms }] })).toBe('count-not-whole');
    expect(codeOf(GOOD, { ...CLAIM, minEffect: 0 })).toBe('min-effect-not-positive');
    expect(codeOf(GOOD, { ...CLAIM, alpha: 1 })).toBe('level-out-of-range');
    expect(codeOf(GOOD, CLAIM, { treatment: 'nobody' })).toBe('no-such-arm');
    expect(codeOf(test([{ ...share('control', 500, 50), assigned: 400 }, share('new', 500, 50)]))).toBe('fewer-assigned-than-units');
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
      const reading = readExperiment(test([{ name: 'control', data: control }, { name: 'new', data: treatment }], { split: { control: control.n, new: treatment.n } }), { ...CLAIM, scale: on }, ended ? AT_END : {});
      if (reading.ok) expect(notNumbers(reading.value)).toEqual([]);
    }), { numRuns: 400 });
  });

  it('of rows with huge, tiny or mixed amounts likewise', () => {
    const amount = fc.oneof(fc.constantFrom(0, 1e-300, 1e-160, 1e155, 1e300, -1e300, 1), fc.double({ min: -1000, max: 1000, noNaN: true }));
    const values = fc.array(amount, { minLength: 100, maxLength: 104 });
    fc.assert(fc.property(values, values, fc.boolean(), (control, treatment, revenue) => {
      const arm = (name: string, amounts: number[]): ExperimentArm => ({ name, data: revenue ? { kind: 'revenue', values: amounts } : { kind: 'mean', values: amounts } });
      const reading = readExperiment(test([arm('control', control), arm('new', treatment)]), CLAIM, AT_END);
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

describe('several treatment arms', () => {
  const arms = [share('control', 5000, 500), share('a', 5000, 505), share('b', 5000, 800), share('c', 5000, 640)];

  it('share the level by Holm: the clear ones are read at a third of it, the last one at all of it', () => {
    const { comparisons, arm, facts } = read(test(arms));
    expect(comparisons.map((one) => one.arm)).toEqual(['a', 'b', 'c']);
    expect(Object.fromEntries(comparisons.map((one) => [one.arm, Math.round(0.05 / one.alpha)]))).toEqual({ a: 3, b: 3, c: 1 });
    expect(arm).toBe('b');
    expect(facts.map(({ code }) => code)).toContain('several-arms');
  });

  it('answer for the sealed arm where one was named', () => {
    expect(read(test(arms), CLAIM, { ...AT_END, treatment: 'a' }).arm).toBe('a');
  });
});

describe('a test of revenue', () => {
  // Amounts without a pattern that lines up between the arms; `whales` pay 50,000 each.
  const amounts = (n: number, everyday: number, whales: number): number[] =>
    Array.from({ length: n }, (_, i) => (i < whales ? 50_000 : i % 5 === 0 ? everyday + (i % 7) * 30 : 0));
  const arm = (name: string, values: number[]): ExperimentArm => ({ name, data: { kind: 'revenue', values } });
  const claim: Claim = { direction: 'up', scale: 'absolute', minEffect: 10, alpha: 0.05 };

  it('is inconclusive when capping a few customers changes the verdict, and counts them', () => {
    const { verdict, comparisons } = read(test([arm('control', amounts(2000, 300, 1)), arm('new', amounts(2000, 450, 5))]), claim);
    expect(verdict).toMatchObject({ status: 'inconclusive', reason: 'depends-on-few-customers' });
    expect(comparisons[0]!.revenue!.cappedUnits).toBe(6);
  });

  it('is won when it is won with and without the cap, and tells payers from amounts', () => {
    const { verdict, comparisons, facts } = read(test([arm('control', amounts(4000, 300, 0)), arm('new', amounts(4000, 450, 0))]), claim, { ...AT_END, cap: 600 });
    expect(verdict.status).toBe('won');
    const { payerRate, perPayer, cap } = comparisons[0]!.revenue!;
    expect(cap).toBe(600);
    expect(payerRate!.absolute.value).toBeCloseTo(0, 12);
    expect(perPayer!.absolute.value).toBeCloseTo(150, 9);
    expect(facts.map(({ code }) => code)).not.toContain('cap-not-sealed');
  });
});

describe('a test with a pre-period', () => {
  it('says how much of the variance is left', () => {
    const rows = (name: string, lift: number): ExperimentArm => {
      const pre = Array.from({ length: 400 }, (_, i) => (i * 37) % 101);
      return { name, data: { kind: 'cuped', pre, post: pre.map((x, i) => x + lift + ((i * 53) % 17)) } };
    };
    const { comparisons, estimate, facts } = read(test([rows('control', 0), rows('new', 2)]), { ...CLAIM, minEffect: 1 });
    expect(estimate!.method).toBe('welch-t-cuped');
    expect(estimate!.absolute!.value).toBeCloseTo(2, 9);
    expect(comparisons[0]!.adjustment!.varianceRatio).toBeLessThan(0.05);
    expect(facts.map(({ code }) => code)).toContain('pre-period-used');
  });
});
