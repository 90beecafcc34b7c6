// What a before/after reading of this metric could see, told before the bet is placed: from the history alone, with today as the ship.
// Knows no bet.
import type { Check } from '../estimate.ts';
import { mean } from '../numerics/sum.ts';
import { controlsPredict } from './controls.ts';
import type { Grain } from './families.ts';
import { familiesOfFrame, frameOf, placeboTargets, type Frame } from './frame.ts';
import * as gates from './gates.ts';
import type { ModelScale, SeriesHistory, SeriesInput } from './input.ts';
import { judgePast, varianceAt } from './measure.ts';
import { forecast, planOf, weightsAt } from './mixture.ts';
import type { Placebo } from './placebo.ts';
import { natural, riseFrom } from './scale.ts';
import { detectableReach } from './settle.ts';
import { LEAST_EVENTS, meanEvents, toWeeks } from './weeks.ts';

/** What one horizon can see: the 80% detectable effect, or the reason why a reading there would be refused. */
export interface HorizonReading {
  /** In days. */
  readonly horizon: number;
  readonly detectable80?: { readonly relative: number | null; readonly absolute: number } | undefined;
  /** Standard error and degrees of freedom that a reading would have, on the model's scale. */
  readonly model?: { readonly scale: ModelScale; readonly standardError: number; readonly df: number } | undefined;
  readonly placebo?: Placebo | undefined;
  readonly reason?: string | undefined;
  readonly checks: readonly Check[];
  readonly grain: Grain;
}

const ALPHA = 0.05;
/** Controls are not known ahead: their last year stands in, so that the forecast is as unsure as theirs would make it. */
const STAND_IN_DAYS = 364;

/**
 * The detectable effect at each horizon (days), for a bet that ships the day after the history ends. One filter pass serves all horizons.
 * Example: 3% daily noise on a level that wanders 0.3% a day, two years: about 5% at 30 days, 7% at 90, `no-placebo-history` at 365.
 */
export function detectability(history: SeriesHistory, horizons: readonly number[] = [30, 90, 365], alpha = ALPHA): readonly HorizonReading[] {
  const daily: SeriesInput = { ...history, ship: history.values.length, rollout: history.values.length, window: { from: 1, to: Math.floor(Math.max(...horizons) / (history.grain === 'week' ? 7 : 1)) } };
  const events = meanEvents(daily);
  const thin = events !== null && events < LEAST_EVENTS && history.grain === 'day';
  const input = thin ? toWeeks(daily).input : daily;
  const { grain } = input;
  const checks: Check[] = events === null || !(thin || grain === 'week') ? [] : [gates.eventsCheck(thin ? events * 7 : events, LEAST_EVENTS)];
  const frame = frameOf(withFuture(input));
  const observed = frame.known.subarray(0, frame.history).reduce((total, one) => total + one, 0);
  checks.push(gates.historyCheck(grain, observed), gates.variationCheck(frame.sd));
  const reason = gates.reasonOf(checks);
  if (reason !== undefined) return horizons.map((horizon) => ({ horizon, reason, checks, grain }));
  const points = horizons.map((horizon) => Math.max(1, Math.floor(grain === 'week' ? horizon / 7 : horizon)));
  const readings = screen(frame, points, natural(input), alpha);
  return horizons.map((horizon, i) => ({ horizon, grain, ...readings[i]!, checks: [...checks, ...readings[i]!.checks] }));
}

function screen(frame: Frame, points: readonly number[], history: readonly (number | null)[], alpha: number): Omit<HorizonReading, 'horizon' | 'grain'>[] {
  const labelled = points
    .flatMap((length, which) => [...placeboTargets(frame, 0, length), { origin: frame.history, lead: 0, length }].map((target) => ({ target, which })))
    .sort((a, b) => a.target.origin - b.target.origin || a.which - b.which);
  const targets = labelled.map(({ target }) => target);
  const plan = planOf(familiesOfFrame(frame), { length: frame.history, observed: frame.known.subarray(0, frame.history), targets });
  const forecasts = forecast(plan, frame.values.subarray(0, frame.history));
  const weights = weightsAt(plan, forecasts.passes, targets.length - 1);
  const predicts = controlsPredict({ frame, plan, forecasts, weights });
  return points.map((length, which) => {
    const own = labelled.flatMap(({ which: at }, index) => (at === which ? [index] : []));
    const today = own.pop()!;
    const { placebo, calibration } = judgePast(frame.values, targets, own, today, forecasts, alpha);
    const checks = [gates.placeboHistoryCheck(frame.grain, length, placebo.effectiveN, predicts), ...gates.placeboChecks(placebo, calibration)];
    const reason = gates.reasonOf(checks);
    if (reason !== undefined) return { reason, placebo, checks };
    const standardError = frame.sd * Math.sqrt(varianceAt(forecasts, today) * calibration.k);
    const recent = history.filter((value) => value !== null).slice(-length);
    const reach = detectableReach(standardError, calibration.df, alpha);
    return { placebo, checks, model: { scale: frame.scale, standardError, df: calibration.df }, detectable80: riseFrom(mean(recent), frame, reach) };
  });
}

function withFuture(input: SeriesInput): SeriesInput {
  const { ship, window, grain } = input;
  const period = Math.min(grain === 'week' ? STAND_IN_DAYS / 7 : STAND_IN_DAYS, Math.max(7, Math.floor(ship / 7) * 7), Math.max(1, ship));
  const extended = (values: readonly (number | null)[]): (number | null)[] =>
    Array.from({ length: ship + window.to }, (_, t) => values[t < ship ? t : ship - period + ((t - ship) % period)] ?? null);
  return { ...input, controls: input.controls?.map(({ name, values }) => ({ name, values: extended(values) })) };
}
