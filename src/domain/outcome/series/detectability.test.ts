import { describe, expect, it } from 'vitest';
import { simulatedSeries } from '../testing/simulated-series.ts';
import { detectability } from './detectability.ts';
import { readSeries } from './read-series.ts';

const twoYears = simulatedSeries(730, { wander: 0.003, noise: 0.03, seed: 2 });

describe('what a metric can see, told before the bet', () => {
  it('is about 5% at 30 days and 7% at 90 for 3% noise on a level that wanders 0.3% a day, and nothing at a year', () => {
    const [month, quarter, year] = detectability({ grain: 'day', values: twoYears, kind: 'amount' });
    expect(month!.detectable80!.relative).toBeGreaterThan(0.03);
    expect(month!.detectable80!.relative).toBeLessThan(0.07);
    expect(quarter!.detectable80!.relative).toBeGreaterThan(month!.detectable80!.relative!);
    expect(quarter!.detectable80!.relative).toBeLessThan(0.14);
    expect(year).toMatchObject({ horizon: 365, reason: 'no-placebo-history' });
    expect(year!.detectable80).toBeUndefined();
  });

  it('is what the reading itself will have been able to see', () => {
    const values = twoYears.slice(0, 640);
    const [ahead] = detectability({ grain: 'day', values, kind: 'amount' }, [90]);
    const reading = readSeries({ grain: 'day', values: twoYears, kind: 'amount', ship: 640, window: { from: 1, to: 90 } }, { direction: 'up', scale: 'relative', minEffect: 0.03, alpha: 0.05 });
    expect(ahead!.model!.standardError).toBeCloseTo(reading.model!.standardError, 12);
    expect(ahead!.placebo).toEqual(reading.placebo);
    expect(ahead!.detectable80!.relative).toBeCloseTo(reading.detectable80!.relative!, 12);
  });

  it('is the same whether one horizon is asked for or three', () => {
    const history = { grain: 'day', values: twoYears, kind: 'amount' } as const;
    expect(detectability(history, [90])[0]!.model!.standardError).toBeCloseTo(detectability(history)[1]!.model!.standardError, 12);
  });

  it('carries the reason where a metric is too young, too thin, or too strange', () => {
    const young = detectability({ grain: 'day', values: twoYears.slice(0, 40), kind: 'amount' });
    expect(young.map(({ reason }) => reason)).toEqual(['too-little-history', 'too-little-history', 'too-little-history']);
    expect(detectability({ grain: 'day', values: twoYears.map((_, t) => t % 2), kind: 'count' })[0]!.reason).toBe('too-few-events');
    const seasonal = simulatedSeries(400, { yearly: 0.3, wander: 0.0005, noise: 0.02 });
    expect(detectability({ grain: 'day', values: seasonal, kind: 'amount' }, [90])[0]!.reason).toBe('placebo-intervals-do-not-cover');
  });

  it('sees more beside a control that moves with the metric', () => {
    const market = simulatedSeries(500, { seed: 31, wander: 0.015, noise: 0.005 });
    const values = simulatedSeries(500, { seed: 32, wander: 0.001, noise: 0.01, follows: market, share: 0.8 });
    const alone = detectability({ grain: 'day', values, kind: 'amount' }, [30])[0]!;
    const beside = detectability({ grain: 'day', values, kind: 'amount', controls: [{ name: 'Market', values: market }] }, [30])[0]!;
    expect(beside.detectable80!.relative).toBeLessThan(0.7 * alone.detectable80!.relative!);
  });

  it('reads thin counts and weekly data by the week', () => {
    const thin = detectability({ grain: 'day', values: twoYears.map((value) => Math.round(value / 1000)), kind: 'count' }, [30, 90]);
    expect(thin.map(({ grain, reason }) => [grain, reason])).toEqual([['week', undefined], ['week', undefined]]);
    const weekly = Array.from({ length: 104 }, (_, w) => twoYears.slice(7 * w, 7 * w + 7).reduce((a, b) => a + b, 0));
    expect(detectability({ grain: 'week', values: weekly, kind: 'amount' }, [90])[0]!.detectable80!.relative).toBeGreaterThan(0.02);
  });
});
