// Revenue per user: capped so that a handful of customers cannot decide, and split into who pays and how much a payer pays.
// Knows amounts only, no currency and no verdict.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import { sum } from '../numerics/sum.ts';
import type { ArmProblem, ArmTotals, Sums } from './arm-totals.ts';

/** Share of all users, both arms together, below whose amount the cap lies when none was sealed. */
export const USUAL_CAP_QUANTILE = 0.995;

/** One arm's revenue after capping, as sums. A payer is a unit with an amount other than 0. */
export interface RevenueTotals {
  readonly n: number;
  readonly capped: Sums;
  readonly uncapped: Sums;
  readonly payers: number;
  readonly cappedUnits: number;
}

/** Quantile of all arms' amounts together, 0 to 1, linear between the two nearest (Hyndman & Fan type 7). `[0, 10]` at 0.75 is 7.5. */
export function pooledQuantile(arms: readonly (readonly number[])[], quantile: number): Ruling<number, 'no-units' | 'not-a-number' | 'quantile-out-of-range'> {
  if (!(quantile > 0 && quantile <= 1)) return refused('quantile-out-of-range', { quantile });
  const all = Float64Array.from(arms.flat()).sort();
  if (all.length === 0) return refused('no-units');
  if (!all.every((value) => Number.isFinite(value))) return refused('not-a-number');
  const at = (all.length - 1) * quantile;
  const below = all[Math.floor(at)]!;
  return granted(below + (at - Math.floor(at)) * (all[Math.ceil(at)]! - below));
}

/** Sums of one arm's amounts with everything above `cap` counted as `cap`, beside the untouched ones. */
export function revenueOf(values: readonly number[], cap: number): Ruling<RevenueTotals, ArmProblem> {
  if (values.length === 0) return refused('no-units');
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) return refused('not-a-number', { row: at, found: String(values[at]) });
  const capped = values.map((value) => Math.min(value, cap));
  return granted({
    n: values.length,
    capped: sumsOf(capped),
    uncapped: sumsOf(values),
    payers: values.filter((value) => value !== 0).length,
    cappedUnits: values.filter((value) => value > cap).length,
  });
}

function sumsOf(values: readonly number[]): Sums {
  return { sum: sum(values), sumSquares: sum(values.map((value) => value * value)) };
}

/** The four readings of revenue: the capped mean decides, the uncapped one must agree, the last two explain. */
export function readingsOfRevenue({ n, capped, uncapped, payers }: RevenueTotals): Record<'capped' | 'uncapped' | 'payerRate' | 'perPayer', ArmTotals> {
  return {
    capped: { kind: 'mean', n, ...capped },
    uncapped: { kind: 'mean', n, ...uncapped },
    payerRate: { kind: 'proportion', n, successes: payers },
    // Revenue over payers: a unit's product of amount and "paid" is its amount.
    perPayer: { kind: 'ratio', n, numerator: uncapped, denominator: { sum: payers, sumSquares: payers }, sumProducts: uncapped.sum },
  };
}
