import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betAdds, byWeeks, cannotTell, fanOf, oddsWords, outlookTitle, type Outlook } from './outlook-words.ts';

const outlook: Outlook = {
  goal: 'gol_1', metric: 'met_1', series: { start: '2026-11-02', grain: 'week', values: [38, null, 40.3] }, target: 50, baseline: 31, startOn: '2026-11-09', endOn: '2026-12-01', unit: '%', direction: 'up',
  chance: 0.35, chanceWithoutBets: 0.1, weeks: [{ on: '2026-11-23', p05: 38, p25: 40, p50: 41, p75: 42, p95: 44 }, { on: '2026-11-30', p05: 39, p25: 43, p50: 48.4, p75: 50, p95: 54 }],
  bets: [{ bet: 'bet_1', key: 'B-1', claim: 'A code instead of a label', mean: 2.1, low: -0.3, high: 4.4 }], sentence: 'The chance of 50% is 35%.',
};

describe('a chance', () => {
  it('is said as odds, and as even where it is', () => {
    expect([0.35, 0.1, 0.5, 0.01, 0.99, 0.667].map(oddsWords)).toEqual(['about one chance in three', 'one chance in ten', 'even odds', 'less than one chance in thirty', 'more than 29 chances in thirty', 'two chances in three']);
  });

  it('is never said further than five points from what it is', () => {
    const shares: Readonly<Record<string, number>> = { 'one chance in twenty': 0.05, 'one chance in ten': 0.1, 'one chance in five': 0.2, 'one chance in four': 0.25, 'one chance in three': 1 / 3, 'two chances in five': 0.4, 'even odds': 0.5, 'three chances in five': 0.6, 'two chances in three': 2 / 3, 'three chances in four': 0.75, 'four chances in five': 0.8, 'nine chances in ten': 0.9, 'nineteen chances in twenty': 0.95 };
    fc.assert(fc.property(fc.double({ min: 0.031, max: 0.969, noNaN: true }), (chance) => {
      expect(Math.abs(shares[oddsWords(chance).replace('about ', '')]! - chance)).toBeLessThanOrEqual(0.0501);
    }));
  });
});

describe('the picture of the goal', () => {
  it('begins its fan at the last value, and ends it where the bets leave it', () => {
    const fan = fanOf(outlook, 'Refunds within 48 hours');
    expect(fan?.fan[0]).toEqual({ day: '2026-11-16', low80: 40.3, low50: 40.3, mid: 40.3, high50: 40.3, high80: 40.3 });
    expect(fan?.ends).toEqual([{ name: 'with the bets', short: 'bets', mid: 48.4, low: 39, high: 54, chance: 0.35, strong: true }]);
    expect([fan?.until, fan?.target?.label, fan?.baseline?.label]).toEqual(['2026-12-01', 'Target 50% by 1 Dec 2026', 'Baseline 31%']);
    expect(outlookTitle(outlook)).toBe('With the open bet it ends near 48.4%; the target is 50%');
  });

  it('has no fan where nothing can be said, and says what happened', () => {
    const { weeks: _weeks, chance: _chance, ...rest } = outlook;
    const without: Outlook = { ...rest, bets: [], reason: 'too-little-history', sentence: 'Cannot tell: the metric’s history is too short.' };
    expect([fanOf(without, 'M')?.fan, fanOf(without, 'M')?.ends]).toEqual([[], []]);
    expect(outlookTitle(without)).toBe('40.3% on 16 Nov 2026; the target is 50%');
    expect(cannotTell(without)).toBe('the metric’s history is too short.');
    expect(cannotTell({ ...without, reason: 'no-target', sentence: 'Say the target.' })).toBeUndefined();
    expect(fanOf({ ...without, series: { start: '2026-11-02', grain: 'week', values: [null] } }, 'M')).toBeUndefined();
  });

  it('goes by weeks counted back from the last value, and a week with hardly a value is a gap', () => {
    const days: Outlook = { ...outlook, series: { start: '2026-11-01', grain: 'day', values: [9, 9, 1, null, null, null, 4, null, 4, null, 5, 6, 7, 5, 6, 7, 6, null] } };
    expect(byWeeks(days)).toEqual([{ day: '2026-11-10', value: null }, { day: '2026-11-17', value: 6 }]);
    expect(byWeeks(outlook)).toHaveLength(3);
  });

  it('says what a bet adds with its sign and its range', () => {
    expect(betAdds(outlook.bets[0]!, '%')).toBe('+2.1 points (−0.3 to 4.4)');
  });
});
