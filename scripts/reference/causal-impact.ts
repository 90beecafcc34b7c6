// R CausalImpact's posterior without its sampler: local level and regression, coefficients integrated out, both standard deviations by
// quadrature on a grid that is laid twice, the second time only where the first found weight.
import { cholesky, solveCholesky } from '../../src/domain/outcome/numerics/matrix.ts';
import { normalCdf } from '../../src/domain/outcome/numerics/normal.ts';
import { loadingOf } from '../../src/domain/outcome/series/window.ts';

/** 1/sd^2 ~ Gamma(df / 2, df guess^2 / 2), on standardised data; `upper` bounds the sd. */
export interface DeviationPrior {
  readonly guess: number;
  readonly df: number;
  readonly upper?: number;
}

export interface Impact {
  readonly pred: number;
  readonly sd: number;
  readonly eff: number;
  readonly lo: number;
  readonly hi: number;
  readonly rel: number;
}

interface Node {
  readonly logWeight: number;
  readonly mean: number;
  readonly variance: number;
}

const SIDE = 45;
const NEGLIGIBLE = Math.log(1e-9);

/** `controls` are columns over history and window. Answers in the metric's unit: forecast mean of the window, its sd, the effect and its interval. */
export function causalImpact(y: readonly (number | null)[], controls: readonly (readonly number[])[], train: number, h: number, level: DeviationPrior, noise: DeviationPrior, alpha: number): Impact {
  const own = standardised(y.map((value) => value ?? Number.NaN), train);
  const columns = controls.map((column) => standardised(column, train).values);
  const precision = priorPrecision(columns, train);
  const nodeAt = (logNoise: number, logLevel: number): Node => {
    const [e, s] = [Math.exp(logNoise), Math.exp(logLevel)];
    const node = conditional(own.values, columns, precision, train, h, e, s);
    return { ...node, logWeight: s > (level.upper ?? Infinity) ? -Infinity : node.logWeight + logPrior(e, noise) + logPrior(s, level) };
  };
  let box: [number, number][] = [[Math.log(0.01), Math.log(3)], [Math.log(0.0005), Math.log(level.upper ?? 3)]];
  let nodes: Node[] = [];
  for (let round = 0; round < 2; round++) {
    const [rows, cells] = box.map(([from, to]) => Array.from({ length: SIDE }, (_, i) => from + ((to - from) * i) / (SIDE - 1))) as [number[], number[]];
    const laid = rows.flatMap((a) => cells.map((b) => ({ a, b, ...nodeAt(a, b) })));
    const best = Math.max(...laid.map(({ logWeight }) => logWeight));
    const kept = laid.filter(({ logWeight }) => logWeight - best > NEGLIGIBLE);
    nodes = kept.map((node) => ({ ...node, logWeight: node.logWeight - best }));
    box = [around(kept.map(({ a }) => a), rows[1]! - rows[0]!), around(kept.map(({ b }) => b), cells[1]! - cells[0]!)];
    box[1]![1] = Math.min(box[1]![1], Math.log(level.upper ?? Infinity));
  }
  const weights = nodes.map(({ logWeight }) => Math.exp(logWeight));
  const total = weights.reduce((a, b) => a + b, 0);
  const mix = (of: (node: Node) => number): number => nodes.reduce((sum, node, i) => sum + (weights[i]! / total) * of(node), 0);
  const mean = mix((node) => node.mean);
  const sd = own.sd * Math.sqrt(mix((node) => node.variance + (node.mean - mean) ** 2));
  const quantile = (p: number): number => {
    let [low, high] = [mean - 20 * (sd / own.sd), mean + 20 * (sd / own.sd)];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (mix((node) => normalCdf((middle - node.mean) / Math.sqrt(node.variance))) < p) low = middle;
      else high = middle;
    }
    return own.middle + own.sd * low;
  };
  const after = y.slice(train, train + h).filter((value) => value !== null);
  const ybar = after.reduce((a, b) => a + b, 0) / after.length;
  const pred = own.middle + own.sd * mean;
  // E[1 / forecast] to second order, as the mean of draws would have it.
  return { pred, sd, eff: ybar - pred, lo: ybar - quantile(1 - alpha / 2), hi: ybar - quantile(alpha / 2), rel: (ybar / pred) * (1 + (sd / pred) ** 2) - 1 };
}

