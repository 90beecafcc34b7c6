// What each rule of the audit is called, what it asks of an item, what it never claims, and what to ask people instead. Words only.
import type { RuleName } from '../domain/backlog/finding.ts';
import { REQUIREMENT_QUESTIONS } from '../domain/backlog/requirement.ts';

export interface RuleWords {
  readonly title: string;
  /** The question the rule answers. */
  readonly asks: string;
  readonly notClaimed: string;
}

export const RULE_WORDS: Readonly<Record<RuleName, RuleWords>> = {
  dinosaur: {
    title: 'Aged out', asks: 'When an item lies untouched this long, how often did this tracker ever finish one within the next year?',
    notClaimed: 'Not that the item has no value, nor that closing it speeds anything up. It is about items like it, not about it.',
  },
  outdated: {
    title: 'Outdated', asks: 'Does it speak of things that are gone: an old version, a person who left, a day long past?',
    notClaimed: 'Not that the problem is gone; only that its text has fallen behind.',
  },
  orphan: {
    title: 'No path to the goal', asks: 'Does anything lead from this item to the Product Goal: a problem, a bet, an epic, a rule?',
    notClaimed: 'Not that it is bad. It is unexplained, and explaining it may take one click.',
  },
  requirement: {
    title: 'A solution without its problem', asks: 'Does it name what to build before it says who is stuck on what?',
    notClaimed: 'Not that the solution is wrong, nor anything about whoever wrote it.',
  },
  hypothetical_scale: {
    title: 'Scale nobody measured', asks: 'Does it prepare for a load that no number shows?',
    notClaimed: 'Not that the load will never come; only that today’s peak is not written down.',
  },
  sub_threshold: {
    title: 'Too small to notice', asks: 'Would one person in one moment notice this gain in speed?',
    notClaimed: 'Not that it is worthless: costs, batteries and things done a hundred times a day are another matter.',
  },
  tech_debt: {
    title: 'Debt without its why', asks: 'Has anybody written down who feels this debt: users, the team, or both?',
    notClaimed: 'Not that it should be closed. The trade-off is the engineers’ to make.',
  },
  duplicate: {
    title: 'Says the same', asks: 'Does an older open item ask for the same thing?',
    notClaimed: 'Not that they are the same, nor that no others are. Only a reader can tell.',
  },
  output_goal: {
    title: 'A goal that ships', asks: 'Does the goal say what will be delivered instead of what will be different?',
    notClaimed: 'Not that the work is wrong; some deliverables are required by law.',
  },
  signoff: {
    title: 'Waiting for a sign-off', asks: 'How much of the time do items wait for somebody’s approval?',
    notClaimed: 'Not that approving is wrong, nor that anybody is slow.',
  },
  velocity: {
    title: 'Counting output', asks: 'Do the written updates speak of points and velocity more than of what changed for people?',
    notClaimed: 'Not what anybody thinks. It counts words, and it is the weakest rule.',
  },
};

/** Questions to ask people about a finding; none for rules that ask nothing of anybody. */
export const RULE_QUESTIONS: Readonly<Partial<Record<RuleName, readonly string[]>>> = {
  requirement: REQUIREMENT_QUESTIONS.map(({ question }) => question),
  hypothetical_scale: ['What is today’s peak?', 'Where does it break?', 'How fast does the peak grow?'],
  tech_debt: ['Who feels it today?', 'How many hours a month does it cost?', 'Which bet does it block?'],
  sub_threshold: ['How often does one person do this in one task?', 'What was measured, on which device?'],
  output_goal: ['What would people do differently once this is there?', 'How will you see it?'],
  orphan: ['Whose problem does it solve?', 'Which bet does it belong to?'],
};
