import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../estimate.ts';
import { AT_END, CLAIM, GOOD, codeOf, mean, read, share, testOf } from '../testing/two-arm-test.ts';
import type { ExperimentReading, ReadOptions } from './experiment.ts';
import type { ExperimentArm, ExperimentInput } from './experiment-input.ts';

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
    const sub = (successes: number): string | undefined => read(testOf([share('control', 50_000, 5000), share('new', 50_000, successes)])).verdict.sub;
    expect(sub(5500)).toBe('real-but-below-bar');
    expect(sub(5010)).toBe('no-sign-of-it');
    expect(sub(4500)).toBe('harmful');
  });

  it('never gets better when the smallest effect that matters grows', () => {
    const rank = { won: 2, inconclusive: 1, lost: 0, refused: -1, 'too-early': -1 };
    fc.assert(fc.property(fc.integer({ min: 900, max: 1500 }), fc.double({ min: 0.001, max: 0.1, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true }), (successes, d, k) => {
      const at = (minEffect: number): ExperimentReading => read(testOf([share('control', 10_000, 1000), share('new', 10_000, successes)]), { ...CLAIM, minEffect });
      expect(rank[at(d * k).verdict.status]).toBeLessThanOrEqual(rank[at(d).verdict.status]);
      expect(at(d * k).verdict.pAtLeastMin!).toBeLessThanOrEqual(at(d).verdict.pAtLeastMin! + 1e-12);
    }));
  });

  it('reads a metric that should fall with the same rule, turned over', () => {
    const fewer = testOf([share('control', 10_000, 1400), share('new', 10_000, 1000)]);
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
      const { verdict } = read(testOf([share('control', 10_000, 1000), share('new', 10_000, successes)]), { ...CLAIM, scale, minEffect: scale === 'absolute' ? 0.02 : 0.2 });
      fc.pre(Math.abs(verdict.pAtLeastMin! - 0.98) > 1e-9);
      expect(verdict.pAtLeastMin! > 0.98).toBe(verdict.status === 'won');
    }));
  });

  it('does not depend on the order of the arms', () => {
    const arms = [share('control', 4000, 400), share('b', 4100, 470), share('a', 3900, 500)];
    expect(read(testOf(arms.toReversed()))).toEqual(read(testOf(arms)));
  });

  it('does not depend on the unit of the metric', () => {
    const at = (k: number): ExperimentReading => read(testOf([mean('control', 900, 20 * k, 6 * k), mean('new', 950, 21.5 * k, 7 * k)]), { ...CLAIM, scale: 'relative', minEffect: 0.03 });
    fc.assert(fc.property(fc.constantFrom(0.01, 3, 100, 1e9), (k) => {
      expect(at(k).verdict.status).toBe(at(1).verdict.status);
      expect(at(k).verdict.pAtLeastMin).toBeCloseTo(at(1).verdict.pAtLeastMin!, 9);
      expect(at(k).estimate!.relative!.low).toBeCloseTo(at(1).estimate!.relative!.low!, 9);
      expect(at(k).estimate!.absolute!.low! / k).toBeCloseTo(at(1).estimate!.absolute!.low!, 6);
      expect(at(k).comparisons[0]!.belief!.mean).toBeCloseTo(at(1).comparisons[0]!.belief!.mean, 9);
    }));
  });

  it('uses Newcombe where failures are few, with an exact chance', () => {
    const { estimate, verdict } = read(testOf([share('control', 400, 380), share('new', 400, 398)]));
    expect(estimate!.method).toBe('newcombe');
    expect(verdict.pAtLeastMin).toBeGreaterThan(0.9);
    const all = read(testOf([share('control', 400, 400), share('new', 400, 400)]));
    expect(all.verdict.status).toBe('lost');
    expect(all.estimate!.absolute!.high).toBeLessThan(0.02);
  });

  it('says how many units would decide it when it is open', () => {
    const { verdict, comparisons, facts } = read(testOf([share('control', 2000, 200), share('new', 2000, 250)]));
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

describe('several treatment arms', () => {
  const arms = [share('control', 5000, 500), share('a', 5000, 505), share('b', 5000, 800), share('c', 5000, 640)];

  it('share the level by Holm: the clear ones are read at a third of it, the last one at all of it', () => {
    const { comparisons, arm, facts } = read(testOf(arms));
    expect(comparisons.map((one) => one.arm)).toEqual(['a', 'b', 'c']);
    expect(Object.fromEntries(comparisons.map((one) => [one.arm, Math.round(0.05 / one.alpha)]))).toEqual({ a: 3, b: 3, c: 1 });
    expect(arm).toBe('b');
    expect(facts.map(({ code }) => code)).toContain('several-arms');
  });

  it('answer for the sealed arm where one was named', () => {
    expect(read(testOf(arms), CLAIM, { ...AT_END, treatment: 'a' }).arm).toBe('a');
  });
});

describe('a test of revenue', () => {
  // Amounts without a pattern that lines up between the arms; `whales` pay 50,000 each.
  const amounts = (n: number, everyday: number, whales: number): number[] =>
    Array.from({ length: n }, (_, i) => (i < whales ? 50_000 : i % 5 === 0 ? everyday + (i % 7) * 30 : 0));
  const arm = (name: string, values: number[]): ExperimentArm => ({ name, data: { kind: 'revenue', values } });
  const claim: Claim = { direction: 'up', scale: 'absolute', minEffect: 10, alpha: 0.05 };

  it('is inconclusive when capping a few customers changes the verdict, and counts them', () => {
    const { verdict, comparisons } = read(testOf([arm('control', amounts(2000, 300, 1)), arm('new', amounts(2000, 450, 5))]), claim);
    expect(verdict).toMatchObject({ status: 'inconclusive', reason: 'depends-on-few-customers' });
    const { cappedUnits, uncapped } = comparisons[0]!.revenue!;
    expect(cappedUnits).toBe(6);
    expect(comparisons[0]!.estimate.absolute!.low).toBeGreaterThan(claim.minEffect);
    expect([uncapped.absolute.low! < claim.minEffect, uncapped.absolute.high! > claim.minEffect]).toEqual([true, true]);
  });

  it('is read as it is when fewer than one user in 200 pays, so that there is nothing to cap at', () => {
    const rare = (n: number, amount: number): number[] => Array.from({ length: n }, (_, i) => (i % 250 === 0 ? amount + (i % 11) : 0));
    const { comparisons, facts, estimate } = read(testOf([arm('control', rare(5000, 900)), arm('new', rare(5000, 950))]), claim);
    expect(comparisons[0]!.revenue).toMatchObject({ cap: null, cappedUnits: 0, uncapped: { absolute: estimate!.absolute } });
    expect(facts.map(({ code }) => code)).not.toContain('capped');
  });

  it('is won when it is won with and without the cap, and tells payers from amounts', () => {
    const { verdict, comparisons, facts } = read(testOf([arm('control', amounts(4000, 300, 0)), arm('new', amounts(4000, 450, 0))]), claim, { ...AT_END, cap: 600 });
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
    const { comparisons, estimate, facts } = read(testOf([rows('control', 0), rows('new', 2)]), { ...CLAIM, minEffect: 1 });
    expect(estimate!.method).toBe('welch-t-cuped');
    expect(estimate!.absolute!.value).toBeCloseTo(2, 9);
    expect(comparisons[0]!.adjustment!.varianceRatio).toBeLessThan(0.05);
    expect(facts.map(({ code }) => code)).toContain('pre-period-used');
  });
});
