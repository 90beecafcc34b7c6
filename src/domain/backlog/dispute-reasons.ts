// Why a finding may be wrong, rule by rule, in the words of the one who disputes it, and what such an answer does besides.
import { DUPLICATE_DISPUTES } from './duplicates.ts';
import type { RuleName } from './finding.ts';
import { HYPOTHETICAL_SCALE_DISPUTES } from './hypothetical-scale.ts';
import { OUTPUT_GOAL_DISPUTES } from './output-goal.ts';
import { REQUIREMENT_DISPUTES } from './requirement.ts';
import { SUB_THRESHOLD_DISPUTES } from './sub-threshold.ts';
import { TECH_DEBT_DISPUTES } from './tech-debt.ts';

/**
 * wake_on: the item sleeps until the day in the note. exclude_import: items created on the note's day leave the fit.
 * touch: the evidence in the note counts as a touch. allow_noun: the note's noun joins the allowed ones. link, declare_ktlo, revisit_goal:
 * the item's path to the goal. add_number: the note is a measured number.
 */
export type DisputeEffect = 'wake_on' | 'exclude_import' | 'touch' | 'allow_noun' | 'link' | 'declare_ktlo' | 'revisit_goal' | 'add_number';

export interface DisputeReason {
  readonly id: string;
  readonly sentence: string;
  readonly effect?: DisputeEffect;
  /** What the reason asks for, as a question; absent when it asks nothing. */
  readonly asks?: string;
}

type Extra = Partial<Record<string, Pick<DisputeReason, 'effect' | 'asks'>>>;

/** The rule's own reasons with what they do and ask. */
function withEffects(reasons: readonly DisputeReason[], extra: Extra): readonly DisputeReason[] {
  return reasons.map((reason) => ({ ...reason, ...extra[reason.id] }));
}

/** Every rule has at least two reasons; ids are unique within a rule. */
export const DISPUTE_REASONS: Readonly<Record<RuleName, readonly DisputeReason[]>> = {
  dinosaur: [
    { id: 'parked', sentence: 'It is parked on purpose.', effect: 'wake_on', asks: 'Until which day?' },
    { id: 'waiting', sentence: 'It waits on somebody outside.' },
    { id: 'history', sentence: 'The history is wrong: these items were imported.', effect: 'exclude_import', asks: 'On which day were they imported?' },
    { id: 'still_a_problem', sentence: 'It is still a problem.', effect: 'touch', asks: 'What is one piece of evidence?' },
  ],
  outdated: [
    { id: 'history', sentence: 'It speaks of the past on purpose.' },
    { id: 'still_holds', sentence: 'It still holds as it is written.' },
  ],
  orphan: [
    { id: 'links', sentence: 'It serves the goal.', effect: 'link', asks: 'Through which problem or bet?' },
    { id: 'ktlo', sentence: 'It keeps the lights on.', effect: 'declare_ktlo' },
    { id: 'goal_too_narrow', sentence: 'The goal is too narrow.', effect: 'revisit_goal' },
  ],
  requirement: withEffects(REQUIREMENT_DISPUTES, { domain_word: { effect: 'allow_noun', asks: 'Which word?' } }),
  hypothetical_scale: withEffects(HYPOTHETICAL_SCALE_DISPUTES, {
    real_growth: { effect: 'add_number', asks: 'What is today\u2019s peak, and where does it break?' },
    contract: { effect: 'add_number', asks: 'Which limit does the contract name?' },
  }),
  sub_threshold: withEffects(SUB_THRESHOLD_DISPUTES, { many_per_task: { effect: 'add_number', asks: 'How many times in one task?' } }),
  tech_debt: withEffects(TECH_DEBT_DISPUTES, { date: { asks: 'Which date?' }, known: { asks: 'Where is it written?' } }),
  duplicate: DUPLICATE_DISPUTES,
  output_goal: OUTPUT_GOAL_DISPUTES,
  signoff: [
    { id: 'not_a_gate', sentence: 'That state is not a sign-off.' },
    { id: 'away', sentence: 'I was away.' },
    { id: 'law', sentence: 'The law requires it.' },
  ],
  velocity: [
    { id: 'asked_for', sentence: 'I was asked for these numbers.' },
    { id: 'misread', sentence: 'The words mean something else here.' },
  ],
};
