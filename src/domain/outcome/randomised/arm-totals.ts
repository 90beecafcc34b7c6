// What one arm of a randomised test hands over: counts and sums, or rows, and the ways these can be unusable.
// It knows nothing of the other arm, of effects or of time.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';

/** Sum and sum of squares of one column over the units of an arm, in the metric's unit and its square. */
export interface Sums {
  readonly sum: number;
  readonly sumSquares: number;
}

/** Sums of products of two columns over the units; the names say which two. */
export interface RatioCupedProducts {
  readonly numeratorDenominator: number;
  readonly numeratorPreNumerator: number;
  readonly numeratorPreDenominator: number;
  readonly denominatorPreNumerator: number;
  readonly denominatorPreDenominator: number;
  readonly preNumeratorPreDenominator: number;
}

/**
 * One arm as sufficient statistics, cumulative since the start; `n` counts randomisation units. `binary` says that post and pre
 * are shares of units (0 or 1 each), whose variances are p(1 - p).
 */
export type ArmTotals =
  | { readonly kind: 'mean'; readonly n: number; readonly sum: number; readonly sumSquares: number }
  | { readonly kind: 'proportion'; readonly n: number; readonly successes: number }
  | { readonly kind: 'ratio'; readonly n: number; readonly numerator: Sums; readonly denominator: Sums; readonly sumProducts: number }
  | { readonly kind: 'cuped'; readonly n: number; readonly post: Sums; readonly pre: Sums; readonly sumProducts: number; readonly binary?: boolean | undefined }
  | {
      readonly kind: 'ratio-cuped'; readonly n: number;
      readonly numerator: Sums; readonly denominator: Sums; readonly preNumerator: Sums; readonly preDenominator: Sums;
      readonly products: RatioCupedProducts;
    };

/** One arm as rows, one entry per randomisation unit. `cuped` with `binary` means both columns are 0 or 1. */
export type ArmRows =
  | { readonly kind: 'mean'; readonly values: readonly number[] }
  | { readonly kind: 'proportion'; readonly values: readonly number[] }
  | { readonly kind: 'ratio'; readonly numerators: readonly number[]; readonly denominators: readonly number[] }
  | { readonly kind: 'cuped'; readonly post: readonly number[]; readonly pre: readonly number[]; readonly binary?: boolean | undefined }
  | {
      readonly kind: 'ratio-cuped';
      readonly numerators: readonly number[]; readonly denominators: readonly number[];
      readonly preNumerators: readonly number[]; readonly preDenominators: readonly number[];
    };

export type ArmKind = ArmTotals['kind'];

/**
 * Why an arm cannot be read: `no-units`, `one-unit` (no variance without two), `not-a-number` (a field is infinite or no number),
 * `count-not-whole`, `more-successes-than-units`, `not-zero-or-one`, `impossible-sums` (squares smaller than the sums allow),
 * `columns-differ` (rows of unequal length), `too-large` (the arithmetic overflows).
 */
export type ArmProblem =
  | 'no-units' | 'one-unit' | 'not-a-number' | 'count-not-whole' | 'more-successes-than-units' | 'not-zero-or-one'
  | 'impossible-sums' | 'columns-differ' | 'too-large';

/** Units of an arm given either way. */
export function unitsOf(arm: ArmTotals | ArmRows): number {
  if ('n' in arm) return arm.n;
  return arm.kind === 'cuped' ? arm.post.length : 'values' in arm ? arm.values.length : arm.numerators.length;
}

/** Successes of a proportion; null for every other kind. */
export function successesOf(arm: ArmTotals | ArmRows): number | null {
  if (arm.kind !== 'proportion') return null;
  return 'n' in arm ? arm.successes : arm.values.reduce((sum, value) => sum + value, 0);
}

/** What counts as an event: successes, also where a pre-period stands beside them; null where nothing is counted. */
export function eventsOf(arm: ArmTotals | ArmRows): number | null {
  if (arm.kind !== 'cuped' || arm.binary !== true) return successesOf(arm);
  return 'n' in arm ? arm.post.sum : arm.post.reduce((sum, value) => sum + value, 0);
}

/** Refuses a count of units that is no whole number of at least two. */
export function checkUnits(n: number): Ruling<number, ArmProblem> {
  if (!Number.isFinite(n)) return refused('not-a-number', { field: 'n' });
  if (!Number.isInteger(n) || n < 0) return refused('count-not-whole', { field: 'n', found: n });
  if (n === 0) return refused('no-units');
  return n === 1 ? refused('one-unit') : granted(n);
}
