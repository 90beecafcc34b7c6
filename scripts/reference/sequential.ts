// Answers reference cases of tests that are looked at while they run: always-valid intervals, a path of looks, rates of false alarms.
import { alwaysValidP, alwaysValidQ, mixtureRho, USUAL_TUNING } from '../../src/domain/outcome/randomised/always-valid.ts';
import { aroundEffect, deltaRelative, differenceOf, tInterval, tPValue, type Difference } from '../../src/domain/outcome/randomised/difference.ts';
import { simulatePeeking } from '../../src/domain/outcome/randomised/peeking-simulation.ts';
import { intersection } from '../../src/domain/outcome/randomised/peeking.ts';
import type { ArmTotals } from '../../src/domain/outcome/randomised/arm-totals.ts';
import type { Interval } from '../../src/domain/outcome/estimate.ts';
import { alphaIn, alternativeIn, bounds, must, numberIn, pairIn, pairOfArms, type Fields } from './arm-input.ts';

/** Tests played for cases that state rates; their tolerances are four standard errors of such a number or more. */
const PLAYED = 20_000;
const SEED = 20_240_501;

export function runCase(input: Fields): unknown {
  if (Array.isArray(input['rows'])) return rhoTable(input, input['rows'] as Fields[]);
  if (typeof input['looks'] === 'number') return rates(input, input['looks']);
  const days = Object.entries(input).find(([name]) => name.startsWith('days'))?.[1];
  if (Array.isArray(days)) return pathOf(input, days as number[][]);
  const difference = differenceIn(input, pairIn(input));
  const { p, interval } = alwaysValid(input, difference.shown, difference.units);
  return { effect: difference.shown.effect, se: difference.shown.standardError, ci: bounds(interval), pValue: p };
}

function tuningIn(input: Fields): number {
  return typeof input['tuning'] === 'number' ? input['tuning'] : USUAL_TUNING;
}

function differenceIn(input: Fields, pair: ReturnType<typeof pairIn>): { shown: Difference; units: number } {
  const shown = must(input['scale'] === 'relative-delta' ? deltaRelative(pair) : differenceOf(pair));
  return { shown, units: pair.control.n + pair.treatment.n };
}

function alwaysValid(input: Fields, { effect, standardError }: Difference, units: number): { p: number; interval: Interval } {
  const [alpha, alternative] = [alphaIn(input), alternativeIn(input)];
  const rho = mixtureRho(alpha, tuningIn(input), alternative);
  const half = alwaysValidQ(units, rho, alpha, alternative) * standardError;
  const p = alternative === 'two-sided' ? alwaysValidP(effect / standardError, units, rho) : publishedP(effect, standardError, units, rho, alternative);
  return { p, interval: aroundEffect(effect, half, alternative) };
}

/**
 * The one-sided p as GrowthBook's own tests state it: halving that stops once the bound is within 0.000001 of 0 and answers the next
 * midpoint, up to 0.0001 beside the level at which the bound is 0. The engine's `alwaysValidP` answers that level.
 */
function publishedP(effect: number, standardError: number, units: number, rho: number, alternative: 'greater' | 'less'): number {
  const exact = alwaysValidP(effect / standardError, units, rho, alternative);
  let [kept, excluded] = [1e-5, 0.4999];
  if (exact <= kept || exact >= excluded) return exact;
  for (let step = 0; step < 100; step++) {
    const level = (kept + excluded) / 2;
    const bound = Math.abs(effect) - alwaysValidQ(units, rho, level, alternative) * standardError;
    if (bound < 0) kept = level;
    else excluded = level;
    if (Math.abs(bound) < 1e-6) break;
  }
  return (kept + excluded) / 2;
}

function rhoTable(input: Fields, rows: readonly Fields[]): unknown {
  const error = Math.sqrt(typeof input['s2'] === 'number' ? input['s2'] : 1);
  const alternative = alternativeIn(input);
  return {
    rows: rows.map((row) => {
      const [alpha, tuning] = [numberIn(row, 'alpha'), numberIn(row, 'tuning')];
      const rho = mixtureRho(alpha, tuning, alternative);
      // A unit's variance s2 gives the mean of n units a standard error of sqrt(s2 / n); s2 here is n times that square.
      const halves = (input['n'] as number[]).map((n) => [String(n), (error / Math.sqrt(n)) * alwaysValidQ(n, rho, alpha, alternative)]);
      return { alpha, tuning, rho, halfwidthUnitVariance: Object.fromEntries(halves) as Fields };
    }),
  };
}

/** One entry a day: units and successes of control and treatment, or units, sums and sums of squares of both. */
function pathOf(input: Fields, days: readonly (readonly number[])[]): unknown {
  const width = days[0]!.length;
  const soFar = new Array<number>(width).fill(0);
  const intervals: Interval[] = [];
  const path = days.map((day, at) => {
    day.forEach((value, i) => { soFar[i] = soFar[i]! + value; });
    const { shown, units } = differenceIn(input, pairOfArms(armOf(soFar.slice(0, width / 2)), armOf(soFar.slice(width / 2))));
    const { p, interval } = alwaysValid(input, shown, units);
    intervals.push(interval);
    const running = intersection(intervals, shown.effect);
    const alternative = alternativeIn(input);
    return {
      day: at + 1, effect: shown.effect, se: shown.standardError,
      fixedP: tPValue(shown, alternative), fixedCI: bounds(tInterval(shown, alphaIn(input), alternative)),
      seqCI: bounds(interval), seqP: p, runningCI: running === null ? [null, null] : bounds(running),
    };
  });
  const first = (hit: (at: (typeof path)[number]) => boolean): number | null => path.find(hit)?.day ?? null;
  return {
    path,
    firstNaiveSignificantDay: first(({ fixedP }) => fixedP < alphaIn(input)),
    firstSequentialSignificantDay: first(({ seqCI: [low, high] }) => (low !== null && low > 0) || (high !== null && high < 0)),
  };
}

function armOf([n, sum, sumSquares]: readonly number[]): ArmTotals {
  return sumSquares === undefined ? { kind: 'proportion', n: n!, successes: sum! } : { kind: 'mean', n: n!, sum: sum!, sumSquares };
}

function rates(input: Fields, looks: number): unknown {
  const unitsPerArmPerLook = numberIn(input, 'nPerArmPerLook');
  const play = (effect: number): ReturnType<typeof simulatePeeking> =>
    simulatePeeking({
      looks, unitsPerArmPerLook, effect, variance: numberIn(input, 'variance'), alpha: alphaIn(input), planned: tuningIn(input), tests: PLAYED, seed: SEED,
    });
  const [none, some] = [play(0), play(numberIn(input, 'effectForPower'))];
  return {
    fpr: { fixed: none.fixed, naive: none.naive, asympcs: none.alwaysValid, 'hybrid_0.01seq_0.04final': none.hybrid },
    power: { fixed: some.fixed, naive: some.naive, asympcs: some.alwaysValid, 'hybrid_0.01seq_0.04final': some.hybrid },
  };
}
