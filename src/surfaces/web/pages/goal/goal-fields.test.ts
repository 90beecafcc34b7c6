import { describe, expect, it } from 'vitest';
import { changeIn, inputIn, numberIn, previewOf, textOf } from './goal-fields.ts';
import type { Goal } from './goal-words.ts';

const goal: Goal = {
  id: 'goal_1', key: 'G-2', state: 'active', statement: 'Money back in two days', metric: 'Refunded within 48 hours', unit: '%', baseline: 31, target: 50, startOn: '2026-09-01', endOn: '2027-02-28',
  notGoals: ['Exchanges'], guardrails: [], decides: 'The PM', agreements: [], changes: 0, createdAt: '2026-08-20T09:00:00Z', updatedAt: '2026-08-20T09:00:00Z',
};
const typed = textOf(goal);

describe('the goal’s form', () => {
  it('reads a number as people type it and nothing else', () => {
    expect([numberIn('31%'), numberIn('1,200.5'), numberIn('−3'), numberIn('')]).toEqual([31, 1200.5, -3, undefined]);
    expect([numberIn('1,2'), numberIn('fifty'), numberIn('1e9')]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('takes one not-goal a line, whatever mark it begins with', () => {
    expect(inputIn({ ...typed, notGoals: '- Exchanges\n\n• Wholesale ' }).notGoals).toEqual(['Exchanges', 'Wholesale']);
  });

  it('empties what was emptied and keeps what was not touched', () => {
    expect(changeIn(goal, { ...typed, decides: ' ' })).toMatchObject({ goal: 'goal_1', clear: ['decides'], metric: 'Refunded within 48 hours' });
    expect(changeIn(goal, typed).clear).toBeUndefined();
  });

  it('judges by the same rules as the server, every lack beside its field', () => {
    const { errors } = previewOf(goal, { ...typed, target: 'abc', endOn: '2026-01-01', notGoals: '' });
    expect(Object.keys(errors).toSorted()).toEqual(['endOn', 'notGoals', 'target']);
    expect(errors.endOn).toBe('The goal ends (2026-01-01) before it starts (2026-09-01).');
  });

  it('lets a draft stand with nothing but a sentence', () => {
    expect(previewOf(undefined, { ...textOf(undefined), statement: 'Money back in two days' }).errors).toEqual({});
  });

  it('says when others agreed to something else, and never for a change of wording', () => {
    expect(previewOf(goal, { ...typed, target: '45' }).voids).toBe(true);
    expect(previewOf(goal, { ...typed, statement: 'Refunds in two days' }).voids).toBe(false);
  });

  it('asks what users would do differently when the sentence names an output', () => {
    expect(previewOf(undefined, { ...textOf(undefined), statement: 'Launch the returns portal' }).outputWording).toBe('Ask: what would users do differently?');
  });
});
