// The PM's own order of bets: where a bet goes when it is moved, and how the two orders differ. Knows no screen.
import type { OutputOf } from '../../../../contract/index.ts';

export type Ranked = OutputOf<'bet.rank'>['ranked'][number];

/** The PM's order: those with a place of their own first, the rest behind in the order of worth. */
export function ownOrder(ranked: readonly Ranked[]): Ranked[] {
  return ranked.toSorted((a, b) => (a.ownPlace ?? Number.MAX_SAFE_INTEGER) - (b.ownPlace ?? Number.MAX_SAFE_INTEGER) || a.place - b.place);
}

/** The ids after the one at `at` moved by `step`; the same list when there is nowhere to go. */
export function moved(ids: readonly string[], at: number, step: 1 | -1): readonly string[] {
  const to = at + step;
  const [one, other] = [ids[at], ids[to]];
  if (one === undefined || other === undefined) return ids;
  return ids.map((id, index) => (index === at ? other : index === to ? one : id));
}

/** What the other order says of a bet: `yours: 3rd`, `the same in yours`. */
export function differenceWords(here: number, there: number | undefined, whose: 'yours' | 'by worth'): string {
  if (there === undefined) return whose === 'yours' ? 'no place in yours yet' : '';
  if (there === here) return 'the same in both';
  return `${whose === 'yours' ? 'yours' : 'by worth'}: ${ordinal(there)}`;
}

/** `1st`, `2nd`, `3rd`, `11th`, `21st`. */
export function ordinal(place: number): string {
  const last = place % 100 >= 11 && place % 100 <= 13 ? 0 : place % 10;
  return `${place}${last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}
