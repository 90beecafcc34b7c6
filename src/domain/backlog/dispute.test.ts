import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISPUTE_REASONS } from './dispute-reasons.ts';
import { agreementSentence, settleDispute, tallyAnswers, trustInRule } from './dispute.ts';
import { RULES } from './finding.ts';

describe('when a rule is switched off by default', () => {
  test.each([[0, 5], [1, 6], [2, 8], [3, 10]])('agreeing with %d of %d switches it off', (agreed, answers) => {
    expect(trustInRule(agreed, answers).demoted).toBe(true);
  });

  test.each([[0, 4], [1, 5], [2, 7], [3, 9], [6, 8], [4, 10]])('agreeing with %d of %d does not', (agreed, answers) => {
    expect(trustInRule(agreed, answers).demoted).toBe(false);
  });

  test('the worked example of docs/formulas/dispute.md: 2 of 8 gives Beta(4, 7)', () => {
    const trust = trustInRule(2, 8);
    expect(trust.precision).toBeCloseTo(4 / 11, 12);
    expect(trust.probablyWrong).toBeCloseTo(0.828, 3);
    expect(agreementSentence(trust)).toBe('You agreed with 2 of 8. This rule is off by default now; you can switch it on.');
    expect(agreementSentence(trustInRule(6, 8))).toBe('You agreed with 6 of 8.');
  });

  test('one more agreement never lowers the trust in a rule', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(59), (answers, raw) => {
      const agreed = raw % answers;
      expect(trustInRule(agreed + 1, answers).probablyWrong).toBeLessThan(trustInRule(agreed, answers).probablyWrong + 1e-12);
    }));
  });
});

describe('what an answer does', () => {
  const finding = { rule: 'dinosaur', suppressionKey: 'dinosaur|RET-1|2014-03-02' } as const;

  test('wrong silences the case and carries what the reason asked for', () => {
    expect(settleDispute(finding, { verdict: 'wrong', reason: 'parked', note: '2026-06-01' }, '2026-01-10')).toEqual({
      suppress: finding.suppressionKey, effect: { kind: 'wake_on', note: '2026-06-01' },
    });
    expect(settleDispute(finding, { verdict: 'wrong', reason: 'waiting' }, '2026-01-10')).toEqual({ suppress: finding.suppressionKey });
  });

  test('right but leave it sleeps ninety days and right does nothing', () => {
    expect(settleDispute(finding, { verdict: 'right_leave_it' }, '2026-01-10')).toEqual({ snooze: { key: finding.suppressionKey, until: '2026-04-10' } });
    expect(settleDispute(finding, { verdict: 'right' }, '2026-01-10')).toEqual({});
  });

  test('a reason that the rule does not have is refused', () => {
    expect(settleDispute(finding, { verdict: 'wrong', reason: 'parent' }, '2026-01-10')).toBeUndefined();
  });

  test('every rule has at least two reasons, each with its own id', () => {
    for (const rule of RULES) {
      const ids = DISPUTE_REASONS[rule].map((reason) => reason.id);
      expect(ids.length).toBeGreaterThanOrEqual(2);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('a change of mind is one answer, and leaving it counts as agreement', () => {
    const trust = tallyAnswers([
      { rule: 'dinosaur', key: 'a', verdict: 'right' }, { rule: 'dinosaur', key: 'a', verdict: 'wrong' },
      { rule: 'dinosaur', key: 'b', verdict: 'right_leave_it' }, { rule: 'orphan', key: 'a', verdict: 'right' },
    ]);
    expect(trust.get('dinosaur')).toMatchObject({ agreed: 1, answers: 2 });
    expect(trust.get('orphan')).toMatchObject({ agreed: 1, answers: 1 });
  });
});
