// The limits of an XmR chart: which week is outside the usual range. Claims nothing under eight baseline values.

export interface XmrLimits {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Natural process limits: mean +/- 2.66 x mean moving range over the baseline, in the values' own unit.
 * Undefined under eight values: with four, an unremarkable next week falls outside 7.6% of the time.
 * Source: Wheeler, Understanding Variation (1993). Example: 10,12,11,13,12,11,12,11 gives mean 11.5, limits 8.08 and 14.92.
 */
export function xmrLimits(baseline: readonly number[]): XmrLimits | undefined {
  if (baseline.length < 8) return undefined;
  const mean = baseline.reduce((sum, value) => sum + value, 0) / baseline.length;
  let range = 0;
  for (let i = 1; i < baseline.length; i++) range += Math.abs(baseline[i]! - baseline[i - 1]!);
  const reach = (2.66 * range) / (baseline.length - 1);
  return { mean, low: mean - reach, high: mean + reach };
}

/** Why the last value of `values` stands out: outside the limits, or the eighth in a row on one side of the mean; undefined when it does not. */
export function xmrSignal(values: readonly number[], limits: XmrLimits): 'outside' | 'run_of_eight' | undefined {
  const last = values.at(-1);
  if (last === undefined) return undefined;
  if (last < limits.low || last > limits.high) return 'outside';
  const recent = values.slice(-8);
  if (recent.length < 8) return undefined;
  return recent.every((value) => value > limits.mean) || recent.every((value) => value < limits.mean) ? 'run_of_eight' : undefined;
}
