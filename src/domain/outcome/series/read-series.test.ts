import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../estimate.ts';
import { simulatedSeries } from '../testing/simulated-series.ts';
import type { SeriesInput } from './input.ts';
import { readManySeries, readSeries } from './read-series.ts';

const CLAIM: Claim = { direction: 'up', scale: 'relative', minEffect: 0.03, alpha: 0.05 };
const SHIP = 300;
const raised = simulatedSeries(SHIP + 30, { steps: [[SHIP, Math.log(1.15)]] });

function input(values: readonly (number | null)[], more: Partial<SeriesInput> = {}): SeriesInput {
  return { grain: 'day', values, kind: 'amount', ship: SHIP, window: { from: 1, to: 30 }, ...more };
}
const read = (values: readonly (number | null)[], more: Partial<SeriesInput> = {}, claim: Partial<Claim> = {}) => readSeries(input(values, more), { ...CLAIM, ...claim });

describe('a ship read from one series', () => {
  it('finds an effect of 15% and gives it a grade D, an interval, a total and what it could have seen', () => {
    const { verdict, estimate, detectable80, total, model } = read(raised);
    expect(verdict).toMatchObject({ status: 'won', sub: 'met' });
    expect(verdict.pAtLeastMin).toBeGreaterThan(0.99);
    expect(estimate).toMatchObject({ grade: 'D', method: 'before-after', level: 0.95, logScale: true });
    expect(estimate!.relative!.low).toBeLessThan(0.15);
    expect(estimate!.relative!.high).toBeGreaterThan(0.15);
    expect(estimate!.relative!.value).toBeCloseTo(Math.expm1(model!.effect), 12);
    expect(detectable80!.relative).toBeGreaterThan(0.02);
    expect(detectable80!.relative).toBeLessThan(0.08);
    expect(total!.value).toBeCloseTo(30 * estimate!.absolute!.value, 6);
  });

  it('calls nothing won or lost where nothing happened and the bar is below what it can see', () => {
    const statuses = [1, 2, 3, 4].map((seed) => read(simulatedSeries(SHIP + 30, { seed }), {}, { minEffect: 0.01 }).verdict);
    for (const verdict of statuses) expect(verdict).toMatchObject({ status: 'inconclusive', sub: 'direction-unknown' });
  });

  it('calls a fall harmful, and the same fall won when down is good', () => {
    const fallen = simulatedSeries(SHIP + 30, { steps: [[SHIP, Math.log(0.85)]] });
    expect(read(fallen).verdict).toMatchObject({ status: 'lost', sub: 'harmful' });
    const good = read(fallen, {}, { direction: 'down' });
    expect(good.verdict.status).toBe('won');
    expect(good.verdict.effect!.value).toBeCloseTo(-good.estimate!.relative!.value, 12);
  });

  it('judges a claim in the metric\'s own unit by the same evidence', () => {
    const relative = read(raised);
    const bar = 0.03 * (relative.estimate!.absolute!.value / relative.estimate!.relative!.value);
    expect(read(raised, {}, { scale: 'absolute', minEffect: bar }).verdict.status).toBe('won');
    expect(read(raised, {}, { scale: 'absolute', minEffect: bar * 20 }).verdict.status).toBe('lost');
  });

  it('wins less the higher the bar', () => {
    const chances = [0.01, 0.05, 0.1, 0.15, 0.2, 0.3].map((minEffect) => read(raised, {}, { minEffect }).verdict.pAtLeastMin!);
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
  });
});

