// Units by periods with the period each unit was first treated: what every panel method reads. Says what it left out and what is missing.
// Knows no method.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';

/** A period's name: numbers, or texts that sort in time such as `2026-03`. */
export type Period = number | string;

export interface PanelUnit {
  readonly name: string;
  /** The first period under treatment; null, or a period after the last one, when never. Between two periods it means the later one. */
  readonly treatedFrom: Period | null;
  /** One value per period, in order; null where there is none. */
  readonly values: readonly (number | null)[];
  /** Population the unit stands for; above 0. All units have one or none has. */
  readonly weight?: number | undefined;
}

export interface PanelInput {
  /** Strictly ascending, all numbers or all texts. */
  readonly periods: readonly Period[];
  readonly units: readonly PanelUnit[];
}

export type PanelFault =
  | 'periods-out-of-order' | 'unit-twice' | 'treated-from-unlike-periods' | 'values-do-not-match-periods' | 'value-not-finite' | 'weight-not-positive' | 'too-few-units';

export interface Panel {
  readonly names: readonly string[];
  readonly periods: readonly Period[];
  /** Units x periods, row by row; NaN where there is no value. */
  readonly values: Float64Array;
  /** Place of the first treated period, 1 or later; `NEVER` for units never treated. */
  readonly start: Int32Array;
  /** Population weights with mean 1; all 1 when none are given. */
  readonly weight: Float64Array;
  /** Cells without a value. */
  readonly missing: number;
  /** Units treated from the first period on: they have no before. */
  readonly alwaysTreated: readonly string[];
}

export const NEVER = -1;

/**
 * Checks a panel and lays it out. Refuses what cannot be meant; leaves out units without a before and names them.
 * Example: periods [1, 2, 3] and a unit treated from 2 give start 1.
 */
export function panelOf(input: PanelInput): Ruling<Panel, PanelFault> {
  const { periods, units } = input;
  const disorder = periods.findIndex((period, i) => i > 0 && !(typeof period === typeof periods[i - 1] && period > periods[i - 1]!));
  if (disorder > 0) return refused('periods-out-of-order', { period: periods[disorder] });
  const seen = new Set<string>();
  for (const unit of units) {
    if (seen.has(unit.name)) return refused('unit-twice', { unit: unit.name });
    seen.add(unit.name);
    if (!comparable(unit.treatedFrom, periods)) return refused('treated-from-unlike-periods', { unit: unit.name, treatedFrom: unit.treatedFrom });
    if (unit.values.length !== periods.length) return refused('values-do-not-match-periods', { unit: unit.name, values: unit.values.length, periods: periods.length });
    if (unit.values.some((value) => value !== null && !Number.isFinite(value))) return refused('value-not-finite', { unit: unit.name });
    if (unit.weight !== undefined && !(unit.weight > 0 && Number.isFinite(unit.weight))) return refused('weight-not-positive', { unit: unit.name });
  }
  const read = units.filter((unit) => startOf(unit, periods) !== 0);
  const weighed = read.filter((unit) => unit.weight !== undefined).length;
  if (weighed > 0 && weighed < read.length) return refused('weight-not-positive', { unit: read.find((unit) => unit.weight === undefined)?.name });
  if (read.length < 2) return refused('too-few-units', { units: read.length });
  const total = read.reduce((sum, unit) => sum + (unit.weight ?? 1), 0);
  const values = Float64Array.from(read.flatMap((unit) => unit.values.map((value) => value ?? Number.NaN)));
  return granted({
    names: read.map((unit) => unit.name),
    periods,
    values,
    start: Int32Array.from(read, (unit) => startOf(unit, periods)),
    weight: Float64Array.from(read, (unit) => ((unit.weight ?? 1) * read.length) / total),
    missing: values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0),
    alwaysTreated: units.filter((unit) => startOf(unit, periods) === 0).map((unit) => unit.name),
  });
}

/** A number beside texts, or a number that is none, would silently mean never. */
function comparable(treatedFrom: Period | null, periods: readonly Period[]): boolean {
  return treatedFrom === null || (typeof treatedFrom === typeof periods[0] && !Number.isNaN(treatedFrom));
}

function startOf(unit: PanelUnit, periods: readonly Period[]): number {
  const { treatedFrom } = unit;
  return treatedFrom === null ? NEVER : periods.findIndex((period) => period >= treatedFrom);
}

/** The places at which units were first treated, ascending, each once. */
export function cohortsOf(start: ArrayLike<number>): number[] {
  return [...new Set(Array.from(start))].filter((at) => at !== NEVER).sort((one, other) => one - other);
}

/** How many units were first treated at `cohort`; `NEVER` counts those never treated. */
export function countAt(start: ArrayLike<number>, cohort: number): number {
  return Array.from(start).filter((at) => at === cohort).length;
}
