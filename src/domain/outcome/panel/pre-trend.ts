// Did the cohorts already move apart before treatment? A joint test of the effects before it, which should all be zero.
import { chiSquareSf } from '../numerics/chi-square.ts';
import { cholesky, solveCholesky } from '../numerics/matrix.ts';
import type { GroupTimes } from './group-time.ts';

export interface WaldTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * W = n a' V^-1 a over all cells before treatment, V their influence functions' covariance; chi-square with as many degrees of freedom as
 * cells. Cells in which nothing moved at all say nothing and are left out. Undefined when no cell is left or V cannot be inverted (more cells than
 * units can tell apart, or an effect without an error).
 * Source: Callaway & Sant'Anna (2021). Example: one cell with effect 2 and standard error 1 gives W = 4, p = 0.0455.
 */
export function waldPreTrend({ cells, panel }: GroupTimes): WaldTest | undefined {
  // Values that repeat exactly leave only rounding for an error, in whatever unit.
  const rounding = 1e-14 * panel.values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  const all = cells.filter((cell) => cell.time < cell.group);
  const before = all.filter((cell) => cell.standardError > rounding);
  if (all.some((cell) => cell.standardError <= rounding && Math.abs(cell.effect) > rounding)) return undefined;
  const k = before.length;
  const n = panel.start.length;
  if (k === 0 || k >= n) return undefined;
  const scaled = before.map((cell) => cell.influence.map((value) => value / (cell.standardError * n)));
  const v = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let product = 0;
      for (let u = 0; u < n; u++) product += scaled[i]![u]! * scaled[j]![u]!;
      v[i * k + j] = v[j * k + i] = product;
    }
  }
  const lower = cholesky(v);
  // The scaled matrix has ones on its diagonal, so a tiny pivot means cells that repeat each other, whatever the metric's unit.
  if (lower === undefined || before.some((_, i) => lower[i * k + i]! < 1e-6)) return undefined;
  const z = before.map((cell) => cell.effect / cell.standardError);
  const solved = solveCholesky(lower, z);
  const statistic = z.reduce((sum, value, i) => sum + value * solved[i]!, 0);
  return { statistic, df: k, p: chiSquareSf(statistic, k) };
}
