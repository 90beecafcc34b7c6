// What a named stakeholder said to the goal, and whether a back-brief is in own words. A back-brief shows a misreading before the work;
// it is no signature, and nothing here claims more than that somebody answered.
import type { Day } from '../kernel/instant.ts';
import { granted, refused, type Ruling } from '../kernel/ruling.ts';

/** asked: put before them, not answered yet. */
export const AGREEMENT_ANSWERS = ['yes', 'no', 'yes_but', 'asked'] as const;
export type AgreementAnswer = (typeof AGREEMENT_ANSWERS)[number];

export interface AgreementFields {
  readonly stakeholder: string;
  readonly answer: AgreementAnswer;
  /** What a yes-but depends on. */
  readonly condition?: string | undefined;
  /** The goal in the stakeholder's own words. */
  readonly backBrief?: string | undefined;
  /** One thing they will not ask for meanwhile. */
  readonly willNotAsk?: string | undefined;
  readonly on: Day;
}

export interface Agreement extends AgreementFields {
  readonly id: string;
  /** True when the goal changed after the answer was given. */
  readonly voided: boolean;
}

/** What of a goal an agreement is about. */
export interface Agreeable {
  readonly state: string;
  readonly statement: string;
  readonly problem?: string | undefined;
  readonly agreements: readonly Agreement[];
}

/** A back-brief has at least this many words. Source: docs/formulas/goal-agreement.md. */
export const BACK_BRIEF_WORDS = 12;
/** Token likeness to the goal from which a back-brief is a copy. */
export const COPY_LIKENESS = 0.8;

/**
 * Records an answer on a proposed or active goal. A stakeholder has one standing answer: a later one replaces it and keeps its id.
 * Names are compared without case and outer blanks. `id` is used when the stakeholder has no standing answer yet.
 */
export function recordAgreement<G extends Agreeable>(
  goal: G, given: AgreementFields, id: string,
): Ruling<{ readonly goal: G; readonly agreement: Agreement; readonly replaced: boolean }, 'goal_state_forbids' | 'agreement_backbrief_too_short' | 'agreement_backbrief_copied'> {
  if (goal.state !== 'proposed' && goal.state !== 'active') return refused('goal_state_forbids', { state: goal.state, action: 'agreed to' });
  if (given.backBrief !== undefined && given.backBrief.trim() !== '') {
    const count = wordsIn(given.backBrief).length;
    if (count < BACK_BRIEF_WORDS) return refused('agreement_backbrief_too_short', { least: BACK_BRIEF_WORDS, count });
    const likeness = Math.max(wordLikeness(given.backBrief, goal.statement), goal.problem ? wordLikeness(given.backBrief, goal.problem) : 0);
    if (likeness >= COPY_LIKENESS) return refused('agreement_backbrief_copied', { likeness: Math.round(likeness * 100) / 100 });
  }
  const who = nameOf(given.stakeholder);
  const before = goal.agreements.find((one) => !one.voided && nameOf(one.stakeholder) === who);
  const agreement: Agreement = { ...given, id: before?.id ?? id, voided: false };
  const agreements = before ? goal.agreements.map((one) => (one === before ? agreement : one)) : [...goal.agreements, agreement];
  return granted({ goal: { ...goal, agreements }, agreement, replaced: before !== undefined });
}

/** Every answer given so far is void; who was only asked is still asked. */
export function voidAgreements(agreements: readonly Agreement[]): readonly Agreement[] {
  return agreements.map((one) => (one.answer === 'asked' || one.voided ? one : { ...one, voided: true }));
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words in lower case, also of scripts that write no blanks. */
export function wordsIn(text: string): string[] {
  return [...segmenter.segment(text.slice(0, 20_000))].filter((part) => part.isWordLike).map((part) => part.segment.toLowerCase());
}

/** Jaccard of the two word sets, 0-1. Example: the same sentence with one of 14 words replaced is 13 of 15, 0.87. */
export function wordLikeness(a: string, b: string): number {
  const one = new Set(wordsIn(a));
  const two = new Set(wordsIn(b));
  let both = 0;
  for (const word of one) if (two.has(word)) both++;
  const all = one.size + two.size - both;
  return all === 0 ? 0 : both / all;
}

function nameOf(stakeholder: string): string {
  return stakeholder.trim().replace(/\s+/g, ' ').toLowerCase();
}
