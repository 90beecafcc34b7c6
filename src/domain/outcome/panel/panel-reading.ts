// What a reading of a panel says, whichever method gave it, and the verdict on it. Knows no method.
import type { Check, Claim, Estimate, Interval } from '../estimate.ts';
import { judgeEstimate, type Judged } from '../verdict/rule.ts';
import type { Controls } from './group-time.ts';
import type { Panel, Period } from './panel.ts';
import type { PermutationReading } from './permutation.ts';
import type { PlaceboRank } from './synthetic-control.ts';

export type PanelMethod = 'callaway-santanna' | 'synthetic-difference-in-differences' | 'synthetic-control';

/** Why that method: several adoption dates, many units at one date, or up to three units at one date. */
export type MethodReason = 'several-dates' | 'many-treated' | 'few-treated';

/** The effect so many periods after the first treated one (negative: before). Bounds are null where the arrangements are too few for the level. */
export interface EventEffect {
  readonly event: number;
  readonly effect: number;
  readonly standardError: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The band that holds for all event times together. */
  readonly bandLow: number | null;
  readonly bandHigh: number | null;
  /** Treated cells behind it. */
  readonly cells: number;
}

export interface CohortEffect {
  readonly from: Period;
  readonly units: number;
  readonly effect: number;
  readonly standardError: number;
}

/** Joint test that nothing moved before treatment. `largest` is the largest absolute effect before it, by event time. */
export interface PreTrend {
  readonly test: 'wald' | 'permutation';
  readonly p: number;
  readonly statistic: number;
  readonly df?: number | undefined;
  readonly largest: number;
  /** Whether the verdict stays what it is when the interval is widened by `largest` on both sides; asked only when p is below 0.05. */
  readonly verdictSurvives?: boolean | undefined;
}

/** A unit or a period with its share in the synthetic one; zero shares are left out. */
export interface Share<Name> {
  readonly name: Name;
  readonly weight: number;
}

/** The treated units' mean beside the synthetic unit; the first `before` periods are before treatment. */
export interface Picture {
  readonly periods: readonly Period[];
  readonly actual: readonly number[];
  readonly synthetic: readonly number[];
  readonly before: number;
}

export interface PanelCounts {
  readonly units: number;
  readonly treated: number;
  readonly controls: number;
  readonly cohorts: number;
  readonly periods: number;
  readonly missingCells: number;
  /** Units treated from the first period on: they have no before. */
  readonly alwaysTreated: readonly string[];
  readonly donorsLeftOut: readonly string[];
}

export interface PanelReading {
  readonly verdict: Judged;
  /** Absent when there is nothing to estimate; present beside a refusal where the numbers exist. */
  readonly estimate?: Estimate | undefined;
  readonly checks: readonly Check[];
  readonly warnings: readonly string[];
  readonly method?: PanelMethod | undefined;
  readonly because?: MethodReason | undefined;
  readonly counts: PanelCounts;
  readonly controlsUsed?: Controls | undefined;
  readonly preTrend?: PreTrend | undefined;
  readonly byEventTime: readonly EventEffect[];
  readonly byCohort: readonly CohortEffect[];
  readonly permutation?: PermutationReading | undefined;
  readonly weights: readonly Share<string>[];
  readonly periodWeights: readonly Share<Period>[];
  readonly placeboRank?: PlaceboRank | undefined;
  readonly picture?: Picture | undefined;
}

/** An absolute interval with what the treated measured on average, from which relative effects are taken. */
export interface Found {
  readonly absolute: Interval;
  readonly standardError: number;
  /** Null means normal. */
  readonly df: number | null;
  readonly level: number;
}

/**
 * Relative effect e / (m - e): the treated measured m, without the effect they would have measured m - e. Rising in e, so the interval's ends
 * map to ends. Undefined where m - e is not above 0; an upper end beyond m has no bound.
 * Example: measured 110 with an effect of 10 [5, 15] is +10% [+4.8%, +15.8%].
 */
export function relativeOf({ value, low, high }: Interval, measured: number): Interval | undefined {
  const share = (effect: number | null): number | null => (effect === null || !(measured - effect > 0) ? null : effect / (measured - effect));
  const middle = share(value);
  return middle === null || !(measured > 0) ? undefined : { value: middle, low: share(low), high: share(high) };
}

export function estimateOf(found: Found, method: PanelMethod, grade: Estimate['grade'], alpha: number, checks: readonly Check[], warnings: readonly string[]): Estimate {
  return {
    method, grade, level: 1 - alpha, checks, warnings,
    absolute: found.absolute,
    relative: relativeOf(found.absolute, found.level),
    standardError: found.standardError,
    df: found.df,
  };
}

/** The verdict after both bounds are moved outwards by `drift`: what M = 1 asks of a pre-trend that is not clean. Can only turn won or lost into inconclusive. */
export function judgedWithDrift(found: Found, estimate: Estimate, claim: Claim, drift: number): Judged {
  const { value, low, high } = found.absolute;
  const wider = { value, low: low === null ? null : low - drift, high: high === null ? null : high + drift };
  return judgeEstimate({ ...estimate, absolute: wider, relative: relativeOf(wider, found.level) }, claim);
}

export function firstRefusal(checks: readonly Check[]): Check | undefined {
  return checks.find((check) => check.refuses && !check.ok);
}

/** What is counted in every panel. */
export function countsOf(panel: Panel, cohorts: number, treated: number, donorsLeftOut: readonly string[] = []): PanelCounts {
  const { start, periods, missing, alwaysTreated } = panel;
  return { units: start.length, treated, controls: start.length - treated, cohorts, periods: periods.length, missingCells: missing, alwaysTreated, donorsLeftOut };
}

/** At least `limit`, else no verdict. */
export function atLeast(id: string, value: number, limit: number): Check {
  return { id, ok: value >= limit, value, limit, refuses: true };
}
