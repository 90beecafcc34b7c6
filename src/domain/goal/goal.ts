// The one Product Goal: which state may follow which, what a goal needs before others are asked, and what counts as a change.
import type { Day } from '../kernel/instant.ts';
import { granted, refused, type Ruling } from '../kernel/ruling.ts';

export const GOAL_STATES = ['draft', 'proposed', 'active', 'achieved', 'missed', 'abandoned'] as const;
export type GoalState = (typeof GOAL_STATES)[number];
/** How a goal ends: its metric arrived, did not arrive in time, or the goal was given up. */
export type GoalEnding = 'achieved' | 'missed' | 'abandoned';

export interface GoalTerms {
  readonly statement: string;
  readonly metric?: string | undefined;
  readonly unit?: string | undefined;
  readonly baseline?: number | undefined;
  readonly target?: number | undefined;
  readonly startOn?: Day | undefined;
  readonly endOn?: Day | undefined;
  readonly notGoals: readonly string[];
}

export type GoalIncomplete = 'goal_dates_reversed' | 'goal_needs_metric' | 'goal_needs_not_goal';

const CLOSED: readonly GoalState[] = ['achieved', 'missed', 'abandoned'];

/** Refuses a goal that ends before it starts; anything else may stand as a draft. */
export function draftGoal<T extends Pick<GoalTerms, 'startOn' | 'endOn'>>(terms: T): Ruling<T, 'goal_dates_reversed'> {
  const { startOn, endOn } = terms;
  return startOn !== undefined && endOn !== undefined && endOn < startOn ? refused('goal_dates_reversed', { start: startOn, end: endOn }) : granted(terms);
}

/** What a goal needs before anybody is asked to agree: a metric from and to, both dates in order, one thing it is not. */
export function goalIsComplete(terms: GoalTerms): Ruling<true, GoalIncomplete> {
  const missing = (['metric', 'baseline', 'target', 'startOn', 'endOn'] as const).filter((fact) => terms[fact] === undefined || terms[fact] === '');
  if (missing.length > 0) return refused('goal_needs_metric', { missing });
  const dates = draftGoal(terms);
  if (!dates.ok) return dates;
  return terms.notGoals.length === 0 ? refused('goal_needs_not_goal') : granted(true);
}

/** draft -> proposed. Proposing what is proposed already changes nothing. */
export function proposeGoal(state: GoalState, terms: GoalTerms): Ruling<'proposed', GoalIncomplete | 'goal_state_forbids'> {
  if (state !== 'draft' && state !== 'proposed') return refused('goal_state_forbids', { state, action: 'proposed' });
  const complete = goalIsComplete(terms);
  return complete.ok ? granted('proposed') : complete;
}

/**
 * draft or proposed -> active, one per product: `active` is the statement of the goal that is active now, if any other is.
 * Activating the active goal changes nothing. Source: Scrum Guide 2020, "fulfil (or abandon) one objective before taking on the next".
 */
export function activateGoal(state: GoalState, terms: GoalTerms, active: string | undefined): Ruling<'active', GoalIncomplete | 'goal_state_forbids' | 'goal_already_active'> {
  if (state === 'active') return granted('active');
  if (CLOSED.includes(state)) return refused('goal_state_forbids', { state, action: 'activated' });
  if (active !== undefined) return refused('goal_already_active', { statement: active });
  const complete = goalIsComplete(terms);
  return complete.ok ? granted('active') : complete;
}

/** Takes a step back: active -> proposed or draft, proposed -> draft. What others said stays on record. Going back to where it is changes nothing. */
export function withdrawGoal(state: GoalState, to: 'draft' | 'proposed'): Ruling<'draft' | 'proposed', 'goal_state_forbids'> {
  const steps: readonly GoalState[] = ['draft', 'proposed', 'active'];
  return steps.indexOf(state) >= steps.indexOf(to) ? granted(to) : refused('goal_state_forbids', { state, action: `made a ${to === 'draft' ? 'draft' : 'proposal'} again` });
}

/** Any open state -> an ending, with the reason in words. Only an active goal can be achieved or missed. */
export function closeGoal(state: GoalState, ending: GoalEnding, reason: string): Ruling<GoalEnding, 'goal_state_forbids' | 'goal_needs_reason'> {
  if (CLOSED.includes(state)) return refused('goal_state_forbids', { state, action: 'closed' });
  if (ending !== 'abandoned' && state !== 'active') return refused('goal_state_forbids', { state, action: ending });
  return reason.trim() === '' ? refused('goal_needs_reason') : granted(ending);
}

/** Takes a closing back: the goal is active again, unless another took its place. */
export function reopenGoal(state: GoalState, active: string | undefined): Ruling<'active', 'goal_state_forbids' | 'goal_already_active'> {
  if (!CLOSED.includes(state)) return refused('goal_state_forbids', { state, action: 'opened again' });
  return active === undefined ? granted('active') : refused('goal_already_active', { statement: active });
}

export interface GoalChange {
  /** True when what others agreed to is no longer what stands: agreements are voided and the change is counted. */
  readonly voidsAgreements: boolean;
}

/**
 * Changes the terms of a goal. Of a proposed or active goal, another metric, unit, baseline, target, date or not-goal counts as a
 * change; wording, problem and who decides do not. Refuses closed goals, and terms that would leave a proposed or active goal incomplete.
 */
export function changeGoal(state: GoalState, before: GoalTerms, after: GoalTerms): Ruling<GoalChange, GoalIncomplete | 'goal_state_forbids'> {
  if (CLOSED.includes(state)) return refused('goal_state_forbids', { state, action: 'changed' });
  const sound = state === 'draft' ? draftGoal(after) : goalIsComplete(after);
  if (!sound.ok) return sound;
  const promised = (terms: GoalTerms) => JSON.stringify([terms.metric, terms.unit, terms.baseline, terms.target, terms.startOn, terms.endOn, terms.notGoals]);
  return granted({ voidsAgreements: state !== 'draft' && promised(before) !== promised(after) });
}
