import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedWorth } from './worth.ts';
import { differenceWords, moved, ordinal, ownOrder, type Ranked } from './own-order.ts';

const row = (bet: string, place: number, ownPlace?: number): Ranked => ({ bet, place, ownPlace }) as Ranked;

describe('the PM’s own order', () => {
  it('keeps their places first and puts the rest behind in the order of worth', () => {
    expect(ownOrder([row('a', 1), row('b', 2, 2), row('c', 3, 1), row('d', 4)]).map(({ bet }) => bet)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('moves one bet past its neighbour, loses none, and goes back the way it came', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 9 }), fc.nat(8), (ids, at) => {
      const from = at % ids.length;
      const down = moved(ids, from, 1);
      expect([...down].toSorted()).toEqual([...ids].toSorted());
      expect(from === ids.length - 1 ? down : moved(down, from + 1, -1)).toEqual(ids);
    }));
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });

  it('says how the two orders differ', () => {
    expect([differenceWords(1, 3, 'yours'), differenceWords(2, 2, 'yours'), differenceWords(2, undefined, 'yours'), differenceWords(1, 2, 'by worth')]).toEqual(['yours: 3rd', 'the same in both', 'no place in yours yet', 'by worth: 2nd']);
    expect([1, 2, 3, 4, 11, 12, 13, 21].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st']);
  });
});

describe('what a bet is worth as stated', () => {
  it('is the mean of its effect at its value, less its cost, with the effect from which it pays', () => {
    const worth = statedWorth({ effectLow: 2, effectHigh: 20, valuePerUnit: 9, cost: 40 });
    expect(worth?.mean).toBeCloseTo(32.72, 2);
    expect(worth?.low).toBeCloseTo(-22, 6);
    expect(worth?.high).toBeCloseTo(140, 6);
    expect(worth?.pays).toBeCloseTo(40 / 9, 9);
  });

  it('is not guessed while anything is missing or contradicts itself', () => {
    expect(statedWorth({ effectLow: 2, effectHigh: 20, valuePerUnit: 9, cost: undefined })).toBeUndefined();
    expect(statedWorth({ effectLow: 20, effectHigh: 2, valuePerUnit: 9, cost: 1 })).toBeUndefined();
    expect(statedWorth({ effectLow: 2, effectHigh: 20, valuePerUnit: 0, cost: 1 })?.pays).toBeUndefined();
  });
});
