// A metric as equally spaced values, and how dated observations become one: order does not matter, a gap is a gap and never 0, what is
// said twice is reported. Refuses what is no series of days or weeks. Knows no files, no ships and no effect.
import { addDays, type Day } from '../kernel/instant.ts';
import { granted, refused, type Ruling } from '../kernel/ruling.ts';
import { combined, usualCount, type Combine, type DayBucket } from './combine.ts';
import { daysFrom, weekdayOf, weekStart } from '../kernel/calendar.ts';
import { grainOf, type Grain } from './grain.ts';

/** `values[i]` belongs to the day `start` + i days, or to the week that begins i weeks after `start`. */
export interface Series {
  readonly start: Day;
  readonly grain: Grain;
  readonly values: readonly (number | null)[];
  /** What each value is out of, for rates given as counts: `values[i]` of `denominators[i]`. */
  readonly denominators?: readonly (number | null)[] | undefined;
}

export interface Observation {
  readonly day: Day;
  readonly value: number | null;
  readonly denominator?: number | null | undefined;
  /** Where it was read, such as `row 12`; comes back in what is reported. */
  readonly where: string;
}

export interface SeriesOptions {
  /** Days are folded into ISO weeks when `week` is asked of a daily series. By default as spaced. */
  readonly grain?: Grain | undefined;
  /** How several values of one day, or the days of a week, become one. */
  readonly combine?: Combine | undefined;
  /** True when observations carry times of day, so that several a day are meant and not repeated. */
  readonly timed?: boolean | undefined;
}

/** Something that was not taken as it stood. Codes: `day_repeated`, `day_repeated_same`, `day_incomplete`, `denominator_missing`, `denominator_smaller`. */
export interface SeriesNote {
  readonly where: string;
  readonly code: string;
  readonly detail: string;
}

export interface BuiltSeries {
  readonly series: Series;
  readonly notes: readonly SeriesNote[];
  /** Steps without a value between the first and the last. */
  readonly gaps: number;
  /** Set when several values became one. */
  readonly combine: Combine | undefined;
}

export type SeriesRefusal = 'no-values' | 'one-step' | 'several-a-day' | 'months' | 'quarters' | 'years' | 'uneven' | 'too-long' | 'weeks-to-days';

/** 55 years of days: further apart are only slips of the pen. */
const LONGEST = 20_000;

/**
 * Orders, fills gaps with null and folds. A day given twice with one value counts once; with another the later observation counts and both
 * are reported. Example: 5 and 7 January give three daily values, the middle one null.
 */
export function seriesOf(observations: readonly Observation[], options: SeriesOptions = {}): Ruling<BuiltSeries, SeriesRefusal> {
  const notes: SeriesNote[] = [];
  const usable = observations.map((one) => sound(one, notes));
  const buckets = byDay(usable);
  const days = [...buckets.keys()].sort();
  const withValue = days.filter((day) => buckets.get(day)!.some(({ value }) => value !== null));
  if (withValue.length === 0) return refused('no-values');
  if (withValue.length === 1) return refused('one-step', { day: withValue[0] });
  const several = options.timed === true && days.some((day) => buckets.get(day)!.length > 1);
  if (several && options.combine === undefined) return refused('several-a-day', { most: Math.max(...days.map((day) => buckets.get(day)!.length)) });
  const spacing = grainOf(days);
  if (spacing !== 'day' && spacing !== 'week') return refused(spacing, { first: days[0], last: days.at(-1) });
  if (spacing === 'week' && options.grain === 'day') return refused('weeks-to-days');
  if (daysFrom(days[0]!, days.at(-1)!) / (spacing === 'week' ? 7 : 1) > LONGEST) return refused('too-long', { first: days[0], last: days.at(-1) });
  const daily = several ? combined(days.map((day) => bucketOf(day, buckets.get(day)!)), options.combine!, notes) : days.map((day) => once(day, buckets.get(day)!, notes));
  const folds = spacing === 'day' && options.grain === 'week';
  const spaced = folds ? foldWeeks(daily, options.combine ?? 'mean', notes) : daily;
  const series = laidOut(spaced, folds ? 'week' : spacing, observations.some(({ denominator }) => denominator !== undefined), notes);
  return granted({ series, notes, gaps: series.values.filter((value) => value === null).length, combine: several ? options.combine : folds ? (options.combine ?? 'mean') : undefined });
}

