import { describe, expect, it } from 'vitest';
import { simulatedSeries } from '../testing/simulated-series.ts';
import { readSeries } from './read-series.ts';

const SHIP = 300;
const values = simulatedSeries(SHIP + 30, { steps: [[SHIP, Math.log(1.15)]] }).map((value, t) => (t === 310 ? null : value));
const reading = readSeries({ grain: 'day', values, kind: 'amount', ship: SHIP, window: { from: 1, to: 30 } }, { direction: 'up', scale: 'relative', minEffect: 0.03, alpha: 0.05 });
const { points, toDate } = reading.band!;

describe('the picture', () => {
  it('has one point a day, each with what was measured, what was to be expected, and how far that could be off', () => {
    expect(points.map(({ at }) => at)).toEqual(Array.from({ length: points.length }, (_, i) => points[0]!.at + i));
    for (const { at, actual, expected, low, high } of points) {
      expect(actual).toBe(values[at]);
      expect(low).toBeLessThan(expected);
      expect(high).toBeGreaterThan(expected);
    }
    expect(points.filter(({ side }) => side === 'window')).toHaveLength(30);
  });

  it('holds about 95% of the days before the ship and few of those after a rise of 15%', () => {
    const inside = (side: string): number => {
      const shown = points.filter((point) => point.side === side && point.actual !== null);
      return shown.filter(({ actual, low, high }) => actual! >= low && actual! <= high).length / shown.length;
    };
    expect(inside('before')).toBeGreaterThan(0.9);
    expect(inside('window')).toBeLessThan(0.2);
  });

  it('grows less sure the further it looks ahead', () => {
    const width = (at: number): number => { const { low, high, expected } = points.find((point) => point.at === at)!; return (high - low) / expected; };
    expect(width(SHIP + 29)).toBeGreaterThan(width(SHIP));
  });

  it('ends the effect to date at the effect of the whole window', () => {
    const last = toDate.at(-1)!;
    const { relative, absolute } = reading.estimate!;
    expect(last.relative).toEqual([relative!.value, relative!.low, relative!.high]);
    expect(last.absolute).toEqual([absolute!.value, absolute!.low, absolute!.high]);
    expect(toDate.map(({ at }) => at)).not.toContain(310);
    expect(toDate).toHaveLength(29);
  });
});
