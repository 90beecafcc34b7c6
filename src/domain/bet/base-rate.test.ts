import { describe, expect, it } from 'vitest';
import { baseRates, type SettledBet } from './base-rate.ts';

const bets = (count: number, won: number, more: Partial<SettledBet> = {}): SettledBet[] => Array.from({ length: count }, (_, at) => ({ by: 'ada', won: at < won, ...more }));

describe('the record of bets like this one', () => {
  it('is what is published when there is no bet yet: a third, widely', () => {
    expect(baseRates([], 'ada', 'pricing')).toEqual([{ of: 'published', n: 0, won: 0, rate: 1 / 3, low: expect.closeTo(0.0253, 4) as number, high: expect.closeTo(0.7764, 4) as number }]);
  });

  it('goes from the nearest record to the widest', () => {
    const settled = [...bets(3, 1, { kind: 'pricing' }), ...bets(2, 2, { kind: 'pricing', by: 'bo' }), ...bets(4, 0, { kind: 'onboarding' })];
    expect(baseRates(settled, 'ada', 'pricing').map(({ of, n, won }) => [of, n, won])).toEqual([['mine_of_kind', 3, 1], ['ours_of_kind', 5, 3], ['mine', 7, 1], ['ours', 9, 3], ['published', 0, 0]]);
    expect(baseRates(settled, 'ada', undefined).map(({ of }) => of)).toEqual(['mine', 'ours', 'published']);
  });

  it('leans on the published third below eight bets and stands alone from eight on', () => {
    expect(baseRates(bets(7, 7), 'ada', undefined)[0]!.rate).toBeCloseTo(0.8, 10);
    expect(baseRates(bets(8, 8), 'ada', undefined)[0]!.rate).toBeCloseTo(8.5 / 9, 10);
    expect(baseRates(bets(10, 7), 'ada', undefined)[0]).toMatchObject({ rate: expect.closeTo(0.6818, 4) as number, low: expect.closeTo(0.4419, 4) as number, high: expect.closeTo(0.8827, 4) as number });
  });
});
