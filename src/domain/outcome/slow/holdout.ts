// A group that stays without the change for a year: what it could show, and whether the two groups are still comparable.
// The effect itself is read as a randomised test. Knows no users.
import type { Check } from '../estimate.ts';
import { normalSf } from '../numerics/normal.ts';

/** Users kept back unless told otherwise. */
export const USUAL_SHARE = 0.05;
/** 1.96 + 0.84: seen with a chance of 80% at 5%, two-sided. */
const REACH = 2.8;
const ATTRITION_ALARM = 0.001;

export interface HoldoutPlan {
  readonly holdout: number;
  readonly rest: number;
  /** The smallest difference of means it shows with a chance of 80%, in the unit of `sd`. */
  readonly detectable: number;
}

/**
 * detectable = 2.8 sd sqrt(1 / nH + 1 / nT). `users` 2 or more, `sd` of one user's metric over the year, `share` between 0 and 1.
 * Example: 100,000 users, sd 40, 5% held out: 5,000 against 95,000 shows 1.63 or more.
 */
export function planHoldout(users: number, sd: number, share = USUAL_SHARE): HoldoutPlan {
  const holdout = Math.min(users - 1, Math.max(1, Math.round(users * share)));
  const rest = users - holdout;
  return { holdout, rest, detectable: REACH * sd * Math.sqrt(1 / holdout + 1 / rest) };
}

/**
 * The share to hold out so that `difference` is detectable: the smaller root of x (1 - x) = (2.8 sd / difference)^2 / users.
 * Undefined when even half of the users would not do. Example: 100,000 users, sd 40, difference 1.63 asks for 5.0%.
 */
export function shareToDetect(users: number, sd: number, difference: number): number | undefined {
  const product = ((REACH * sd) / difference) ** 2 / users;
  // Half of the users is the most that helps, and asking for exactly that must not fail by rounding.
  return product > 0.25 * (1 + 1e-12) ? undefined : (1 - Math.sqrt(Math.max(0, 1 - 4 * product))) / 2;
}

/** Users assigned to an arm and those of them no longer seen. */
export interface ArmLoss {
  readonly assigned: number;
  readonly lost: number;
}

/** Shares lost are 0 to 1. The check refuses: where more leave one arm than the other, those who stay are no longer comparable. */
export interface Attrition {
  readonly holdout: number;
  readonly rest: number;
  readonly check: Check;
}

/**
 * Two shares with a pooled variance, two-sided; p below 0.001 refuses. Example: 300 of 5,000 lost against 4,200 of 95,000 is 6.0% against
 * 4.4%, z = 5.25: refused.
 */
export function attritionOf(holdout: ArmLoss, rest: ArmLoss): Attrition {
  const [own, other] = [holdout.lost / holdout.assigned, rest.lost / rest.assigned];
  const pooled = (holdout.lost + rest.lost) / (holdout.assigned + rest.assigned);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / holdout.assigned + 1 / rest.assigned));
  const p = error === 0 ? 1 : 2 * normalSf(Math.abs(own - other) / error);
  return { holdout: own, rest: other, check: { id: 'attrition-differs', ok: p >= ATTRITION_ALARM, value: p, limit: ATTRITION_ALARM, refuses: true } };
}
