// Measures one frame: placebos at every past point, the window's own error, and the calibration of its interval.
// One plan serves every frame of the same calendar. Measures, and leaves the ruling to others.
import { studentQuantile } from '../numerics/student.ts';
import { daysOf, familiesOfFrame, meanOver, placeboTargets, type Frame } from './frame.ts';
import { forecast, planOf, weightsAt, type Forecasts, type Plan, type Weighted } from './mixture.ts';
import { calibrateToday, summarise, type Calibration, type Placebo } from './placebo.ts';
import type { Target } from './window.ts';

/** Variance of standardised data that rounding alone accounts for; nothing is forecast more sharply. */
const LEAST_VARIANCE = 1e-12;

export interface Measurement {
  readonly frame: Frame;
  readonly plan: Plan;
  readonly forecasts: Forecasts;
  /** The cells that count at the ship. */
  readonly weights: readonly Weighted[];
  /** Index of the window's own target; those of its days and of its growing sums follow. */
  readonly own: number;
  readonly placebo: Placebo;
  readonly calibration: Calibration;
  /** On the model's scale: mean after less the forecast, and its standard error widened by the placebos. */
  readonly effect: number;
  readonly standardError: number;
}

/** The cells of a frame that count, with what their filters found. */
export type Averaged = Pick<Measurement, 'frame' | 'plan' | 'forecasts' | 'weights'>;

/** Plans by calendar, the last few kept. */
export type PlanOf = (frame: Frame) => Plan;

/** How many plans are kept: the metric's, and that of its controls. A plan of two years holds about 8 MB. */
const KEPT_PLANS = 2;

/** A memory of plans. Frames with the same points, gaps, window and columns share one. */
export function planMemory(): PlanOf {
  const kept = new Map<string, Plan>();
  return (frame) => {
    const key = [frame.grain, frame.history, frame.lead, frame.length, frame.known.join(''), ...frame.columns.map(({ values, variance }) => `${variance}:${values.join()}`)].join('|');
    const plan = kept.get(key) ?? planOf(familiesOfFrame(frame), { length: frame.history, observed: frame.known.subarray(0, frame.history), targets: targetsOf(frame) });
    kept.delete(key);
    kept.set(key, plan);
    if (kept.size > KEPT_PLANS) kept.delete(kept.keys().next().value!);
    return plan;
  };
}

/** Placebos, then the window, then each day from the ship to the window's end, then the window's growing sums. */
function targetsOf(frame: Frame): Target[] {
  const { history, lead, length, known } = frame;
  const grown = (days: number): Target => ({ origin: history, lead, length: days, days: daysOf(known, history + lead, days) });
  return [
    ...placeboTargets(frame, lead, length),
    grown(length),
    ...Array.from({ length: lead + length }, (_, day) => ({ origin: history, lead: day, length: 1 })),
    ...Array.from({ length }, (_, day) => grown(day + 1)),
  ];
}

/** Runs the filters over a frame. `alpha` sets which raw interval the placebos' coverage speaks of. */
export function measure(frame: Frame, plans: PlanOf, alpha: number): Measurement {
  const plan = plans(frame);
  const { targets } = plan[0]!.layout;
  const forecasts = forecast(plan, frame.values.subarray(0, frame.history));
  const own = targets.findIndex(({ origin }) => origin === frame.history);
  const { placebo, calibration } = judgePast(frame.values, targets, Array.from({ length: own }, (_, index) => index), own, forecasts, alpha);
  return {
    frame, plan, forecasts, own, placebo, calibration,
    weights: weightsAt(plan, forecasts.passes, own),
    effect: frame.sd * (meanOver(frame.values, targets[own]!) - forecasts.means[own]!),
    standardError: frame.sd * Math.sqrt(varianceAt(forecasts, own) * calibration.k),
  };
}

/** What the past windows `past` (indices of targets) say about the window `own`: their errors, and how much those widen its interval. */
export function judgePast(
  values: Float64Array, targets: readonly Target[], past: readonly number[], own: number, forecasts: Forecasts, alpha: number,
): { readonly placebo: Placebo; readonly calibration: Calibration } {
  const { length } = targets[own]!;
  const errors = past.map((index) => {
    const deviation = Math.sqrt(varianceAt(forecasts, index));
    return { deviation, z: (meanOver(values, targets[index]!) - forecasts.means[index]!) / deviation };
  }).filter(({ z }) => Number.isFinite(z));
  const z = Float64Array.from(errors, (error) => error.z);
  const today = Math.sqrt(varianceAt(forecasts, own));
  return { placebo: summarise(z, length, alpha), calibration: calibrateToday(z, Float64Array.from(errors, ({ deviation }) => deviation), today, length) };
}

/** Variance of a target's mean on standardised data. */
export function varianceAt({ variances }: Forecasts, index: number): number {
  return Math.max(LEAST_VARIANCE, variances[index]!);
}

/** Half of the effect's interval at 1 - alpha on the model's scale. */
export function halfWidth({ standardError, calibration }: Measurement, alpha: number): number {
  return studentQuantile(1 - alpha / 2, calibration.df) * standardError;
}

/** Ratio of mean squared standardised one-step errors, last quarter of the history over the rest, in the likeliest cell; 1 = no change. */
export function varianceBreak({ frame, plan, forecasts, weights }: Averaged): number {
  const best = weights.reduce<Weighted | undefined>((top, one) => (top === undefined || one.share > top.share ? one : top), undefined);
  if (best === undefined) return 1;
  const { counted, precisions, layout } = plan[best.family]!;
  const { predictions } = forecasts.passes[best.family]!;
  const from = Math.floor(frame.history * 0.75);
  const totals = [0, 0];
  const days = [0, 0];
  for (let t = 0; t < frame.history; t++) {
    if (counted[t] === 0) continue;
    const at = best.cell * layout.length + t;
    const side = t < from ? 0 : 1;
    totals[side]! += (frame.values[t]! - predictions[at]!) ** 2 * precisions[at]!;
    days[side]! += 1;
  }
  const [before, last] = [totals[0]! / days[0]!, totals[1]! / days[1]!];
  return before > 0 && Number.isFinite(last) ? last / before : 1;
}

/** The coefficient of column `name` at the ship, mixed over the cells: mean and standard deviation, per unit of the column on standardised data. */
export function coefficientOf({ plan, forecasts, weights }: Averaged, name: string): { readonly mean: number; readonly sd: number } {
  let mean = 0;
  let square = 0;
  for (const { family, cell, share, noise } of weights) {
    const { positions, family: { columns }, finalVariances } = plan[family]!;
    const at = cell * positions.size + positions.columns + columns.findIndex((column) => column.name === name);
    const value = forecasts.passes[family]!.states[at]!;
    mean += share * value;
    square += share * (noise * finalVariances[at]! + value * value);
  }
  return { mean, sd: Math.sqrt(Math.max(0, square - mean * mean)) };
}
