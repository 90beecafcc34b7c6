// Sample data for the pictures of outcomes: one obviously sample company, noise from a seed, effects chosen to be plausible.
import { addDays, type Day } from '../../../domain/kernel/instant.ts';
import { seededRandom } from '../../../domain/kernel/random.ts';
import type { BetIntervalsData } from '../charts/outcome/bet-intervals.ts';
import type { CounterfactualData } from '../charts/outcome/counterfactual.ts';
import type { DayValue } from '../charts/outcome/day-series.ts';
import type { DetectabilityData } from '../charts/outcome/detectability.ts';
import type { EffectOverTimeData } from '../charts/outcome/effect-over-time.ts';
import type { ExperimentData } from '../charts/outcome/experiment.ts';
import type { FanData } from '../charts/outcome/fan.ts';
import type { Measure } from '../charts/outcome/measure.ts';
import type { MetricHistoryData } from '../charts/outcome/metric-history.ts';
import type { ReliabilityCurveData, ReliabilityData, SaidBet } from '../charts/outcome/reliability.ts';

const SHARE: Measure = { as: 'share', unit: '%' };
const POINTS: Measure = { as: 'share', unit: ' points' };
const SHIP = '2026-08-18';

/** About normal, mean 0 and spread 1: the sum of twelve throws. */
function noise(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, 0) - 6;
}

const WEEKDAYS = [0.004, 0.006, 0.002, 0, -0.004, -0.012, -0.006];

export function sampleCounterfactual(): CounterfactualData {
  const shake = noise(7);
  let level = 0.515;
  const expected: CounterfactualData['expected'][number][] = [];
  const actual = Array.from({ length: 210 }, (_, at): DayValue => {
    const day = addDays('2026-04-20', at);
    level += shake() * 0.0012 + (0.523 - level) * 0.02;
    const usual = level + (WEEKDAYS[at % 7] ?? 0);
    const after = Math.round((Date.parse(day) - Date.parse(SHIP)) / 86_400_000);
    const lift = after < 0 ? 0 : 0.045 * (1 - Math.exp(-(after + 1) / 12));
    if (after >= 0) expected.push({ day, value: 0.523 + (WEEKDAYS[at % 7] ?? 0), low: 0.523 - 0.03 - after * 0.00005, high: 0.523 + 0.03 + after * 0.00005 });
    const gap = day >= '2026-06-24' && day <= '2026-06-29';
    return { day, value: gap ? null : usual + lift + shake() * 0.016 };
  });
  const [from, to] = ['2026-08-29', '2026-11-15'];
  const inWindow = actual.flatMap(({ day, value }) => (value !== null && day >= from && day <= to ? [value] : []));
  const happened = inWindow.reduce((sum, one) => sum + one, 0) / inWindow.length;
  const effect = happened - 0.523;
  return {
    metric: 'Share of returns dropped off within 3 days', measure: SHARE, grain: 'day', actual, expected, level: 0.95,
    ship: { day: SHIP, name: 'A label in the box' }, rolloutUntil: '2026-08-28',
    otherShips: [{ day: '2026-06-09', name: 'Reminder e-mail' }, { day: '2026-09-22', name: 'Shorter form' }],
    window: { from, to, actual: happened, expected: 0.523, effect: { value: effect, low: effect - 0.017, high: effect + 0.017 }, effectMeasure: POINTS, tone: 'good' },
  };
}

export function sampleEffect(grain: 'day' | 'week'): EffectOverTimeData {
  const shake = noise(grain === 'day' ? 3 : 5);
  const step = grain === 'day' ? 1 : 7;
  const count = grain === 'day' ? 78 : 12;
  return {
    measure: POINTS, grain, level: 0.95, direction: 'up', minEffect: 0.02,
    points: Array.from({ length: count }, (_, at) => {
      const value = 0.045 * (1 - Math.exp(-(at * step + 3) / 14)) + shake() * (grain === 'day' ? 0.008 : 0.004);
      const half = grain === 'day' ? 0.033 : 0.019;
      const none = grain === 'week' ? at === 5 : at > 30 && at < 36;
      return { day: addDays('2026-08-29', at * step), value: none ? null : value, low: none ? null : value - half, high: none ? null : value + half };
    }),
  };
}

