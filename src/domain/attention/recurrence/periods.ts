// How the periods of a rule are walked, whatever their length.

export interface Periods {
  /** The last period that begins at or before a local time, or one before it. */
  readonly indexAt: (local: number) => number;
  /** Puts the local times of a period into `into`, in order, and gives the next period worth looking at. */
  readonly fill: (index: number, into: number[]) => number;
  /** How many times each whole period has, when that is always the same number. */
  readonly constant?: number | undefined;
}
