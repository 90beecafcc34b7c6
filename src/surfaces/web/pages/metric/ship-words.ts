// What the pages say of ships: which bet one was, which bets it could have been, and the share that was measured. Knows no screen.
import type { OutputOf } from '../../../../contract/index.ts';
import { count, counted } from '../../data/words.ts';

export type Ship = OutputOf<'ship.list'>['ships'][number];
export type Ships = OutputOf<'ship.list'>;
export type Bet = OutputOf<'bet.list'>['bets'][number];

/** Bets a ship may have been: placed, not settled, without a ship of their own; the newest first. */
export function betsToShip(bets: readonly Bet[]): Bet[] {
  return bets.filter((bet) => bet.stage === 'placed' && bet.ship === undefined).toSorted((a, b) => (b.placedAt ?? '').localeCompare(a.placedAt ?? ''));
}

/** Asked before answered, then the newest first. */
export function inOrder(ships: readonly Ship[]): Ship[] {
  return ships.toSorted((a, b) => Number(b.answer === 'unasked') - Number(a.answer === 'unasked') || b.shippedOn.localeCompare(a.shippedOn) || b.key.localeCompare(a.key, 'en', { numeric: true }));
}

/** `3 were bets, 2 were none, 4 are not answered yet`. */
export function shipParts({ bets, noBets, unasked }: Pick<Ships, 'bets' | 'noBets' | 'unasked'>): string {
  const parts = [
    bets > 0 && (bets === 1 ? 'one was a bet' : `${count(bets)} were bets`),
    noBets > 0 && `${noBets === 1 ? 'one was' : `${count(noBets)} were`} none`,
    unasked > 0 && `${unasked === 1 ? 'one is' : `${count(unasked)} are`} not answered yet`,
  ].filter((part) => part !== false);
  return parts.join(', ');
}

/** `No outcome of the 7 ships was measured`, `2 of 7 ships have a measured outcome`. */
export function measuredWords({ measured }: Pick<Ships, 'measured'>, all: number): string {
  if (measured === 0) return all === 1 ? 'Its outcome is not measured yet' : `None of the ${count(all)} ships has a measured outcome yet`;
  return `${count(measured)} of ${counted(all, 'ship')} ${measured === 1 ? 'has' : 'have'} a measured outcome`;
}
