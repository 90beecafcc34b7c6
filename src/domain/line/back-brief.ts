// What the back-brief of a hand-off must be: what is taken over, in the other's own words. Judges words, not people.
import { BACK_BRIEF_LIKENESS, BACK_BRIEF_WORDS, tokenLikeness, wordsOf } from '../goal/agreement.ts';
import { granted, refused, type Ruling } from '../kernel/ruling.ts';

/** Refused under twelve words, or where it repeats any of `texts`, what the brief says, nearly word for word. */
export function mayAcknowledge(texts: readonly string[], backBrief: string): Ruling<true, 'hand_off_back_brief_short' | 'hand_off_back_brief_copied'> {
  const count = wordsOf(backBrief).length;
  if (count < BACK_BRIEF_WORDS) return refused('hand_off_back_brief_short', { least: BACK_BRIEF_WORDS, count });
  return texts.some((text) => tokenLikeness(text, backBrief) >= BACK_BRIEF_LIKENESS) ? refused('hand_off_back_brief_copied') : granted(true);
}
