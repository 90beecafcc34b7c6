// The picture of a reading: what was measured beside what was to be expected, day by day, and the effect as the window grew.
// In the metric's own unit. Knows no colours and no dates.
import { studentQuantile } from '../numerics/student.ts';
import { meanOver, type Frame } from './frame.ts';
import { MOST_WIDENING } from './gates.ts';
import { varianceAt, type Measurement } from './measure.ts';
import { absoluteEffect, relativeEffect, type Ground } from './scale.ts';

/** Beyond this exponent there is no picture; it keeps a hopeless forecast a number. */
const LARGEST_LOG = 700;

/** One point: `at` is its position in the series that was read; `actual` is null where missing. */
export interface BandPoint {
  readonly at: number;
  readonly side: 'before' | 'rollout' | 'window';
  readonly actual: number | null;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** The mean effect from the window's first point to `at`, as a share of what was expected (null when that is not above 0) and in the metric's unit. */
export interface EffectToDate {
  readonly at: number;
  readonly relative: readonly [value: number | null, low: number | null, high: number | null];
  readonly absolute: readonly [value: number, low: number, high: number];
}

/** The picture of one reading. When it was refused the band is at most doubled and `toDate` is empty, so that no effect is shown. */
export interface Band {
  readonly points: readonly BandPoint[];
  readonly toDate: readonly EffectToDate[];
}

/** `own` is the metric in its own unit by position in the frame; `places` says where each of the frame's points lies in the series read. */
export function bandOf(measured: Measurement, own: readonly (number | null)[], places: (point: number) => number, alpha: number): Band {
  const { frame, forecasts, calibration, own: main } = measured;
  const reach = studentQuantile(1 - alpha / 2, calibration.df) * Math.sqrt(Math.min(calibration.k, MOST_WIDENING));
  const point = (t: number, side: BandPoint['side'], middle: number, spread: number): BandPoint => {
    const [expected, low, high] = [0, -1, 1].map((sign) => fromModel(frame, frame.middle + frame.sd * (middle + sign * reach * Math.sqrt(spread))));
    return { at: places(t), side, actual: own[t] ?? null, expected: expected!, low: low!, high: high! };
  };
  const { history, lead, length } = frame;
  const past = oneStep(measured);
  const points = past.map(({ t, mean, spread }) => point(t, 'before', mean, spread));
  for (let day = 0; day < lead + length; day++) {
    points.push(point(history + day, day < lead ? 'rollout' : 'window', forecasts.means[main + 1 + day]!, varianceAt(forecasts, main + 1 + day)));
  }
  return { points, toDate: toDate(measured, own, places, reach) };
}

/** One-step forecasts of the past with the weights of the ship's day, from where every cell has had its start. */
function oneStep({ frame, plan, forecasts, weights }: Measurement): { t: number; mean: number; spread: number }[] {
  const counted = plan[0]!.counted;
  const steps: { t: number; mean: number; spread: number }[] = [];
  for (let t = Math.max(14, counted.indexOf(1)); t < frame.history && weights.length > 0; t++) {
    let mean = 0;
    let square = 0;
    for (const { family, cell, share, noise } of weights) {
      const at = cell * frame.history + t;
      const value = forecasts.passes[family]!.predictions[at]!;
      mean += share * value;
      square += share * (noise / plan[family]!.precisions[at]! + value * value);
    }
    steps.push({ t, mean, spread: Math.max(0, square - mean * mean) });
  }
  return steps;
}

function toDate({ frame, plan, forecasts, own: main }: Measurement, own: readonly (number | null)[], places: (point: number) => number, reach: number): EffectToDate[] {
  const { history, lead, length, scale, unit, known } = frame;
  const { targets } = plan[0]!.layout;
  const effects: EffectToDate[] = [];
  let total = 0;
  let seen = 0;
  for (let day = 0; day < length; day++) {
    const t = history + lead + day;
    if (known[t] === 0) continue;
    total += own[t]!;
    seen++;
    const index = main + 1 + lead + length + day;
    const effect = frame.sd * (meanOver(frame.values, targets[index]!) - forecasts.means[index]!);
    const half = reach * frame.sd * Math.sqrt(varianceAt(forecasts, index));
    const ground: Ground = { scale, unit, after: total / seen };
    const ends = [effect, effect - half, effect + half];
    effects.push({
      at: places(t),
      relative: ends.map((end) => relativeEffect(ground, end)) as unknown as EffectToDate['relative'],
      absolute: ends.map((end) => absoluteEffect(ground, end)) as unknown as EffectToDate['absolute'],
    });
  }
  return effects;
}

/** From the model's scale to the metric's unit. */
function fromModel({ scale, unit }: Pick<Frame, 'scale' | 'unit'>, value: number): number {
  if (scale === 'log') return Math.exp(Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, value)));
  return scale === 'logit' ? 1 / (1 + Math.exp(-value)) : value * unit;
}
