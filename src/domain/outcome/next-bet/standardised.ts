// Distances in standard deviations that stay numbers where there is no spread or no end.

/** Beyond every tail that a double can hold, and still a number: P(Z > 1e6) is 0, P(Z > -1e6) is 1. */
export const BEYOND = 1e6;

/** (from - to) / sd, within plus or minus 1e6. Without spread the sign decides, and no distance counts as below: `standardised(3, 3, 0)` is -1e6. */
export function standardised(from: number, to: number, sd: number): number {
  const z = sd > 0 ? (from - to) / sd : from <= to ? -BEYOND : BEYOND;
  return Math.min(BEYOND, Math.max(-BEYOND, z));
}
