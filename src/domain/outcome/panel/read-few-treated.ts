// Reads a panel in which up to three units were treated at one date: synthetic control for the fit and the rank, synthetic difference in
// differences for the effect.
import type { Check, Claim } from '../estimate.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { mean, varianceOf } from '../numerics/sum.ts';
import { judgeEstimate, type Judged } from '../verdict/rule.ts';
import { atLeast, countsOf, estimateOf, firstRefusal, type PanelReading, type Share } from './panel-reading.ts';
import type { Panel } from './panel.ts';
import { LEAST_PRE_PERIODS } from './read-staggered.ts';
import type { SecondOpinion } from './second-opinion.ts';
import { meanRow, splitAt, type NamedSplit, type Split } from './split.ts';
import { placeboRank, syntheticControl, type SyntheticControl } from './synthetic-control.ts';
import { changes, donorNoise, placeboSpread, syntheticDid } from './synthetic-did.ts';

const LEAST_DONORS = 5;
/** Periods before treatment from which synthetic difference in differences gives the effect. */
const DID_FROM = 10;
/** Largest gap before treatment, in standard deviations of the treated unit's own period-to-period changes. */
const MOST_MISFIT = 0.5;
const MOST_MISSING = 0.1;

export function readFewTreated(panel: Panel, claim: Claim, cohort: number, seed: number, secondOpinion: SecondOpinion | undefined): PanelReading {
  const split = splitAt(panel, cohort);
  const after = panel.periods.length - split.periodsLeftOut - split.before;
  const gone = after < 1 ? 1 : split.periodsLeftOut / panel.periods.length;
  const checks: Check[] = [
    { id: 'missing-data', ok: gone <= MOST_MISSING, value: gone, limit: MOST_MISSING, refuses: true },
    atLeast('too-few-controls', split.donors.length, LEAST_DONORS),
    atLeast('too-few-pre-periods', split.before, LEAST_PRE_PERIODS),
  ];
  const warnings = warningsOf(panel, split);
  const counts = countsOf(panel, 1, split.treated.length, split.donorsLeftOut);
  const shown = { because: 'few-treated' as const, counts, warnings, byEventTime: [], byCohort: [] };
  if (split.donors.length < split.treated.length + 2 || split.before < 2 || after < 1) {
    return { ...shown, verdict: { status: 'refused', reason: firstRefusal(checks)?.id }, checks, weights: [], periodWeights: [] };
  }
  const control = syntheticControl(split);
  const rank = placeboRank(split, seed);
  const treated = meanRow(split.treated);
  const restless = Math.sqrt(varianceOf(changes(treated.subarray(0, split.before))));
  const misfit = control.rmspeBefore === 0 ? 0 : control.rmspeBefore / restless;
  checks.push(
    { id: 'design-cannot-reach-level', ok: rank.floor <= claim.alpha, value: rank.floor, limit: claim.alpha, refuses: true },
    { id: 'poor-pre-fit', ok: misfit <= MOST_MISFIT, value: misfit, limit: MOST_MISFIT, refuses: true },
    { id: 'placebo-rank', ok: rank.p <= claim.alpha, value: rank.p, limit: claim.alpha, refuses: false },
  );
  const effect = effectOf(panel, split, control, seed);
  const half = -normalQuantile(claim.alpha / 2) * effect.standardError;
  const measured = mean(treated.subarray(split.before));
  const absolute = { value: effect.value, low: effect.value - half, high: effect.value + half };
  const found = { absolute, standardError: effect.standardError, df: null, level: measured };
  const opinion = secondOpinion?.({ values: Array.from(treated), synthetic: Array.from(control.synthetic), firstAfter: split.before }, claim);
  const contradicted = opinion !== undefined && opinion * effect.value < 0;
  if (opinion !== undefined) checks.push({ id: 'methods-disagree-in-sign', ok: !contradicted, value: opinion, limit: 0, refuses: false });
  const estimate = estimateOf(found, effect.method, rank.p <= claim.alpha ? 'B' : 'C', claim.alpha, checks, warnings);
  return {
    ...shown, checks, estimate,
    method: effect.method,
    verdict: verdictOf(judgeEstimate(estimate, claim), contradicted),
    weights: effect.weights,
    periodWeights: effect.periodWeights,
    placeboRank: rank,
    picture: { periods: split.periods.map((t) => panel.periods[t]!), actual: Array.from(treated), synthetic: Array.from(control.synthetic), before: split.before },
  };
}

type Effect = Pick<PanelReading, 'weights' | 'periodWeights'> & {
  readonly method: 'synthetic-difference-in-differences' | 'synthetic-control';
  readonly value: number;
  readonly standardError: number;
};

function effectOf(panel: Panel, split: NamedSplit, control: SyntheticControl, seed: number): Effect {
  if (split.before < DID_FROM) {
    const spread = placeboSpread(split, (placebo: Split) => syntheticControl(placebo).meanGap, seed);
    return { method: 'synthetic-control', value: control.meanGap, standardError: spread!.standardError, weights: shares(split.donorNames, control.weights), periodWeights: [] };
  }
  const noise = donorNoise(split);
  const { effect, omega, lambda } = syntheticDid(split, noise);
  const spread = placeboSpread(split, (placebo: Split) => syntheticDid(placebo, noise).effect, seed);
  return {
    method: 'synthetic-difference-in-differences', value: effect, standardError: spread!.standardError,
    weights: shares(split.donorNames, omega),
    periodWeights: shares(split.periods.map((t) => panel.periods[t]!), lambda),
  };
}

function shares<Name>(names: readonly Name[], weights: Float64Array): Share<Name>[] {
  return names.map((name, i) => ({ name, weight: weights[i]! })).filter(({ weight }) => weight > 1e-9).sort((one, other) => other.weight - one.weight);
}

function warningsOf(panel: Panel, split: NamedSplit): string[] {
  const warnings: string[] = [];
  if (panel.missing > 0) warnings.push(`missing-cells:${panel.missing}`);
  if (split.donorsLeftOut.length > 0) warnings.push(`donors-with-gaps-left-out:${split.donorsLeftOut.length}`);
  if (split.periodsLeftOut > 0) warnings.push(`periods-left-out:${split.periodsLeftOut}`);
  if (panel.alwaysTreated.length > 0) warnings.push(`treated-from-the-start:${panel.alwaysTreated.length}`);
  if (panel.weight.some((weight) => weight !== 1)) warnings.push('population-weights-not-used');
  return warnings;
}

/** Two methods that point in opposite directions leave the question open, whatever either says alone. */
function verdictOf(judged: Judged, contradicted: boolean): Judged {
  const decided = judged.status === 'won' || judged.status === 'lost' || judged.status === 'inconclusive';
  return contradicted && decided ? { ...judged, status: 'inconclusive', sub: 'direction-unknown', reason: 'methods-disagree-in-sign' } : judged;
}
