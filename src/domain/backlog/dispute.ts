// The dispute loop: what an answer to a finding does, how far a rule is to be trusted, and when it is switched off by default.
// Knows rules and answers, not who gave them.
import { addDays, type Day } from '../kernel/instant.ts';
import { betaBelow } from '../kernel/statistics-beta.ts';
import type { Finding, RuleName } from './finding.ts';
import { DISPUTE_REASONS, type DisputeEffect, type DisputeReason } from './dispute-reasons.ts';

/** Prior agreement of two and disagreement of one (ours): a rule starts as more likely right than wrong. */
const PRIOR = { right: 2, wrong: 1 } as const;
const DEMOTE_FROM = 5;
const DEMOTE_ABOVE = 0.8;
const SNOOZE_DAYS = 90;

export type DisputeAnswer =
  | { readonly verdict: 'right' }
  /** `note` is what the reason asks for: a day, a number, a word. */
  | { readonly verdict: 'wrong'; readonly reason: string; readonly note?: string }
  /** Counts as agreement: the finding holds, it only sleeps. */
  | { readonly verdict: 'right_leave_it' };

export interface DisputeOutcome {
  /** Key that silences the finding until its evidence changes. */
  readonly suppress?: string;
  /** Key that silences it to the end of a day. */
  readonly snooze?: { readonly key: string; readonly until: Day };
  /** What else the reason does, with the note it was given. */
  readonly effect?: { readonly kind: DisputeEffect; readonly note?: string };
}

/** Undefined when the rule has no such reason. Example: `right_leave_it` on 2026-01-10 sleeps until 2026-04-10. */
export function settleDispute(finding: Pick<Finding, 'rule' | 'suppressionKey'>, answer: DisputeAnswer, on: Day): DisputeOutcome | undefined {
  if (answer.verdict === 'right') return {};
  if (answer.verdict === 'right_leave_it') return { snooze: { key: finding.suppressionKey, until: addDays(on, SNOOZE_DAYS) } };
  const reason = DISPUTE_REASONS[finding.rule].find((one: DisputeReason) => one.id === answer.reason);
  if (reason === undefined) return undefined;
  return {
    suppress: finding.suppressionKey,
    ...(reason.effect === undefined ? {} : { effect: { kind: reason.effect, ...(answer.note === undefined ? {} : { note: answer.note }) } }),
  };
}

export interface RuleTrust {
  readonly agreed: number;
  readonly answers: number;
  /** Mean of the posterior of the rule's precision, 0-1: (2 + agreed) / (3 + answers). */
  readonly precision: number;
  /** P(precision < 0.5), 0-1. */
  readonly probablyWrong: number;
  /** True from 5 answers on when `probablyWrong` is above 0.8: 0 of 5, 1 of 6, 2 of 8 or 3 of 10. The rule is then off by default. */
  readonly demoted: boolean;
}

/** Posterior Beta(2 + agreed, 1 + disagreed). Source: conjugate updating of a binomial share; the prior is ours. */
export function trustInRule(agreed: number, answers: number): RuleTrust {
  const a = PRIOR.right + agreed;
  const b = PRIOR.wrong + answers - agreed;
  const probablyWrong = betaBelow(0.5, 0.5, a, b);
  return { agreed, answers, precision: a / (a + b), probablyWrong, demoted: answers >= DEMOTE_FROM && probablyWrong > DEMOTE_ABOVE };
}

/** Counts answers per rule; the latest answer to one case (suppression key) stands, so a change of mind is not two votes. Answers in time order. */
export function tallyAnswers(answers: readonly { readonly rule: RuleName; readonly key: string; readonly verdict: DisputeAnswer['verdict'] }[]): Map<RuleName, RuleTrust> {
  const latest = new Map<string, { rule: RuleName; agreed: boolean }>();
  for (const { rule, key, verdict } of answers) latest.set(`${rule}\n${key}`, { rule, agreed: verdict !== 'wrong' });
  const counts = new Map<RuleName, { agreed: number; answers: number }>();
  for (const { rule, agreed } of latest.values()) {
    const count = counts.get(rule) ?? { agreed: 0, answers: 0 };
    counts.set(rule, { agreed: count.agreed + (agreed ? 1 : 0), answers: count.answers + 1 });
  }
  return new Map([...counts].map(([rule, count]) => [rule, trustInRule(count.agreed, count.answers)]));
}

/** Example: `You agreed with 2 of 8. This rule is off by default now; you can switch it on.` */
export function agreementSentence(trust: RuleTrust): string {
  if (trust.answers === 0) return 'You have not answered any of these yet.';
  const counted = `You agreed with ${trust.agreed} of ${trust.answers}.`;
  return trust.demoted ? `${counted} This rule is off by default now; you can switch it on.` : counted;
}
