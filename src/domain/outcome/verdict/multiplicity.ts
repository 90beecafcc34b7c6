// Many looks at once: p-values adjusted so that they can be read against the level as one would. Knows nothing but p-values.

/** Indices of `p` from the smallest value up; equal values keep their order. */
function ascending(p: readonly number[]): number[] {
  return p.map((_, i) => i).sort((a, b) => p[a]! - p[b]!);
}

/**
 * Holm's (1979) step-down adjustment: controls the chance of any false alarm. Same order as given, each at most 1.
 * Example: [0.01, 0.04, 0.03] gives [0.03, 0.06, 0.06].
 */
export function holm(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length);
  let highest = 0;
  ascending(p).forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, p[index]! * (p.length - rank)));
    adjusted[index] = highest;
  });
  return adjusted;
}

/**
 * Benjamini and Hochberg's (1995) step-up adjustment: controls the share of false findings among those named.
 * Example: [0.01, 0.04, 0.03] gives [0.03, 0.04, 0.04].
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length);
  let lowest = 1;
  ascending(p).reverse().forEach((index, fromTop) => {
    lowest = Math.min(lowest, (p[index]! * p.length) / (p.length - fromTop));
    adjusted[index] = lowest;
  });
  return adjusted;
}
