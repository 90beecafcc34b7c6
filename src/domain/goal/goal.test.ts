import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordAgreement, wordLikeness, wordsIn, type AgreementFields } from './agreement.ts';
import { activateGoal, changeGoal, closeGoal, draftGoal, proposeGoal, reopenGoal, type Goal, type GoalFields } from './goal.ts';

const fields: GoalFields = {
  statement: 'Shops know the same day why a parcel came back, without calling anybody', metric: 'returns that need a call', unit: '%', baseline: 31, target: 18,
  startOn: '2026-01-05', endOn: '2026-06-30', notGoals: ['New carriers'],
};
const value = <T>(ruling: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!ruling.ok) throw new Error(JSON.stringify(ruling.refusal));
  return ruling.value;
};
const draft = (over: Partial<GoalFields> = {}) => value(draftGoal({ ...fields, ...over }));
const proposed = (over: Partial<GoalFields> = {}) => value(proposeGoal(draft(over)));
const active = () => value(activateGoal(proposed(), undefined));
const yes = (over: Partial<AgreementFields> = {}): AgreementFields => ({ stakeholder: 'Head of operations', answer: 'yes', on: '2026-01-06', ...over });
const code = (ruling: { ok: boolean; refusal?: { code: string } }) => (ruling.ok ? 'granted' : ruling.refusal?.code);

describe('the goal', () => {
  it('starts as one sentence and refuses only dates that run backwards', () => {
    expect(value(draftGoal({ statement: 'Fewer calls' }))).toMatchObject({ state: 'draft', notGoals: [], changes: 0 });
    expect(draftGoal({ ...fields, startOn: '2026-07-01' })).toEqual({ ok: false, refusal: { code: 'goal_dates_reversed', details: { start: '2026-07-01', end: '2026-06-30' } } });
  });

  it.each([
    [{ metric: ' ' }, 'goal_needs_metric'], [{ baseline: undefined }, 'goal_needs_metric'], [{ target: undefined }, 'goal_needs_metric'],
    [{ endOn: undefined }, 'goal_needs_dates'], [{ notGoals: [' '] }, 'goal_needs_not_goal'], [{ baseline: 0 }, 'granted'],
  ] as [Partial<GoalFields>, string][])('may not be proposed without %j: %s', (over, expected) => {
    expect(code(proposeGoal(draft(over)))).toBe(expected);
  });

  it('is one at a time', () => {
    expect(activateGoal(proposed(), { statement: 'Another' })).toEqual({ ok: false, refusal: { code: 'goal_already_active', details: { statement: 'Another' } } });
    expect(code(activateGoal(draft(), undefined))).toBe('goal_state_forbids');
    expect(value(activateGoal(active(), { statement: fields.statement })).state).toBe('active');
  });

  it('closes as achieved or missed only when active, as abandoned any time, and always with a reason', () => {
    expect(code(closeGoal(proposed(), 'achieved', 'done', 1))).toBe('goal_state_forbids');
    expect(code(closeGoal(draft(), 'abandoned', 'changed our mind', 1))).toBe('granted');
    expect(code(closeGoal(active(), 'missed', ' - ', 1))).toBe('goal_needs_reason');
    const closed = value(closeGoal(active(), 'achieved', ' 18% since May ', 5));
    expect(closed).toMatchObject({ state: 'achieved', closedReason: '18% since May', closedAt: 5 });
    expect(code(changeGoal(closed, { target: 1 }))).toBe('goal_state_forbids');
    expect(code(closeGoal(closed, 'missed', 'no', 6))).toBe('goal_state_forbids');
  });

  it('can be taken back while no other goal is active', () => {
    const closed = value(closeGoal(active(), 'missed', 'late', 5));
    expect(value(reopenGoal(closed, undefined))).toEqual(active());
    expect(code(reopenGoal(closed, { statement: 'Another' }))).toBe('goal_already_active');
    expect(code(reopenGoal(proposed(), undefined))).toBe('goal_state_forbids');
    const thin = value(closeGoal(value(draftGoal({ statement: 'Fewer calls' })), 'abandoned', 'no', 1));
    expect(value(reopenGoal(thin, { statement: 'Another' })).state).toBe('draft');
  });

  it('voids agreements and counts a change when metric, dates or not-goals change, and only then', () => {
    const agreed = value(recordAgreement(active(), yes(), 'agr_1')).goal;
    const asked = value(recordAgreement(agreed, yes({ stakeholder: 'Sales lead', answer: 'asked' }), 'agr_2')).goal;
    for (const change of [{ target: 20 }, { baseline: 30 }, { metric: 'calls' }, { unit: 'calls' }, { endOn: '2026-09-30' }, { startOn: '2026-01-06' }, { notGoals: ['New carriers', 'Labels'] }]) {
      const changed = value(changeGoal(asked, change));
      expect(changed.changes).toBe(1);
      expect(changed.agreements.map((one) => one.voided)).toEqual([true, false]);
    }
    for (const change of [{ statement: 'Else' }, { givesWay: 'Labels' }, { target: 18 }, { notGoals: [' New carriers '] }, {}, { target: undefined }]) {
      expect(value(changeGoal(asked, change))).toMatchObject({ changes: 0, agreements: asked.agreements });
    }
    expect(value(changeGoal(draft(), { target: 2 })).changes).toBe(0);
    expect(code(changeGoal(active(), { notGoals: [] }))).toBe('goal_needs_not_goal');
  });

  it('never has more agreements standing after a change than before, and never an active goal that is unfit', () => {
    const change = fc.record({ target: fc.integer(), endOn: fc.constantFrom('2026-06-30', '2026-08-01', '2025-01-01'), notGoals: fc.array(fc.string(), { maxLength: 3 }), statement: fc.string() }, { requiredKeys: [] });
    fc.assert(fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
      let goal: Goal = value(recordAgreement(active(), yes(), 'agr_1')).goal;
      for (const one of changes) {
        const standing = goal.agreements.filter((agreement) => !agreement.voided).length;
        const ruling = changeGoal(goal, one);
        if (!ruling.ok) continue;
        goal = ruling.value;
        expect(goal.agreements.filter((agreement) => !agreement.voided).length).toBeLessThanOrEqual(standing);
        expect(goal.notGoals.length).toBeGreaterThan(0);
        expect(goal.startOn! <= goal.endOn!).toBe(true);
      }
    }));
  });
});

