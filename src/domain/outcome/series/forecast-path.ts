// Where a metric is heading by itself: its own weeks ahead, each with an error that past forecasts of the same reach have earned.
// Knows no bets and no target.
import type { Check } from '../estimate.ts';
import { familiesOfFrame, frameOf, placeboTargets, type Frame } from './frame.ts';
import * as gates from './gates.ts';
import type { SeriesHistory } from './input.ts';
import { judgePast, varianceAt } from './measure.ts';
import { forecast, planOf } from './mixture.ts';
import type { Target } from './window.ts';

export interface WeekAhead {
  /** In the metric's own unit; a rate's share. */
  readonly mean: number;
  readonly sd: number;
}

export interface ForecastPath {
  /** One per week after the last value. Empty when there is a reason. */
  readonly weeks: readonly WeekAhead[];
  readonly reason?: string | undefined;
  readonly checks: readonly Check[];
}

/** How far ahead past forecasts are tried: at the first week, the middle and the last; weeks between take what lies between. */
const TRIED = 3;

/**
 * The mean of each of the next `count` weeks. Reach by reach the same filters forecast past weeks too, and their errors widen the path
 * as they widen a readout. Beyond what the history can try, the widening of the longest reach that could be tried is kept.
 * Example: two years of a metric that wanders 0.3% a day at 3% noise, 26 weeks ahead: about 1.2% at first, 4% at the end.
 */
export function forecastPath(history: SeriesHistory, count: number): ForecastPath {
  const step = history.grain === 'week' ? 1 : 7;
  const ship = history.values.length;
  const frame = frameOf({ ...history, controls: [], ship, window: { from: 1, to: Math.max(1, count * step) } });
  const observed = frame.known.subarray(0, frame.history).reduce((total, one) => total + one, 0);
  const checks = [gates.historyCheck(frame.grain, observed), gates.variationCheck(frame.sd)];
  const reason = gates.reasonOf(checks);
  if (reason !== undefined || count < 1) return { weeks: [], reason, checks };
  const leads = Array.from({ length: count }, (_, week) => week * step);
  const tried = [...new Set(Array.from({ length: TRIED }, (_, at) => leads[Math.round((at * (count - 1)) / (TRIED - 1))]!))];
  const past = tried.flatMap((lead) => placeboTargets(frame, lead, step).map((target) => ({ target, lead })));
  const ahead = leads.map((lead) => ({ target: { origin: frame.history, lead, length: step }, lead }));
  const all = [...past, ...ahead].sort((a, b) => a.target.origin - b.target.origin || a.lead - b.lead);
  const targets: Target[] = all.map(({ target }) => target);
  const plan = planOf(familiesOfFrame(frame), { length: frame.history, observed: frame.known.subarray(0, frame.history), targets });
  const forecasts = forecast(plan, frame.values.subarray(0, frame.history));
  const indexAhead = (lead: number): number => all.findIndex((one) => one.target.origin === frame.history && one.lead === lead);
  const widening = tried.map((lead) => {
    const own = all.flatMap((one, index) => (one.lead === lead && one.target.origin < frame.history ? [index] : []));
    return { lead, k: own.length === 0 ? undefined : judgePast(frame.values, targets, own, indexAhead(lead), forecasts, 0.05).calibration.k };
  });
  const weeks = leads.map((lead) => {
    const at = indexAhead(lead);
    return onOwnScale(frame, forecasts.means[at]!, Math.sqrt(varianceAt(forecasts, at) * wideningAt(widening, lead)));
  });
  return weeks.every(({ mean, sd }) => Number.isFinite(mean) && Number.isFinite(sd)) ? { weeks, checks } : { weeks: [], reason: 'too-little-history', checks };
}

/** Between two reaches that were tried, in between; where none was, not at all. */
function wideningAt(tried: readonly { readonly lead: number; readonly k: number | undefined }[], lead: number): number {
  const known = tried.filter((one): one is { lead: number; k: number } => one.k !== undefined);
  const below = known.findLast((one) => one.lead <= lead);
  const above = known.find((one) => one.lead >= lead);
  if (below === undefined || above === undefined) return below?.k ?? above?.k ?? 1;
  const share = above.lead === below.lead ? 0 : (lead - below.lead) / (above.lead - below.lead);
  return below.k + share * (above.k - below.k);
}

/** Standardised mean and deviation in the metric's own unit; the deviation by the scale's slope at the mean. */
function onOwnScale({ scale, unit, middle, sd }: Frame, mean: number, deviation: number): WeekAhead {
  const model = middle + sd * mean;
  const spread = sd * deviation;
  if (scale === 'identity') return { mean: model * unit, sd: spread * unit };
  if (scale === 'log') return { mean: Math.exp(model), sd: Math.exp(model) * spread };
  const share = 1 / (1 + Math.exp(-model));
  return { mean: share, sd: share * (1 - share) * spread };
}
