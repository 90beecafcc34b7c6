// Effects by cohort and period: the treated cohort's change against the change of units not (yet) treated, with influence functions.
// Never two-way fixed effects, whose weights can be negative when adoption is staggered. Knows no covariates.
import { cohortsOf, NEVER, type Panel } from './panel.ts';

/** Whom the treated are compared with: units never treated, or also those treated later. */
export type Controls = 'never' | 'not-yet';

/** What a period before treatment is compared with: the period before it, or always the last one before treatment. */
export type Base = 'varying' | 'universal';

export interface GroupTime {
  /** Places of the cohort's first treated period, of this period and of the period it is compared with. */
  readonly group: number;
  readonly time: number;
  readonly base: number;
  /** In the metric's unit. */
  readonly effect: number;
  readonly standardError: number;
  /** One number per unit, mean 0; the variance of the effect is sum of squares / n^2. */
  readonly influence: Float64Array;
  /** Units with both values. */
  readonly treated: number;
  readonly controls: number;
  /** Weighted mean of the treated units' values in this period. */
  readonly level: number;
}

export interface GroupTimes {
  readonly cells: readonly GroupTime[];
  readonly panel: Panel;
  /** Share of all units, by weight, in each cohort. */
  readonly share: ReadonlyMap<number, number>;
  /** Cells without a treated or a control unit that has both values. */
  readonly empty: number;
}

/**
 * ATT(g, t) = mean over cohort g of (Y_t - Y_b) minus the same over controls, for every cohort and period; b = g - 1 from t = g on,
 * before that t - 1 (varying) or g - 1 (universal, where t = b itself is left out). Units with a missing value are left out of the cells that need it.
 * Influence: n w / W_g (dY - mean) on the cohort, minus n w / W_C (dY - mean) on controls.
 * Source: Callaway & Sant'Anna (2021), J. Econometrics 225, without covariates; checked against R `did` on its minimum wage data.
 * Example: a treated unit 1, 5 beside a control 2, 3 has the effect (5 - 1) - (3 - 2) = 3.
 */
export function groupTimeEffects(panel: Panel, controls: Controls, base: Base = 'varying'): GroupTimes {
  const cells: GroupTime[] = [];
  let empty = 0;
  const cohorts = cohortsOf(panel.start);
  for (const group of cohorts) {
    for (let time = 0; time < panel.periods.length; time++) {
      const from = basePeriod(group, time, base);
      if (from < 0 || from === time) continue;
      const cell = cellOf(panel, controls, group, time, from);
      if (cell === undefined) empty++;
      else cells.push(cell);
    }
  }
  const n = panel.start.length;
  const share = new Map(cohorts.map((group) => [group, panel.weight.reduce((sum, weight, i) => sum + (panel.start[i] === group ? weight : 0), 0) / n]));
  return { cells, panel, share, empty };
}

function basePeriod(group: number, time: number, base: Base): number {
  return time >= group || base === 'universal' ? group - 1 : time - 1;
}

/** Whether a unit that starts at `start` may be compared with `group` when neither may be treated up to `after`. */
export function isControl(start: number, controls: Controls, group: number, after: number): boolean {
  return start === NEVER || (controls === 'not-yet' && start > after && start !== group);
}

interface Side {
  weight: number;
  change: number;
  level: number;
  units: number;
}

function cellOf(panel: Panel, controls: Controls, group: number, time: number, base: number): GroupTime | undefined {
  const { start, values, weight, periods } = panel;
  const n = start.length;
  const after = Math.max(time, base);
  const sides: Record<'treated' | 'control', Side> = { treated: emptySide(), control: emptySide() };
  const change = new Float64Array(n);
  const place = new Int8Array(n);
  for (let i = 0; i < n; i++) {
    place[i] = start[i] === group ? 1 : isControl(start[i]!, controls, group, after) ? -1 : 0;
    change[i] = values[i * periods.length + time]! - values[i * periods.length + base]!;
    if (Number.isNaN(change[i]!)) place[i] = 0;
    if (place[i] === 0) continue;
    const side = place[i] === 1 ? sides.treated : sides.control;
    side.units++;
    side.weight += weight[i]!;
    side.change += weight[i]! * change[i]!;
    side.level += weight[i]! * values[i * periods.length + time]!;
  }
  const { treated, control } = sides;
  if (treated.units === 0 || control.units === 0) return undefined;
  const treatedMean = treated.change / treated.weight;
  const controlMean = control.change / control.weight;
  const influence = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (place[i] === 1) influence[i] = (n * weight[i]! * (change[i]! - treatedMean)) / treated.weight;
    else if (place[i] === -1) influence[i] = (-n * weight[i]! * (change[i]! - controlMean)) / control.weight;
  }
  return {
    group, time, base,
    effect: treatedMean - controlMean,
    standardError: standardErrorOf(influence),
    influence,
    treated: treated.units,
    controls: control.units,
    level: treated.level / treated.weight,
  };
}

function emptySide(): Side {
  return { weight: 0, change: 0, level: 0, units: 0 };
}

/** sqrt(sum of squares) / n. */
export function standardErrorOf(influence: Float64Array): number {
  return Math.sqrt(influence.reduce((sum, value) => sum + value * value, 0)) / influence.length;
}
