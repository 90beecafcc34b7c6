// Small least squares by Householder reflections. Knows columns and rows, not what they mean.

/** Columns whose rest after elimination is below this share of the largest are taken as repeats and get 0. */
const RANK_LIMIT = 1e-12;

/**
 * The x that makes |A x - b| smallest, for A given as columns of equal length. Columns that repeat others get 0.
 * Source: Golub & Van Loan, Matrix Computations, 5.3. Example: columns [1, 1, 1], [0, 1, 2] and b = [1, 2, 3] give [1, 1].
 */
export function leastSquares(columns: readonly ArrayLike<number>[], b: ArrayLike<number>): Float64Array {
  const rows = b.length;
  const r = columns.map((column) => Float64Array.from(column));
  const rest = Float64Array.from(b);
  const diagonal = new Float64Array(r.length);
  const rowOf = new Int32Array(r.length).fill(-1);
  const largest = Math.max(0, ...r.map((column) => norm(column, 0)));
  let row = 0;
  for (let j = 0; j < r.length && row < rows; j++) {
    const v = r[j]!;
    const size = norm(v, row);
    if (size <= RANK_LIMIT * largest) continue;
    diagonal[j] = v[row]! > 0 ? -size : size;
    v[row]! -= diagonal[j]!;
    for (let k = j + 1; k < r.length; k++) reflect(v, r[k]!, row);
    reflect(v, rest, row);
    rowOf[j] = row++;
  }
  const x = new Float64Array(r.length);
  for (let j = r.length - 1; j >= 0; j--) {
    const at = rowOf[j]!;
    if (at < 0) continue;
    let value = rest[at]!;
    for (let k = j + 1; k < r.length; k++) value -= r[k]![at]! * x[k]!;
    x[j] = value / diagonal[j]!;
  }
  return x;
}

function norm(v: ArrayLike<number>, from: number): number {
  let total = 0;
  for (let i = from; i < v.length; i++) total += v[i]! * v[i]!;
  return Math.sqrt(total);
}

/** Turns `target` by the reflection whose vector is `v` from `from` on. */
function reflect(v: Float64Array, target: Float64Array, from: number): void {
  let square = 0;
  let product = 0;
  for (let i = from; i < v.length; i++) {
    square += v[i]! * v[i]!;
    product += v[i]! * target[i]!;
  }
  const factor = (2 * product) / square;
  for (let i = from; i < v.length; i++) target[i]! -= factor * v[i]!;
}
