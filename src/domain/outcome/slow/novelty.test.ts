import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNovelty, type WeekEffect } from './novelty.ts';

/** The worked example of docs/formulas/novelty.md. */
const WEARING_OFF = [6.1, 5.0, 4.4, 3.1, 2.9, 2.4, 2.2, 1.6].map((effect, i) => ({ week: i + 1, effect, standardError: i < 2 ? 0.9 : 0.8 }));

const decaying = (longRun: number, extra: number, tau: number): WeekEffect[] =>
  Array.from({ length: 12 }, (_, i) => ({ week: i + 1, effect: longRun + extra * Math.exp(-(i + 1) / tau), standardError: 0.1 }));

describe('effects by weeks of exposure', () => {
  test('the worked example of docs/formulas/novelty.md holds', () => {
    const novelty = readNovelty(WEARING_OFF)!;
    expect([novelty.flag, novelty.settled?.fromWeek]).toEqual(['novelty', 3]);
    expect(novelty.slope).toBeCloseTo(-0.606, 3);
    expect(novelty.z).toBeCloseTo(-4.66, 2);
    expect(novelty.decay?.longRun.value).toBeCloseTo(0.448, 3);
    expect(novelty.decay?.longRun.high).toBeCloseTo(2.75, 2);
    expect(novelty.decay?.longRun.low).toBeCloseTo(-46.5, 1);
    expect(novelty.decay?.tauWeeks).toBeCloseTo(4.67, 2);
    expect(novelty.settled?.effect).toBeCloseTo(16.6 / 6, 10);
    expect(novelty.settled?.standardError).toBeCloseTo(0.8 / Math.sqrt(6), 10);
  });

  test('an exact decay is found again, falling or rising, and its long run lies in the interval', () => {
    for (const [longRun, extra, tau] of [[2, 5, 3], [4, -3, 2], [0, 8, 5]] as const) {
      const { flag, decay } = readNovelty(decaying(longRun, extra, tau))!;
      expect(flag).toBe(extra > 0 ? 'novelty' : 'learning');
      expect(decay!.longRun.value).toBeCloseTo(longRun, 4);
      expect(decay!.initialExtra).toBeCloseTo(extra, 3);
      expect(decay!.tauWeeks).toBeCloseTo(tau, 3);
      expect(decay!.longRun.low < longRun && longRun < decay!.longRun.high).toBe(true);
    }
  });

  test('a steady effect is judged on all weeks', () => {
    const { flag, settled } = readNovelty([3, 3.1, 2.9, 3, 3.1].map((effect, i) => ({ week: i + 1, effect, standardError: 0.5 })))!;
    expect([flag, settled?.fromWeek]).toEqual(['steady', 1]);
    expect(settled?.effect).toBeCloseTo(3.02, 10);
  });

  test('two weeks show no slope, three no decay', () => {
    expect(readNovelty(WEARING_OFF.slice(0, 2))).toBeUndefined();
    expect(readNovelty(WEARING_OFF.slice(0, 3))).toMatchObject({ decay: undefined });
  });

  test('a change of unit changes everything in proportion and no flag', () => {
    const week = fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0.1, max: 2, noNaN: true }));
    fc.assert(fc.property(fc.array(week, { minLength: 4, maxLength: 9 }), fc.constantFrom(0.01, 50), (rows, factor) => {
      const [own, other] = [1, factor].map((by) => readNovelty(rows.map(([effect, error], i) => ({ week: i + 1, effect: by * effect, standardError: by * error })))!);
      expect(other!.flag).toBe(own!.flag);
      expect(other!.slope / factor).toBeCloseTo(own!.slope, 8);
      expect(other!.settled!.effect / factor).toBeCloseTo(own!.settled!.effect, 8);
      expect(own!.decay!.longRun.low).toBeLessThanOrEqual(own!.decay!.longRun.value);
      expect(own!.decay!.longRun.high).toBeGreaterThanOrEqual(own!.decay!.longRun.value);
    }));
  });
});
