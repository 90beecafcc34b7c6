// A bet as a plain record between goal and backlog: a claim that leads to a problem or straight to a goal.
// It knows no probability, seal or readout yet.
import type { Problem } from '../problem/problem.ts';

export interface BetFields {
  readonly claim: string;
  /** Id of the problem it answers. */
  readonly problem?: string | undefined;
  /** Id of the goal it leads to. */
  readonly goal?: string | undefined;
}

export interface Bet extends BetFields {
  readonly state: 'open' | 'closed';
  readonly closedReason?: string | undefined;
}

/** A new, open bet. It leads to the goal it names, else to its problem's, else to the active one, else to none yet. */
export function addBet(fields: BetFields, problem: Pick<Problem, 'goal'> | undefined, activeGoal: string | undefined): Bet {
  return { ...fields, goal: fields.goal ?? problem?.goal ?? activeGoal, state: 'open' };
}

/** A field left out stays as it was; a closed bet may still be reworded. */
export function changeBet(bet: Bet, change: Partial<BetFields>): Bet {
  return { ...bet, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
}

/** Nothing new can lead to a closed bet; what led to it stays. Closing it again replaces the reason. */
export function closeBet(bet: Bet, reason: string | undefined): Bet {
  return { ...bet, state: 'closed', closedReason: reason?.trim() || undefined };
}

export function reopenBet(bet: Bet): Bet {
  const { closedReason: _, ...rest } = bet;
  return { ...rest, state: 'open' };
}
