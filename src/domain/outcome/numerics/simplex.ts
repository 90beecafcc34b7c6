// Least squares over weights that are not negative and sum to one: how a synthetic unit is put together. Knows no units.
import { leastSquares } from './least-squares.ts';

type Columns = readonly Float64Array[];

/** Best weights on a set of columns that sum to one, of any sign; the set changes one column at a time. */
interface Support {
  readonly columns: readonly number[];
  add(column: number): void;
  remove(column: number): void;
  solve(): Float64Array;
}

/**
 * Weights w >= 0 with sum 1 that make |A w - b|^2 + ridge |w|^2 smallest; A as columns, one per weight, at least one.
 * The active-set method of Lawson & Hanson (1974, ch. 23), with the sum kept exactly instead of by a heavy row, so that the answer
 * satisfies the optimality conditions to rounding: gradient methods stop early here.
 * Example: columns [0], [4] and b = [1] give [0.75, 0.25].
 */
export function simplexLeastSquares(columns: readonly ArrayLike<number>[], b: ArrayLike<number>, ridge = 0): Float64Array {
  // As the weights sum to one, |A w - b| is |D w| with b taken off every column.
  const distance = columns.map((column) => Float64Array.from(column, (value, i) => value - b[i]!));
  const squares = distance.map((column) => dot(column, column));
  const largest = Math.max(ridge, ...squares);
  const first = squares.indexOf(Math.min(...squares));
  const support = ridge > 1e-7 * largest ? byInverse(distance, ridge, first) : byReflection(distance, ridge, first);
  const w = new Float64Array(columns.length);
  w[first] = 1;
  const barred = new Set<number>();
  for (let round = 0; round < 10 * columns.length + 20; round++) {
    const entering = steepest(distance, ridge, w, support.columns, barred, 1e-10 * largest);
    if (entering === undefined) break;
    support.add(entering);
    moveInside(support, w);
    // A column that leaves at once repeats others: let in again only after another has come in.
    if (w[entering]! > 0) barred.clear();
    else barred.add(entering);
  }
  return w;
}

/** Moves towards the best weights on the support, dropping columns whose weight would turn negative on the way. */
function moveInside(support: Support, w: Float64Array): void {
  for (;;) {
    const wanted = support.solve();
    const { columns } = support;
    const step = columns.reduce((least, j, i) => (wanted[i]! < 0 ? Math.min(least, w[j]! / (w[j]! - wanted[i]!)) : least), 1);
    columns.forEach((j, i) => { w[j] = w[j]! + step * (wanted[i]! - w[j]!); });
    if (step === 1) return;
    for (const j of columns.filter((one) => !(w[one]! > 1e-15))) {
      w[j] = 0;
      support.remove(j);
    }
  }
}

/** The weight outside the support whose growth lowers the sum of squares most; undefined at the optimum. */
function steepest(distance: Columns, ridge: number, w: Float64Array, inside: readonly number[], barred: ReadonlySet<number>, slack: number): number | undefined {
  const residual = new Float64Array(distance[0]!.length);
  for (const j of inside) for (let i = 0; i < residual.length; i++) residual[i]! += distance[j]![i]! * w[j]!;
  const slopeOf = (j: number): number => dot(distance[j]!, residual) + ridge * w[j]!;
  const taken = new Set(inside);
  let lowest = inside.reduce((sum, j) => sum + w[j]! * slopeOf(j), 0) - slack;
  let best: number | undefined;
  for (let j = 0; j < distance.length; j++) {
    if (taken.has(j) || barred.has(j)) continue;
    const slope = slopeOf(j);
    if (slope >= lowest) continue;
    lowest = slope;
    best = j;
  }
  return best;
}

/** For little or no ridge, where squares of the columns would lose digits: one weight is 1 minus the others, the rest by reflections. */
function byReflection(distance: Columns, ridge: number, first: number): Support {
  const columns = [first];
  const root = Math.sqrt(ridge);
  const rows = distance[first]!.length;
  const solve = (): Float64Array => {
    const zero = distance[columns[0]!]!;
    const extra = ridge > 0 ? columns.length : 0;
    const others = columns.slice(1).map((j, at) => {
      const column = new Float64Array(rows + extra);
      for (let i = 0; i < rows; i++) column[i] = distance[j]![i]! - zero[i]!;
      if (extra > 0) column[rows] = -root;
      if (extra > 0) column[rows + at + 1] = root;
      return column;
    });
    const target = new Float64Array(rows + extra);
    for (let i = 0; i < rows; i++) target[i] = -zero[i]!;
    if (extra > 0) target[rows] = -root;
    const rest = leastSquares(others, target);
    return Float64Array.from(columns, (_, i) => (i === 0 ? 1 - rest.reduce((sum, value) => sum + value, 0) : rest[i - 1]!));
  };
  return { columns, add: (j) => { columns.push(j); }, remove: (j) => { columns.splice(columns.indexOf(j), 1); }, solve };
}

/**
 * For a real ridge, where nearly all weights stay: the inverse G of D'D + ridge on the support, bordered when a column enters and cut when
 * one leaves; the best weights are G 1 over its sum.
 */
function byInverse(distance: Columns, ridge: number, first: number): Support {
  const columns: number[] = [];
  const stride = distance.length;
  const inverse = new Float64Array(stride * stride);
  const add = (j: number): void => {
    const size = columns.length;
    const cross = Float64Array.from(columns, (k) => dot(distance[k]!, distance[j]!));
    const turned = new Float64Array(size);
    for (let i = 0; i < size; i++) for (let k = 0; k < size; k++) turned[i]! += inverse[i * stride + k]! * cross[k]!;
    const rest = 1 / (dot(distance[j]!, distance[j]!) + ridge - dot(cross, turned));
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < size; k++) inverse[i * stride + k]! += rest * turned[i]! * turned[k]!;
      inverse[i * stride + size] = inverse[size * stride + i] = -rest * turned[i]!;
    }
    inverse[size * stride + size] = rest;
    columns.push(j);
  };
  const remove = (j: number): void => {
    const at = columns.indexOf(j);
    const last = columns.length - 1;
    const cut = Float64Array.from(columns, (_, k) => inverse[at * stride + k]!);
    for (let i = 0; i <= last; i++) for (let k = 0; k <= last; k++) inverse[i * stride + k]! -= (cut[i]! * cut[k]!) / cut[at]!;
    // The last column takes the free place.
    for (let k = 0; k <= last; k++) inverse[at * stride + k] = inverse[last * stride + k]!;
    for (let i = 0; i <= last; i++) inverse[i * stride + at] = inverse[i * stride + last]!;
    columns[at] = columns[last]!;
    columns.pop();
  };
  const solve = (): Float64Array => {
    const sums = new Float64Array(columns.length);
    for (let i = 0; i < sums.length; i++) for (let k = 0; k < sums.length; k++) sums[i]! += inverse[i * stride + k]!;
    const total = sums.reduce((sum, value) => sum + value, 0);
    return sums.map((value) => value / total);
  };
  add(first);
  return { columns, add, remove, solve };
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}
