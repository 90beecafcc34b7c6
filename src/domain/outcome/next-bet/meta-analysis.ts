// Measured effects of many bets taken together: their mean, how much they truly differ, what each one probably was.
// Knows no prior; the record of a PM with few bets is for shrinkage.ts.
import { cholesky, invertSymmetric } from '../numerics/matrix.ts';

/** One reading. An infinite standard error means that the bet was committed and could not be read. */
export interface Reading {
  readonly estimate: number;
  readonly standardError: number;
}

/** A line or a mean through effects that differ by more than noise. */
export interface RandomEffects {
  /** Mean, or intercept and slope. */
  readonly coefficients: readonly number[];
  /** Covariance of the coefficients, by rows. */
  readonly covariance: readonly (readonly number[])[];
  /** Variance of the true effects around the mean or line. */
  readonly tau2: number;
  /** For each reading the best guess of the true effect: between the reading and the mean or line. */
  readonly predictions: readonly number[];
}

/** A reading with its row of the design: [1] for a mean, [1, x] for a line. */
interface Row extends Reading {
  readonly design: readonly number[];
}

/**
 * Random-effects mean by restricted maximum likelihood, in the readings' unit. Throws with fewer than 2 finite readings.
 * Source: Viechtbauer (2005), J. Educ. Behav. Stat. 30; equal to R metafor's rma().
 */
export function effectsMean(readings: readonly Reading[]): RandomEffects {
  return restrictedFit(readings.map((reading) => ({ ...reading, design: [1] })));
}

/** The same around a line: estimate = a + b x, one x per reading. Throws with fewer than 3 finite readings or when all x are the same. */
export function effectsLine(readings: readonly Reading[], xs: readonly number[]): RandomEffects {
  return restrictedFit(readings.map((reading, i) => ({ ...reading, design: [1, xs[i]!] })));
}

export interface MomentFit {
  readonly mu: number;
  readonly tau2: number;
  readonly seMu: number;
  /** Cochran's Q: weighted squares around the fixed-effect mean, about chi-squared with one less than the readings when none differ. */
  readonly q: number;
}

/** The mean without iteration. Source: DerSimonian & Laird (1986), Controlled Clinical Trials 7. */
export function momentFit(readings: readonly Reading[]): MomentFit {
  const finite = readings.filter(isRead);
  const fixed = weightedMean(finite, 0);
  const q = finite.reduce((sum, { estimate, standardError }) => sum + ((estimate - fixed.mu) / standardError) ** 2, 0);
  const squares = finite.reduce((sum, { standardError }) => sum + standardError ** -4, 0);
  const tau2 = Math.max(0, (q - (finite.length - 1)) / (fixed.weight - squares / fixed.weight));
  const { mu, weight } = weightedMean(finite, tau2);
  return { mu, tau2, seMu: Math.sqrt(1 / weight), q };
}

function weightedMean(readings: readonly Reading[], tau2: number): { mu: number; weight: number } {
  let [total, weight] = [0, 0];
  for (const { estimate, standardError } of readings) {
    const w = 1 / (standardError ** 2 + tau2);
    total += w * estimate;
    weight += w;
  }
  return { mu: total / weight, weight };
}

function isRead({ standardError }: Reading): boolean {
  return Number.isFinite(standardError);
}

const STARTS = 40;
const STEPS = 200;

/** Fisher scoring from the best of a grid of starts: the likelihood may have a second, lower top. */
function restrictedFit(rows: readonly Row[]): RandomEffects {
  const size = rows[0]?.design.length ?? 1;
  const read = rows.filter(isRead);
  if (read.length <= size) throw new RangeError(`needs more than ${size} readings, got ${read.length}`);
  let tau2 = bestStart(read);
  for (let step = 0; step < STEPS; step++) {
    const next = Math.max(0, tau2 + fitAt(read, tau2).step);
    const moved = Math.abs(next - tau2);
    tau2 = next;
    if (moved <= 1e-12 * tau2) break;
  }
  const { coefficients, covariance } = fitAt(read, tau2);
  const predictions = rows.map(({ estimate, standardError, design }) => {
    const line = design.reduce((sum, x, i) => sum + x * coefficients[i]!, 0);
    if (!Number.isFinite(standardError)) return line;
    const kept = tau2 === 0 ? 0 : tau2 / (tau2 + standardError ** 2);
    return kept * estimate + (1 - kept) * line;
  });
  return { coefficients, covariance: rowsOf(covariance, size), tau2, predictions };
}

