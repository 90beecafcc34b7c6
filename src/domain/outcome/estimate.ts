// What every method of the outcome engine takes and gives: the claim, the estimate with its checks, the verdict.
// It knows no method, no clock and no file.

/** `relative` effects are fractions: 0.03 is +3%. `absolute` effects are in the metric's own unit. */
export type Scale = 'absolute' | 'relative';

export type Direction = 'up' | 'down';

/** A stated or predicted effect. Log-normal parameters are on the natural log scale. */
export type Distribution =
  | { readonly kind: 'point'; readonly x: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly kind: 'mixture'; readonly parts: readonly (readonly [weight: number, part: Distribution])[] };

/** How far a method can be trusted: A randomised, B staggered or synthetic control, C before/after with controls, D before/after alone. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** One gate or warning of a method. `refuses` says whether a failed check forbids a verdict. */
export interface Check {
  readonly id: string;
  readonly ok: boolean;
  readonly value: number;
  readonly limit: number;
  readonly refuses: boolean;
}

/** An effect with its interval on one scale. `low` or `high` is null where the interval has no bound. */
export interface Interval {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * What a method found. Effects keep the metric's own sign; "good" is decided by the claim's direction.
 * `scaleSd` and `df` describe the t distribution of the effect on the scale the verdict is taken on.
 */
export interface Estimate {
  readonly method: string;
  readonly grade: Grade;
  /** Confidence of the intervals, 0 to 1. */
  readonly level: number;
  readonly absolute?: Interval | undefined;
  readonly relative?: Interval | undefined;
  /** Standard error on the model's scale; null degrees of freedom mean normal. */
  readonly standardError: number;
  readonly df: number | null;
  /** True when the model works on the natural log: `standardError` is then that of log(1 + relative effect). */
  readonly logScale?: boolean | undefined;
  readonly checks: readonly Check[];
  readonly warnings: readonly string[];
}

export type Status = 'won' | 'lost' | 'inconclusive' | 'refused' | 'too-early';

export type VerdictSub = 'met' | 'harmful' | 'real-but-below-bar' | 'no-sign-of-it' | 'positive-size-unknown' | 'direction-unknown';

/** `reason` is a stable code such as `placebo-intervals-do-not-cover`; present when refused or too early. `pAtLeastMin` is P(effect >= the smallest that matters), 0 to 1. */
export interface Verdict {
  readonly status: Status;
  readonly sub?: VerdictSub | undefined;
  readonly reason?: string | undefined;
  readonly pAtLeastMin?: number | undefined;
}

/** What a bet is judged by; sealed when it is placed. `minEffect` is above 0 and counts in the good direction. */
export interface Claim {
  readonly direction: Direction;
  readonly scale: Scale;
  readonly minEffect: number;
  /** Chance of a false verdict allowed, two-sided, such as 0.05. */
  readonly alpha: number;
}
