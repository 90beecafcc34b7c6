// Whether a kind of work has outgrown its budget: a pattern of four weeks, never one. Judges minutes, not the person who spent them.
import { kindNamed, type Kind } from '../attention/kinds.ts';
import { confirmedShare, gradeOf, judged, meanOf, type KindWeek, type LineFinding } from './finding.ts';
import { counted, dayWords, percentWords, timeWords } from './words.ts';

export const BREACH_WEEKS = 4;
const BREACH_FACTOR = 1.25;
const BREACH_OVER = 3;
const BREACH_CONFIRMED = 0.6;

export interface Standing {
  readonly state: 'no_budget' | 'few_weeks' | 'within' | 'over' | 'breach';
  /** Mean of the weeks on record, at most the last four; undefined when there is none. */
  readonly mean: number | undefined;
  readonly weeks: readonly KindWeek[];
  /** Where it stands in words, with what is missing for a breach where it is over. */
  readonly says: string;
  readonly finding?: LineFinding;
}

/**
 * Breach: the four-week mean is over 1.25 x budget, and three weeks or more of the last four are over the budget, and 60% of the minutes
 * or more are confirmed. `weeks` are whole weeks on record, oldest first. Source: docs/formulas/line-breach.md.
 * Example: budget 120; 180, 90, 200, 190 with all confirmed: mean 165 > 150, three of four over: a breach.
 */
export function standingOf(kind: Kind, budget: number | undefined, all: readonly KindWeek[]): Standing {
  const weeks = all.slice(-BREACH_WEEKS);
  const mean = weeks.length === 0 ? undefined : meanOf(weeks.map(({ minutes }) => minutes));
  if (budget === undefined) return { state: 'no_budget', mean, weeks, says: mean === undefined ? 'No whole week is on record yet.' : `${timeWords(mean)} a week; no budget is set.` };
  const over = weeks.filter(({ minutes }) => minutes > budget);
  const confirmed = confirmedShare(weeks);
  if (weeks.length < BREACH_WEEKS) {
    return { state: 'few_weeks', mean, weeks, says: `${counted(weeks.length, 'whole week')} on record; four are needed to say whether the line holds.` };
  }
  const missing = [
    ...(mean! > BREACH_FACTOR * budget ? [] : [`the mean is not over ${timeWords(BREACH_FACTOR * budget)}`]),
    ...(over.length >= BREACH_OVER ? [] : [`${counted(over.length, 'week')} of the last four ${over.length === 1 ? 'is' : 'are'} over, not three`]),
    ...(confirmed !== undefined && confirmed >= BREACH_CONFIRMED ? [] : [`${percentWords(confirmed ?? 0)} is confirmed, not 60%`]),
  ];
  const stands = `${timeWords(mean!)} a week over four weeks; the line is ${timeWords(budget)}`;
  if (missing.length > 0) {
    const isOver = mean! > budget;
    return { state: isOver ? 'over' : 'within', mean, weeks, says: isOver ? `${stands}. No breach: ${missing.join('; ')}.` : `${stands}.` };
  }
  const says = `${kindNamed(kind).name} took ${timeWords(mean!)} a week over the last four; the line you drew is ${timeWords(budget)}. ${counted(over.length, 'week')} of the four ${over.length === 1 ? 'was' : 'were'} over it.`;
  return {
    state: 'breach', mean, weeks, says: `${stands}. ${counted(over.length, 'week')} of four over it.`,
    finding: {
      rule: 'breach', kind, says, value: Math.round(mean!), unit: 'minutes a week', grade: gradeOf(weeks), weeks: weeks.map((week) => judged(week, week.minutes > budget)), carries: [],
      notClaimed: 'That it should not have been done, or that anybody else neglected it.',
      wouldChange: `A four-week mean of ${timeWords(BREACH_FACTOR * budget)} or less, or two weeks of four within the line; the oldest of these begins ${dayWords(weeks[0]!.from)}. Or another budget.`,
      next: 'Decide on the pattern: move the budget, share it, hand it off, or decline it.',
    },
  };
}
