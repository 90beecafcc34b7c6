// Three years of the sample company's metrics: growth, weekly and yearly season, a level that wanders, noise of counting, a few gaps and
// corrections, and the true effects of what shipped. The same seed and day give the same values.
import { addDays, startOfDay, type Day } from '../kernel/instant.ts';
import { seededRandom, type Random } from '../kernel/random.ts';
import { weekdayOf, weekStart } from '../kernel/calendar.ts';
import { OTHER_SHIPS, SAMPLE_BETS } from './sample-bets.ts';

export interface SampleMetric {
  readonly name: string;
  readonly unit: string | undefined;
  readonly direction: 'up' | 'down';
  readonly grain: 'day' | 'week';
  readonly kind: 'level' | 'count' | 'rate';
  /** Oldest first; a day without one is a gap. */
  readonly points: readonly { readonly on: Day; readonly value: number; readonly denominator?: number | undefined }[];
  /** What days were first said to be, and when that was corrected. */
  readonly corrections: readonly { readonly on: Day; readonly before: number; readonly denominator?: number | undefined; readonly at: Day }[];
}

const DAYS = 1095;
/** Share of what the level has wandered that is left a day later. */
const KEPT = 0.98;
/** Volume of a day by weekday, Monday first. */
const WEEK = [1.14, 1.1, 1.06, 1.04, 1.08, 0.86, 0.72] as const;

interface Recipe {
  readonly name: string;
  readonly unit?: string;
  readonly direction: 'up' | 'down';
  readonly kind: SampleMetric['kind'];
  readonly grain?: 'week';
  /** The level of the first day; for a rate a share. */
  readonly level: number;
  /** Growth a year, as a share. */
  readonly growth: number;
  /** How far the level wanders in a day, as a share; half of it is forgotten after five weeks. */
  readonly wander: number;
  /** Noise of a value besides that of counting, as a share. */
  readonly noise: number;
  /** What a rate is out of, on an average day in the middle of the history. */
  readonly outOf?: number;
  /** True where a week's rhythm shows in the value itself. */
  readonly weekly?: boolean;
  /** Days without a value, counted back from today. */
  readonly gaps?: readonly number[];
  /** Days that were corrected, how much was missing at first, and when it was found, counted back from today. */
  readonly corrected?: { readonly from: number; readonly to: number; readonly missing: number; readonly found: number };
}

/** M-1 to M-5. */
const RECIPES: readonly Recipe[] = [
  { name: 'Returns refunded within 48 hours', unit: '%', direction: 'up', kind: 'rate', level: 0.232, growth: 0.035, wander: 0.0006, noise: 0.015, outOf: 640, gaps: [871, 870, 205], corrected: { from: 9, to: 4, missing: 0.06, found: 3 } },
  { name: 'Returns dropped off within three days', unit: '%', direction: 'up', kind: 'rate', level: 0.455, growth: 0.015, wander: 0.0006, noise: 0.012, outOf: 700, gaps: [812, 811, 810, 347] },
  { name: 'Support calls about returns', unit: 'calls', direction: 'down', kind: 'count', level: 190, growth: 0.05, wander: 0.0006, noise: 0.015, weekly: true, gaps: [333, 40], corrected: { from: 471, to: 465, missing: 0.11, found: 455 } },
  { name: 'Parcels shipped', unit: 'parcels', direction: 'up', kind: 'count', level: 3100, growth: 0.05, wander: 0.0012, noise: 0.02, weekly: true },
  { name: 'Minutes at the returns desk per parcel', unit: 'min', direction: 'down', kind: 'level', grain: 'week', level: 7.4, growth: -0.01, wander: 0.003, noise: 0.06 },
];

/** Throws RangeError when `today` is not a day. Example: `sampleMetrics(1, '2026-11-20')[0].points.at(-1).on` is 2026-11-19. */
export function sampleMetrics(seed: number, today: Day): SampleMetric[] {
  if (startOfDay(today) === undefined) throw new RangeError(`not a day: ${today}`);
  // Shifted, so that seed 1, which everybody sees first, shows each kind of outcome.
  return RECIPES.map((recipe, at) => cooked(recipe, `M-${at + 1}`, today, seededRandom((seed + 1) * 101 + at)));
}

