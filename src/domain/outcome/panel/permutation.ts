// What a few units can say: the effect beside those the same data would show had the adoption dates fallen on other units.
// Needs no normal distribution; assumes that any unit could have been any cohort. Knows no verdict.
import { DRAWS, visitArrangements } from './arrangements.ts';
import { isControl, type Controls, type GroupTime, type GroupTimes } from './group-time.ts';
import { NEVER, type Panel } from './panel.ts';

export interface PermutationReading {
  /** Two-sided, against no effect at all. */
  readonly p: number;
  /** The smallest p this design could give, however large the effect. */
  readonly smallestP: number;
  /** Constant effects that are not rejected at `alpha`; null where the design sets no bound. */
  readonly low: number | null;
  readonly high: number | null;
  readonly arrangements: number;
  readonly exact: boolean;
}

/**
 * p = share of arrangements whose absolute simple aggregate is at least the observed one, the observed one included. The interval holds every
 * constant effect tau that the same test does not reject once tau is taken off the treated cells. An arrangement's aggregate is then A - tau B,
 * A on the data and B on the treatment marks themselves, so both are computed once.
 * Source: Fisher (1935); Rosenbaum (2002), Observational Studies, 2.4. Example: 3 treated of 6 units cannot give less than 2 / 20.
 */
export function permute(effects: GroupTimes, controls: Controls, alpha: number, seed: number): PermutationReading {
  const { panel, cells } = effects;
  const marks = treatmentMarks(panel);
  const post = cells.filter((cell) => cell.time >= cell.group);
  const onData: number[] = [];
  const onMarks: number[] = [];
  const visit = (start: Int32Array): void => {
    const shares = sharesOf(start, panel.weight);
    onData.push(aggregate(panel, panel.values, start, controls, post, shares));
    onMarks.push(aggregate(panel, marks, start, controls, post, shares));
  };
  const { visited, exact } = visitArrangements(panel.start, DRAWS, seed, visit);
  const shares = sharesOf(panel.start, panel.weight);
  const observed = aggregate(panel, panel.values, panel.start, controls, post, shares);
  const pOf = (tau: number): number => shareAtLeast(onData, onMarks, tau, Math.abs(observed - tau));
  const largest = onData.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  return {
    p: pOf(0),
    smallestP: onMarks.filter((value) => !(Math.abs(value) < 1 - 1e-9)).length / visited,
    low: boundary(observed, -1, largest, (tau) => pOf(tau) > alpha),
    high: boundary(observed, 1, largest, (tau) => pOf(tau) > alpha),
    arrangements: visited,
    exact,
  };
}

/** 1 where a unit is under treatment, 0 where not, NaN where it has no value. */
export function treatmentMarks({ values, start, periods }: Panel): Float64Array {
  return values.map((value, at) => {
    const from = start[Math.floor(at / periods.length)]!;
    return Number.isNaN(value) ? value : Number(from !== NEVER && at % periods.length >= from);
  });
}

/** Weight of the units that start at each period. */
export function sharesOf(start: Int32Array, weight: Float64Array): Map<number, number> {
  const shares = new Map<number, number>();
  start.forEach((at, i) => shares.set(at, (shares.get(at) ?? 0) + weight[i]!));
  return shares;
}

type CellKey = Pick<GroupTime, 'group' | 'time' | 'base'>;

/** The simple aggregate of `values` had the units started at `start`; cells without both sides are left out. */
function aggregate(panel: Panel, values: Float64Array, start: Int32Array, controls: Controls, cells: readonly CellKey[], shares: ReadonlyMap<number, number>): number {
  let total = 0;
  let weight = 0;
  for (const cell of cells) {
    const effect = cellEffect(panel, values, start, controls, cell);
    if (Number.isNaN(effect)) continue;
    total += shares.get(cell.group)! * effect;
    weight += shares.get(cell.group)!;
  }
  return total / weight;
}

/** One cell's effect had the units started at `start`; NaN when a side is empty. */
export function cellEffect({ weight, periods }: Panel, values: Float64Array, start: Int32Array, controls: Controls, { group, time, base }: CellKey): number {
  const width = periods.length;
  const after = Math.max(time, base);
  let treated = 0;
  let treatedWeight = 0;
  let control = 0;
  let controlWeight = 0;
  for (let i = 0; i < start.length; i++) {
    const change = values[i * width + time]! - values[i * width + base]!;
    if (Number.isNaN(change)) continue;
    if (start[i] === group) {
      treated += weight[i]! * change;
      treatedWeight += weight[i]!;
    } else if (isControl(start[i]!, controls, group, after)) {
      control += weight[i]! * change;
      controlWeight += weight[i]!;
    }
  }
  return treated / treatedWeight - control / controlWeight;
}

/** Share of arrangements with |A - tau B| >= size; rounding is forgiven, and an arrangement without an aggregate counts against the effect. */
function shareAtLeast(onData: readonly number[], onMarks: readonly number[], tau: number, size: number): number {
  const slack = 1e-9 * (size + Math.abs(tau));
  let count = 0;
  for (let i = 0; i < onData.length; i++) {
    const value = onData[i]! - tau * onMarks[i]!;
    if (!(Math.abs(value) < size - slack)) count++;
  }
  return count / onData.length;
}

const GRID = 20;
const WIDENINGS = 12;
const HALVINGS = 60;

/**
 * The last accepted effect on one side of `observed`: steps of a twentieth of a span that is doubled until its end is rejected, then halving
 * between the last accepted step and the next. Null when nothing on that side is rejected.
 */
function boundary(observed: number, side: -1 | 1, size: number, accepted: (tau: number) => boolean): number | null {
  let span = 2 * (size + Math.abs(observed));
  if (span === 0) return observed;
  for (let i = 0; accepted(observed + side * span); i++) {
    if (i === WIDENINGS) return null;
    span *= 2;
  }
  let step = GRID - 1;
  while (step > 0 && !accepted(observed + (side * span * step) / GRID)) step--;
  let inside = observed + (side * span * step) / GRID;
  let outside = observed + (side * span * (step + 1)) / GRID;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (inside + outside) / 2;
    if (accepted(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
