// Every reason a verdict can be withheld, as stable codes, and which of them only mean that it is too early.
// The sentences are in reason-sentences.ts.

/** Of randomised tests. */
const RANDOMISED = [
  'sample-ratio-mismatch', 'too-few-units', 'too-few-events-per-arm', 'too-few-days', 'exposure-after-outcome', 'no-relative-effect',
  'depends-on-few-customers', 'users-affect-each-other', 'no-variation', 'one-arm',
] as const;

/** Of one series before and after. */
const SERIES = [
  'too-few-events', 'two-bets-share-this-window', 'too-little-history', 'no-placebo-history', 'placebo-intervals-do-not-cover', 'placebo-bias',
  'missing-data', 'unknown-ship-date', 'window-not-over', 'no-absolute-effect',
] as const;

/** Of units or markets, staggered. */
const PANEL = [
  'too-few-controls', 'too-few-pre-periods', 'no-treated-unit', 'design-cannot-reach-level', 'pre-trend-differs', 'poor-pre-fit', 'methods-disagree-in-sign',
] as const;

/** Of slow consequences. */
const SLOW = ['attrition-differs', 'too-few-past-tests'] as const;

export const REASONS = [...RANDOMISED, ...SERIES, ...PANEL, ...SLOW] as const;

export type ReasonCode = (typeof REASONS)[number];

const TOO_EARLY: ReadonlySet<string> = new Set<ReasonCode>(['too-few-units', 'too-few-events-per-arm', 'too-few-days', 'window-not-over']);

/** True when only more time or more units are missing: the status is then `too-early`, not `refused`. */
export function isTooEarly(reason: string): boolean {
  return TOO_EARLY.has(reason);
}

const KNOWN: ReadonlySet<string> = new Set(REASONS);

export function isReasonCode(reason: string): reason is ReasonCode {
  return KNOWN.has(reason);
}
