// The goal's form as typed text, and what it becomes: the input of an operation, the rule's refusals beside their fields.
import type { InputOf } from '../../../../contract/index.ts';
import { refusalSentence } from '../../../../contract/refusals.ts';
import { outputGoalFinding } from '../../../../domain/backlog/output-goal.ts';
import { defaultAuditSettings } from '../../../../domain/backlog/rule.ts';
import { changeGoal, draftGoal, goalIsComplete, type GoalTerms } from '../../../../domain/goal/goal.ts';
import type { Goal } from './goal-words.ts';

export const TEXT_FIELDS = ['statement', 'metric', 'unit', 'baseline', 'target', 'startOn', 'endOn', 'notGoals', 'guardrails', 'problem', 'decides', 'givesWay'] as const;
export type FieldName = (typeof TEXT_FIELDS)[number];
export type GoalText = Readonly<Record<FieldName, string>>;

const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value));

export function textOf(goal: Goal | undefined): GoalText {
  return {
    statement: text(goal?.statement), metric: text(goal?.metric), unit: text(goal?.unit), baseline: text(goal?.baseline), target: text(goal?.target),
    startOn: text(goal?.startOn), endOn: text(goal?.endOn), notGoals: (goal?.notGoals ?? []).join('\n'), guardrails: (goal?.guardrails ?? []).join('\n'),
    problem: text(goal?.problem), decides: text(goal?.decides), givesWay: text(goal?.givesWay),
  };
}

/** A number as people type it: `31`, `1,200`, `-0.5`, `31%`. Undefined for an empty field, NaN for anything else. */
export function numberIn(typed: string): number | undefined {
  const given = typed.trim().replace(/\s*%$/, '');
  if (given === '') return undefined;
  return /^[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[-+−]?\d+(?:\.\d+)?$/.test(given) ? Number(given.replaceAll(',', '').replace('−', '-')) : Number.NaN;
}

const lines = (typed: string): string[] => typed.split('\n').map((line) => line.replace(/^[-*•]\s*/, '').trim()).filter((line) => line !== '');
const words = (typed: string): string | undefined => typed.trim() || undefined;
const finite = (value: number | undefined): number | undefined => (value === undefined || Number.isNaN(value) ? undefined : value);

export function termsIn(typed: GoalText): GoalTerms {
  return {
    statement: typed.statement.trim(), metric: words(typed.metric), unit: words(typed.unit), baseline: finite(numberIn(typed.baseline)), target: finite(numberIn(typed.target)),
    startOn: words(typed.startOn), endOn: words(typed.endOn), notGoals: lines(typed.notGoals),
  };
}

/** What the operation is given. Fields left empty are left out of a draft and emptied by a change. */
export function inputIn(typed: GoalText): InputOf<'goal.draft'> {
  const { problem, decides, givesWay } = typed;
  const all = { ...termsIn(typed), notGoals: lines(typed.notGoals), guardrails: lines(typed.guardrails), problem: words(problem), decides: words(decides), givesWay: words(givesWay) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as InputOf<'goal.draft'>;
}

const CLEARABLE = ['metric', 'unit', 'baseline', 'target', 'startOn', 'endOn', 'problem', 'decides', 'givesWay'] as const;

export function changeIn(goal: Goal, typed: GoalText): InputOf<'goal.change'> {
  const input = inputIn(typed);
  const clear = CLEARABLE.filter((field) => input[field] === undefined && goal[field] !== undefined);
  return { ...input, goal: goal.id, ...(clear.length > 0 ? { clear } : {}) };
}

export interface Preview {
  /** Refusals by field, in the registry's sentences. */
  readonly errors: Partial<Record<FieldName, string>>;
  /** What the wording lacks; a hint, never a refusal. */
  readonly outputWording?: string | undefined;
  /** True when others agreed to something else than what is typed now. */
  readonly voids: boolean;
}

/** Runs the same rules as the server over what is typed. `goal` is the one being changed; undefined for a new draft. */
export function previewOf(goal: Goal | undefined, typed: GoalText): Preview {
  const terms = termsIn(typed);
  const errors: Partial<Record<FieldName, string>> = {};
  for (const field of ['baseline', 'target'] as const) if (Number.isNaN(numberIn(typed[field]))) errors[field] = 'A number is needed here, such as 40.';
  const dates = draftGoal(terms);
  if (!dates.ok) errors.endOn = refusalSentence(dates.refusal.code, dates.refusal.details);
  const change = goal === undefined ? undefined : changeGoal(goal.state, goal, terms);
  if (goal !== undefined && goal.state !== 'draft') {
    // The rule names one lack at a time; a form shows all of them, each beside its field.
    if (terms.notGoals.length === 0) errors.notGoals = refusalSentence('goal_needs_not_goal');
    const complete = goalIsComplete({ ...terms, notGoals: ['one'] });
    if (!complete.ok && complete.refusal.code === 'goal_needs_metric') {
      for (const field of (complete.refusal.details?.['missing'] ?? []) as FieldName[]) errors[field] ??= `A goal that is ${goal.state} needs this.`;
    }
  }
  if (change !== undefined && !change.ok && Object.keys(errors).length === 0) errors.statement = refusalSentence(change.refusal.code, change.refusal.details);
  return { errors, outputWording: outputGoalFinding(terms.statement, defaultAuditSettings)?.nextAction, voids: change?.ok === true && change.value.voidsAgreements };
}
