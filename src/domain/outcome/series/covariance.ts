// The half of the Kalman filter that never sees the metric: gains, one-step variances and window variances follow from the calendar
// alone. Run once per calendar and shared by every metric on it. The transition is sparse and applied in place.
import { advance, project, quadratic, update } from './covariance-step.ts';
import { columnRows, countedDays, positionsOf, startVariance, type Cell, type Family, type Positions } from './structure.ts';
import { loadingOf, type Loading, type Target } from './window.ts';

/** Days 0 to `length` - 1 are history. Targets are in order of origin, the last at most `length`. */
export interface Layout {
  readonly length: number;
  readonly observed: Uint8Array;
  readonly targets: readonly Target[];
}

/** What a family's filters need and give without the metric. Row-major: cells, then days or targets, then states. */
export interface FamilyPlan {
  readonly family: Family;
  readonly layout: Layout;
  readonly positions: Positions;
  /** Column values, day by day, history and horizon. */
  readonly rows: Float64Array;
  readonly counted: Uint8Array;
  /** Gain of each state on each day; zero where nothing was observed. */
  readonly gains: Float64Array;
  /** One over the one-step variance ratio. */
  readonly precisions: Float64Array;
  /** Per cell and target: sum of log one-step variances over the counted days before its origin. */
  readonly logDeterminants: Float64Array;
  /** Per target: counted days before its origin, and days it asks for. */
  readonly counts: Int32Array;
  readonly days: Int32Array;
  /** Per distinct phi: the weight of each state in the target's sum. */
  readonly weights: readonly Float64Array[];
  readonly weightsOf: Int32Array;
  /** Per cell and target: variance of the target's mean as a ratio to the noise variance. */
  readonly spreads: Float64Array;
  /** Per cell: variance of each state after the history, as a ratio to the noise variance. */
  readonly finalVariances: Float64Array;
}

/** Runs the covariance recursion of every cell. Cost: cells x days x states^2. */
export function planFamily(family: Family, layout: Layout): FamilyPlan {
  const positions = positionsOf(family);
  const { length, targets } = layout;
  const reach = targets.reduce((far, { origin, lead, length: window }) => Math.max(far, origin + lead + window), length);
  const rows = columnRows(family.columns, reach);
  const counted = countedDays(family, layout.observed);
  const phis = [...new Set(family.cells.map(({ phi }) => phi))];
  const loadings = phis.map((phi) => loadingsOf(targets, phi, family.period));
  const cells = family.cells.length;
  const before = countsBefore(counted);
  const plan: FamilyPlan = {
    family, layout, positions, rows, counted,
    gains: new Float64Array(cells * length * positions.size),
    precisions: new Float64Array(cells * length),
    logDeterminants: new Float64Array(cells * targets.length),
    counts: Int32Array.from(targets, ({ origin }) => before[origin]!),
    days: Int32Array.from(loadings[0]!, ({ count }) => count),
    weights: loadings.map((perTarget) => stateWeights(perTarget, targets, positions, rows, family.columns.length)),
    weightsOf: Int32Array.from(family.cells, ({ phi }) => phis.indexOf(phi)),
    spreads: new Float64Array(cells * targets.length),
    finalVariances: new Float64Array(cells * positions.size),
  };
  const variance = new Float64Array(positions.size * positions.size);
  family.cells.forEach((cell, index) => runCell(plan, cell, index, loadings[plan.weightsOf[index]!]!, variance));
  return plan;
}

function countsBefore(counted: Uint8Array): Int32Array {
  const before = new Int32Array(counted.length + 1);
  for (let t = 0; t < counted.length; t++) before[t + 1] = before[t]! + counted[t]!;
  return before;
}

/** Loadings of all targets; whole windows of one shape share theirs. */
function loadingsOf(targets: readonly Target[], phi: number, period: number): Loading[] {
  const whole = new Map<string, Loading>();
  return targets.map((target) => {
    if (target.days) return loadingOf(target, phi, period);
    const shape = `${target.lead}:${target.length}`;
    const known = whole.get(shape) ?? loadingOf(target, phi, period);
    whole.set(shape, known);
    return known;
  });
}

function stateWeights(loadings: readonly Loading[], targets: readonly Target[], at: Positions, rows: Float64Array, columns: number): Float64Array {
  const weights = new Float64Array(targets.length * at.size);
  targets.forEach((target, index) => {
    const loading = loadings[index]!;
    const base = index * at.size;
    weights[base] = loading.level;
    if (at.slope > 0) weights[base + at.slope] = loading.slope;
    for (let age = 0; age < at.seasons; age++) {
      const slot = (((target.origin - age) % at.seasons) + at.seasons) % at.seasons;
      weights[base + at.season + slot] = loading.seasonByAge[age]!;
    }
    if (columns === 0) return;
    for (let day = 0; day < target.length; day++) {
      if (target.days && target.days[day] === 0) continue;
      const row = (target.origin + target.lead + day) * columns;
      for (let i = 0; i < columns; i++) weights[base + at.columns + i]! += rows[row + i]!;
    }
  });
  return weights;
}

function runCell(plan: FamilyPlan, cell: Cell, index: number, loadings: readonly Loading[], variance: Float64Array): void {
  const { family, layout, positions: at, rows, counted, gains, precisions } = plan;
  const { length, observed, targets } = layout;
  const size = at.size;
  const columns = family.columns.length;
  const weights = plan.weights[plan.weightsOf[index]!]!;
  const product = new Float64Array(size);
  variance.fill(0);
  startVariance(family, cell).forEach((value, i) => { variance[i * size + i] = value; });
  let logDeterminant = 0;
  let next = 0;
  for (let t = 0; t <= length; t++) {
    for (; next < targets.length && targets[next]!.origin === t; next++) {
      const { count, levelNoise, slopeNoise, seasonNoise } = loadings[next]!;
      const shocks = cell.levelRatio * levelNoise + cell.slopeRatio * slopeNoise + cell.seasonRatio * seasonNoise;
      plan.spreads[index * targets.length + next] = (quadratic(variance, weights, next * size, size) + shocks + count) / (count * count);
      plan.logDeterminants[index * targets.length + next] = logDeterminant;
    }
    if (t === length) break;
    const f = 1 + project(variance, product, at, at.seasons > 0 ? at.season + (t % at.seasons) : -1, rows, t * columns, columns);
    const precision = 1 / f;
    precisions[index * length + t] = precision;
    if (observed[t] === 1) {
      update(variance, product, precision, gains, (index * length + t) * size, size);
      if (counted[t] === 1) logDeterminant += Math.log(f);
    }
    advance(variance, product, at, cell, t);
  }
  for (let i = 0; i < size; i++) plan.finalVariances[index * size + i] = variance[i * size + i]!;
}
