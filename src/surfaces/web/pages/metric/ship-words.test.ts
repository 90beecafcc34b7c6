import { describe, expect, it } from 'vitest';
import { betsToShip, inOrder, measuredWords, shipParts, type Bet, type Ship } from './ship-words.ts';

const ship = (parts: Partial<Ship>): Ship => ({ id: 'shp', key: 'S-1', title: 'Reason codes', shippedOn: '2026-08-18', answer: 'unasked', metrics: [], found: false, items: 0, createdAt: '', updatedAt: '', ...parts });
const bet = (parts: Partial<Bet>): Bet => ({ id: 'bet', key: 'B-1', claim: 'A reason code helps', state: 'open', stage: 'placed', terms: {} as Bet['terms'], missing: [], amendments: [], items: 0, createdAt: '', updatedAt: '', ...parts });

describe('ships', () => {
  it('could have been the bets that are placed and have none, the newest first', () => {
    const bets = [bet({ key: 'B-1', placedAt: '2026-01-01' }), bet({ key: 'B-2', stage: 'draft' }), bet({ key: 'B-3', placedAt: '2026-03-01' }), bet({ key: 'B-4', stage: 'shipped', ship: { id: 's', key: 'S-9', title: '', shippedOn: '2026-02-01' } })];
    expect(betsToShip(bets).map(({ key }) => key)).toEqual(['B-3', 'B-1']);
  });

  it('stand with the unanswered first, then by day', () => {
    const ships = [ship({ key: 'S-1', answer: 'bet' }), ship({ key: 'S-2', shippedOn: '2026-01-01' }), ship({ key: 'S-3', answer: 'no_bet', shippedOn: '2026-11-01' }), ship({ key: 'S-10', shippedOn: '2026-01-01' })];
    expect(inOrder(ships).map(({ key }) => key)).toEqual(['S-10', 'S-2', 'S-3', 'S-1']);
  });

  it('are counted in words', () => {
    expect(shipParts({ bets: 3, noBets: 1, unasked: 4 })).toBe('3 were bets, one was none, 4 are not answered yet');
    expect(shipParts({ bets: 1, noBets: 0, unasked: 0 })).toBe('one was a bet');
    expect([measuredWords({ measured: 0 }, 1), measuredWords({ measured: 0 }, 7), measuredWords({ measured: 1 }, 7), measuredWords({ measured: 2 }, 7)]).toEqual([
      'Its outcome is not measured yet', 'None of the 7 ships has a measured outcome yet', '1 of 7 ships has a measured outcome', '2 of 7 ships have a measured outcome',
    ]);
  });
});
