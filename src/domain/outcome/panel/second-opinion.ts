// The before/after engine asked about a treated unit with its synthetic one as the only control.
import type { Claim } from '../estimate.ts';
import type { Grain } from '../series/families.ts';
import { readSeries } from '../series/read-series.ts';

/** The treated units' mean and the synthetic unit, equally spaced; `firstAfter` is the first treated place. */
export interface BesideSynthetic {
  readonly values: readonly number[];
  readonly synthetic: readonly number[];
  readonly firstAfter: number;
}

/** The effect another method finds, in the metric's unit; undefined when it has no answer. */
export type SecondOpinion = (beside: BesideSynthetic, claim: Claim) => number | undefined;

/** Reads the treated unit before and after, all periods after treatment in one window. For daily or weekly panels; no answer when it refuses. */
export function beforeAfterOpinion(grain: Grain): SecondOpinion {
  return ({ values, synthetic, firstAfter }, claim) => {
    const window = { from: 1, to: values.length - firstAfter };
    const { verdict, estimate } = readSeries({ grain, kind: 'amount', values, ship: firstAfter, window, controls: [{ name: 'synthetic', values: synthetic }] }, claim);
    return verdict.status === 'refused' || verdict.status === 'too-early' ? undefined : estimate?.absolute?.value;
  };
}
