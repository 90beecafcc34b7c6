import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, answerWords, dayOfGoal, listed, missingWords, nextStep, standing, type Agreement, type Goal } from './goal-words.ts';

const goal: Goal = {
  id: 'goal_1', key: 'G-2', state: 'active', statement: 'A small shop’s customer has the money back in two days', metric: 'Refunded within 48 hours', unit: '%', baseline: 31, target: 50,
  startOn: '2026-09-01', endOn: '2027-02-28', notGoals: ['Exchanges'], guardrails: [], agreements: [], changes: 0, createdAt: '2026-08-20T09:00:00Z', updatedAt: '2026-08-20T09:00:00Z',
};
const said = (agreement: Partial<Agreement>): Agreement => ({ id: 'agr_1', stakeholder: 'Finance lead', answer: 'yes', on: '2026-10-30', voided: false, ...agreement });
const TODAY = '2026-11-20';

describe('the words of a goal', () => {
  it('put a sign close to its figure and a word apart from it', () => {
    expect([amount(31, '%'), amount(5, 'days'), amount(12000, undefined)]).toEqual(['31%', '5 days', '12,000']);
  });

  it('count the days of the goal with both ends', () => {
    expect(dayOfGoal(goal, TODAY)).toEqual({ day: 81, of: 181 });
    expect(dayOfGoal({ startOn: undefined, endOn: '2027-02-28' }, TODAY)).toBeUndefined();
    expect(dayOfGoal(goal, '2026-08-31')?.day).toBe(0);
  });

  it('never count a day past the goal while it lasts', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 181 }), (day) => {
      const at = dayOfGoal(goal, new Date(Date.UTC(2026, 7, 31) + day * 86_400_000).toISOString().slice(0, 10));
      expect(at).toEqual({ day, of: 181 });
    }));
  });

  it('say what was answered, with its condition and the age of a silence', () => {
    expect(answerWords(said({ answer: 'yes_but', condition: 'not at the cost of fraud checks' }), TODAY)).toBe('yes, but not at the cost of fraud checks');
    expect(answerWords(said({ answer: 'yes_but', condition: 'but only in spring' }), TODAY)).toBe('yes, but only in spring');
    expect(answerWords(said({ answer: 'asked' }), TODAY)).toBe('asked 21 days ago, no answer');
  });

  it('name everything a draft still needs', () => {
    expect(missingWords({ ...goal, baseline: undefined, endOn: undefined })).toBe('the baseline and the last day');
    expect(missingWords({ ...goal, notGoals: [] })).toBe('one thing it is not');
    expect(missingWords(goal)).toBeUndefined();
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('the answers that stand', () => {
  it('are the newest of each person, and one that still holds before one that was voided', () => {
    const agreements = [said({ id: 'a', voided: true }), said({ id: 'b', answer: 'asked', on: TODAY }), said({ id: 'c', stakeholder: 'Engineering lead', on: '2026-08-31' })];
    expect(standing({ agreements }).map(({ id }) => id)).toEqual(['c', 'b']);
  });
});

describe('the next step', () => {
  it('is to finish, propose, ask, activate, in this order', () => {
    expect(nextStep({ ...goal, state: 'draft', metric: undefined }, TODAY)).toMatchObject({ kind: 'finish' });
    expect(nextStep({ ...goal, state: 'draft' }, TODAY)).toEqual({ kind: 'propose' });
    expect(nextStep({ ...goal, state: 'proposed' }, TODAY)).toEqual({ kind: 'ask' });
    expect(nextStep({ ...goal, state: 'proposed', agreements: [said({})] }, TODAY)).toEqual({ kind: 'activate' });
  });

  it('of an active goal is to ask again after a week of silence, and to close it once its time is over', () => {
    expect(nextStep({ ...goal, agreements: [said({ answer: 'asked' })] }, TODAY)).toMatchObject({ kind: 'ask_again' });
    expect(nextStep({ ...goal, agreements: [said({ answer: 'asked', on: '2026-11-18' })] }, TODAY)).toEqual({ kind: 'lead' });
    expect(nextStep(goal, '2027-03-01')).toEqual({ kind: 'settle' });
  });
});
