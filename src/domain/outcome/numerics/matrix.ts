// Symmetric positive definite systems on row-major n x n arrays. Knows no statistics.

/** Lower triangle L with L L' = a, zeros above; undefined when `a` is not positive definite. [4, 2, 2, 5] gives [2, 0, 1, 2]. */
export function cholesky(a: Float64Array): Float64Array | undefined {
  const n = sideOf(a);
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= l[i * n + k]! * l[j * n + k]!;
      if (i !== j) l[i * n + j] = rest / l[j * n + j]!;
      else if (rest > 0) l[i * n + i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return l;
}

/** The x with L L' x = b, for L from `cholesky`. */
export function solveCholesky(l: Float64Array, b: ArrayLike<number>): Float64Array {
  const n = sideOf(l);
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= l[i * n + k]! * x[k]!;
    x[i]! /= l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= l[k * n + i]! * x[k]!;
    x[i]! /= l[i * n + i]!;
  }
  return x;
}

/** Inverse of a symmetric positive definite matrix; undefined when it is not. [2, 0, 0, 4] gives [0.5, 0, 0, 0.25]. */
export function invertSymmetric(a: Float64Array): Float64Array | undefined {
  const l = cholesky(a);
  if (l === undefined) return undefined;
  const n = sideOf(a);
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let column = 0; column < n; column++) {
    unit.fill(0);
    unit[column] = 1;
    const x = solveCholesky(l, unit);
    for (let row = 0; row < n; row++) inverse[row * n + column] = x[row]!;
  }
  return inverse;
}

function sideOf(a: Float64Array): number {
  return Math.round(Math.sqrt(a.length));
}
