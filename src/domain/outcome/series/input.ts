// What a before/after reading is given: a series by position, never by date. Days and weeks are counted from 0.
import type { Grain } from './families.ts';

/** `count`: events that happened; `rate`: `values` of `denominators`; `amount`: anything else. Guessed when absent. */
export type SeriesKind = 'count' | 'rate' | 'amount';

export interface ControlSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** A kind of holiday and the positions it fell or will fall on. */
export interface Holiday {
  readonly kind: string;
  readonly at: readonly number[];
}

/** Equally spaced, oldest first, null = missing. */
export interface SeriesHistory {
  readonly grain: Grain;
  readonly values: readonly (number | null)[];
  readonly denominators?: readonly (number | null)[] | undefined;
  readonly kind?: SeriesKind | undefined;
  /** Forces the scale; otherwise log when all values are above 0, logit for shares, else the values themselves. */
  readonly scale?: ModelScale | undefined;
  /** Named before the ship. They reach as far as `values`. */
  readonly controls?: readonly ControlSeries[] | undefined;
  readonly holidays?: readonly Holiday[] | undefined;
  /** Positions where other bets on this metric shipped. */
  readonly otherShips?: readonly number[] | undefined;
}

export type ModelScale = 'log' | 'logit' | 'identity';

/** A series with the ship to be read. The points from `ship` to `rollout` belong to neither side. */
export interface SeriesInput extends SeriesHistory {
  /** First point that somebody had the change. */
  readonly ship: number;
  /** First point that everybody had it; `ship` when absent. */
  readonly rollout?: number | undefined;
  /** By how many points either way the ship may be misdated. */
  readonly shipUncertainty?: number | undefined;
  /** Points after the rollout, inclusive; 1 is the rollout's own. 1 to 90 is the usual. */
  readonly window: { readonly from: number; readonly to: number };
}
