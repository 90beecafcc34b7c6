import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/random.ts';
import { forecastPath } from './forecast-path.ts';

function wandering(days: number, seed: number, level = 500): number[] {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let log = Math.log(level);
  return Array.from({ length: days }, () => {
    log += normal() * 0.003;
    return Math.exp(log + normal() * 0.03);
  });
}

describe('the path of a metric', () => {
  it('begins near its last level and grows less sure week by week', () => {
    const values = wandering(730, 3);
    const { weeks, reason } = forecastPath({ grain: 'day', values }, 26);
    const last = values.slice(-28).reduce((sum, value) => sum + value, 0) / 28;
    expect(reason).toBeUndefined();
    expect(weeks).toHaveLength(26);
    expect(Math.abs(weeks[0]!.mean / last - 1)).toBeLessThan(0.05);
    expect(weeks[25]!.sd).toBeGreaterThan(1.5 * weeks[0]!.sd);
  });

  it('covers what came about as often as it says, over many metrics', () => {
    let inside = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const values = wandering(420, seed);
      const { weeks } = forecastPath({ grain: 'day', values: values.slice(0, 364) }, 8);
      const came = values.slice(364 + 49, 364 + 56).reduce((sum, value) => sum + value, 0) / 7;
      if (Math.abs(came - weeks[7]!.mean) <= 1.96 * weeks[7]!.sd) inside++;
    }
    expect(inside).toBeGreaterThanOrEqual(52);
  });

  it('is the same in another unit', () => {
    const values = wandering(200, 5);
    const own = forecastPath({ grain: 'day', values }, 4).weeks;
    const cents = forecastPath({ grain: 'day', values: values.map((value) => value * 100) }, 4).weeks;
    own.forEach(({ mean, sd }, at) => {
      expect(cents[at]!.mean / mean).toBeCloseTo(100, 6);
      expect(cents[at]!.sd / sd).toBeCloseTo(100, 4);
    });
  });

  it('is not drawn from too little, or from what never moved', () => {
    expect(forecastPath({ grain: 'day', values: wandering(40, 1) }, 4)).toMatchObject({ weeks: [], reason: 'too-little-history' });
    expect(forecastPath({ grain: 'day', values: Array.from({ length: 200 }, () => 7) }, 4)).toMatchObject({ weeks: [], reason: 'no-variation' });
    expect(forecastPath({ grain: 'week', values: wandering(120, 2) }, 0).weeks).toEqual([]);
  });
});