function cooked(recipe: Recipe, key: string, today: Day, random: Random): SampleMetric {
  const { name, unit, direction, kind, grain = 'day', gaps = [], corrected } = recipe;
  const daily = lived(recipe, key, today, random);
  const all = grain === 'day' ? daily : weeksOf(daily, today);
  const points = all.filter(({ ago }) => !gaps.includes(ago));
  const wrong = corrected === undefined ? [] : points.filter(({ ago }) => ago <= corrected.from && ago >= corrected.to);
  return {
    name, unit, direction, grain, kind, points: points.map(({ on, value, denominator }) => ({ on, value, denominator })),
    corrections: wrong.map(({ on, value, denominator }) => ({ on, before: Math.round(value * (1 - corrected!.missing)), denominator, at: addDays(today, -corrected!.found) })),
  };
}

interface Value { readonly ago: number; readonly on: Day; readonly value: number; readonly denominator?: number }

function lived(recipe: Recipe, key: string, today: Day, random: Random): Value[] {
  const { kind, level, growth, noise, outOf = 0, weekly = false, direction } = recipe;
  const effects = effectsOn(key);
  const values: Value[] = [];
  let drift = 0;
  for (let ago = DAYS; ago >= 1; ago--) {
    const on = addDays(today, -ago);
    const years = (DAYS - ago) / 365;
    const rhythm = WEEK[weekdayOf(on) - 1]!;
    drift = KEPT * drift + recipe.wander * normal(random);
    const effect = effects.reduce((sum, one) => sum + one.log * reached(one, ago), 0);
    const mean = level * Math.exp(growth * years + drift + (direction === 'up' ? effect : -effect) + noise * normal(random) + 0.006 * Math.sin((2 * Math.PI * (yearDay(on) - 20)) / 365.25));
    if (kind === 'rate') {
      const denominator = Math.round(outOf * rhythm * Math.exp(0.07 * (years - 1.5) + 0.08 * normal(random)));
      values.push({ ago, on, value: Math.min(denominator, Math.max(0, Math.round(mean * denominator + Math.sqrt(mean * (1 - mean) * denominator) * normal(random)))), denominator });
    } else if (kind === 'count') {
      const expected = mean * (weekly ? rhythm : 1);
      values.push({ ago, on, value: Math.max(0, Math.round(expected + Math.sqrt(expected) * normal(random))) });
    } else values.push({ ago, on, value: mean });
  }
  return values;
}

/** Whole weeks as the mean of their days, by their Monday. */
function weeksOf(daily: readonly Value[], today: Day): Value[] {
  const weeks = new Map<Day, Value[]>();
  for (const one of daily) weeks.set(weekStart(one.on), [...(weeks.get(weekStart(one.on)) ?? []), one]);
  return [...weeks].filter(([, days]) => days.length === 7)
    .map(([on, days]) => ({ ago: days[0]!.ago, on, value: Math.round((days.reduce((sum, { value }) => sum + value, 0) / 7) * 100) / 100 }))
    .filter(({ on }) => on < today);
}

interface Effect { readonly log: number; readonly from: number; readonly full: number; readonly until?: number }

/** What truly moves a metric, on the log scale, from the ship to the day everybody has it. What was killed is taken back. */
function effectsOn(key: string): Effect[] {
  const bets = SAMPLE_BETS.flatMap(({ terms, ship, didReally, settled }): Effect[] => {
    if (terms.metric !== key || ship === undefined || didReally === undefined) return [];
    const stopped = terms.killBelow !== undefined && didReally < terms.killBelow ? settled?.on : undefined;
    return [{ log: logOf(didReally, terms.direction), from: ship.on, full: ship.rolledOut ?? ship.on, ...(stopped === undefined ? {} : { until: stopped }) }];
  });
  const others = OTHER_SHIPS.flatMap(({ metrics, didReally, on }): Effect[] => (metrics[0] === key && didReally !== undefined ? [{ log: Math.log1p(didReally), from: on, full: on }] : []));
  return [...bets, ...others];
}

/** 9% fewer of what should fall is log 0.91, counted in the good direction. */
function logOf(effect: number, direction: 'up' | 'down' | undefined): number {
  return direction === 'down' ? -Math.log1p(-effect) : Math.log1p(effect);
}

function reached({ from, full, until }: Effect, ago: number): number {
  if (ago > from || (until !== undefined && ago <= until)) return 0;
  return ago <= full ? 1 : (from - ago + 1) / (from - full + 1);
}

function yearDay(on: Day): number {
  return (startOfDay(on)! - startOfDay(`${on.slice(0, 4)}-01-01`)!) / 86_400_000;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
