// How many of several bets would come true if every stated probability were right: the range luck alone gives.

/** P(exactly k come true) for k = 0..n, exact, by adding one bet at a time. [0.5, 0.5] gives [0.25, 0.5, 0.25]. */
export function poissonBinomial(probabilities: readonly number[]): Float64Array {
  const mass = new Float64Array(probabilities.length + 1);
  mass[0] = 1;
  probabilities.forEach((p, before) => {
    for (let k = before + 1; k > 0; k--) mass[k] = mass[k]! * (1 - p) + mass[k - 1]! * p;
    mass[0] = mass[0]! * (1 - p);
  });
  return mass;
}

/** The ordinary range: 5th to 95th percentile of the number that come true. Ten bets at 0.7 give 5 to 9, twenty 11 to 17. */
export function ordinaryRange(probabilities: readonly number[]): { readonly low: number; readonly high: number } {
  const mass = poissonBinomial(probabilities);
  return { low: percentile(mass, 0.05), high: percentile(mass, 0.95) };
}

function percentile(mass: Float64Array, share: number): number {
  let upTo = 0;
  for (let k = 0; k < mass.length; k++) {
    upTo += mass[k]!;
    // A hair's breadth, so that a sum that is exactly the share in decimals is not missed by rounding.
    if (upTo >= share - 1e-12) return k;
  }
  return mass.length - 1;
}
