// Treated units and donors side by side, before and after one date, without gaps; and the donors that play the treated in placebos.
import { seededRandom } from '../../kernel/random.ts';
import { NEVER, type Panel } from './panel.ts';

/** Complete rows of equal length; the first `before` periods are untreated for all. */
export interface Split {
  readonly treated: readonly Float64Array[];
  readonly donors: readonly Float64Array[];
  readonly before: number;
}

export interface NamedSplit extends Split {
  readonly treatedNames: readonly string[];
  readonly donorNames: readonly string[];
  /** Places in the panel of the periods that are used. */
  readonly periods: readonly number[];
  /** Donors left out because a value is missing where the treated have theirs. */
  readonly donorsLeftOut: readonly string[];
  readonly periodsLeftOut: number;
}

/**
 * Takes a panel with one adoption date apart. Periods in which a treated unit has no value are left out, then donors with a gap in those that remain.
 */
export function splitAt(panel: Panel, cohort: number): NamedSplit {
  const width = panel.periods.length;
  const rowOf = (unit: number): Float64Array => panel.values.subarray(unit * width, (unit + 1) * width);
  const units = Array.from(panel.start, (_, i) => i);
  const treated = units.filter((i) => panel.start[i] === cohort);
  const periods = panel.periods.map((_, t) => t).filter((t) => treated.every((i) => !Number.isNaN(rowOf(i)[t]!)));
  const pick = (unit: number): Float64Array => Float64Array.from(periods, (t) => rowOf(unit)[t]!);
  const never = units.filter((i) => panel.start[i] === NEVER);
  const whole = never.filter((i) => !pick(i).some(Number.isNaN));
  return {
    treated: treated.map(pick),
    donors: whole.map(pick),
    before: periods.filter((t) => t < cohort).length,
    treatedNames: treated.map((i) => panel.names[i]!),
    donorNames: whole.map((i) => panel.names[i]!),
    periods,
    donorsLeftOut: never.filter((i) => !whole.includes(i)).map((i) => panel.names[i]!),
    periodsLeftOut: width - periods.length,
  };
}

/** Mean of rows, period by period. */
export function meanRow(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) for (let t = 0; t < mean.length; t++) mean[t]! += row[t]! / rows.length;
  return mean;
}

/**
 * Donors playing the treated: every set of `size` of them when there are at most `most`, else that many seeded draws.
 * Example: 4 donors, size 1 gives the four placebos [0], [1], [2], [3].
 */
export function placeboSets(donors: number, size: number, most: number, seed: number): { readonly sets: readonly (readonly number[])[]; readonly exact: boolean } {
  if (combinations(donors, size) <= most) return { sets: allSets(donors, size), exact: true };
  const random = seededRandom(seed);
  const sets = Array.from({ length: most }, () => {
    const order = Array.from({ length: donors }, (_, i) => i);
    for (let i = 0; i < size; i++) {
      const other = i + Math.floor(random() * (donors - i));
      [order[i], order[other]] = [order[other]!, order[i]!];
    }
    return order.slice(0, size).sort((one, another) => one - another);
  });
  return { sets, exact: false };
}

/** The donors of `set` as treated, the rest as donors. */
export function placeboSplit({ donors, before }: Split, set: readonly number[]): Split {
  return { treated: set.map((i) => donors[i]!), donors: donors.filter((_, i) => !set.includes(i)), before };
}

function combinations(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k; i++) count = (count * (n - k + i)) / i;
  return Math.round(count);
}

function allSets(n: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, n - from) }, (_, i) => from + i).flatMap((head) => allSets(n, size - 1, head + 1).map((rest) => [head, ...rest]));
}
