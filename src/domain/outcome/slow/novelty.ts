// Does an effect wear off, grow, or stay? Effects by weeks since first exposure, of users first exposed in one week so that cohorts do not mix.
// Effects are positive in the good direction. Knows no users.
import { normalQuantile, normalSf } from '../numerics/normal.ts';

/** An effect after `week` weeks of exposure, counted from 1, with its standard error, above 0. */
export interface WeekEffect {
  readonly week: number;
  readonly effect: number;
  readonly standardError: number;
}

export type NoveltyFlag = 'novelty' | 'learning' | 'steady';

export interface Decay {
  /** What is left in the long run, with the 95% profile interval over all decay times of 0.5 to 60 weeks. */
  readonly longRun: { readonly value: number; readonly low: number; readonly high: number };
  /** Effect beyond the long run at week 0; negative when the effect grows. */
  readonly initialExtra: number;
  /** Weeks in which the extra shrinks to 37%. */
  readonly tauWeeks: number;
}

export interface Novelty {
  /** Change of the effect per week, weighted least squares. */
  readonly slope: number;
  readonly slopeError: number;
  readonly z: number;
  readonly p: number;
  readonly flag: NoveltyFlag;
  /** Undefined under four weeks: three numbers cannot be read off three. */
  readonly decay: Decay | undefined;
  /** What a verdict is taken on: all weeks when steady, else weeks 3 and later; undefined when there are none. */
  readonly settled: { readonly effect: number; readonly standardError: number; readonly fromWeek: number } | undefined;
}

const NOTICED = 1.96;
const SETTLED_FROM = 3;
const SHORTEST = 0.5;
const LONGEST = 60;
const TAUS = 400;

/**
 * Weighted slope with z = slope / its error; |z| > 1.96 is novelty when falling, learning when rising. The decay a + b exp(-week / tau) is fitted
 * by least squares at every tau of a fine grid, where it is linear, then refined. Undefined under three weeks.
 * Example: effects 6.1, 5.0, 4.4, 3.1, 2.9, 2.4, 2.2, 1.6 fall by 0.61 a week (z = -4.7): novelty, 0.45 in the long run.
 */
export function readNovelty(weeks: readonly WeekEffect[]): Novelty | undefined {
  if (weeks.length < 3) return undefined;
  const line = weightedLine(weeks, ({ week }) => week);
  const slopeError = Math.sqrt(line.slopeVariance);
  const z = line.slope / slopeError;
  const flag = Math.abs(z) > NOTICED ? (z < 0 ? 'novelty' : 'learning') : 'steady';
  return { slope: line.slope, slopeError, z, p: 2 * normalSf(Math.abs(z)), flag, decay: weeks.length < 4 ? undefined : fitDecay(weeks), settled: settledOf(weeks, flag) };
}

interface Line {
  readonly level: number;
  readonly slope: number;
  readonly levelVariance: number;
  readonly slopeVariance: number;
  readonly squares: number;
}

/** Weighted least squares of the effects on x, with weights 1 / se^2 taken as known. */
function weightedLine(weeks: readonly WeekEffect[], xOf: (week: WeekEffect) => number): Line {
  const weights = weeks.map(({ standardError }) => 1 / standardError ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const meanOf = (value: (week: WeekEffect) => number): number => weeks.reduce((sum, week, i) => sum + weights[i]! * value(week), 0) / total;
  const x = meanOf(xOf);
  const y = meanOf(({ effect }) => effect);
  const spread = weeks.reduce((sum, week, i) => sum + weights[i]! * (xOf(week) - x) ** 2, 0);
  const slope = weeks.reduce((sum, week, i) => sum + weights[i]! * (xOf(week) - x) * (week.effect - y), 0) / spread;
  const squares = weeks.reduce((sum, week, i) => sum + weights[i]! * (week.effect - y - slope * (xOf(week) - x)) ** 2, 0);
  return { level: y - slope * x, slope, levelVariance: 1 / total + x ** 2 / spread, slopeVariance: 1 / spread, squares };
}

function fitDecay(weeks: readonly WeekEffect[]): Decay {
  const at = (tau: number): Line => weightedLine(weeks, ({ week }) => Math.exp(-week / tau));
  const taus = Array.from({ length: TAUS + 1 }, (_, i) => SHORTEST * (LONGEST / SHORTEST) ** (i / TAUS));
  const lines = taus.map(at);
  const nearest = lines.reduce((best, line, i) => (line.squares < lines[best]!.squares ? i : best), 0);
  const tau = refine((one) => at(one).squares, taus[Math.max(0, nearest - 1)]!, taus[Math.min(TAUS, nearest + 1)]!);
  const best = at(tau);
  let low = best.level;
  let high = best.level;
  for (const line of [best, ...lines]) {
    const room = normalQuantile(0.975) ** 2 - (line.squares - best.squares);
    if (room < 0) continue;
    const reach = Math.sqrt(room * line.levelVariance);
    low = Math.min(low, line.level - reach);
    high = Math.max(high, line.level + reach);
  }
  return { longRun: { value: best.level, low, high }, initialExtra: best.slope, tauWeeks: tau };
}

/** Golden section: the least of a function with one dip between two ends. */
function refine(valueOf: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = from;
  let high = to;
  for (let i = 0; i < 60; i++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (valueOf(left) <= valueOf(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

function settledOf(weeks: readonly WeekEffect[], flag: NoveltyFlag): Novelty['settled'] {
  const fromWeek = flag === 'steady' ? Math.min(...weeks.map(({ week }) => week)) : SETTLED_FROM;
  const used = weeks.filter(({ week }) => week >= fromWeek);
  if (used.length === 0) return undefined;
  const total = used.reduce((sum, { standardError }) => sum + 1 / standardError ** 2, 0);
  return { effect: used.reduce((sum, { effect, standardError }) => sum + effect / standardError ** 2, 0) / total, standardError: 1 / Math.sqrt(total), fromWeek };
}
