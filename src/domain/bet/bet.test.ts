import { describe, expect, it } from 'vitest';
import { addBet, changeBet, closeBet, reopenBet } from './bet.ts';

describe('a bet', () => {
  const bet = addBet({ claim: 'A reason code on the label spares shops a call', problem: 'prb_1' }, { goal: 'gol_2' }, 'gol_1');

  it('leads to its own goal, else to that of its problem, else to the active one', () => {
    expect(bet).toMatchObject({ state: 'open', goal: 'gol_2' });
    expect(addBet({ claim: 'x', goal: 'gol_3' }, { goal: 'gol_2' }, 'gol_1').goal).toBe('gol_3');
    expect(addBet({ claim: 'x' }, { goal: undefined }, 'gol_1').goal).toBe('gol_1');
  });

  it('keeps what a change leaves out, closes with a reason and opens again without one', () => {
    expect(changeBet(bet, { claim: 'y', problem: undefined })).toMatchObject({ claim: 'y', problem: 'prb_1' });
    const closed = closeBet(bet, 'Carriers print it already');
    expect(closed).toMatchObject({ state: 'closed', closedReason: 'Carriers print it already' });
    expect(reopenBet(closed)).toEqual(bet);
  });
});