export function sampleMetric(): MetricHistoryData {
  const shake = noise(11);
  const points = Array.from({ length: 46 }, (_, at): DayValue => ({ day: addDays('2026-01-05', at * 7), value: at === 14 || at === 15 ? null : 1840 + at * 9 + Math.sin(at / 4) * 90 + shake() * 45 }));
  const revised = points.slice(32, 37).flatMap(({ day, value }) => (value === null ? [] : [{ day, was: Math.round(value * 0.93) }]));
  return {
    metric: 'Returns started', measure: { as: 'number', unit: '' }, grain: 'week', points, revised,
    ships: [{ day: '2026-03-10', name: 'Guest returns' }, { day: '2026-08-18', name: 'A label in the box', own: true }, { day: '2026-09-22', name: 'Shorter form' }],
    target: { value: 2400, label: 'Target 2,400' }, today: '2026-12-07', stale: { words: 'not read since 16 November' },
  };
}

export function sampleBets(): BetIntervalsData {
  return {
    measure: SHARE, level: 0.95,
    rows: [
      { id: 'b-7', name: 'B-7 A label in the box', standing: 'won', grade: 'C', effect: { value: 0.086, low: 0.054, high: 0.119 }, minEffect: 0.038 },
      { id: 'b-4', name: 'B-4 Reminder e-mail', standing: 'no-difference', grade: 'A', effect: { value: 0.004, low: -0.017, high: 0.025 }, minEffect: 0.03 },
      { id: 'b-3', name: 'B-3 Shorter form', standing: 'lost', grade: 'A', effect: { value: -0.036, low: -0.059, high: -0.012 }, minEffect: 0.02 },
      { id: 'b-9', name: 'B-9 Store credit in several currencies at once for shops abroad', standing: 'cannot-tell', grade: 'D', effect: { value: 0.041, low: -0.21, high: 0.37 }, minEffect: 0.05 },
      { id: 'b-10', name: 'B-10 Drop-off map', standing: 'cannot-tell', note: 'two bets share this window', minEffect: 0.02 },
      { id: 'b-11', name: 'B-11 Code instead of label', standing: 'running', note: 'readout 12 January', minEffect: 0.04 },
      { id: 'b-12', name: 'B-12 Refund on scan up to 60', standing: 'open', note: 'ships 1 December', minEffect: 0.06 },
    ],
  };
}

const SAID: readonly (readonly [string, number, SaidBet['outcome']])[] = [
  ['B-7 A label in the box', 0.65, 'happened'], ['B-4 Reminder e-mail', 0.7, 'did-not'], ['B-3 Shorter form', 0.45, 'did-not'], ['B-9 Store credit in several currencies', 0.6, 'cannot-tell'],
  ['B-2 Guest returns', 0.8, 'happened'], ['B-11 Code instead of label', 0.45, 'open'],
];

export function sampleStrip(): ReliabilityData {
  return { bets: SAID.map(([name, said, outcome]) => ({ id: name, name, said, outcome })), baseRate: 0.36 };
}

