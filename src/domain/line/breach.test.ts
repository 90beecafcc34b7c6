import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import { standingOf } from './breach.ts';
import type { KindWeek } from './finding.ts';

const weeks = (minutes: readonly number[], confirmed = 1): KindWeek[] =>
  minutes.map((each, at) => ({ from: addDays('2026-09-28', 7 * at), minutes: each, confirmed: each * confirmed, low: each, high: each }));

describe('a breach', () => {
  it('needs a four-week mean over 1.25 budgets, three of four weeks over, and 60% confirmed', () => {
    const { state, finding } = standingOf('sales', 120, weeks([10, 180, 90, 200, 190]));
    expect(state).toBe('breach');
    expect(finding).toMatchObject({ value: 165, unit: 'minutes a week', grade: 'Measured', weeks: [{ over: true }, { over: false }, { over: true }, { over: true }] });
    expect(finding?.says).toBe('Sales took 2.8 hours a week over the last four; the line you drew is 2 hours. 3 weeks of the four were over it.');
    expect(finding?.wouldChange).toContain('A four-week mean of 2.5 hours or less');
    expect(standingOf('sales', 120, weeks([180, 90, 200, 190], 0.6)).finding?.grade).toBe('Estimated');
  });

  it('says what is missing for one where a kind is over its budget', () => {
    expect(standingOf('sales', 120, weeks([150, 150, 150, 150])).says).toBe('2.5 hours a week over four weeks; the line is 2 hours. No breach: the mean is not over 2.5 hours.');
    expect(standingOf('sales', 120, weeks([0, 0, 400, 400])).says).toContain('No breach: 2 weeks of the last four are over, not three.');
    expect(standingOf('sales', 120, weeks([200, 200, 200, 200], 0.59))).toMatchObject({ state: 'over', says: '3.3 hours a week over four weeks; the line is 2 hours. No breach: 59% is confirmed, not 60%.' });
    expect(standingOf('sales', 120, weeks([100, 100, 100, 100]))).toMatchObject({ state: 'within', says: '1.7 hours a week over four weeks; the line is 2 hours.' });
  });

  it('is not spoken of before four whole weeks, or without a budget', () => {
    expect(standingOf('sales', 120, weeks([900, 900, 900]))).toMatchObject({ state: 'few_weeks', says: '3 whole weeks on record; four are needed to say whether the line holds.' });
    expect(standingOf('sales', undefined, weeks([900, 900, 900, 900]))).toMatchObject({ state: 'no_budget' });
    expect(standingOf('sales', undefined, [])).toMatchObject({ mean: undefined, says: 'No whole week is on record yet.' });
    expect(standingOf('sales', 0, weeks([0, 0, 0, 0]))).toMatchObject({ state: 'within' });
  });

  it('never comes from one week', () => {
    const week = fc.integer({ min: 0, max: 3000 });
    fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), fc.array(week, { maxLength: 9 }), week, fc.nat(8), (budget, others, spike, place) => {
      const calm = others.map((each) => Math.min(each, budget));
      const at = Math.min(place, calm.length);
      expect(standingOf('sales', budget, weeks([...calm.slice(0, at), spike, ...calm.slice(at)])).finding).toBeUndefined();
    }));
  });

  it('rests only on the weeks it shows, three of which are over', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 4, maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (budget, minutes, confirmed) => {
      const { finding } = standingOf('sales', budget, weeks(minutes, confirmed));
      if (finding === undefined) return;
      expect(finding.weeks.filter(({ over }) => over).length).toBeGreaterThanOrEqual(3);
      expect(finding.weeks.map((each) => each.minutes)).toEqual(minutes.slice(-4));
      expect(confirmed).toBeGreaterThanOrEqual(0.6);
    }));
  });
});
