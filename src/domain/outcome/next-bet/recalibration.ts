// What a stated chance is worth, from how earlier ones came out: logit p' = a + b logit p. Knows no bet by name.
import { applied, type Belief, independentBelief, inverted, quadratic, type Symmetric } from './belief.ts';

/** `outcome` is the chance, by the evidence, that the bet did what it claimed: about 1 when won, about 0 when lost, between when unclear. */
export interface StatedChance {
  readonly p: number;
  readonly outcome: number;
}

export interface RecalibratedChance {
  readonly p: number;
  /** 5th and 95th percentile of what p' may be, from the doubt about a and b. */
  readonly low: number;
  readonly high: number;
}

/** Before any bet: a stated 60% is worth 34%. Judgement, near the share of ideas that win where it was counted; see the formula page. */
export const CHANCE_PRIOR: Belief = independentBelief([-1, 1], [0.8, 0.4]);

const Z90 = 1.6448536269514722;
const STEPS = 100;

/**
 * The most probable (a, b) with the covariance at that point, by Newton's method on a concave function, so the start does not
 * matter. Stated chances are taken between 0.01 and 0.99. Source: logistic calibration, Cox (1958), Biometrika 45.
 */
export function learnChances(record: readonly StatedChance[], prior: Belief = CHANCE_PRIOR): Belief {
  const precision = inverted(prior.covariance);
  const points = record.map(({ p, outcome }) => ({ x: logit(clipped(p)), outcome }));
  let [a, b] = prior.mean;
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = slopes(points, precision, prior, a, b);
    const [da, db] = applied(inverted(curvature), ...gradient);
    let share = 1;
    const before = loss(points, precision, prior, a, b);
    while (share > 1e-6 && loss(points, precision, prior, a + share * da, b + share * db) > before) share /= 2;
    a += share * da;
    b += share * db;
    if (Math.abs(da) + Math.abs(db) < 1e-13) break;
  }
  return { mean: [a, b], covariance: inverted(slopes(points, precision, prior, a, b).curvature) };
}

/** The chance to use in place of a stated one, with its interval. Example: before any bet 0.6 gives 0.337. */
export function recalibrated({ mean: [a, b], covariance }: Belief, p: number): RecalibratedChance {
  const x = logit(clipped(p));
  const middle = a + b * x;
  const reach = Z90 * Math.sqrt(quadratic(covariance, 1, x));
  return { p: expit(middle), low: expit(middle - reach), high: expit(middle + reach) };
}

interface Point {
  readonly x: number;
  readonly outcome: number;
}

function slopes(points: readonly Point[], precision: Symmetric, prior: Belief, a: number, b: number): { gradient: [number, number]; curvature: Symmetric } {
  let [g1, g2] = applied(precision, prior.mean[0] - a, prior.mean[1] - b);
  let [p, q, r]: Symmetric = precision;
  for (const { x, outcome } of points) {
    const chance = expit(a + b * x);
    const weight = chance * (1 - chance);
    g1 += outcome - chance;
    g2 += (outcome - chance) * x;
    p += weight;
    q += weight * x;
    r += weight * x * x;
  }
  return { gradient: [g1, g2], curvature: [p, q, r] };
}

/** Minus the logarithm of the posterior, up to a constant. */
function loss(points: readonly Point[], precision: Symmetric, prior: Belief, a: number, b: number): number {
  let total = quadratic(precision, a - prior.mean[0], b - prior.mean[1]) / 2;
  for (const { x, outcome } of points) {
    const eta = a + b * x;
    total += Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))) - outcome * eta;
  }
  return total;
}

function clipped(p: number): number {
  return Math.min(0.99, Math.max(0.01, p));
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

function expit(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
