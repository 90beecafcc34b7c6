// One treatment arm against control, judged by the claim at a given level: estimate, verdict, and what helps to understand both.
// It knows nothing of other arms; gates have passed before it is called.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import type { Check, Claim, Estimate, Interval } from '../estimate.ts';
import { studentCdf, studentSf } from '../numerics/student.ts';
import { judgeEstimate, type Judged } from '../verdict/rule.ts';
import type { ArmProblem } from './arm-totals.ts';
import { chanceAtLeast, posteriorOf, priorOnAbsolute, readShares, riskOf, USUAL_PRIOR, type Belief, type Risk } from './bayesian.ts';
import { errorsAbove } from './difference.ts';
import type { Column, ExperimentOptions, ReadLook } from './experiment-input.ts';
import { readLooks, type Both, type LookProblem, type LookReading, type Snapshot } from './looks.ts';
import { pairOf, type Pair, type PairProblem } from './pair.ts';
import type { Phase } from './peeking.ts';
import { detectable } from './power.ts';

/** Revenue taken apart. Payer rate and revenue per payer explain; they never decide. */
export interface RevenueFigures {
  /** Null when so few paid that there was nothing to cap at. */
  readonly cap: number | null;
  /** Units of both arms whose amount was cut to the cap. */
  readonly cappedUnits: number;
  readonly uncapped: Both;
  readonly payerRate: Both | null;
  readonly perPayer: Both | null;
}

export interface Comparison {
  readonly arm: string;
  /** This arm's share of the claim's level. */
  readonly alpha: number;
  readonly phase: Phase;
  readonly estimate: Estimate;
  readonly verdict: Judged;
  /** The interval that holds at every look; a kill criterion is read on it. */
  readonly alwaysValid: Both;
  /** Slope on the pre-period and the share of the variance that is left; null without a pre-period. */
  readonly adjustment: { readonly theta: number; readonly varianceRatio: number } | null;
  readonly revenue: RevenueFigures | null;
  /** The second opinion: the organisation's prior and the data, on the claim's scale, the metric's own sign; null where control is 0. */
  readonly belief: (Belief & Risk & { readonly atLeastMin: number }) | null;
  /** Effect that such a test sees in 80 of 100 cases, on the claim's scale; null where it has none. */
  readonly detectable80: number | null;
  /** Total units at which the interval would be narrow enough if the estimate stayed; null when it is, or when no number would do. */
  readonly unitsUntilDecisive: number | null;
}

export type ComparisonProblem = ArmProblem | PairProblem | LookProblem;

/** Where the two arms stand among the looks. */
export interface Sides {
  readonly control: string;
  readonly treatment: string;
}

/** Compares two arms over the looks that count and judges the claim at `alpha`. */
export function compare(looks: readonly ReadLook[], sides: Sides, claim: Claim, options: ExperimentOptions, alpha: number, checks: readonly Check[]): Ruling<Comparison, ComparisonProblem> {
  const snapshots = snapshotsOf(looks, sides, 'main');
  if (!snapshots.ok) return snapshots;
  const end = options.end ?? null;
  const reading = readLooks(snapshots.value, end, alpha);
  if (!reading.ok) return reading;
  const latest = snapshots.value.at(-1)!;
  const estimate = estimateOf(reading.value, alpha, checks);
  const own = judged(estimate, latest, claim, alpha);
  const revenue = revenueFigures(looks, sides, options, alpha);
  if (!revenue.ok) return revenue;
  const uncapped = revenue.value === null ? null : judgeEstimate({ ...estimate, ...scalesOf(revenue.value.uncapped) }, claim);
  const flips = uncapped !== null && uncapped.status !== own.status;
  const { pair } = latest;
  return granted({
    arm: sides.treatment, alpha, phase: reading.value.phase, estimate,
    verdict: flips ? { ...own, status: 'inconclusive', reason: 'depends-on-few-customers' } : own,
    alwaysValid: reading.value.alwaysValid,
    adjustment: pair.adjusted ? { theta: pair.theta, varianceRatio: varianceRatio(pair) } : null,
    revenue: revenue.value,
    belief: beliefOf(reading.value, pair, claim, options),
    detectable80: detectableOn(reading.value, pair, claim, alpha),
    unitsUntilDecisive: unitsUntilDecisive(own, claim, latest.at.units),
  });
}

function snapshotsOf(looks: readonly ReadLook[], { control, treatment }: Sides, column: Column): Ruling<Snapshot[], ComparisonProblem> {
  const snapshots: Snapshot[] = [];
  for (const { day, arms } of looks) {
    const [c, t] = [control, treatment].map((name) => arms.find((arm) => arm.name === name)!) as [(typeof arms)[number], (typeof arms)[number]];
    const [before, after] = [c.moments[column], t.moments[column]];
    if (before === undefined || after === undefined) return refused('no-units', { arm: before === undefined ? c.name : t.name });
    const pair = pairOf(before, after);
    if (!pair.ok) return pair;
    const counted = column === 'main' && c.successes !== null && t.successes !== null;
    const shares = counted ? { control: { successes: c.successes, n: c.units }, treatment: { successes: t.successes, n: t.units } } : null;
    snapshots.push({ at: { units: c.units + t.units, day }, pair: pair.value, shares });
  }
  return granted(snapshots);
}

