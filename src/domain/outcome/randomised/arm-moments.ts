// Means and covariances of an arm's columns, from totals or from rows. Knows no effect, only what one arm looks like.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import { mean, sum } from '../numerics/sum.ts';
import { checkUnits, unitsOf, type ArmKind, type ArmProblem, type ArmRows, type ArmTotals, type Sums } from './arm-totals.ts';

/**
 * Columns by kind: mean and proportion [y]; ratio [numerator, denominator]; cuped [post, pre];
 * ratio-cuped [numerator, denominator, preNumerator, preDenominator]. `covariance` is per unit, square, in the columns' order.
 * `divisor` is what it was divided by: n - 1, or n for shares, whose variance is p(1 - p).
 */
export interface ArmMoments {
  readonly kind: ArmKind;
  readonly n: number;
  readonly means: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly divisor: 'n' | 'n-1';
}

/** A centred sum of squares below this share of the raw one is rounding, not spread. */
const ROUNDING = 1e-14;
/** Above this share below zero the sums contradict each other. */
const CONTRADICTION = 1e-9;

/** Moments of an arm given as totals or as rows. Rows are read in two passes, so a large common offset costs no digits. */
export function momentsOf(arm: ArmTotals | ArmRows): Ruling<ArmMoments, ArmProblem> {
  const n = unitsOf(arm);
  const counted = checkUnits(n);
  if (!counted.ok) return counted;
  return 'n' in arm ? fromTotals(arm, n) : fromRows(arm, n);
}

function fromTotals(arm: ArmTotals, n: number): Ruling<ArmMoments, ArmProblem> {
  if (arm.kind === 'proportion') return ofShare(arm.successes, n);
  const { sums, products } = tableOf(arm);
  const field = [...sums.flatMap((one) => [one.sum, one.sumSquares]), ...products.flat()].find((value) => !Number.isFinite(value));
  if (field !== undefined) return refused('not-a-number', { found: String(field) });
  const divisor = arm.kind === 'cuped' && arm.binary === true ? 'n' : 'n-1';
  const covariance = products.map((row, i) => row.map((product, j) => centred(product, sums[i]!, sums[j]!, n) / (divisor === 'n' ? n : n - 1)));
  for (const [i, one] of sums.entries()) {
    if (covariance[i]![i]! < 0) return refused('impossible-sums', { sum: one.sum, sumSquares: one.sumSquares, n });
  }
  return finite({ kind: arm.kind, n, means: sums.map((one) => one.sum / n), covariance, divisor });
}

function ofShare(successes: number, n: number): Ruling<ArmMoments, ArmProblem> {
  if (!Number.isFinite(successes)) return refused('not-a-number', { field: 'successes' });
  if (!Number.isInteger(successes) || successes < 0) return refused('count-not-whole', { field: 'successes', found: successes });
  if (successes > n) return refused('more-successes-than-units', { successes, n });
  const share = successes / n;
  return granted({ kind: 'proportion', n, means: [share], covariance: [[share * (1 - share)]], divisor: 'n' });
}

/** Sum of (x - mean x)(y - mean y) from raw sums; a remainder of rounding is 0. */
function centred(product: number, a: Sums, b: Sums, n: number): number {
  const raw = product - (a.sum * b.sum) / n;
  const size = a === b ? Math.abs(product) : Math.max(Math.abs(product), Math.abs((a.sum * b.sum) / n));
  if (Math.abs(raw) <= ROUNDING * size) return 0;
  return a === b && raw < 0 && raw > -CONTRADICTION * size ? 0 : raw;
}

/** The columns' sums, and the table of sums of products with the squares on its diagonal. */
function tableOf(arm: Exclude<ArmTotals, { kind: 'proportion' }>): { sums: readonly Sums[]; products: readonly (readonly number[])[] } {
  switch (arm.kind) {
    case 'mean':
      return { sums: [arm], products: [[arm.sumSquares]] };
    case 'ratio':
      return { sums: [arm.numerator, arm.denominator], products: [[arm.numerator.sumSquares, arm.sumProducts], [arm.sumProducts, arm.denominator.sumSquares]] };
    case 'cuped':
      return { sums: [arm.post, arm.pre], products: [[arm.post.sumSquares, arm.sumProducts], [arm.sumProducts, arm.pre.sumSquares]] };
    case 'ratio-cuped': {
      const { numerator: m, denominator: d, preNumerator: a, preDenominator: b, products: p } = arm;
      return {
        sums: [m, d, a, b],
        products: [
          [m.sumSquares, p.numeratorDenominator, p.numeratorPreNumerator, p.numeratorPreDenominator],
          [p.numeratorDenominator, d.sumSquares, p.denominatorPreNumerator, p.denominatorPreDenominator],
          [p.numeratorPreNumerator, p.denominatorPreNumerator, a.sumSquares, p.preNumeratorPreDenominator],
          [p.numeratorPreDenominator, p.denominatorPreDenominator, p.preNumeratorPreDenominator, b.sumSquares],
        ],
      };
    }
  }
}

function fromRows(arm: ArmRows, n: number): Ruling<ArmMoments, ArmProblem> {
  const columns = columnsOf(arm);
  if (columns.some((column) => column.length !== n)) return refused('columns-differ', { lengths: columns.map((column) => column.length) });
  for (const column of columns) {
    const at = column.findIndex((value) => !Number.isFinite(value));
    if (at >= 0) return refused('not-a-number', { row: at, found: String(column[at]) });
  }
  const binary = arm.kind === 'proportion' || (arm.kind === 'cuped' && arm.binary === true);
  if (binary && columns.some((column) => column.some((value) => value !== 0 && value !== 1))) return refused('not-zero-or-one');
  if (arm.kind === 'proportion') return ofShare(sum(arm.values), n);
  const means = columns.map((column) => mean(column));
  const divisor = binary ? 'n' : 'n-1';
  const covariance = columns.map((x, i) => columns.map((y, j) => centredProducts(x, means[i]!, y, means[j]!) / (binary ? n : n - 1)));
  return finite({ kind: arm.kind, n, means, covariance, divisor });
}

function columnsOf(arm: ArmRows): readonly (readonly number[])[] {
  if (arm.kind === 'cuped') return [arm.post, arm.pre];
  if (arm.kind === 'ratio') return [arm.numerators, arm.denominators];
  return 'values' in arm ? [arm.values] : [arm.numerators, arm.denominators, arm.preNumerators, arm.preDenominators];
}

/** Two-pass sum of products of deviations, corrected for what rounding left in the means. */
function centredProducts(x: readonly number[], meanX: number, y: readonly number[], meanY: number): number {
  const awayX = deviations(x, meanX);
  const awayY = x === y ? awayX : deviations(y, meanY);
  return sum(awayX.map((value, i) => value * awayY[i]!)) - (sum(awayX) * sum(awayY)) / x.length;
}

function deviations(column: readonly number[], from: number): Float64Array {
  const away = new Float64Array(column.length);
  for (let i = 0; i < away.length; i++) away[i] = column[i]! - from;
  return away;
}

function finite(moments: ArmMoments): Ruling<ArmMoments, ArmProblem> {
  const whole = [...moments.means, ...moments.covariance.flat()].every((value) => Number.isFinite(value));
  return whole ? granted(moments) : refused('too-large');
}
