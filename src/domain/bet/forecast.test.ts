import { describe, expect, it } from 'vitest';
import { scoredForecasts, spreadOf, visibleForecasts, type Forecast } from './forecast.ts';

const FORECASTS: readonly Forecast[] = [{ member: 'ada', probability: 0.3, at: 1 }, { member: 'bo', probability: 0.8, at: 2 }, { member: 'ada', probability: 0.4, at: 5 }];

describe('forecasts', () => {
  it('are hidden and only counted until one’s own is given, and open once the bet has shipped', () => {
    expect(visibleForecasts(FORECASTS, 'cy', false)).toEqual({ seen: [], hidden: 2 });
    expect(visibleForecasts(FORECASTS, 'bo', false).seen.map(({ probability }) => probability)).toEqual([0.4, 0.8]);
    expect(visibleForecasts(FORECASTS, 'cy', true).seen).toHaveLength(2);
  });

  it('are scored by the last one before the ship', () => {
    expect(scoredForecasts(FORECASTS, 4).map(({ probability }) => probability)).toEqual([0.3, 0.8]);
    expect(scoredForecasts(FORECASTS, undefined).map(({ probability }) => probability)).toEqual([0.4, 0.8]);
    expect(scoredForecasts(FORECASTS, 1)).toEqual([]);
  });

  it('name the two who lie furthest apart, and nobody when there is one', () => {
    expect(spreadOf(FORECASTS)).toMatchObject({ points: 0.5, low: { member: 'ada' }, high: { member: 'bo' } });
    expect(spreadOf(FORECASTS.slice(0, 1))).toBeUndefined();
  });
});