interface Point { readonly day: Day; readonly value: number | null; readonly denominator: number | null | undefined }

/** A count without what it is out of, or above it, is no rate. */
function sound(one: Observation, notes: SeriesNote[]): Observation {
  if (one.denominator === undefined || one.value === null) return one;
  const code = one.denominator === null || one.denominator <= 0 ? 'denominator_missing' : one.value > one.denominator ? 'denominator_smaller' : undefined;
  if (code === undefined) return one;
  notes.push({ where: one.where, code, detail: `${one.value} of ${one.denominator ?? 'nothing'}` });
  return { ...one, value: null };
}

function byDay(observations: readonly Observation[]): Map<Day, Observation[]> {
  const buckets = new Map<Day, Observation[]>();
  for (const one of observations) {
    const bucket = buckets.get(one.day);
    if (bucket === undefined) buckets.set(one.day, [one]);
    else bucket.push(one);
  }
  return buckets;
}

function once(day: Day, bucket: readonly Observation[], notes: SeriesNote[]): Point {
  const filled = bucket.filter(({ value }) => value !== null);
  const last = filled.at(-1) ?? bucket.at(-1)!;
  for (const earlier of filled.slice(0, -1)) {
    const same = earlier.value === last.value && earlier.denominator === last.denominator;
    notes.push({ where: earlier.where, code: same ? 'day_repeated_same' : 'day_repeated', detail: `${day}: ${earlier.value ?? 'nothing'}, and ${last.value ?? 'nothing'} in ${last.where}` });
  }
  return { day, value: last.value, denominator: last.denominator };
}

function bucketOf(day: Day, bucket: readonly Observation[]): DayBucket {
  return { day, where: bucket[0]!.where, points: bucket.filter(({ value }) => value !== null).map(({ value, denominator }) => ({ value: value!, denominator: denominator ?? undefined })) };
}

/** Weeks of fewer days than usual become gaps: a sum over five days is no week, and a mean over a weekend is another number. */
function foldWeeks(daily: readonly Point[], combine: Combine, notes: SeriesNote[]): readonly Point[] {
  const weeks = new Map<Day, DayBucket>();
  for (const { day, value, denominator } of daily) {
    const week = weekStart(day);
    const known = weeks.get(week) ?? { day: week, where: `week of ${week}`, points: [] };
    weeks.set(week, value === null ? known : { ...known, points: [...known.points, { value, denominator: denominator ?? undefined }] });
  }
  return combined([...weeks.values()], combine, notes, usualCount([...weeks.values()]));
}

function laidOut(points: readonly Point[], grain: Grain, rates: boolean, notes: SeriesNote[]): Series {
  const step = grain === 'week' ? 7 : 1;
  const start = grain === 'week' ? weekStart(points[0]!.day, usualWeekday(points)) : points[0]!.day;
  const length = Math.floor(daysFrom(start, points.at(-1)!.day) / step) + 1;
  const values: (number | null)[] = Array.from({ length }, () => null);
  const denominators: (number | null)[] = Array.from({ length }, () => null);
  for (const { day, value, denominator } of points) {
    const at = Math.floor(daysFrom(start, day) / step);
    if (value !== null && values[at] !== null) notes.push({ where: addDays(start, at * step), code: 'day_repeated', detail: `two days of one week; ${day} counts` });
    if (value !== null || values[at] === null) {
      values[at] = value;
      denominators[at] = denominator ?? null;
    }
  }
  return { start, grain, values, ...(rates ? { denominators } : {}) };
}

function usualWeekday(points: readonly Point[]): number {
  const counts = Array.from({ length: 8 }, () => 0);
  for (const { day } of points) counts[weekdayOf(day)]!++;
  return counts.indexOf(Math.max(...counts));
}

/** The day a value of the series belongs to, or on which its week begins. */
export function dayAt(series: Pick<Series, 'start' | 'grain'>, index: number): Day {
  return addDays(series.start, index * (series.grain === 'week' ? 7 : 1));
}

/** The index whose day is `day` or whose week holds it; negative before the start and past the end after it. */
export function indexOf(series: Pick<Series, 'start' | 'grain'>, day: Day): number {
  return Math.floor(daysFrom(series.start, day) / (series.grain === 'week' ? 7 : 1));
}
