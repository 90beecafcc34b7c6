// The range an axis of values covers, and its round ends and ticks for drawings that have no d3 of their own.
import { scaleLinear } from 'd3-scale';

export interface NiceAxis { readonly low: number; readonly high: number; readonly ticks: readonly number[] }

/** Differences smaller than this are no scale: a computer's numbers run out of digits before a reader does. */
const LEAST_SPAN = 1e-9;
const SMALLEST = 1e-100;

/** Least and greatest of the finite values; when they are all but equal, a tenth of their size, or one, on either side. */
export function rangeOf(values: readonly number[]): readonly [number, number] {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const [least, greatest] = [Math.min(...finite), Math.max(...finite)];
  const size = Math.max(Math.abs(least), Math.abs(greatest));
  if (greatest - least > Math.max(size * LEAST_SPAN, SMALLEST)) return [least, greatest];
  const pad = size > LEAST_SPAN ? size * 0.1 : 1;
  return [least - pad, greatest + pad];
}

/** At least one value. Example: 1.2 to 8.9 with 4 ticks is 0 to 10. */
export function niceAxis(values: readonly number[], most: number): NiceAxis {
  const scale = scaleLinear(rangeOf(values), [0, 1]).nice(most);
  const [low = 0, high = 1] = scale.domain();
  return { low, high, ticks: scale.ticks(most) };
}
