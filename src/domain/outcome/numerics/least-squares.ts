// Small least squares by Householder reflections, and least squares over weights that are not negative and sum to one.
// Knows columns and rows, not what they weigh.

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

/**
 * Weights w >= 0 with sum 1 that make |A w - b|^2 + ridge |w|^2 smallest; A as columns, one per weight, at least one.
 * The active-set method of Lawson & Hanson (1974, ch. 23), with the sum kept exactly by writing one weight as 1 minus the others
 * instead of by a heavy row, so that the answer satisfies the optimality conditions to rounding: gradient methods stop early here.
 * Example: columns [0], [4] and b = [1] give [0.75, 0.25].
 */
export function simplexLeastSquares(columns: readonly ArrayLike<number>[], b: ArrayLike<number>, ridge = 0): Float64Array {
  const n = columns.length;
  const w = new Float64Array(n);
  let support = [nearest(columns, b)];
  w[support[0]!] = 1;
  const slack = 1e-10 * Math.max(1e-300, ...columns.map((column) => norm(column, 0) ** 2), norm(b, 0) ** 2, ridge);
  const barred = new Set<number>();
  for (let round = 0; round < 10 * n + 20; round++) {
    const entering = steepest(columns, b, ridge, w, support, barred, slack);
    if (entering === undefined) break;
    support = [...support, entering];
    for (;;) {
      const wanted = onSupport(columns, b, ridge, support);
      const step = longestStep(w, wanted, support);
      support.forEach((j, i) => { w[j] = w[j]! + step * (wanted[i]! - w[j]!); });
      if (step === 1) break;
      support = support.filter((j) => w[j]! > 1e-15);
      for (let j = 0; j < n; j++) if (!support.includes(j)) w[j] = 0;
    }
    // A column that leaves at once repeats others: let in again only after the support has changed otherwise.
    if (w[entering]! > 0) barred.clear();
    else barred.add(entering);
  }
  return w;
}

function nearest(columns: readonly ArrayLike<number>[], b: ArrayLike<number>): number {
  const distance = columns.map((column) => norm(Float64Array.from(b, (value, i) => value - column[i]!), 0));
  return distance.indexOf(Math.min(...distance));
}

/** The weight outside the support whose growth lowers the sum of squares most; undefined at the optimum. */
function steepest(columns: readonly ArrayLike<number>[], b: ArrayLike<number>, ridge: number, w: Float64Array, support: readonly number[], barred: ReadonlySet<number>, slack: number): number | undefined {
  const residual = Float64Array.from(b, (value) => -value);
  for (const j of support) for (let i = 0; i < residual.length; i++) residual[i]! += columns[j]![i]! * w[j]!;
  const gradient = (j: number): number => {
    let total = ridge * w[j]!;
    for (let i = 0; i < residual.length; i++) total += columns[j]![i]! * residual[i]!;
    return total;
  };
  const level = support.reduce((total, j) => total + w[j]! * gradient(j), 0);
  let best: number | undefined;
  let lowest = level - slack;
  const inside = new Set(support);
  for (let j = 0; j < columns.length; j++) {
    if (inside.has(j) || barred.has(j)) continue;
    const slope = gradient(j);
    if (slope < lowest) {
      lowest = slope;
      best = j;
    }
  }
  return best;
}

/** Best weights on the support that sum to one, of any sign: the first is 1 minus the rest. */
function onSupport(columns: readonly ArrayLike<number>[], b: ArrayLike<number>, ridge: number, support: readonly number[]): Float64Array {
  const rows = b.length;
  const root = Math.sqrt(ridge);
  const first = columns[support[0]!]!;
  const extra = ridge > 0 ? support.length : 0;
  const target = new Float64Array(rows + extra);
  for (let i = 0; i < rows; i++) target[i] = b[i]! - first[i]!;
  if (extra > 0) target[rows] = -root;
  const others = support.slice(1).map((j, at) => {
    const column = new Float64Array(rows + extra);
    for (let i = 0; i < rows; i++) column[i] = columns[j]![i]! - first[i]!;
    if (extra > 0) {
      column[rows] = -root;
      column[rows + at + 1] = root;
    }
    return column;
  });
  const rest = leastSquares(others, target);
  return Float64Array.from(support, (_, i) => (i === 0 ? 1 - rest.reduce((total, value) => total + value, 0) : rest[i - 1]!));
}

/** How far from the present weights towards the wanted ones none turns negative: 1 is all the way. */
function longestStep(w: Float64Array, wanted: Float64Array, support: readonly number[]): number {
  let step = 1;
  support.forEach((j, i) => {
    if (wanted[i]! < 0) step = Math.min(step, w[j]! / (w[j]! - wanted[i]!));
  });
  return step;
}