describe('what the data may look like', () => {
  it('does not care in which unit a metric is counted', () => {
    const base = read(raised);
    fc.assert(fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (factor) => {
      const { estimate, placebo } = read(raised.map((value) => value * factor));
      expect(estimate!.relative!.value).toBeCloseTo(base.estimate!.relative!.value, 6);
      expect(estimate!.absolute!.low! / factor).toBeCloseTo(base.estimate!.absolute!.low!, 3);
      expect(placebo!.kappa2).toBeCloseTo(base.placebo!.kappa2, 5);
    }), { numRuns: 6 });
  });

  it('does not care where zero is when it reads the values themselves', () => {
    const base = read(raised, { scale: 'identity' });
    fc.assert(fc.property(fc.double({ min: -50_000, max: 50_000, noNaN: true }), (shift) => {
      const { estimate, placebo } = read(raised.map((value) => value + shift), { scale: 'identity' });
      expect(estimate!.absolute!.value).toBeCloseTo(base.estimate!.absolute!.value, 2);
      expect(estimate!.absolute!.high).toBeCloseTo(base.estimate!.absolute!.high!, 2);
      expect(placebo!.kappa2).toBeCloseTo(base.placebo!.kappa2, 5);
    }), { numRuns: 6 });
  });

  it('gives the same bytes on every run, alone and among others', () => {
    const first = JSON.stringify(read(raised));
    expect(JSON.stringify(read(raised))).toBe(first);
    const others = simulatedSeries(SHIP + 30, { seed: 9 });
    const many = readManySeries([others, raised, raised].map((values) => ({ input: input(values), claim: CLAIM })));
    expect(JSON.stringify(many[1])).toBe(first);
    expect(JSON.stringify(many[2])).toBe(first);
  });

  it('keeps the order of the tasks, whatever calendars they are on', () => {
    const holed = raised.map((value, t) => (t === 17 ? null : value));
    const tasks = [raised, holed, simulatedSeries(SHIP + 30, { seed: 8 }), holed, raised.slice(1)].map((values, i) => ({ input: input(values, { ship: i === 4 ? SHIP - 1 : SHIP }), claim: CLAIM }));
    expect(JSON.stringify(readManySeries(tasks))).toBe(JSON.stringify(tasks.map((task) => readSeries(task.input, task.claim))));
  });

  it('skips missing days, says how many, and lands near the answer of the whole series', () => {
    const whole = read(raised);
    const holed = read(raised.map((value, t) => (t % 23 === 4 ? null : value)));
    expect(holed.missing).toEqual({ history: 13, window: 2 });
    expect(holed.points).toBe(287);
    expect(Math.abs(holed.model!.effect - whole.model!.effect)).toBeLessThan(0.5 * whole.model!.standardError);
  });

  it('begins where the data begin', () => {
    const late = read(raised.map((value, t) => (t < 100 ? null : value)));
    const cut = readSeries({ ...input(raised.slice(100)), ship: SHIP - 100 }, CLAIM);
    expect(late.model).toEqual(cut.model);
    expect(late.band!.points.at(-1)!.at).toBe(SHIP + 29);
    expect(cut.band!.points.at(-1)!.at).toBe(SHIP - 71);
  });

  it('leaves the days between ship and rollout out of both sides', () => {
    const gradual = raised.map((value, t) => (t >= SHIP && t < SHIP + 10 ? value / 1.15 : value));
    const values = [...gradual, ...raised.slice(SHIP, SHIP + 10)];
    const { estimate, band } = read(values, { rollout: SHIP + 10 });
    expect(estimate!.relative!.value).toBeGreaterThan(0.1);
    expect(band!.points.filter(({ side }) => side === 'rollout').map(({ at }) => at)).toEqual([300, 301, 302, 303, 304, 305, 306, 307, 308, 309]);
    expect(read(values, { rollout: SHIP + 10 }).model).toEqual(read(values.map((value, t) => (t >= SHIP && t < SHIP + 10 ? 1 : value)), { rollout: SHIP + 10 }).model);
  });

  it('reads shares of a denominator on the logit scale and sums the effect in events', () => {
    const rate = simulatedSeries(SHIP + 30, { noise: 0.02, weekly: 0.2, steps: [[SHIP, Math.log(1.2)]] }).map((value) => value / 100_000);
    const denominators = rate.map((_, t) => 5000 + 500 * (t % 7));
    const events = rate.map((share, t) => Math.round(share * denominators[t]!));
    const { model, estimate, total, verdict } = read(events, { denominators, kind: 'rate' });
    expect(model!.scale).toBe('logit');
    expect(verdict.status).toBe('won');
    expect(estimate!.relative!.value).toBeGreaterThan(0.12);
    expect(estimate!.relative!.value).toBeLessThan(0.28);
    expect(total!.value).toBeCloseTo(estimate!.absolute!.value * denominators.slice(SHIP, SHIP + 30).reduce((a, b) => a + b, 0), 4);
  });

  it('reads values themselves where some are zero or below', () => {
    const profit = raised.map((value) => value - 9_800);
    const { model, estimate } = read(profit, {}, { scale: 'absolute', minEffect: 500 });
    expect(model!.scale).toBe('identity');
    expect(estimate!.absolute!.value).toBeGreaterThan(1000);
  });

  it('reads weekly data without a weekly pattern', () => {
    const weekly = Array.from({ length: 104 + 13 }, (_, w) => simulatedSeries(7 * 117, { steps: [[728, 0.12]] }).slice(7 * w, 7 * w + 7).reduce((a, b) => a + b, 0));
    const { verdict, grain, placebo } = read(weekly, { grain: 'week', ship: 104, window: { from: 1, to: 13 } });
    expect([grain, verdict.status]).toEqual(['week', 'won']);
    expect(placebo!.origins).toBe(104 - 13 - 26 + 1);
  });

  it('throws on a window that is none', () => {
    expect(() => read(raised, { window: { from: 5, to: 2 } })).toThrow(RangeError);
    expect(() => read(raised, { ship: 2.5 })).toThrow(RangeError);
    expect(() => read(raised, { ship: 9999 })).toThrow(RangeError);
  });
});
