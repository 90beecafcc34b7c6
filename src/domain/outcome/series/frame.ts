// A series made ready for the filters: standardised history, window with its missing days, model columns, and where placebos may stand.
// Knows positions only, and rules on nothing.
import { mean } from '../numerics/sum.ts';
import { controlColumns, holidayColumns, stepColumns } from './columns.ts';
import { familiesOf, leastTraining, type Grain } from './families.ts';
import type { ModelScale, SeriesInput } from './input.ts';
import { toScale } from './scale.ts';
import type { Family, StaticColumn } from './structure.ts';
import type { Target } from './window.ts';

/** Largest share of a window that may be missing. */
export const MOST_MISSING = 0.1;

export interface Frame {
  readonly grain: Grain;
  readonly scale: ModelScale;
  readonly unit: number;
  /** Points before the ship, points between ship and window, points of the window. */
  readonly history: number;
  readonly lead: number;
  readonly length: number;
  /** Position of the frame's first point in the series it was made from; what comes earlier was missing. */
  readonly offset: number;
  /** Standardised on the history; 0 where missing. Covers history, lead and window. */
  readonly values: Float64Array;
  /** 1 where the metric and every control are known. */
  readonly known: Uint8Array;
  readonly middle: number;
  readonly sd: number;
  readonly columns: readonly StaticColumn[];
  /** Positions of other bets' steps that are in the model. */
  readonly steps: readonly number[];
  readonly warnings: readonly string[];
}

/** Builds the frame. `withSteps` false leaves other ships to the noise. The window may reach beyond the values: what is not there is missing. */
export function frameOf(input: SeriesInput, withSteps = true): Frame {
  const scaled = toScale(input, input.ship);
  const offset = Math.max(0, scaled.values.findIndex((value) => !Number.isNaN(value)));
  const history = Math.max(0, input.ship - offset);
  const lead = (input.rollout ?? input.ship) + input.window.from - 1 - input.ship;
  const length = input.window.to - input.window.from + 1;
  const reach = history + lead + length;
  const holidays = holidayColumns((input.holidays ?? []).map(({ kind, at }) => ({ kind, at: at.map((t) => t - offset) })), history, reach);
  const controls = controlColumns((input.controls ?? []).map(({ name, values }) => ({ name, values: values.slice(offset) })), history, reach);
  const steps = withSteps ? stepColumns((input.otherShips ?? []).map((at) => at - offset), history, reach) : [];
  const known = Uint8Array.from({ length: reach }, (_, t) => (Number.isFinite(scaled.values[offset + t] ?? Number.NaN) && controls.known[t] === 1 ? 1 : 0));
  const before = Array.from({ length: history }, (_, t) => scaled.values[offset + t]!).filter((_, t) => known[t] === 1);
  const middle = before.length > 0 ? mean(before) : 0;
  const sd = before.length > 0 ? Math.sqrt(mean(before.map((value) => (value - middle) ** 2))) : 0;
  const values = Float64Array.from({ length: reach }, (_, t) => (known[t] === 1 && sd > 0 ? (scaled.values[offset + t]! - middle) / sd : 0));
  return {
    grain: input.grain, scale: scaled.scale, unit: scaled.unit, history, lead, length, offset, values, known, middle, sd,
    columns: [...holidays.columns, ...controls.columns, ...steps],
    steps: steps.map(({ values: step }) => step.indexOf(1)),
    warnings: [...holidays.warnings, ...controls.warnings],
  };
}

export function familiesOfFrame(frame: Frame): readonly Family[] {
  return familiesOf(frame.grain, frame.history, frame.history + frame.lead + frame.length, frame.columns);
}

/** Which days of a window count: absent when all do. */
export function daysOf(known: Uint8Array, from: number, length: number): Uint8Array | undefined {
  const days = known.slice(from, from + length);
  return days.includes(0) ? days : undefined;
}

/**
 * A window of the same lead and length at every past point with enough before it, where no other ship falls between origin and window's
 * end and at most a tenth is missing. Windows of a metric without such points: none.
 */
export function placeboTargets({ grain, history, known, steps }: Pick<Frame, 'grain' | 'history' | 'known' | 'steps'>, lead: number, length: number): Target[] {
  const targets: Target[] = [];
  for (let origin = leastTraining(grain, history); origin <= history - lead - length; origin++) {
    if (steps.some((at) => at >= origin && at < origin + lead + length)) continue;
    const days = daysOf(known, origin + lead, length);
    if (days && days.reduce((seen, day) => seen + day, 0) < length * (1 - MOST_MISSING)) continue;
    targets.push({ origin, lead, length, days });
  }
  return targets;
}

/** Mean of the standardised values over a target's days. */
export function meanOver(values: Float64Array, { origin, lead, length, days }: Target): number {
  let total = 0;
  let count = 0;
  for (let day = 0; day < length; day++) {
    if (days && days[day] === 0) continue;
    total += values[origin + lead + day]!;
    count++;
  }
  return total / count;
}
