// Values on days with their gaps: what joins into a line, what stands alone, what a seven-day mean may use. Knows no drawing.
import { addDays, DAY_MS, type Day } from '../../../../domain/kernel/instant.ts';
import { placeOf } from '../month-ticks.ts';

export type Grain = 'day' | 'week';

/** `value` null: the day was read and has no value. A day that is absent counts the same. */
export interface DayValue { readonly day: Day; readonly value: number | null }

export interface KnownValue { readonly day: Day; readonly value: number }

export interface NamedDay { readonly day: Day; readonly name: string }

const STEP: Readonly<Record<Grain, number>> = { day: 1, week: 7 };

/** Points that stand next to each other, split at every gap. Points without a value belong to no run. */
export function runsOf(points: readonly DayValue[], grain: Grain): KnownValue[][] {
  const runs: KnownValue[][] = [];
  let last: Day | undefined;
  for (const { day, value } of points) {
    if (value === null || !Number.isFinite(value)) { last = undefined; continue; }
    const joins = last !== undefined && placeOf(day) - placeOf(last) <= STEP[grain] * 1.5 * DAY_MS;
    if (joins) runs.at(-1)?.push({ day, value });
    else runs.push([{ day, value }]);
    last = day;
  }
  return runs;
}

export function known(points: readonly DayValue[]): KnownValue[] {
  return points.flatMap(({ day, value }) => (value === null || !Number.isFinite(value) ? [] : [{ day, value }]));
}

/** Steps of the grain inside the series that have no value. Example: a week read daily with one null has 1. */
export function missingIn(points: readonly DayValue[], grain: Grain): number {
  const have = known(points);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return Math.max(0, Math.round((placeOf(last.day) - placeOf(first.day)) / (STEP[grain] * DAY_MS)) + 1 - have.length);
}

/** Daily series of this many points are drawn as dots with their mean, since the raw line would only flicker. */
const MANY_DAYS = 45;

export function wantsMean(points: readonly DayValue[], grain: Grain): boolean {
  return grain === 'day' && known(points).length > MANY_DAYS;
}

/** A mean of fewer days than this would jump about. */
const LEAST_DAYS = 4;

/**
 * Mean of the day and the six before it, over the values there are and never across `never` (a ship). Null where the day
 * itself has no value or fewer than four of the seven do, so that a gap stays a gap and a start does not jump.
 */
export function sevenDayMean(points: readonly DayValue[], never?: Day): DayValue[] {
  const values = new Map(known(points).map(({ day, value }) => [day, value]));
  return points.map(({ day, value }) => {
    if (value === null) return { day, value: null };
    const days = Array.from({ length: 7 }, (_, back) => addDays(day, -back)).filter((one) => never === undefined || (one >= never) === (day >= never));
    const found = days.flatMap((one) => values.get(one) ?? []);
    return { day, value: found.length < LEAST_DAYS ? null : found.reduce((sum, one) => sum + one, 0) / found.length };
  });
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2026-08-18` is `18 Aug`. */
export function dayLabel(day: Day): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}`;
}

/** `2026-08-18` is `18 August 2026`. */
export function dayInFull(day: Day): string {
  return `${Number(day.slice(8, 10))} ${LONG[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}
