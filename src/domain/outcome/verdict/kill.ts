// The kill rule that was sealed with a bet: when a reading ends it early. Effects are in the good direction of the kill's own metric.
import type { Interval } from '../estimate.ts';
import type { Judged } from './rule.ts';

/** Clear: nothing. Warning: the estimate alone is below the threshold. Tripped: even the upper bound is. */
export type KillState = 'clear' | 'warning' | 'tripped';

/**
 * `interval` is the always-valid one of a randomised test, or the 99% calibrated one of a before/after reading at a review.
 * Example: [-4.0, -1.2] around -2.6 against a threshold of -1 trips it; [-4.0, 0.3] warns.
 */
export function killState({ value, high }: Interval, below: number): KillState {
  if (high !== null && high < below) return 'tripped';
  return value < below ? 'warning' : 'clear';
}

/** The `reason` of a verdict that a kill brought about. */
export const KILLED = 'killed';

/** A tripped kill resolves the bet as lost, unless the reading already puts the whole interval at or above the smallest effect that matters. */
export function settledByKill(kill: KillState, verdict: Judged): Judged {
  if (kill !== 'tripped' || verdict.status === 'won') return verdict;
  return { ...verdict, status: 'lost', sub: verdict.status === 'lost' ? verdict.sub : undefined, reason: KILLED };
}
