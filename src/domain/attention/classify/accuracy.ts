// How good the guesses are on this owner's calendar: said only from taps drawn at random, and only when there are twenty.
import { wilson } from '../../kernel/statistics-proportion.ts';
import type { Group } from '../kinds.ts';

/** One answer to a question drawn at random: the group that had been guessed, and the group it was. */
export interface RandomTap {
  /** Absent when nothing had been guessed; such a tap is no guess and counts neither way. */
  readonly guessed?: Group;
  readonly was: Group;
}

export interface OwnAccuracy {
  readonly taps: number;
  readonly right: number;
  /** Share of guessed minutes that may be in the wrong group: what error bars are made with. */
  readonly errorShare: number;
  readonly says: string;
}

const TAPS_NEEDED = 20;
/** Upper Wilson bound of the group error on 51 real meeting names with the first recipe; used until the owner's own taps say more. */
const ERROR_BEFORE = 0.41;

/** What may be said of the guesses. 16 right of 20 gives `16 of 20 guesses had the right group` and an error share of 0.416. */
export function ownAccuracy(taps: readonly RandomTap[]): OwnAccuracy {
  const guesses = taps.filter(({ guessed }) => guessed !== undefined);
  const right = guesses.filter(({ guessed, was }) => guessed === was).length;
  if (guesses.length < TAPS_NEEDED) {
    return { taps: guesses.length, right, errorShare: ERROR_BEFORE, says: 'These are guesses; we don’t know yet how good they are on your calendar.' };
  }
  const errorShare = wilson(guesses.length - right, guesses.length)[1];
  return { taps: guesses.length, right, errorShare, says: `${right} of ${guesses.length} guesses had the right group` };
}

/** Half the width of a share's error bar: 30% unconfirmed at an error share of .41 is 0.123. */
export function shareHalfWidth(errorShare: number, unconfirmedShare: number): number {
  return errorShare * unconfirmedShare;
}
