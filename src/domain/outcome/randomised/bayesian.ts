// What to believe of an effect once data and prior are put together: a second opinion, and the input of scoring. Decides nothing.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import type { Scale } from '../estimate.ts';
import { betaQuantile, logBeta, regularisedBeta, regularisedBetaComplement } from '../numerics/beta.ts';
import { normalPdf, normalQuantile, normalSf } from '../numerics/normal.ts';
import type { Share } from './small-counts.ts';

/** A normal belief about an effect, on the effect's scale. */
export interface Belief {
  readonly mean: number;
  readonly sd: number;
}

/** Spread of true effects an organisation is taken to have when it has measured none: 5% of the control's mean. */
export const USUAL_PRIOR: Belief = { mean: 0, sd: 0.05 };

/** A prior stated relative to control, on the absolute scale: 5% of a mean of 20 is 1. */
export function priorOnAbsolute(prior: Belief, controlMean: number): Belief {
  return { mean: prior.mean * Math.abs(controlMean), sd: prior.sd * Math.abs(controlMean) };
}

/**
 * Normal posterior of an effect measured with a standard error: precisions add, means are weighted by them; `prior` null is flat.
 * Refused when neither the data nor the prior says anything. Example: 0.05 +- 0.03572 and a prior of 0.1 +- 0.316 give 0.0506 +- 0.0355.
 */
export function posteriorOf(effect: number, standardError: number, prior: Belief | null): Ruling<Belief, 'not-a-number' | 'no-spread'> {
  if (![effect, prior?.mean ?? 0].every((value) => Number.isFinite(value))) return refused('not-a-number');
  if (!(standardError > 0) || (prior !== null && !(prior.sd > 0))) return refused('no-spread');
  if (prior === null || prior.sd === Number.POSITIVE_INFINITY) {
    return standardError === Number.POSITIVE_INFINITY ? refused('no-spread') : granted({ mean: effect, sd: standardError });
  }
  const ratio = standardError / prior.sd;
  const ofData = 1 / (1 + ratio ** 2);
  const ofPrior = 1 / (1 + 1 / ratio ** 2);
  return granted({ mean: ofData * effect + ofPrior * prior.mean, sd: Math.min(standardError * Math.sqrt(ofData), prior.sd * Math.sqrt(ofPrior)) });
}

/** P(effect >= d). `{ mean: 0.05, sd: 0.0357 }` at 0 gives 0.919. */
export function chanceAtLeast({ mean, sd }: Belief, d = 0): number {
  return normalSf((d - mean) / sd);
}

/** Central interval that holds the effect with probability 1 - alpha. */
export function credibleInterval({ mean, sd }: Belief, alpha: number): readonly [number, number] {
  const half = -normalQuantile(alpha / 2) * sd;
  return [mean - half, mean + half];
}

/** What is lost on average by choosing wrongly: by staying with control E[max(effect, 0)], by treatment E[max(-effect, 0)]. */
export interface Risk {
  readonly control: number;
  readonly treatment: number;
}

/** Expected losses s phi(m/s) + m Phi(m/s) and its mirror. N(0.1, 0.05^2) gives 0.10042 and 0.00042. */
export function riskOf({ mean, sd }: Belief): Risk {
  const z = mean / sd;
  return { control: gain(z) * sd, treatment: gain(-z) * sd };
}

/** phi(z) + z Phi(z) for the standard normal; deep in the lower tail, where it cancels, Mills' expansion phi(z) (1/z^2 - 3/z^4 + 15/z^6). */
function gain(z: number): number {
  if (z > -30) return Math.max(0, normalPdf(z) + z * normalSf(-z));
  const r = 1 / (z * z);
  return normalPdf(z) * r * (1 - 3 * r + 15 * r * r);
}

/** Exact reading of two shares with independent Beta priors. */
export interface ShareReading {
  readonly pBetter: number;
  readonly pAtLeastMin: number;
}

/**
 * P(treatment share > control share) and P(difference >= minEffect), Beta(a, b) priors in both arms, by quadrature to 1e-10;
 * `relative` reads `minEffect` as a fraction of the control's share.
 * Integrated over the angle whose squared sine is the control's share: there the density has no infinite ends for a, b >= 1/2.
 * Example: 50 of 500, 61 of 480, uniform priors, 1 point: 0.90886 and 0.79936.
 */
