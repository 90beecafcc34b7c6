// The curve over event time beside those of other arrangements of the same dates: was it quiet before, and how far does it stray by chance?
import { quantile } from '../../kernel/statistics-order.ts';
import { visitArrangements } from './arrangements.ts';
import type { Controls, GroupTimes } from './group-time.ts';
import { cellEffect, sharesOf, treatmentMarks } from './permutation.ts';

const DRAWS = 999;

export interface PermutedCurve {
  /** Sum of squares over event times before treatment, and the share of arrangements in which it is at least as large. Undefined when there are none. */
  readonly preTrend: { readonly statistic: number; readonly p: number } | undefined;
  /** Half-widths at level 1 - alpha of one event time alone and of the whole curve; undefined when the arrangements are too few for that level. */
  reach(event: number, alpha: number): { readonly alone: number; readonly together: number } | undefined;
}

/**
 * Deals the dates out anew and takes the curve by event time each time. The estimated `effect` is first taken off the treated cells, or it would
 * count as unrest wherever they are dealt a later date. Holds its level where units are few for the cells, which chi-square does not.
 * Half-widths: the (1 - alpha) quantile of an event time's absolute values; together, of the largest of them in units of each one's own spread.
 */
export function permuteCurve(effects: GroupTimes, controls: Controls, effect: number, seed: number): PermutedCurve {
  const marks = treatmentMarks(effects.panel);
  const values = effects.panel.values.map((value, at) => value - effect * marks[at]!);
  const events = [...new Set(effects.cells.map((cell) => cell.time - cell.group))].sort((one, other) => one - other);
  const curveOf = (start: Int32Array): Float64Array => {
    const shares = sharesOf(start, effects.panel.weight);
    const total = new Float64Array(events.length);
    const weight = new Float64Array(events.length);
    for (const cell of effects.cells) {
      const own = cellEffect(effects.panel, values, start, controls, cell);
      if (Number.isNaN(own)) continue;
      const at = events.indexOf(cell.time - cell.group);
      total[at]! += shares.get(cell.group)! * own;
      weight[at]! += shares.get(cell.group)!;
    }
    // Where missing values leave nothing to compare it is not a number: counted as unrest, and left out of spreads.
    return total.map((sum, at) => sum / weight[at]!);
  };
  const curves: Float64Array[] = [];
  const { visited } = visitArrangements(effects.panel.start, DRAWS, seed, (start) => { curves.push(curveOf(start)); });
  const unrest = (curve: Float64Array): number => curve.reduce((sum, value, at) => sum + (events[at]! < 0 ? value * value : 0), 0);
  const statistic = unrest(curveOf(effects.panel.start));
  const sizes = events.map((_, at) => curves.map((curve) => Math.abs(curve[at]!)).filter((size) => !Number.isNaN(size)));
  const spread = sizes.map((known) => Math.sqrt(known.reduce((sum, size) => sum + size * size, 0) / known.length));
  const largest = curves.map((curve) => curve.reduce((most, value, at) => (Math.abs(value) / spread[at]! > most ? Math.abs(value) / spread[at]! : most), 0));
  return {
    preTrend: events.some((event) => event < 0) ? { statistic, p: curves.filter((curve) => !(unrest(curve) < statistic * (1 - 1e-9))).length / visited } : undefined,
    reach: (event, alpha) => {
      const at = events.indexOf(event);
      if (at < 0 || visited * alpha < 1) return undefined;
      const alone = quantile(sizes[at]!, 1 - alpha)!;
      return { alone, together: Math.max(alone, quantile(largest, 1 - alpha)! * spread[at]!) };
    },
  };
}