export function sampleManyBets(): ReliabilityData & ReliabilityCurveData {
  const random = seededRandom(21);
  const bets = Array.from({ length: 26 }, (_, at): SaidBet => {
    const said = Math.round((0.35 + random() * 0.6) * 20) / 20;
    const outcome = at % 9 === 8 ? 'cannot-tell' : random() < said * 0.75 ? 'happened' : 'did-not';
    return { id: `s-${at + 1}`, name: `Sample bet ${at + 1}`, said, outcome };
  });
  return {
    bets, baseRate: 0.36,
    groups: [{ said: 0.55, count: 8, happened: 3, low: 2, high: 6 }, { said: 0.75, count: 9, happened: 5, low: 5, high: 9 }, { said: 0.92, count: 6, happened: 5, low: 5, high: 6 }],
    curve: [{ said: 0.35, happened: 0.2 }, { said: 0.45, happened: 0.2 }, { said: 0.55, happened: 0.4 }, { said: 0.7, happened: 0.52 }, { said: 0.8, happened: 0.62 }, { said: 0.95, happened: 0.83 }],
    ordinary: [{ said: 0.35, low: 0, high: 0.7 }, { said: 0.45, low: 0.15, high: 0.72 }, { said: 0.55, low: 0.28, high: 0.8 }, { said: 0.7, low: 0.45, high: 0.9 }, { said: 0.8, low: 0.58, high: 0.98 }, { said: 0.95, low: 0.75, high: 1 }],
  };
}

const WEEKS = [31.9, 31.7, 32.3, 30.4, 32, null, 31.1, 31.7, 33.8, 33, 35.1, 35.9, 34.8, 36.3, 37.7, 37.8, 36.7, 39.1, 39.7, 40.3];
const LAST_WEEK: Day = addDays('2026-07-01', (WEEKS.length - 1) * 7);

export function sampleFan(): FanData {
  return {
    metric: 'Share of returns refunded within 48 hours', measure: SHARE, grain: 'week',
    points: WEEKS.map((value, at) => ({ day: addDays('2026-07-01', at * 7), value: value === null ? null : value / 100 })),
    fan: Array.from({ length: 15 }, (_, at) => {
      const grown = Math.sqrt(at) / 100;
      const mid = 0.403 + at * 0.0039;
      return { day: addDays(LAST_WEEK, at * 7), mid, low50: mid - grown * 0.56, high50: mid + grown * 0.56, low80: mid - grown * 1.1, high80: mid + grown * 1.1 };
    }),
    target: { value: 0.5, from: '2026-09-01', label: 'Target 50% by 18 February' },
    baseline: { value: 0.31, until: '2026-09-01', label: 'Baseline 31%', short: '31%' },
    events: [{ day: '2026-09-01', label: 'goal agreed', short: 'goal agreed', rule: true }, { day: '2026-10-14', label: 'carrier holiday', short: 'holiday' }],
    ends: [{ name: 'as it goes', short: 'as is', mid: 0.458, low: 0.417, high: 0.499, chance: 0.1 }, { name: 'with the bets', short: 'bets', mid: 0.484, low: 0.433, high: 0.539, chance: 0.35, strong: true }],
    until: addDays(LAST_WEEK, 98),
  };
}

export function sampleDetectability(): DetectabilityData {
  return {
    measure: SHARE, hoped: { low: 0.02, mid: 0.063, high: 0.2 }, minEffect: 0.03,
    rows: [{ days: 30, detectable: 0.052 }, { days: 90, detectable: 0.071 }, { days: 365, detectable: null, reason: 'needs 3.5 years of history' }],
  };
}

export function sampleExperiment(): ExperimentData {
  const shake = noise(31);
  let [low, high] = [-Infinity, Infinity];
  const looks = Array.from({ length: 24 }, (_, at) => {
    const units = (at + 1) * 1000;
    const half = 1.75 / Math.sqrt(units);
    const value = 0.0217 + (shake() * 0.55) / Math.sqrt(units);
    [low, high] = [Math.max(low, value - half), Math.min(high, value + half)];
    return { units, value, low, high };
  });
  return {
    outcome: 'Share that finished a return', measure: SHARE, differenceMeasure: POINTS, level: 0.95, minEffect: 0.01, plannedUnits: 24_000,
    arms: [{ name: 'as it was', control: true, units: 12_011, value: 0.412, low: 0.4032, high: 0.4208 }, { name: 'short form', units: 11_987, value: 0.4337, low: 0.4248, high: 0.4426 }],
    differences: [{ name: 'short form', value: 0.0217, low: 0.0092, high: 0.0342, tone: 'good', relative: { value: 0.0527, low: 0.022, high: 0.0845 } }],
    running: looks,
  };
}
