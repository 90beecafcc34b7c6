// What to believe of a win before looking at anything else: how often such wins are false, and when one is too good.

/**
 * Share of wins that are false, 0 to 1, when a share `baseRate` of ideas truly works: (a/2)(1 - r) / ((a/2)(1 - r) + power r).
 * Source: Kohavi, Deng & Vermeer (2022), KDD. Example: base rate 8%, alpha 5%, power 80% gives 26.4%.
 */
export function falsePositiveRisk(baseRate: number, alpha: number, power: number): number {
  const falseWins = (alpha / 2) * (1 - baseRate);
  const trueWins = power * baseRate;
  return falseWins === 0 ? 0 : falseWins / (falseWins + trueWins);
}

/** Times the organisation's 95th percentile of effects from which an estimate is doubted before it is believed. */
const TOO_GOOD = 5;

/** Twyman's law: an estimate more than five times the organisation's 95th percentile is more likely a fault in the data. Both on one scale, above 0. */
export function isTooGood(estimate: number, percentile95: number): boolean {
  return estimate > TOO_GOOD * percentile95;
}