function estimateOf(reading: LookReading, alpha: number, checks: readonly Check[]): Estimate {
  const { method, standardError, df, looksDisagree } = reading;
  return { method, grade: 'A', level: 1 - alpha, ...scalesOf(reading), standardError, df, checks, warnings: looksDisagree ? ['looks-disagree'] : [] };
}

function scalesOf({ absolute, relative }: Both): Pick<Estimate, 'absolute' | 'relative'> {
  return { absolute, relative: relative ?? undefined };
}

/** The verdict with P(effect >= minimum) by the test that made the interval: exact for few counts, else by the t distribution at the bar. */
function judged(estimate: Estimate, { pair, shares }: Snapshot, claim: Claim, alpha: number): Judged {
  const verdict = judgeEstimate(estimate, { ...claim, alpha });
  if (verdict.pAtLeastMin === undefined && verdict.effect === undefined) return verdict;
  const bar = claim.direction === 'up' ? claim.minEffect : -claim.minEffect;
  if (estimate.method === 'newcombe' && shares !== null) {
    const exact = readShares(shares.control, shares.treatment, [1, 1], bar, claim.scale);
    if (exact.ok) return { ...verdict, pAtLeastMin: claim.direction === 'up' ? exact.value.pAtLeastMin : 1 - exact.value.pAtLeastMin };
  }
  const away = errorsAbove(pair, bar, claim.scale);
  if (away === null) return verdict;
  return { ...verdict, pAtLeastMin: claim.direction === 'up' ? studentCdf(away, estimate.df) : studentSf(away, estimate.df) };
}

function varianceRatio({ control, treatment }: Pair): number {
  return (treatment.variance / treatment.n + control.variance / control.n) / (treatment.baseVariance / treatment.n + control.baseVariance / control.n);
}

function revenueFigures(looks: readonly ReadLook[], sides: Sides, options: ExperimentOptions, alpha: number): Ruling<RevenueFigures | null, ComparisonProblem> {
  const sold = looks.at(-1)!.arms.filter(({ name }) => name === sides.control || name === sides.treatment).map(({ revenue }) => revenue);
  const [one, other] = sold;
  if (one === null || other === null || one === undefined || other === undefined) return granted(null);
  const read = (column: Column): Ruling<Both, ComparisonProblem> => {
    const snapshots = snapshotsOf(looks, sides, column);
    return snapshots.ok ? readLooks(snapshots.value, options.end ?? null, alpha) : snapshots;
  };
  const uncapped = read('uncapped');
  if (!uncapped.ok) return uncapped;
  const [payerRate, perPayer] = [read('payerRate'), read('perPayer')];
  return granted({
    cap: one.cap, cappedUnits: one.cappedUnits + other.cappedUnits, uncapped: bothOf(uncapped.value),
    payerRate: payerRate.ok ? bothOf(payerRate.value) : null, perPayer: perPayer.ok ? bothOf(perPayer.value) : null,
  });
}

function bothOf({ absolute, relative }: Both): Both {
  return { absolute, relative };
}

/** Size of one unit of the claim's scale in the metric's own unit: 1, or the control's mean; null where that is 0. */
function unitOf(pair: Pair, claim: Claim): number | null {
  if (claim.scale === 'absolute') return 1;
  return pair.control.base === 0 ? null : Math.abs(pair.control.base);
}

function beliefOf({ absolute, standardError }: LookReading, pair: Pair, claim: Claim, options: ExperimentOptions): Comparison['belief'] {
  const unit = unitOf(pair, claim);
  if (unit === null || pair.control.base === 0) return null;
  const posterior = posteriorOf(absolute.value, standardError, priorOnAbsolute(options.prior ?? USUAL_PRIOR, pair.control.base));
  if (!posterior.ok) return null;
  const belief = { mean: posterior.value.mean / unit, sd: posterior.value.sd / unit };
  const good = claim.direction === 'up' ? belief : { ...belief, mean: -belief.mean };
  const told = { ...belief, ...riskOf(good), atLeastMin: chanceAtLeast(good, claim.minEffect) };
  return Object.values(told).every((value) => Number.isFinite(value)) ? told : null;
}

function detectableOn({ standardError }: LookReading, pair: Pair, claim: Claim, alpha: number): number | null {
  const unit = unitOf(pair, claim);
  // One "unit" with the variance of the difference itself, and none beside it.
  const least = detectable(standardError ** 2, 1, Number.POSITIVE_INFINITY, { alpha, power: 0.8 });
  if (unit === null || !least.ok) return null;
  const effect = least.value / unit;
  return Number.isFinite(effect) ? effect : null;
}

/** n such that the side of the interval that faces the bar reaches it no more: widths shrink with the square root of n. */
function unitsUntilDecisive({ status, effect }: Judged, { minEffect }: Claim, units: number): number | null {
  if (status !== 'inconclusive' || effect === undefined) return null;
  const bound: Interval['low'] = effect.value >= minEffect ? effect.low : effect.high;
  const distance = Math.abs(effect.value - minEffect);
  if (bound === null || distance === 0) return null;
  const needed = Math.ceil(units * ((bound - effect.value) / distance) ** 2);
  return Number.isSafeInteger(needed) ? needed : null;
}

/** Problems that are an answer about the test, not about how it was written down. */
export function isAnswer(problem: ComparisonProblem): problem is 'no-variation' {
  return problem === 'no-variation';
}
