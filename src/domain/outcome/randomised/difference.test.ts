import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsOf } from './arm-moments.ts';
import type { ArmRows, ArmTotals } from './arm-totals.ts';
import { criticalT, deltaRelative, differenceOf, errorsAbove, fiellerRelative, tInterval, tPValue, type Difference } from './difference.ts';
import { pairOf, type Pair } from './pair.ts';

function pair(control: ArmTotals | ArmRows, treatment: ArmTotals | ArmRows): Pair {
  const [c, t] = [momentsOf(control), momentsOf(treatment)];
  if (!c.ok || !t.ok) throw new Error('arms are readable');
  const both = pairOf(c.value, t.value);
  if (!both.ok) throw new Error(both.refusal.code);
  return both.value;
}

function difference(both: Pair): Difference {
  const found = differenceOf(both);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

const REVENUE = pair({ kind: 'mean', n: 3407, sum: 1396.87, sumSquares: 52377.9767 }, { kind: 'mean', n: 3461, sum: 2422.7, sumSquares: 134698.29 });
const column = fc.array(fc.integer({ min: -50, max: 200 }), { minLength: 3, maxLength: 30 }).filter((xs) => new Set(xs).size > 1);

describe('the difference of two arms', () => {
  it('is the worked example of the formula page', () => {
    const found = difference(REVENUE);
    expect(found.effect).toBeCloseTo(0.29, 5);
    expect(found.standardError).toBeCloseTo(0.12478, 5);
    expect(tPValue(found)).toBeCloseTo(0.02016, 5);
    const interval = tInterval(found, 0.05);
    expect([interval.low, interval.high].map((x) => x!.toFixed(4))).toEqual(['0.0454', '0.5346']);
    const relative = fiellerRelative(REVENUE, criticalT(found.df, 0.05));
    expect(relative.ok && [relative.value.value, relative.value.low!, relative.value.high!].map((x) => x.toFixed(3))).toEqual(['0.707', '0.094', '1.709']);
  });

  it('of ratios is the worked example of the formula page', () => {
    const both = pair(
      { kind: 'ratio', numerators: [10, 6, 9, 15], denominators: [2, 1, 3, 4] },
      { kind: 'ratio', numerators: [12, 10, 14, 20], denominators: [2, 2, 3, 3] },
    );
    expect([both.control.variance, both.treatment.variance].map((x) => x.toFixed(4))).toEqual(['0.9600', '1.0752']);
    expect(difference(both).effect).toBeCloseTo(1.6, 12);
    expect(difference(both).standardError).toBeCloseTo(0.7133, 4);
  });

  it('turns its sign when the arms change places, and keeps its error', () => {
    fc.assert(fc.property(column, column, (xs, ys) => {
      const [one, other] = [difference(pair({ kind: 'mean', values: xs }, { kind: 'mean', values: ys })), difference(pair({ kind: 'mean', values: ys }, { kind: 'mean', values: xs }))];
      expect(other.effect).toBeCloseTo(-one.effect, 10);
      expect(other.standardError).toBeCloseTo(one.standardError, 10);
      expect(other.df).toBeCloseTo(one.df, 8);
    }));
  });

  it('scales with the unit of the metric and ignores a shift of both arms; the relative effect ignores the unit', () => {
    fc.assert(fc.property(column, column, fc.constantFrom(1e-150, 0.001, 7, 1e150), (xs, ys, k) => {
      const plain = pair({ kind: 'mean', values: xs }, { kind: 'mean', values: ys });
      const scaled = pair({ kind: 'mean', values: xs.map((x) => x * k) }, { kind: 'mean', values: ys.map((y) => y * k) });
      expect(difference(scaled).effect / k).toBeCloseTo(difference(plain).effect, 8);
      expect(difference(scaled).df).toBeCloseTo(difference(plain).df, 8);
      const [one, other] = [fiellerRelative(plain, 1.5), fiellerRelative(scaled, 1.5)];
      expect(other.ok).toBe(one.ok);
      if (one.ok && other.ok) expect(other.value.low! / one.value.low!).toBeCloseTo(1, 6);
      const shifted = pair({ kind: 'mean', values: xs.map((x) => x + 1000) }, { kind: 'mean', values: ys.map((y) => y + 1000) });
      expect(difference(shifted).effect).toBeCloseTo(difference(plain).effect, 8);
      expect(difference(shifted).standardError).toBeCloseTo(difference(plain).standardError, 8);
    }));
  });

  it('excludes no effect by Fieller exactly when it does so absolutely', () => {
    fc.assert(fc.property(column, column, fc.double({ min: 0.5, max: 3, noNaN: true }), (xs, ys, q) => {
      const both = pair({ kind: 'mean', values: xs }, { kind: 'mean', values: ys });
      const relative = fiellerRelative(both, q);
      if (!relative.ok) return;
      const { effect, standardError } = difference(both);
      fc.pre(Math.abs(Math.abs(effect) - q * standardError) > 1e-9);
      expect(relative.value.low! > 0 || relative.value.high! < 0).toBe(Math.abs(effect) > q * standardError);
    }));
  });

  it('is exactly q errors above either end of its Fieller interval, with and without a pre-period and from either side of zero', () => {
    const q = 1.96;
    const rows = (n: number, lift: number, sign: number): ArmRows => {
      const pre = Array.from({ length: n }, (_, i) => (i * 37) % 101);
      return { kind: 'cuped', pre, post: pre.map((x, i) => sign * (x + lift + ((i * 53) % 71))) };
    };
    for (const both of [REVENUE, pair(rows(60, 0, 1), rows(50, 9, 1)), pair(rows(60, 0, -1), rows(50, 9, -1))]) {
      const relative = fiellerRelative(both, q);
      if (!relative.ok) throw new Error('the control is far from zero');
      expect(errorsAbove(both, relative.value.low!, 'relative')).toBeCloseTo(q, 9);
      expect(errorsAbove(both, relative.value.high!, 'relative')).toBeCloseTo(-q, 9);
    }
  });

  it('keeps the direction of a change from a negative control', () => {
    const both = pair({ kind: 'mean', values: [-10, -11, -9, -10.5] }, { kind: 'mean', values: [-5, -6, -4, -5.5] });
    const [fieller, delta] = [fiellerRelative(both, 1.96), deltaRelative(both)];
    expect(fieller.ok && fieller.value.value).toBeCloseTo(5 / 10.125, 6);
    expect(fieller.ok && fieller.value.low! > 0).toBe(true);
    expect(delta.ok && delta.value.effect).toBeCloseTo(5 / 10.125, 6);
  });

  it('has no relative effect when the control cannot be told from zero', () => {
    const both = pair({ kind: 'mean', values: [-3, 4, -2, 3, 1] }, { kind: 'mean', values: [5, 6, 7, 8, 9] });
    const relative = fiellerRelative(both, 1.96);
    expect(relative.ok ? 'ok' : relative.refusal.code).toBe('control-near-zero');
  });

  it('refuses arms without variation, of different kinds, or with an empty denominator', () => {
    const flat = differenceOf(pair({ kind: 'mean', values: [2, 2, 2] }, { kind: 'mean', values: [3, 4, 5] }));
    expect(flat.ok ? 'ok' : flat.refusal).toEqual({ code: 'no-variation', details: { arm: 'control' } });
    expect(() => pair({ kind: 'mean', values: [2, 3] }, { kind: 'proportion', n: 5, successes: 2 })).toThrow('kinds-differ');
    expect(() => pair({ kind: 'ratio', numerators: [1, 2], denominators: [0, 0] }, { kind: 'ratio', numerators: [1, 2], denominators: [1, 2] })).toThrow('no-denominator');
  });

  it('of ratios is that of the numerators when every denominator is one', () => {
    fc.assert(fc.property(column, column, (xs, ys) => {
      const ones = (values: readonly number[]): number[] => values.map(() => 1);
      const ratio = difference(pair({ kind: 'ratio', numerators: xs, denominators: ones(xs) }, { kind: 'ratio', numerators: ys, denominators: ones(ys) }));
      const plain = difference(pair({ kind: 'mean', values: xs }, { kind: 'mean', values: ys }));
      expect(ratio.effect).toBeCloseTo(plain.effect, 10);
      expect(ratio.standardError).toBeCloseTo(plain.standardError, 10);
    }));
  });
});

describe('an effect with the pre-period taken out', () => {
  const pre = { control: [4, 5, 6, 7, 8, 5], treatment: [5, 6, 7, 8, 9, 6] };
  const noise = [0.1, -0.2, 0.3, -0.1, 0, 0.2];

  it('is the worked example of the formula page', () => {
    const both = pair({ kind: 'cuped', pre: [1, 2, 3, 4], post: [2, 5, 5, 8] }, { kind: 'cuped', pre: [2, 3, 4, 5], post: [6, 7, 10, 11] });
    expect(both.theta).toBeCloseTo(2.08333, 5);
    expect(difference(both).effect).toBeCloseTo(1.41667, 5);
    expect(difference(both).standardError).toBeCloseTo(0.5325, 4);
    expect((both.control.variance + both.treatment.variance) / (both.control.baseVariance + both.treatment.baseVariance)).toBeCloseTo(0.0972, 4);
  });

  it('is the true one when the outcome is the pre-period plus an effect and a little noise', () => {
    const control = { kind: 'cuped', pre: pre.control, post: pre.control.map((x, i) => 2 * x + noise[i]!) } as const;
    const treatment = { kind: 'cuped', pre: pre.treatment, post: pre.treatment.map((x, i) => 2 * x + 3 - noise[i]!) } as const;
    const both = pair(control, treatment);
    const found = difference(both);
    expect(Math.abs(found.effect - 3)).toBeLessThan(0.6);
    expect(both.control.variance).toBeLessThan(both.control.baseVariance / 4);
    // Both values are centred on the joint pre-period, so that each stays near its own mean.
    expect(both.control.value).toBeGreaterThan(both.control.base);
    expect(both.treatment.value).toBeLessThan(both.treatment.base);
  });

  it('is found where one arm happens to hold zeros and ones only', () => {
    const both = pair({ kind: 'cuped', binary: true, pre: [0, 1, 1, 0], post: [0, 1, 0, 0] }, { kind: 'cuped', pre: [0, 1, 2, 0], post: [1, 1, 0, 1] });
    const plain = pair({ kind: 'cuped', pre: [0, 1, 1, 0], post: [0, 1, 0, 0] }, { kind: 'cuped', pre: [0, 1, 2, 0], post: [1, 1, 0, 1] });
    expect(difference(both).effect).toBeCloseTo(difference(plain).effect, 12);
    expect(difference(both).standardError).toBeCloseTo(difference(plain).standardError, 12);
  });

  it('is left as it is when the pre-period does not vary', () => {
    const arm = (post: readonly number[]): ArmRows => ({ kind: 'cuped', pre: post.map(() => 5), post });
    const both = pair(arm([1, 2, 3, 4]), arm([2, 3, 4, 6]));
    expect([both.theta, both.adjusted]).toEqual([0, false]);
    expect(difference(both).effect).toBeCloseTo(1.25, 12);
  });

  it('of ratios is that of means when every denominator is one', () => {
    const ones = [1, 1, 1, 1, 1, 1];
    const post = { control: pre.control.map((x, i) => x + noise[i]!), treatment: pre.treatment.map((x, i) => x + 1 + noise[i]!) };
    const ratio = pair(
      { kind: 'ratio-cuped', numerators: post.control, denominators: ones, preNumerators: pre.control, preDenominators: ones },
      { kind: 'ratio-cuped', numerators: post.treatment, denominators: ones, preNumerators: pre.treatment, preDenominators: ones },
    );
    const within = (xs: readonly number[], ys: readonly number[]): number => xs.reduce((total, x, i) => total + (x - xs.reduce((a, b) => a + b) / 6) * ys[i]!, 0);
    const theta = (within(pre.control, post.control) + within(pre.treatment, post.treatment)) / (within(pre.control, pre.control) + within(pre.treatment, pre.treatment));
    expect(ratio.theta).toBeCloseTo(theta, 10);
    expect(difference(ratio).effect).toBeCloseTo(post.treatment.reduce((a, b) => a + b) / 6 - post.control.reduce((a, b) => a + b) / 6 - theta, 10);
  });
});