function bestStart(read: readonly Row[]): number {
  const estimates = read.map(({ estimate }) => estimate);
  const widest = (Math.max(...estimates) - Math.min(...estimates)) ** 2;
  const starts = Array.from({ length: STARTS }, (_, i) => (i === 0 ? 0 : widest * 10 ** (-6 + (6 * i) / (STARTS - 1))));
  const fits = starts.map((tau2) => ({ tau2, height: fitAt(read, tau2).logLikelihood })).filter(({ height }) => Number.isFinite(height));
  return fits.reduce((best, next) => (next.height > best.height ? next : best), { tau2: widest, height: Number.NEGATIVE_INFINITY }).tau2;
}

/** Least squares with weights 1 / (se^2 + tau2), the restricted log-likelihood there up to a constant, and the scoring step for tau2. */
function fitAt(read: readonly Row[], tau2: number): { coefficients: number[]; covariance: Float64Array; logLikelihood: number; step: number } {
  const size = read[0]!.design.length;
  const weights = read.map(({ standardError }) => 1 / (standardError ** 2 + tau2));
  const information = crossed(read, weights, 1);
  const factor = cholesky(information);
  const covariance = invertSymmetric(information);
  if (factor === undefined || covariance === undefined) {
    if (weights.every(Number.isFinite)) throw new RangeError('every stated value is the same: no line can be drawn');
    return { coefficients: [], covariance: information, logLikelihood: Number.NaN, step: 0 };
  }
  const score = Array.from({ length: size }, (_, i) => read.reduce((sum, { design, estimate }, at) => sum + weights[at]! * design[i]! * estimate, 0));
  const coefficients = Array.from({ length: size }, (_, i) => score.reduce((sum, value, j) => sum + covariance[i * size + j]! * value, 0));
  let [misfit, pull, total, squares] = [0, 0, 0, 0];
  read.forEach(({ design, estimate }, at) => {
    const weight = weights[at]!;
    const rest = estimate - design.reduce((sum, x, i) => sum + x * coefficients[i]!, 0);
    misfit += weight * rest * rest - Math.log(weight);
    pull += (weight * rest) ** 2;
    total += weight;
    squares += weight * weight;
  });
  for (let i = 0; i < size; i++) misfit += 2 * Math.log(factor[i * size + i]!);
  const second = multiplied(covariance, crossed(read, weights, 2), size);
  const third = multiplied(covariance, crossed(read, weights, 3), size);
  const traceP = total - trace(second, size);
  const tracePP = squares - 2 * trace(third, size) + trace(multiplied(second, second, size), size);
  return { coefficients, covariance, logLikelihood: -misfit / 2, step: (pull - traceP) / tracePP };
}

/** X' W^power X. */
function crossed(read: readonly Row[], weights: readonly number[], power: number): Float64Array {
  const size = read[0]!.design.length;
  const product = new Float64Array(size * size);
  read.forEach(({ design }, at) => {
    const weight = weights[at]! ** power;
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) product[i * size + j]! += weight * design[i]! * design[j]!;
  });
  return product;
}

function multiplied(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) product[i * size + j]! += a[i * size + k]! * b[k * size + j]!;
  return product;
}

function trace(a: Float64Array, size: number): number {
  let total = 0;
  for (let i = 0; i < size; i++) total += a[i * size + i]!;
  return total;
}

function rowsOf(a: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from(a.subarray(i * size, (i + 1) * size)));
}
