import { describe, expect, test } from 'vitest';
import { NEVER, panelOf } from './panel.ts';

const unit = (name: string, treatedFrom: number | null, values: (number | null)[] = [1, 2, 3]) => ({ name, treatedFrom, values });
const faultOf = (input: Parameters<typeof panelOf>[0]) => {
  const ruling = panelOf(input);
  return ruling.ok ? undefined : ruling.refusal.code;
};

describe('laying out a panel', () => {
  test('a start between two periods is the later one, and a start after the last is never', () => {
    const ruling = panelOf({ periods: [2020, 2022, 2024], units: [unit('a', 2021), unit('b', 2030), unit('c', null)] });
    expect(ruling.ok && Array.from(ruling.value.start)).toEqual([1, NEVER, NEVER]);
  });

  test('months as texts are periods too', () => {
    const ruling = panelOf({ periods: ['2026-01', '2026-02', '2026-03'], units: [{ name: 'a', treatedFrom: '2026-03', values: [1, 2, 3] }, unit('b', null)] });
    expect(ruling.ok && Array.from(ruling.value.start)).toEqual([2, NEVER]);
  });

  test('units treated from the first period on are left out by name, and missing cells are counted', () => {
    const ruling = panelOf({ periods: [1, 2, 3], units: [unit('early', 1), unit('a', 2, [1, null, 3]), unit('b', null)] });
    expect(ruling.ok && [ruling.value.alwaysTreated, ruling.value.names, ruling.value.missing]).toEqual([['early'], ['a', 'b'], 1]);
  });

  test('weights are brought to a mean of one', () => {
    const ruling = panelOf({ periods: [1, 2, 3], units: [{ ...unit('a', 2), weight: 3 }, { ...unit('b', null), weight: 1 }] });
    expect(ruling.ok && Array.from(ruling.value.weight)).toEqual([1.5, 0.5]);
  });

  test('what cannot be meant is refused', () => {
    const units = [unit('a', 2), unit('b', null)];
    expect(faultOf({ periods: [1, 3, 2], units })).toBe('periods-out-of-order');
    expect(faultOf({ periods: [1, 2, 2], units })).toBe('periods-out-of-order');
    expect(faultOf({ periods: [1, 2, '3'], units })).toBe('periods-out-of-order');
    expect(faultOf({ periods: [1, 2, 3], units: [...units, unit('a', 3)] })).toBe('unit-twice');
    expect(faultOf({ periods: ['1', '2', '3'], units })).toBe('treated-from-unlike-periods');
    expect(faultOf({ periods: [1, 2, 3], units: [unit('a', Number.NaN), unit('b', null)] })).toBe('treated-from-unlike-periods');
    expect(faultOf({ periods: [1, 2], units })).toBe('values-do-not-match-periods');
    expect(faultOf({ periods: [1, 2, 3], units: [unit('a', 2, [1, Number.NaN, 3]), unit('b', null)] })).toBe('value-not-finite');
    expect(faultOf({ periods: [1, 2, 3], units: [{ ...unit('a', 2), weight: 0 }, { ...unit('b', null), weight: 1 }] })).toBe('weight-not-positive');
    expect(faultOf({ periods: [1, 2, 3], units: [{ ...unit('a', 2), weight: 2 }, unit('b', null)] })).toBe('weight-not-positive');
    expect(faultOf({ periods: [1, 2, 3], units: [unit('a', 2)] })).toBe('too-few-units');
  });
});