function around(points: readonly number[], step: number): [number, number] {
  return [Math.min(...points) - step, Math.max(...points) + step];
}

/** Log density of log sd. */
function logPrior(sd: number, { guess, df }: DeviationPrior): number {
  return -df * Math.log(sd) - (df * guess * guess) / (2 * sd * sd);
}

function standardised(values: readonly number[], train: number): { readonly values: Float64Array; readonly middle: number; readonly sd: number } {
  const before = values.slice(0, train).filter((value) => !Number.isNaN(value));
  const middle = before.reduce((a, b) => a + b, 0) / before.length;
  const sd = Math.sqrt(before.reduce((a, b) => a + (b - middle) ** 2, 0) / (before.length - 1));
  return { middle, sd, values: Float64Array.from(values, (value) => (value - middle) / (sd > 0 ? sd : 1)) };
}

/** 0.01 / n x (X'X / 2 + diag(X'X) / 2), to be divided by the noise variance. */
function priorPrecision(columns: readonly Float64Array[], train: number): Float64Array {
  const k = columns.length;
  return Float64Array.from({ length: k * k }, (_, at) => {
    const [i, j] = [Math.floor(at / k), at % k];
    let product = 0;
    for (let t = 0; t < train; t++) product += columns[i]![t]! * columns[j]![t]!;
    return (0.01 / train) * product * (i === j ? 1 : 0.5);
  });
}

/** Log-likelihood and window forecast at given deviations, coefficients integrated out. */
function conditional(y: Float64Array, columns: readonly Float64Array[], precision: Float64Array, train: number, h: number, e: number, s: number): Node {
  const k = columns.length;
  const levels = new Float64Array(k + 1);
  const errors = new Float64Array(k + 1);
  const gram = precision.map((value) => value / (e * e));
  const prior = cholesky(gram);
  const cross = new Float64Array(k);
  levels[0] = y.find((value) => !Number.isNaN(value))!;
  let variance = 1;
  let logWeight = 0;
  for (let t = 0; t < train; t++) {
    if (!Number.isNaN(y[t]!)) {
      const f = variance + e * e;
      const gain = variance / f;
      for (let c = 0; c <= k; c++) {
        errors[c] = (c === 0 ? y : columns[c - 1]!)[t]! - levels[c]!;
        levels[c]! += gain * errors[c]!;
      }
      for (let i = 0; i < k; i++) {
        cross[i]! += (errors[i + 1]! * errors[0]!) / f;
        for (let j = 0; j < k; j++) gram[i * k + j]! += (errors[i + 1]! * errors[j + 1]!) / f;
      }
      logWeight -= 0.5 * (Math.log(f) + errors[0]! ** 2 / f);
      variance -= gain * variance;
    }
    variance += s * s;
  }
  const posterior = cholesky(gram);
  if (k > 0 && (posterior === undefined || prior === undefined)) return { logWeight: -Infinity, mean: 0, variance: 1 };
  const beta = k > 0 ? solveCholesky(posterior!, cross) : new Float64Array(0);
  const ahead = Float64Array.from(columns, (column, c) => column.subarray(train, train + h).reduce((a, b) => a + b, 0) / h - levels[c + 1]!);
  const spread = k > 0 ? solveCholesky(posterior!, ahead) : new Float64Array(0);
  let mean = levels[0]!;
  let window = variance + (s * s * loadingOf({ origin: 0, lead: 0, length: h }, 1, 0).levelNoise + e * e * h) / (h * h);
  for (let c = 0; c < k; c++) {
    mean += beta[c]! * ahead[c]!;
    window += ahead[c]! * spread[c]!;
    logWeight += 0.5 * beta[c]! * cross[c]! + Math.log(prior![c * k + c]!) - Math.log(posterior![c * k + c]!);
  }
  return { logWeight, mean, variance: window };
}
