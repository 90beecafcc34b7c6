// What one stated probability scores against an outcome that may itself be uncertain. Knows no history.

/** A stated probability and P(effect >= the smallest that matters | data) under the organisation's prior, never the PM's own; both 0 to 1. */
export interface Forecast {
  readonly said: number;
  readonly came: number;
}

/** Entry limits of a stated probability: nothing is certain, and a logarithm of 0 would end the record. */
export function clipProbability(p: number): number {
  return Math.min(0.99, Math.max(0.01, p));
}

export interface BrierScore {
  /** Expected Brier score, 0 (best) to 1. */
  readonly score: number;
  /** The part that no forecaster could avoid: the noise of the measurement, at most 0.25. */
  readonly noise: number;
}

/** (p - pi)^2 + pi (1 - pi). Example: said 0.7, came 0.98: 0.098, of it 0.0196 noise. Source: Brier (1950), in expectation over pi. */
export function brierScore({ said, came }: Forecast): BrierScore {
  const noise = came * (1 - came);
  return { score: (said - came) ** 2 + noise, noise };
}

/** -[pi ln p + (1 - pi) ln(1 - p)] in nats, 0 is best; infinite when what was called impossible came. Said 0.5: 0.693 whatever came. */
export function logScore({ said, came }: Forecast): number {
  const hit = came > 0 ? came * Math.log(said) : 0;
  const miss = came < 1 ? (1 - came) * Math.log1p(-said) : 0;
  return -(hit + miss);
}