describe('an agreement', () => {
  it('is refused on a draft and on a closed goal', () => {
    expect(code(recordAgreement(draft(), yes(), 'a'))).toBe('goal_state_forbids');
    expect(code(recordAgreement(value(closeGoal(active(), 'missed', 'late', 1)), yes(), 'a'))).toBe('goal_state_forbids');
  });

  it('has one standing answer per stakeholder, and a voided one stays beside the new', () => {
    const first = value(recordAgreement(proposed(), yes({ answer: 'asked' }), 'agr_1'));
    const second = value(recordAgreement(first.goal, yes({ stakeholder: ' head of  Operations ', answer: 'yes_but', condition: 'not at the cost of fraud checks' }), 'agr_2'));
    expect(second).toMatchObject({ replaced: true, agreement: { id: 'agr_1', answer: 'yes_but' } });
    const changed = value(changeGoal(second.goal, { target: 20 }));
    expect(value(recordAgreement(changed, yes(), 'agr_3')).goal.agreements.map((one) => [one.id, one.voided])).toEqual([['agr_1', true], ['agr_3', false]]);
  });

  it('takes a back-brief of 12 own words and refuses a short one and a copy', () => {
    expect(recordAgreement(proposed(), yes({ backBrief: 'We tell shops why' }), 'a')).toEqual({ ok: false, refusal: { code: 'agreement_backbrief_too_short', details: { least: 12, count: 4 } } });
    expect(code(recordAgreement(proposed(), yes({ backBrief: `${fields.statement} please` }), 'a'))).toBe('agreement_backbrief_copied');
    expect(code(recordAgreement(proposed(), yes({ backBrief: 'A shop that gets goods back reads the reason on screen within hours and need not phone us' }), 'a'))).toBe('granted');
    expect(code(recordAgreement(proposed(), yes({ backBrief: '  ' }), 'a'))).toBe('granted');
  });

  it('counts words of scripts without blanks, and likeness as in the formula page', () => {
    expect(wordsIn('返品の理由を当日に店舗へ伝え、電話をなくす').length).toBeGreaterThanOrEqual(8);
    expect(wordLikeness('a b c d e f g h i j k l m n', 'a b c d e f g h i j k l m x')).toBeCloseTo(13 / 15, 9);
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      expect(wordLikeness(a, b)).toBe(wordLikeness(b, a));
      expect(wordLikeness(a, a)).toBe(wordsIn(a).length === 0 ? 0 : 1);
    }));
  });
});
