// What would make an inconclusive reading decisive: more of the same, or nothing this method can give. Knows no calendar.

/** `halfWidth` is the interval's reach on the side of the bar; `weeks` is how long was measured so far, above 0. */
export interface Precision {
  readonly effect: number;
  readonly minEffect: number;
  readonly halfWidth: number;
  readonly weeks: number;
  /** The half-width that no amount of time goes below, such as what a wandering level leaves; 0 for a randomised test. */
  readonly floor?: number | undefined;
}

/** Beyond two years of further waiting the answer is "never". */
const LONGEST_WAIT = 104;

/**
 * Further weeks until the half-width is at most |effect - minEffect|, if the estimate stays where it is; null means never with this method.
 * half(n)^2 = floor^2 + (halfWidth^2 - floor^2) weeks / n. Example: half-width 2, distance 1.5, 6 weeks so far: 4.67 more, so 5.
 */
export function weeksUntilDecisive({ effect, minEffect, halfWidth, weeks, floor = 0 }: Precision): number | null {
  const distance = Math.abs(effect - minEffect);
  if (halfWidth <= distance) return 0;
  if (!(distance > floor) || !(halfWidth > floor)) return null;
  const needed = (weeks * (halfWidth ** 2 - floor ** 2)) / (distance ** 2 - floor ** 2);
  const more = Math.ceil(needed - weeks - 1e-9);
  return more <= LONGEST_WAIT ? more : null;
}
