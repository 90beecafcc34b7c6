// The columns that a reading adds to the model: holidays, controls, and the steps of other bets that shipped on the metric.
// Decides which can be used and says why the others cannot; knows no filter.
import { mean } from '../numerics/sum.ts';
import { CONTROL_PRIOR, HOLIDAY_PRIOR } from './families.ts';
import type { ControlSeries, Holiday } from './input.ts';
import { DIFFUSE, type StaticColumn } from './structure.ts';

/** Fewest past occurrences from which the size of a holiday can be learnt. */
const LEAST_OCCURRENCES = 2;

/** Columns with the days they leave unknown, and a warning for each thing left out. */
export interface Columns {
  readonly columns: readonly StaticColumn[];
  /** 0 on days over `reach` where some control is missing. */
  readonly known: Uint8Array;
  readonly warnings: readonly string[];
}

/** One dummy per kind of holiday that fell at least twice in the history and touches the series at all. */
export function holidayColumns(holidays: readonly Holiday[], history: number, reach: number): Columns {
  const columns: StaticColumn[] = [];
  const warnings: string[] = [];
  for (const { kind, at } of holidays) {
    const values = new Float64Array(reach);
    for (const t of at) if (t >= 0 && t < reach) values[t] = 1;
    const past = values.subarray(0, history).reduce((total, value) => total + value, 0);
    if (past >= LEAST_OCCURRENCES) columns.push({ name: `holiday:${kind}`, values, variance: HOLIDAY_PRIOR });
    else if (values.subarray(history).includes(1)) warnings.push(`holiday-not-learnt:${kind}`);
  }
  return { columns, known: new Uint8Array(reach).fill(1), warnings };
}

/** One step per position before the ship where other bets shipped; steps at the very first point are part of the level. */
export function stepColumns(ships: readonly number[], history: number, reach: number): readonly StaticColumn[] {
  return [...new Set(ships)]
    .filter((at) => at > 0 && at < history)
    .sort((a, b) => a - b)
    .map((at) => ({ name: `ship:${at}`, values: new Float64Array(reach).fill(1, at), variance: DIFFUSE }));
}

/** Controls on their log (or as they are when not all above 0), standardised on the history. One that does not vary is left out. */
export function controlColumns(controls: readonly ControlSeries[], history: number, reach: number): Columns {
  const known = new Uint8Array(reach).fill(1);
  const warnings: string[] = [];
  const columns: StaticColumn[] = [];
  for (const { name, values } of controls) {
    const seen = (value: number | null | undefined): value is number => typeof value === 'number' && Number.isFinite(value);
    const logs = values.every((value) => !seen(value) || value > 0);
    const own = Array.from({ length: reach }, (_, t) => (seen(values[t]) ? (logs ? Math.log(values[t]!) : values[t]!) : Number.NaN));
    const before = own.slice(0, history).filter((value) => !Number.isNaN(value));
    const middle = mean(before);
    const sd = Math.sqrt(mean(before.map((value) => (value - middle) ** 2)));
    if (!(sd > 1e-12 * Math.max(1, Math.abs(middle)))) {
      warnings.push(`control-does-not-vary:${name}`);
      continue;
    }
    own.forEach((value, t) => { if (Number.isNaN(value)) known[t] = 0; });
    columns.push({ name: `control:${name}`, values: Float64Array.from(own, (value) => (Number.isNaN(value) ? 0 : (value - middle) / sd)), variance: CONTROL_PRIOR });
  }
  return { columns, known, warnings };
}
