// What is believed of an intercept a and a slope b together: a normal distribution in two dimensions. Knows not what they predict.

/** Mean of (a, b) and their covariance as [var a, cov ab, var b]. */
export interface Belief {
  readonly mean: readonly [a: number, b: number];
  readonly covariance: Symmetric;
}

/** A symmetric 2 x 2 matrix, the upper triangle by rows. */
export type Symmetric = readonly [number, number, number];

/** a and b not yet connected, each given as its mean and standard deviation. */
export function independentBelief(a: readonly [mean: number, sd: number], b: readonly [mean: number, sd: number]): Belief {
  return { mean: [a[0], b[0]], covariance: [a[1] ** 2, 0, b[1] ** 2] };
}

/** The same belief held half as firmly: what was learned of many as a start for one of them. */
export function loosened(belief: Belief): Belief {
  const [aa, ab, bb] = belief.covariance;
  return { mean: belief.mean, covariance: [2 * aa, 2 * ab, 2 * bb] };
}

/** Inverse of a positive definite matrix. */
export function inverted([p, q, r]: Symmetric): Symmetric {
  const det = p * r - q * q;
  return [r / det, -q / det, p / det];
}

/** x' M x, the variance of x1 a + x2 b when M is their covariance. */
export function quadratic([p, q, r]: Symmetric, x1: number, x2: number): number {
  return p * x1 * x1 + 2 * q * x1 * x2 + r * x2 * x2;
}

/** M x. */
export function applied([p, q, r]: Symmetric, x1: number, x2: number): [number, number] {
  return [p * x1 + q * x2, q * x1 + r * x2];
}
