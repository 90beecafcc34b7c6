// Round ends and ticks of an axis of values, for drawings that have no d3 of their own.
import { scaleLinear } from 'd3-scale';

export interface NiceAxis { readonly low: number; readonly high: number; readonly ticks: readonly number[] }

/** At least one value. All equal: a tenth of the value, or one, on either side. Example: 1.2 to 8.9 with 4 is 0 to 10. */
export function niceAxis(values: readonly number[], most: number): NiceAxis {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const pad = least === greatest ? Math.abs(least) * 0.1 || 1 : 0;
  const scale = scaleLinear([least - pad, greatest + pad], [0, 1]).nice(most);
  const [low = 0, high = 1] = scale.domain();
  return { low, high, ticks: scale.ticks(most) };
}