export function readShares(
  control: Share, treatment: Share, prior: readonly [number, number] = [1, 1], minEffect = 0, scale: Scale = 'absolute',
): Ruling<ShareReading, 'count-not-whole' | 'more-successes-than-units' | 'prior-not-positive' | 'not-a-number'> {
  if (!prior.every((value) => value > 0 && Number.isFinite(value))) return refused('prior-not-positive');
  if (!Number.isFinite(minEffect)) return refused('not-a-number');
  for (const { successes, n } of [control, treatment]) {
    if (![successes, n].every((value) => Number.isInteger(value) && value >= 0)) return refused('count-not-whole');
    if (successes > n) return refused('more-successes-than-units');
  }
  const c = [prior[0] + control.successes, prior[1] + control.n - control.successes] as const;
  const t = [prior[0] + treatment.successes, prior[1] + treatment.n - treatment.successes] as const;
  return granted({ pBetter: aboveBar(c, t, 0, scale), pAtLeastMin: aboveBar(c, t, minEffect, scale) });
}

type Beta = readonly [a: number, b: number];

/** P(treatment >= control + bar), or >= control x (1 + bar), integrated over the sharper of the two, so that the other is smooth beside it. */
function aboveBar(c: Beta, t: Beta, bar: number, scale: Scale): number {
  const raised = (control: number): number => (scale === 'absolute' ? control + bar : control * (1 + bar));
  const lowered = (treatment: number): number => (scale === 'absolute' ? treatment - bar : treatment / (1 + bar));
  if (scale === 'relative' && bar <= -1) return 1;
  const clamped = (tail: (x: number) => number, below: number, above: number) => (x: number): number => (x <= 0 ? below : x >= 1 ? above : tail(x));
  const treatmentAbove = clamped((x) => regularisedBetaComplement(x, ...t), 1, 0);
  const controlBelow = clamped((x) => regularisedBeta(x, ...c), 0, 1);
  const value = spreadOf(c) <= spreadOf(t)
    ? meanOverBeta(c, (control) => treatmentAbove(raised(control)), [lowered(0), lowered(1)])
    : meanOverBeta(t, (treatment) => controlBelow(lowered(treatment)), [raised(0), raised(1)]);
  return Math.max(0, Math.min(1, value));
}

function spreadOf([a, b]: Beta): number {
  return (a * b) / ((a + b) ** 2 * (a + b + 1));
}

/** Nodes and weights of the 8-point Gauss-Legendre rule on [-1, 1]; the negative half mirrors. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363] as const;
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763] as const;
const PANELS = 64;
const TAIL = 1e-13;

/**
 * Mean of f over a Beta(a, b), divided by the mean of 1 by the same rule, so that the rule's own error mostly cancels. `bends` are shares
 * where f is not smooth; panels end there.
 */
function meanOverBeta([a, b]: Beta, f: (x: number) => number, bends: readonly number[]): number {
  const from = Math.asin(Math.sqrt(betaQuantile(TAIL, a, b)));
  const to = Math.PI / 2 - Math.asin(Math.sqrt(betaQuantile(TAIL, b, a)));
  const inside = bends.filter((x) => x > 0 && x < 1).map((x) => Math.asin(Math.sqrt(x))).filter((angle) => angle > from && angle < to);
  const ends = [from, ...inside.sort((x, y) => x - y), to];
  const front = Math.log(2) - logBeta(a, b);
  let [total, weight] = [0, 0];
  for (let stretch = 1; stretch < ends.length; stretch++) {
    const [start, length] = [ends[stretch - 1]!, ends[stretch]! - ends[stretch - 1]!];
    for (let panel = 0; panel < PANELS; panel++) {
      for (const [i, node] of NODES.entries()) {
        for (const u of [(panel + 0.5 - node / 2) / PANELS, (panel + 0.5 + node / 2) / PANELS]) {
          // u^2 (3 - 2u) from 0 to 1 crowds towards both ends, where f may rise like a square root.
          const angle = start + length * u * u * (3 - 2 * u);
          const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
          const mass = length * 6 * u * (1 - u) * WEIGHTS[i]! * Math.exp(front + (2 * a - 1) * Math.log(sine) + (2 * b - 1) * Math.log(cosine));
          total += mass * f(sine * sine);
          weight += mass;
        }
      }
    }
  }
  return total / weight;
}
