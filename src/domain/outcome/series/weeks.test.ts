import { expect, it } from 'vitest';
import { kindOf, meanEvents, toWeeks } from './weeks.ts';
import type { SeriesInput } from './input.ts';

const days = (count: number, value: (day: number) => number | null = () => 1): (number | null)[] => Array.from({ length: count }, (_, day) => value(day));
const base: SeriesInput = { grain: 'day', values: days(80), kind: 'count', ship: 38, window: { from: 1, to: 30 } };

it('ends the last week before the ship on the day before it, and begins again at the window', () => {
  const { input, firstDays } = toWeeks(base);
  expect(firstDays).toEqual([3, 10, 17, 24, 31, 38, 45, 52, 59]);
  expect(input).toMatchObject({ grain: 'week', ship: 5, rollout: 5, window: { from: 1, to: 4 } });
  expect(input.values).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 7]);
});

it('leaves as many empty weeks between ship and window as the rollout took', () => {
  const { input, firstDays } = toWeeks({ ...base, rollout: 48 });
  expect(input).toMatchObject({ ship: 5, rollout: 6 });
  expect(input.values[5]).toBeNull();
  expect(firstDays.slice(5, 7)).toEqual([38, 48]);
});

it('scales up a week with five days seen and leaves out one with four', () => {
  const { input } = toWeeks({ ...base, values: days(80, (day) => (day === 10 || day === 12 || (day >= 17 && day < 20) ? null : 1)) });
  expect(input.values.slice(0, 4)).toEqual([7, 7, null, 7]);
});

it('moves holidays and other ships to their weeks', () => {
  const { input } = toWeeks({ ...base, holidays: [{ kind: 'May Day', at: [12, 13, 50] }], otherShips: [1, 20, 44] });
  expect(input.holidays).toEqual([{ kind: 'May Day', at: [1, 6] }]);
  expect(input.otherShips).toEqual([2, 5]);
});

it('takes whole numbers for counts and anything with a denominator for a rate', () => {
  expect(kindOf({ values: [1, 2, null] })).toBe('count');
  expect(kindOf({ values: [1, 2.5] })).toBe('amount');
  expect(kindOf({ values: [1, 2], denominators: [5, 5] })).toBe('rate');
  expect(kindOf({ values: [1, 2], kind: 'amount' })).toBe('amount');
});

it('counts events per day before the ship only', () => {
  expect(meanEvents({ ...base, values: days(80, (day) => (day < 38 ? 2 : 900)) })).toBe(2);
  expect(meanEvents({ ...base, kind: 'amount' })).toBeNull();
});
