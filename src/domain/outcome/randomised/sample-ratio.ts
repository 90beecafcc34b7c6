// Whether the units were split between the arms as planned. A broken split means that the arms differ by more than the change.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import { chiSquareSf } from '../numerics/chi-square.ts';
import { logGamma } from '../numerics/gamma.ts';
import { sum } from '../numerics/sum.ts';

/** p below which a split counts as broken. */
export const SPLIT_ALARM = 0.001;
/** How strongly the sequential check believes in the planned split: units its prior is worth. */
const CONCENTRATION = 1000;

export type SplitProblem = 'one-arm' | 'counts-differ' | 'count-not-whole' | 'weight-not-positive' | 'no-units' | 'counts-fall';

/**
 * p of the counts under the planned split, chi-square with arms - 1 degrees of freedom. `weights` need not add to 1.
 * Example: 821,588 against 815,482 at one to one gives 0.0000018 (Kohavi, Tang & Xu 2020).
 */
export function splitPValue(counts: readonly number[], weights: readonly number[]): Ruling<number, SplitProblem> {
  const problem = splitProblem(counts, weights);
  if (problem !== null) return problem;
  const [total, weight] = [sum(counts), sum(weights)];
  if (total === 0) return refused('no-units');
  const distance = sum(counts.map((count, i) => (count - (weights[i]! / weight) * total) ** 2 / ((weights[i]! / weight) * total)));
  return granted(chiSquareSf(distance, counts.length - 1));
}

/** The sequential check after each look: log Bayes factor against the planned split, and the always-valid p so far. */
export interface SplitLook {
  readonly logBayesFactor: number;
  readonly p: number;
}

/**
 * Always-valid check of the split at every look, counts cumulative: Bayes factor of a Dirichlet(concentration x weights) multinomial over
 * the planned one, p = min(1, 1 / largest so far). Source: Lindon & Malek (2020). Example: 5260 to 4740 at one to one gives p 0.000015
 * after 10,000 units when no earlier look was further off.
 */
export function sequentialSplit(
  looks: readonly (readonly number[])[], weights: readonly number[], concentration = CONCENTRATION,
): Ruling<readonly SplitLook[], SplitProblem> {
  const steps: SplitLook[] = [];
  let largest = Number.NEGATIVE_INFINITY;
  for (const [at, counts] of looks.entries()) {
    const problem = splitProblem(counts, weights);
    if (problem !== null) return problem;
    if (at > 0 && counts.some((count, i) => count < looks[at - 1]![i]!)) return refused('counts-fall', { look: at });
    const logBayesFactor = logFactor(counts, weights, concentration);
    largest = Math.max(largest, logBayesFactor);
    steps.push({ logBayesFactor, p: Math.min(1, Math.exp(-largest)) });
  }
  return granted(steps);
}

function logFactor(counts: readonly number[], weights: readonly number[], concentration: number): number {
  const weight = sum(weights);
  const terms = counts.flatMap((count, i) => {
    const prior = (concentration * weights[i]!) / weight;
    return [logGamma(prior + count) - logGamma(prior), -count * Math.log(weights[i]! / weight)];
  });
  return sum([logGamma(concentration) - logGamma(concentration + sum(counts)), ...terms]);
}

function splitProblem(counts: readonly number[], weights: readonly number[]): ReturnType<typeof refused<SplitProblem>> | null {
  if (counts.length < 2) return refused('one-arm');
  if (counts.length !== weights.length) return refused('counts-differ', { counts: counts.length, weights: weights.length });
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) return refused('count-not-whole');
  return weights.every((weight) => Number.isFinite(weight) && weight > 0) ? null : refused('weight-not-positive');
}
