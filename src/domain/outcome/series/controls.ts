// Which control series may stand beside a metric: one that the ship itself moved would take the effect away, and is dropped.
// Knows no verdict.
import type { ControlSeries, SeriesInput } from './input.ts';
import { frameOf } from './frame.ts';
import { coefficientOf, halfWidth, measure, type Averaged, type PlanOf } from './measure.ts';

/** Most controls a bet may name. */
export const MOST_CONTROLS = 5;
/** Level at which a control counts as moved, and how many standard deviations its coefficient must lie from 0 to count as predicting. */
const MOVED_ALPHA = 0.01;
const PREDICTS_FROM = 3;

export interface ControlReport {
  readonly name: string;
  readonly kept: boolean;
  /** Its own effect over the window on its model's scale, with its 99% half-width; null where it could not be read. */
  readonly ownEffect: number | null;
  readonly ownHalfWidth: number | null;
}

/** Reads each control as if it were the metric, with the same ship and window and no controls of its own. */
export function judgeControls(input: SeriesInput, plans: PlanOf): readonly ControlReport[] {
  return (input.controls ?? []).slice(0, MOST_CONTROLS).map((control) => judgeControl(input, control, plans));
}

function judgeControl(input: SeriesInput, { name, values }: ControlSeries, plans: PlanOf): ControlReport {
  const frame = frameOf({ ...input, values, kind: 'amount', denominators: undefined, scale: undefined, controls: [] });
  if (frame.sd === 0 || frame.history < 2) return { name, kept: true, ownEffect: null, ownHalfWidth: null };
  const measured = measure(frame, plans, MOVED_ALPHA);
  const half = halfWidth(measured, MOVED_ALPHA);
  if (!Number.isFinite(measured.effect) || !Number.isFinite(half)) return { name, kept: true, ownEffect: null, ownHalfWidth: null };
  return { name, kept: Math.abs(measured.effect) <= half, ownEffect: measured.effect, ownHalfWidth: half };
}

/** True when some control's coefficient is at least three standard deviations from 0. */
export function controlsPredict(measured: Averaged): boolean {
  return measured.frame.columns.some(({ name }) => {
    if (!name.startsWith('control:')) return false;
    const { mean, sd } = coefficientOf(measured, name);
    return Math.abs(mean) > PREDICTS_FROM * sd;
  });
}
