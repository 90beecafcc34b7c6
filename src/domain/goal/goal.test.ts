import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayAgree, readBackBrief, tokenLikeness, wordsOf } from './agreement.ts';
import { activateGoal, changeGoal, closeGoal, draftGoal, GOAL_STATES, proposeGoal, reopenGoal, withdrawGoal, type GoalTerms } from './goal.ts';

const whole: GoalTerms = {
  statement: 'A small shop’s customer has the money back in two days', metric: 'Refunded within 48 hours', unit: '%', baseline: 31, target: 50,
  startOn: '2026-09-01', endOn: '2027-02-28', notGoals: ['Exchanges'],
};

describe('a goal', () => {
  it('may be drafted with nothing but a sentence, though never backwards in time', () => {
    expect(draftGoal({ startOn: undefined, endOn: undefined }).ok).toBe(true);
    expect(draftGoal({ startOn: '2026-02-01', endOn: '2026-01-31' })).toMatchObject({ ok: false, refusal: { code: 'goal_dates_reversed', details: { end: '2026-01-31' } } });
  });

  it('needs a metric from and to, dates, and one thing it is not before it is proposed', () => {
    expect(proposeGoal('draft', whole)).toEqual({ ok: true, value: 'proposed' });
    expect(proposeGoal('draft', { ...whole, notGoals: [] })).toMatchObject({ refusal: { code: 'goal_needs_not_goal' } });
    for (const missing of ['metric', 'baseline', 'target', 'startOn', 'endOn'] as const) {
      expect(proposeGoal('draft', { ...whole, [missing]: undefined })).toMatchObject({ refusal: { code: 'goal_needs_metric' } });
    }
  });

  it('is refused while another is active, by that goal’s sentence', () => {
    expect(activateGoal('proposed', whole, undefined)).toEqual({ ok: true, value: 'active' });
    expect(activateGoal('proposed', whole, 'Launch the portal')).toMatchObject({ refusal: { code: 'goal_already_active', details: { statement: 'Launch the portal' } } });
    expect(activateGoal('active', whole, undefined).ok).toBe(true);
    expect(reopenGoal('missed', 'Launch the portal')).toMatchObject({ refusal: { code: 'goal_already_active' } });
  });

  it('is closed once, with a reason, and only an active one was achieved or missed', () => {
    expect(closeGoal('active', 'missed', 'The carrier changed its tariff')).toEqual({ ok: true, value: 'missed' });
    expect(closeGoal('active', 'missed', '  ')).toMatchObject({ refusal: { code: 'goal_needs_reason' } });
    expect(closeGoal('draft', 'achieved', 'done')).toMatchObject({ refusal: { code: 'goal_state_forbids' } });
    expect(closeGoal('draft', 'abandoned', 'no longer ours').ok).toBe(true);
    expect(closeGoal('abandoned', 'abandoned', 'again')).toMatchObject({ refusal: { code: 'goal_state_forbids' } });
  });

  it('takes a proposal or an activation back, never an ending', () => {
    expect(withdrawGoal('active', 'proposed')).toEqual({ ok: true, value: 'proposed' });
    expect(withdrawGoal('proposed', 'draft')).toEqual({ ok: true, value: 'draft' });
    expect(withdrawGoal('draft', 'proposed')).toMatchObject({ refusal: { code: 'goal_state_forbids' } });
    expect(withdrawGoal('missed', 'draft')).toMatchObject({ refusal: { code: 'goal_state_forbids' } });
  });

  it('counts a change of metric, dates or not-goals once others were asked, and never a change of wording', () => {
    expect(changeGoal('active', whole, { ...whole, target: 45 })).toEqual({ ok: true, value: { voidsAgreements: true } });
    expect(changeGoal('active', whole, { ...whole, notGoals: ['Exchanges', 'Wholesale'] })).toEqual({ ok: true, value: { voidsAgreements: true } });
    expect(changeGoal('active', whole, { ...whole, statement: 'Money back in two days' })).toEqual({ ok: true, value: { voidsAgreements: false } });
    expect(changeGoal('draft', whole, { ...whole, target: 45 })).toEqual({ ok: true, value: { voidsAgreements: false } });
    expect(changeGoal('active', whole, { ...whole, target: undefined })).toMatchObject({ refusal: { code: 'goal_needs_metric' } });
  });

  it('never becomes active from a closed state by any rule but taking the closing back', () => {
    fc.assert(fc.property(fc.constantFrom(...GOAL_STATES), fc.boolean(), (state, complete) => {
      const ruling = activateGoal(state, complete ? whole : { ...whole, metric: undefined }, undefined);
      if (['achieved', 'missed', 'abandoned'].includes(state)) expect(ruling.ok).toBe(false);
      else expect(ruling.ok).toBe(complete || state === 'active');
    }));
  });
});

describe('a back-brief', () => {
  const brief = 'We stop checking every parcel twice, so that people who send something back see their money within about forty eight hours';
  it('says the goal in own words, twelve or more of them', () => {
    expect(readBackBrief(whole.statement, brief).ok).toBe(true);
    expect(readBackBrief(whole.statement, 'Faster refunds, yes')).toMatchObject({ refusal: { code: 'agreement_backbrief_too_short', details: { count: 3 } } });
    expect(readBackBrief(whole.statement, `${whole.statement}, for`)).toMatchObject({ refusal: { code: 'agreement_backbrief_copied' } });
    expect(readBackBrief(whole.statement, undefined).ok).toBe(true);
  });

  it('is measured by distinct words, the same from both sides, in any script', () => {
    expect(tokenLikeness('money back in two days', 'two days until money')).toBe(0.5);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(tokenLikeness(a, b)).toBe(tokenLikeness(b, a));
      expect(tokenLikeness(a, b)).toBeGreaterThanOrEqual(0);
      expect(tokenLikeness(a, b)).toBeLessThanOrEqual(1);
    }));
  });

  it('counts the words of a script that writes no blanks', () => {
    expect(wordsOf('返品の理由を当日に店舗へ伝え、電話をなくす').length).toBeGreaterThanOrEqual(8);
  });

  it('can be given to what was proposed; a draft can only be asked about', () => {
    expect(mayAgree('proposed', 'yes').ok).toBe(true);
    expect(mayAgree('draft', 'asked').ok).toBe(true);
    expect(mayAgree('draft', 'yes').ok).toBe(false);
    expect(mayAgree('missed', 'yes').ok).toBe(false);
  });
});
