// What the goal page says, decided without a screen: amounts with their unit, the day of the goal, answers of stakeholders, the next step.
import type { OutputOf } from '../../../../contract/index.ts';
import { goalIsComplete } from '../../../../domain/goal/goal.ts';
import { daysBetween, startOfDay, type Day } from '../../../../domain/kernel/instant.ts';
import { refusalSentence } from '../../../../contract/refusals.ts';

export type Goal = OutputOf<'goal.list'>['goals'][number];
export type Agreement = Goal['agreements'][number];

/** A value with its unit: signs stand close, words apart. `amount(31, '%')` is `31%`, `amount(5, 'days')` is `5 days`, `amount(2, '€')` is `2 €`. */
export function amount(value: number, unit: string | undefined): string {
  const figure = value.toLocaleString('en', { maximumFractionDigits: 4 });
  if (unit === undefined || unit === '') return figure;
  return /^[%°]/.test(unit) ? `${figure}${unit}` : `${figure} ${unit}`;
}

/** Which day of the goal it is, both ends included. Below 1 before it starts, above `of` after its end; undefined without dates. */
export function dayOfGoal(goal: Pick<Goal, 'startOn' | 'endOn'>, today: Day): { readonly day: number; readonly of: number } | undefined {
  const [start, end, now] = [goal.startOn, goal.endOn, today].map((day) => (day === undefined ? undefined : startOfDay(day)));
  if (start === undefined || end === undefined || now === undefined) return undefined;
  return { day: daysBetween(start, now) + 1, of: daysBetween(start, end) + 1 };
}

export function statementOf(goal: Pick<Goal, 'statement'>): string {
  return goal.statement.trim().replace(/[.\s]+$/, '');
}

/** Past this many characters the sentence is the statement alone and the figures follow in the lede. */
export const SHORT_STATEMENT = 120;

const daysAgo = (from: Day, today: Day): number => daysBetween(startOfDay(from) ?? 0, startOfDay(today) ?? 0);

/** `yes`, `yes, but not at the cost of fraud checks`, `no`, `asked 21 days ago, no answer`. */
export function answerWords(agreement: Agreement, today: Day): string {
  const after = agreement.condition === undefined ? '' : `, ${agreement.answer === 'yes_but' ? 'but ' : ''}${agreement.condition.replace(/^but\s+/i, '')}`;
  switch (agreement.answer) {
    case 'yes': return `yes${after}`;
    case 'yes_but': return after === '' ? 'yes, but' : `yes${after}`;
    case 'no': return `no${after}`;
    case 'asked': {
      const days = daysAgo(agreement.on, today);
      return `asked ${days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`}, no answer`;
    }
  }
}

/** Agreements as they stand now: the newest of each person, voided ones marked: answers in the order they were given, then silence, the longest first. */
export function standing(goal: Pick<Goal, 'agreements'>): Agreement[] {
  const byPerson = new Map<string, Agreement>();
  for (const agreement of goal.agreements) {
    const before = byPerson.get(agreement.stakeholder);
    if (before === undefined || before.voided || !agreement.voided) byPerson.set(agreement.stakeholder, agreement);
  }
  return [...byPerson.values()].toSorted((a, b) => Number(a.answer === 'asked') - Number(b.answer === 'asked') || a.on.localeCompare(b.on) || a.stakeholder.localeCompare(b.stakeholder));
}

export function silent(goal: Pick<Goal, 'agreements'>): Agreement[] {
  return standing(goal).filter((one) => one.answer === 'asked' && !one.voided);
}

const FACTS: Readonly<Record<string, string>> = { metric: 'the metric’s name', baseline: 'the baseline', target: 'the target', startOn: 'the first day', endOn: 'the last day' };

/** What a goal still needs before it can be proposed, as the end of a sentence; undefined when nothing. The rule is the domain's. */
export function missingWords(terms: Parameters<typeof goalIsComplete>[0]): string | undefined {
  const complete = goalIsComplete(terms);
  if (complete.ok) return undefined;
  const { code, details } = complete.refusal;
  if (code === 'goal_needs_metric') return listed(((details?.['missing'] ?? []) as string[]).map((fact) => FACTS[fact] ?? fact));
  if (code === 'goal_needs_not_goal') return 'one thing it is not';
  return refusalSentence(code, details);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export type Step =
  | { readonly kind: 'finish'; readonly missing: string }
  | { readonly kind: 'propose' | 'activate' | 'ask' | 'settle' | 'lead' }
  | { readonly kind: 'ask_again'; readonly who: Agreement }
  | { readonly kind: 'next_goal' };

/** The one next step of a goal. Silence counts as an answer to ask for again after a week. */
export function nextStep(goal: Goal, today: Day): Step {
  if (goal.state === 'draft' || goal.state === 'proposed') {
    const missing = missingWords(goal);
    if (missing !== undefined) return { kind: 'finish', missing };
    if (goal.state === 'draft') return { kind: 'propose' };
    return standing(goal).length === 0 ? { kind: 'ask' } : { kind: 'activate' };
  }
  if (goal.state !== 'active') return { kind: 'next_goal' };
  const at = dayOfGoal(goal, today);
  if (at !== undefined && at.day > at.of) return { kind: 'settle' };
  const who = silent(goal)[0];
  if (who !== undefined && daysAgo(who.on, today) >= 7) return { kind: 'ask_again', who };
  if (standing(goal).length === 0) return { kind: 'ask' };
  return { kind: 'lead' };
}
