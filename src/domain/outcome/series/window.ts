// What a sum over a window asks of the state before it: the weight of each state, and how much the shocks on the way add.
// Computed backwards with the transposed transition, so that gaps, leads and missing days need no formula of their own.

/**
 * Days to forecast from what is known before day `origin`: `length` days that begin `lead` days later.
 * `days` marks the ones that count (1) and is all of them when absent.
 */
export interface Target {
  readonly origin: number;
  readonly lead: number;
  readonly length: number;
  readonly days?: Uint8Array | undefined;
}

/** Weights of the window's sum on level, slope and the seasonal values by age (0 = today's); noise per unit of each shock's variance. */
export interface Loading {
  readonly count: number;
  readonly level: number;
  readonly slope: number;
  readonly seasonByAge: Float64Array;
  readonly levelNoise: number;
  readonly slopeNoise: number;
  readonly seasonNoise: number;
}

/**
 * The loading of a target. The variance of the SUM is w P w' + levelRatio x levelNoise + ... + count, in units of the noise variance.
 * Example: phi 1, no season, three days: level 3, levelNoise 2^2 + 1^2 = 5.
 */
export function loadingOf(target: Target, phi: number, period: number): Loading {
  const last = target.lead + target.length - 1;
  const ages = Math.max(0, period - 1);
  const season = new Float64Array(ages);
  let level = 0;
  let slope = 0;
  let count = 0;
  let levelNoise = 0;
  let slopeNoise = 0;
  let seasonNoise = 0;
  for (let day = last; day >= 0; day--) {
    levelNoise += level * level;
    slopeNoise += slope * slope;
    slope += level;
    level *= phi;
    if (ages > 0) {
      const newest = season[0]!;
      seasonNoise += newest * newest;
      for (let age = 0; age < ages - 1; age++) season[age] = season[age + 1]! - newest;
      season[ages - 1] = -newest;
    }
    if (day < target.lead || (target.days && target.days[day - target.lead] === 0)) continue;
    count++;
    level += 1;
    if (ages > 0) season[0]! += 1;
  }
  return { count, level, slope, seasonByAge: season, levelNoise, slopeNoise, seasonNoise };
}
