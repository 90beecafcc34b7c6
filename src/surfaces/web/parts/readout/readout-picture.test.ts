import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../domain/kernel/instant.ts';
import type { CounterfactualData } from '../../charts/outcome/counterfactual.ts';
import { againstBar, effectMeasure, nearShip, notableDays } from './readout-picture.ts';
import type { Readout } from './readout-words.ts';

const SHIP = '2026-01-01';
const series = (before: number, after: number): CounterfactualData => ({
  metric: 'Sample', measure: { as: 'number', unit: '' }, grain: 'day', level: 0.95, ship: { day: SHIP, name: 'the ship' }, otherShips: [{ day: addDays(SHIP, -400), name: 'long ago' }], expected: [],
  actual: Array.from({ length: before + after }, (_, at) => ({ day: addDays(SHIP, at - before), value: at })),
});

describe('the part of a series that is drawn', () => {
  it('is all of a short one', () => {
    const short = series(60, 30);
    expect(nearShip(short, addDays(SHIP, 29))).toEqual({ data: short });
  });

  it('leaves out the far past, with the ships in it, and says from when it is drawn', () => {
    const { data, from, until } = nearShip(series(700, 95), addDays(SHIP, 90));
    expect(from).toBe(addDays(SHIP, -144));
    expect(until).toBeUndefined();
    expect(data.actual[0]?.day).toBe(from);
    expect(data.otherShips).toEqual([]);
  });

  it('ends soon after the window of an early review that is looked at late', () => {
    const { data, until } = nearShip(series(300, 400), addDays(SHIP, 30));
    expect(until).toBe(addDays(SHIP, 45));
    expect(data.actual.at(-1)?.day).toBe(until);
  });
});

describe('the days that open', () => {
  const point = (day: string, actual: number | null) => ({ day, side: 'window' as const, actual, expected: 10, low: 8, high: 12 });

  it('are the ends of the window and its extremes, each once and only where both are known', () => {
    const points = [point('2026-01-01', 99), point('2026-01-02', 11), point('2026-01-03', 15), point('2026-01-04', null), point('2026-01-05', 7), point('2026-01-06', 12)];
    expect(notableDays(points, { from: '2026-01-02', to: '2026-01-06' }).map(({ day, why }) => `${day} ${why}`)).toEqual([
      '2026-01-02 the first day of the window', '2026-01-03 the farthest above what was expected', '2026-01-05 the farthest below, or the least above it', '2026-01-06 the last day of the window',
    ]);
    expect(notableDays([point('2026-01-02', null)], { from: '2026-01-01', to: '2026-01-09' })).toEqual([]);
  });
});

describe('the interval against bar and promise', () => {
  const readout = { good: { value: 0.083, low: 0.074, high: 0.092 }, minEffect: 0.03, scale: 'relative', unit: '%', report: { verdict: { status: 'won' } } } as unknown as Readout;

  it('is drawn in per cent with both, good when it lies past zero', () => {
    const plot = againstBar(readout, { low: 0.02, high: 0.14 });
    expect(plot?.rows[0]?.low).toBeCloseTo(7.4, 9);
    expect(plot?.rows[0]).toMatchObject({ mid: 8.3, high: 9.2, tone: 'good' });
    expect(plot?.bar).toEqual({ value: 3, label: 'bar +3%' });
    expect(plot?.promised?.label).toBe('you promised 2 to 14%');
  });

  it('wears no colour where a verdict is withheld', () => {
    expect(againstBar({ ...readout, report: { verdict: { status: 'refused' } } } as Readout, undefined)?.rows[0]?.tone).toBe('plain');
  });

  it('is not drawn without two ends', () => {
    expect(againstBar({ ...readout, good: { value: 1, low: null, high: 2 } }, undefined)).toBeUndefined();
    expect(againstBar({ ...readout, good: undefined }, undefined)).toBeUndefined();
  });

  it('counts differences of per cents in points', () => {
    expect(effectMeasure({ scale: 'absolute', unit: '%' })).toEqual({ as: 'number', unit: ' points' });
    expect(effectMeasure({ scale: 'absolute', unit: 'ms' })).toEqual({ as: 'number', unit: ' ms' });
  });
});
