// What a review other than the sealed primary one may say. It never yields a verdict and never overwrites one.
import type { Judged } from './rule.ts';

export type EarlyWord = 'on-track' | 'off-track' | 'cannot-tell';
export type LaterWord = 'still-there' | 'fading' | 'cannot-tell';

/** Before the primary review: the rule taken early says on track where it would say won, off track where it would say lost. */
export function earlyWord(reading: Judged): EarlyWord {
  if (reading.status === 'won') return 'on-track';
  return reading.status === 'lost' ? 'off-track' : 'cannot-tell';
}

/** After a primary review that was won: is the claim still met, or is it now excluded? Undefined when nothing was won that could fade. */
export function laterWord(primary: Judged, reading: Judged): LaterWord | undefined {
  if (primary.status !== 'won') return undefined;
  if (reading.status === 'won') return 'still-there';
  return reading.status === 'lost' ? 'fading' : 'cannot-tell';
}
