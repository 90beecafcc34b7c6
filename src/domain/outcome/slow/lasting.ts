// Does the effect of a test last? Units of two arms by weeks since they first had it: the effect of each week, whether it falls or grows, where
// it ends, and from which week a verdict is taken. Knows no file and no bar.
import type { Direction, Interval, Scale } from '../estimate.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { readNovelty, type NoveltyFlag } from './novelty.ts';

/** One unit's outcome in its first week, its second, and so on; null or absent where it was not seen. */
export type UnitWeeks = readonly (number | null | undefined)[];

/** Effects in the metric's own sign; relative ones are fractions of the control arm's mean over all weeks. */
export interface Lasting {
  readonly flag: NoveltyFlag | 'too-few-weeks';
  readonly weeks: readonly (Interval & { readonly week: number })[];
  /** Change of the effect per week; undefined under three weeks. */
  readonly slope: Interval | undefined;
  /** What is left in the long run; undefined under four weeks. */
  readonly longRun: Interval | undefined;
  /** Weeks in which what is not left shrinks to 37%; undefined under four weeks. */
  readonly tauWeeks: number | undefined;
  /** First week that a verdict is taken on, from 1. */
  readonly verdictFrom: number;
}

/** How many weeks anybody was seen for. */
export function weeksIn(units: readonly UnitWeeks[]): number {
  return units.reduce((most, weeks) => Math.max(most, weeks.length), 0);
}

/** Units with an outcome in the last of `weeks`: the same ones in every week, so that who leaves does not look like an effect that does. */
export function seenToTheEnd(units: readonly UnitWeeks[], weeks: number): UnitWeeks[] {
  return units.filter((unit) => typeof unit[weeks - 1] === 'number');
}

/** Each unit's mean over its weeks from `from` on; units that were not seen then are left out. Example: [4, 1, 3] from week 2 is 2. */
export function meansFrom(units: readonly UnitWeeks[], from: number): number[] {
  return units.flatMap((unit) => {
    const seen = unit.slice(from - 1).filter((value) => typeof value === 'number');
    return seen.length === 0 ? [] : [seen.reduce((sum, value) => sum + value, 0) / seen.length];
  });
}

/**
 * Welch's difference for each week, over units seen to the end, with 95% intervals; then `readNovelty` on them in the good direction. A week in
 * which nobody differs from anybody has no error and is left out. Example: a gain of 6 in week 1 that is 1.6 in week 8 wears off, and the
 * verdict is taken from week 3 on.
 */
export function readLasting(control: readonly UnitWeeks[], treatment: readonly UnitWeeks[], { direction, scale }: { readonly direction: Direction; readonly scale: Scale }): Lasting {
  const last = Math.max(weeksIn(control), weeksIn(treatment));
  const [own, other] = [seenToTheEnd(treatment, last), seenToTheEnd(control, last)];
  const level = meanOf(meansFrom(other, 1));
  const unit = scale === 'absolute' ? 1 : Math.abs(level);
  const weeks = unit > 0 ? Array.from({ length: last }, (_, at) => weekEffect(own, other, at, unit)).filter((week) => week !== undefined) : [];
  const sign = direction === 'up' ? 1 : -1;
  const novelty = readNovelty(weeks.map(({ week, effect, standardError }) => ({ week, effect: sign * effect, standardError })));
  const reach = normalQuantile(0.975);
  const around = (value: number, error: number): Interval => ({ value, low: value - reach * error, high: value + reach * error });
  const decay = novelty?.decay;
  return {
    flag: novelty?.flag ?? 'too-few-weeks', weeks: weeks.map(({ week, effect, standardError }) => ({ week, ...around(effect, standardError) })),
    slope: novelty && around(sign * novelty.slope, novelty.slopeError),
    longRun: decay && (sign === 1 ? decay.longRun : { value: -decay.longRun.value, low: -decay.longRun.high, high: -decay.longRun.low }),
    tauWeeks: decay?.tauWeeks, verdictFrom: novelty?.flag === undefined || novelty.flag === 'steady' ? 1 : (novelty.settled?.fromWeek ?? 1),
  };
}

function weekEffect(own: readonly UnitWeeks[], other: readonly UnitWeeks[], at: number, unit: number): { readonly week: number; readonly effect: number; readonly standardError: number } | undefined {
  const [a, b] = [valuesAt(own, at), valuesAt(other, at)];
  if (a.length < 2 || b.length < 2) return undefined;
  const standardError = Math.sqrt(varianceOf(a) / a.length + varianceOf(b) / b.length) / unit;
  return standardError > 0 ? { week: at + 1, effect: (meanOf(a) - meanOf(b)) / unit, standardError } : undefined;
}

function valuesAt(units: readonly UnitWeeks[], at: number): number[] {
  return units.map((unit) => unit[at]).filter((value) => typeof value === 'number');
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
