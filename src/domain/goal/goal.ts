// The one Product Goal and its states: draft, proposed, active, then achieved, missed or abandoned. It refuses what would make
// two goals active or a goal unfit to agree to. It knows no store and no clock: days and the other active goal are handed in.
import type { Day, Instant } from '../kernel/instant.ts';
import { granted, refused, type Ruling } from '../kernel/ruling.ts';
import { voidAgreements, type Agreement } from './agreement.ts';

export const GOAL_STATES = ['draft', 'proposed', 'active', 'achieved', 'missed', 'abandoned'] as const;
export type GoalState = (typeof GOAL_STATES)[number];
export type GoalEnding = 'achieved' | 'missed' | 'abandoned';

/** What a goal says. A field that nobody filled in is absent; lists may be empty in a draft. */
export interface GoalFields {
  readonly statement: string;
  readonly metric?: string | undefined;
  readonly unit?: string | undefined;
  /** Value of the metric when the goal starts, in `unit`. */
  readonly baseline?: number | undefined;
  /** Value to reach by the end, in `unit`. */
  readonly target?: number | undefined;
  readonly startOn?: Day | undefined;
  readonly endOn?: Day | undefined;
  readonly guardrails?: readonly string[] | undefined;
  readonly notGoals?: readonly string[] | undefined;
  readonly problem?: string | undefined;
  readonly decides?: string | undefined;
  readonly givesWay?: string | undefined;
}

export interface Goal extends GoalFields {
  readonly state: GoalState;
  readonly guardrails: readonly string[];
  readonly notGoals: readonly string[];
  readonly agreements: readonly Agreement[];
  /** How often metric, dates or not-goals changed after the goal was proposed. */
  readonly changes: number;
  readonly closedReason?: string | undefined;
  readonly closedAt?: Instant | undefined;
}

export type GoalUnfit = 'goal_needs_metric' | 'goal_needs_dates' | 'goal_dates_reversed' | 'goal_needs_not_goal';

/** A draft may be as empty as one sentence; only dates that run backwards are refused. */
export function draftGoal(fields: GoalFields): Ruling<Goal, 'goal_dates_reversed'> {
  const reversed = datesReversed(fields);
  if (reversed) return reversed;
  return granted({ ...fields, notGoals: filled(fields.notGoals), guardrails: filled(fields.guardrails), state: 'draft', agreements: [], changes: 0 });
}

/** What a goal lacks before others can be asked to agree; undefined when nothing is. */
export function unfitToPropose(goal: GoalFields): { readonly ok: false; readonly refusal: { readonly code: GoalUnfit; readonly details?: Readonly<Record<string, unknown>> } } | undefined {
  if (!goal.metric?.trim() || goal.baseline === undefined || goal.target === undefined) return refused('goal_needs_metric');
  if (goal.startOn === undefined || goal.endOn === undefined) return refused('goal_needs_dates');
  return datesReversed(goal) ?? (filled(goal.notGoals).length === 0 ? refused('goal_needs_not_goal') : undefined);
}

/** Puts a draft before the stakeholders. Proposing a proposed goal changes nothing. */
export function proposeGoal(goal: Goal): Ruling<Goal, 'goal_state_forbids' | GoalUnfit> {
  if (goal.state === 'proposed') return granted(goal);
  if (goal.state !== 'draft') return forbidden(goal, 'proposed');
  return unfitToPropose(goal) ?? granted({ ...goal, state: 'proposed' });
}

/** Makes a proposed goal the one active goal. `active` is the product's active goal, if any; activating it again changes nothing. */
export function activateGoal(goal: Goal, active: Pick<Goal, 'statement'> | undefined): Ruling<Goal, 'goal_state_forbids' | 'goal_already_active' | GoalUnfit> {
  if (goal.state === 'active') return granted(goal);
  if (goal.state !== 'proposed') return forbidden(goal, 'activated');
  if (active) return refused('goal_already_active', { statement: active.statement });
  return unfitToPropose(goal) ?? granted({ ...goal, state: 'active' });
}

/** Achieved and missed end an active goal; any goal that is not closed may be abandoned. Always with a reason in words. */
export function closeGoal(goal: Goal, as: GoalEnding, reason: string, at: Instant): Ruling<Goal, 'goal_state_forbids' | 'goal_needs_reason'> {
  const open = goal.state === 'active' || (as === 'abandoned' && (goal.state === 'draft' || goal.state === 'proposed'));
  if (!open) return forbidden(goal, as);
  if (!/[\p{L}\p{N}]/u.test(reason)) return refused('goal_needs_reason');
  return granted({ ...goal, state: as, closedReason: reason.trim(), closedAt: at });
}

/** Takes a closing back: to active, or to draft where the goal lacks what an active goal needs. `active` is another active goal, if any. */
export function reopenGoal(goal: Goal, active: Pick<Goal, 'statement'> | undefined): Ruling<Goal, 'goal_state_forbids' | 'goal_already_active'> {
  if (goal.state === 'active') return granted(goal);
  if (!isClosed(goal)) return forbidden(goal, 'reopened');
  const { closedReason: _reason, closedAt: _at, ...rest } = goal;
  if (unfitToPropose(goal)) return granted({ ...rest, state: 'draft' });
  if (active) return refused('goal_already_active', { statement: active.statement });
  return granted({ ...rest, state: 'active' });
}

/**
 * Changes a goal that is not closed. A field left out stays; an explicit undefined stays too. When metric, unit, baseline, target, dates
 * or not-goals of a proposed or active goal change, every agreement given so far is void and the change is counted.
 * Example: the end moves from 2026-06-30 to 2026-09-30 in an active goal with two agreements: both void, changes 1.
 */
export function changeGoal(goal: Goal, change: Partial<GoalFields>): Ruling<Goal, 'goal_state_forbids' | GoalUnfit> {
  if (isClosed(goal)) return forbidden(goal, 'changed');
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<GoalFields>;
  const next: Goal = {
    ...goal, ...given,
    notGoals: given.notGoals ? filled(given.notGoals) : goal.notGoals,
    guardrails: given.guardrails ? filled(given.guardrails) : goal.guardrails,
  };
  if (goal.state === 'draft') return datesReversed(next) ?? granted(next);
  const unfit = unfitToPropose(next);
  if (unfit) return unfit;
  if (!changesTheContract(goal, next)) return granted(next);
  return granted({ ...next, changes: goal.changes + 1, agreements: voidAgreements(goal.agreements) });
}

/** True when what people agreed to is no longer what the goal says. */
export function changesTheContract(before: Goal, after: Goal): boolean {
  const facts = ['metric', 'unit', 'baseline', 'target', 'startOn', 'endOn'] as const;
  return facts.some((fact) => before[fact] !== after[fact]) || before.notGoals.join('\n') !== after.notGoals.join('\n');
}

export function isClosed(goal: Pick<Goal, 'state'>): boolean {
  return goal.state === 'achieved' || goal.state === 'missed' || goal.state === 'abandoned';
}

function datesReversed(goal: Pick<GoalFields, 'startOn' | 'endOn'>) {
  if (goal.startOn === undefined || goal.endOn === undefined || goal.startOn <= goal.endOn) return undefined;
  return refused('goal_dates_reversed', { start: goal.startOn, end: goal.endOn });
}

function filled(lines: readonly string[] | undefined): readonly string[] {
  return (lines ?? []).map((line) => line.trim()).filter((line) => line !== '');
}

function forbidden(goal: Goal, action: string) {
  return refused('goal_state_forbids', { state: goal.state, action });
}
