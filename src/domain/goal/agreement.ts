// What a stakeholder's back-brief must be: the goal in own words, so that a misreading shows before planning. Judges words, not people.
import { granted, refused, type Ruling } from '../kernel/ruling.ts';

/** Fewest words of a back-brief. */
export const BACK_BRIEF_WORDS = 12;
/** From this likeness to the goal's own sentence on, a back-brief is a copy. */
export const BACK_BRIEF_LIKENESS = 0.8;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words of any script in lower case, in order; also of those that write no blanks between them. */
export function wordsOf(text: string): string[] {
  return [...segmenter.segment(text.slice(0, 20_000))].filter((part) => part.isWordLike).map((part) => part.segment.toLowerCase());
}

/**
 * How alike two texts are by their distinct words: shared / all (Jaccard), 0 to 1; 0 when either has no words.
 * Example: "money back in two days" and "two days until money" share 3 of 6 words: 0.5.
 */
export function tokenLikeness(a: string, b: string): number {
  const left = new Set(wordsOf(a));
  const right = new Set(wordsOf(b));
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}

/** Refuses a back-brief under 12 words, or one that repeats the goal (likeness of 0.8 or more). Absent is allowed: it is asked for, not forced. */
export function readBackBrief(statement: string, backBrief: string | undefined): Ruling<string | undefined, 'agreement_backbrief_too_short' | 'agreement_backbrief_copied'> {
  if (backBrief === undefined) return granted(undefined);
  const count = wordsOf(backBrief).length;
  if (count < BACK_BRIEF_WORDS) return refused('agreement_backbrief_too_short', { least: BACK_BRIEF_WORDS, count });
  return tokenLikeness(statement, backBrief) >= BACK_BRIEF_LIKENESS ? refused('agreement_backbrief_copied') : granted(backBrief);
}

/** Only what was proposed or is active can be agreed to; asking is allowed of a draft. */
export function mayAgree(state: string, answer: 'yes' | 'no' | 'yes_but' | 'asked'): Ruling<true, 'goal_state_forbids'> {
  const open = state === 'proposed' || state === 'active' || (state === 'draft' && answer === 'asked');
  return open ? granted(true) : refused('goal_state_forbids', { state, action: 'agreed to' });
}
