import { describe, expect, it } from 'vitest';
import type { Claim } from '../estimate.ts';
import { simulatedSeries } from '../testing/simulated-series.ts';
import type { SeriesInput } from './input.ts';
import { readSeries } from './read-series.ts';

const CLAIM: Claim = { direction: 'up', scale: 'relative', minEffect: 0.03, alpha: 0.05 };
const SHIP = 300;
const DAYS = SHIP + 30;
const market = simulatedSeries(DAYS, { seed: 31, wander: 0.015, noise: 0.005 });
const follower = simulatedSeries(DAYS, { seed: 32, wander: 0.001, noise: 0.01, follows: market, share: 0.8 });

function read(values: readonly (number | null)[], more: Partial<SeriesInput> = {}) {
  return readSeries({ grain: 'day', values, kind: 'amount', ship: SHIP, window: { from: 1, to: 30 }, ...more }, CLAIM);
}

describe('controls', () => {
  it('make the interval much narrower when they share what moves the metric, and raise the grade to C', () => {
    const [alone, beside] = [read(follower), read(follower, { controls: [{ name: 'Market', values: market }] })];
    expect(beside.estimate).toMatchObject({ grade: 'C', method: 'before-after-with-controls' });
    expect(beside.model!.standardError).toBeLessThan(0.6 * alone.model!.standardError);
    expect(Math.abs(beside.model!.effect)).toBeLessThan(3 * beside.model!.standardError);
  });

  it('give the same answer in any order', () => {
    const second = simulatedSeries(DAYS, { seed: 33 });
    const [a, b] = [{ name: 'Market', values: market }, { name: 'Second', values: second }];
    const [one, other] = [read(follower, { controls: [a, b] }), read(follower, { controls: [b, a] })];
    expect(other.model!.effect).toBeCloseTo(one.model!.effect, 7);
    expect(other.model!.standardError).toBeCloseTo(one.model!.standardError, 7);
    expect(other.placebo!.kappa2).toBeCloseTo(one.placebo!.kappa2, 5);
  });

  it('are dropped with a warning when the ship moved them too', () => {
    const moved = simulatedSeries(DAYS, { seed: 34, wander: 0.0005, noise: 0.01, steps: [[SHIP, 0.2]] });
    const reading = read(follower, { controls: [{ name: 'Sister', values: moved }] });
    expect(reading.warnings).toContain('control-moved-by-ship:Sister');
    expect(reading.controls[0]).toMatchObject({ name: 'Sister', kept: false });
    expect(reading.estimate!.grade).toBe('D');
    expect(reading.model).toEqual(read(follower).model);
  });

  it('may miss days, which then count for neither', () => {
    const holed = market.map((value, t) => (t === 150 || t === 310 ? null : value));
    const reading = read(follower, { controls: [{ name: 'Market', values: holed }] });
    expect(reading.missing).toEqual({ history: 1, window: 1 });
    expect(reading.estimate!.grade).toBe('C');
  });

  it('that never vary are left out', () => {
    const reading = read(follower, { controls: [{ name: 'Flat', values: follower.map(() => 7) }] });
    expect(reading.warnings).toEqual(['control-does-not-vary:Flat']);
    expect(reading.estimate!.grade).toBe('D');
  });
});

describe('other ships', () => {
  const stepped = simulatedSeries(640 + 30, { seed: 41, wander: 0.0005, steps: [[634, 0.1]] });
  const atDay640 = (otherShips: readonly number[]) => readSeries({ grain: 'day', values: stepped, kind: 'amount', ship: 640, window: { from: 1, to: 30 }, otherShips }, CLAIM);

  it('before this one take their own step out of its effect', () => {
    expect(Math.abs(atDay640([634]).model!.effect)).toBeLessThan(0.03);
    expect(atDay640([]).model!.effect).toBeGreaterThan(0.05);
  });

  it('keep placebos off the windows they fall in', () => {
    expect(atDay640([]).placebo!.origins - atDay640([400]).placebo!.origins).toBe(30);
  });

  it('count as noise when too few past windows are without one', () => {
    const crowded = Array.from({ length: 30 }, (_, i) => 20 * (i + 1));
    const reading = atDay640(crowded);
    expect(reading.warnings).toEqual(['other-ships-as-noise']);
    expect(reading.model).toEqual(atDay640([]).model);
  });
});

describe('holidays', () => {
  const at = [40, 130, 220, 310];
  const values = simulatedSeries(DAYS, { seed: 51, noise: 0.01, wander: 0.0005 }).map((value, t) => (at.includes(t) ? value * 0.6 : value));

  it('are learnt from two past ones and taken out of the window', () => {
    const reading = read(values, { holidays: [{ kind: 'Bank holiday', at }] });
    expect(reading.calendar).toHaveLength(1);
    expect(reading.calendar[0]!.value).toBeCloseTo(Math.log(0.6), 1);
    expect(reading.model!.standardError).toBeLessThan(read(values).model!.standardError);
  });

  it('that fall in the window and were not seen twice before are named', () => {
    expect(read(values, { holidays: [{ kind: 'Jubilee', at: [40, 310] }] }).warnings).toEqual(['holiday-not-learnt:Jubilee']);
  });
});
