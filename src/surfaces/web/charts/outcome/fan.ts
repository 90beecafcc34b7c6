// A goal's measure so far and where it may end: the data of the fan, its sentence and its table.
import type { Day } from '../../../../domain/kernel/instant.ts';
import type { ChartTable } from './chart-table.ts';
import { dayInFull, known, missingIn, type DayValue, type Grain } from './day-series.ts';
import { chance, said, saidRange, type Measure } from './measure.ts';

/** Quantiles of the paths on one day: the middle half and the middle four fifths. */
export interface FanPoint { readonly day: Day; readonly low80: number; readonly low50: number; readonly mid: number; readonly high50: number; readonly high80: number }

/** A way it may end: `as it goes`, `with the bets`. `low` and `high` bound four fifths of its paths. */
export interface FanEnd {
  readonly name: string;
  readonly short: string;
  readonly mid: number;
  readonly low: number;
  readonly high: number;
  /** Share of its paths that reach the target by the end, 0 to 1. */
  readonly chance?: number | undefined;
  /** The one the sentence speaks of: ink, its word in bold. */
  readonly strong?: boolean | undefined;
}

export interface FanData {
  readonly metric: string;
  readonly measure: Measure;
  readonly grain: Grain;
  readonly points: readonly DayValue[];
  /** Empty when there is no forecast. Begins at the last point. */
  readonly fan: readonly FanPoint[];
  readonly target?: { readonly value: number; readonly from: Day; readonly label: string } | undefined;
  readonly baseline?: { readonly value: number; readonly until: Day; readonly label: string; readonly short: string } | undefined;
  /** At most three: holidays and the like as a stem to the line; `rule` draws a full vertical, for a ship or an agreement. */
  readonly events: readonly { readonly day: Day; readonly label: string; readonly short: string; readonly rule?: boolean }[];
  /** End values beside the fan. */
  readonly ends: readonly FanEnd[];
  readonly until: Day;
  /** What the outer band and the bounds of an end hold where it is not four fifths: `Nine tenths`. */
  readonly outer?: string | undefined;
}

/** `Chance of reaching it: 10% as it goes, 35% with the bets.`; '' when no chance is known. */
export function chanceSentence(data: Pick<FanData, 'ends' | 'target'>): string {
  const told = data.ends.flatMap((end) => (end.chance === undefined ? [] : [`${chance(end.chance)} ${end.name}`]));
  return told.length === 0 || data.target === undefined ? '' : `Chance of reaching it: ${told.join(', ')}.`;
}

export function fanSummary(data: FanData): string {
  const values = known(data.points);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return `${data.metric}: no value was read.`;
  const missing = missingIn(data.points, data.grain);
  return [
    `${data.metric}, ${data.grain === 'day' ? 'daily' : 'weekly'}, from ${said(first.value, data.measure)} on ${dayInFull(first.day)} to ${said(last.value, data.measure)} on ${dayInFull(last.day)}.`,
    data.target && `${data.target.label}.`,
    data.ends.length > 0 && `By ${dayInFull(data.until)}: ${data.ends.map((end) => `${end.name} ${said(end.mid, data.measure)} (${saidRange(end.low, end.high, data.measure)})`).join('; ')}.`,
    chanceSentence(data),
    missing > 0 && `${missing} ${data.grain}${missing === 1 ? ' has' : 's have'} no value.`,
  ].filter(Boolean).join(' ');
}

export function fanTable(data: FanData): ChartTable {
  return {
    head: [data.grain === 'day' ? 'Day' : 'Week of', 'Value or middle', 'Half of the paths', `${data.outer ?? 'Four fifths'} of the paths`],
    rows: [
      ...data.points.map(({ day, value }) => [day, value === null ? 'no value' : said(value, data.measure), '', '']),
      ...data.fan.slice(1).map((point) => [`${point.day}, forecast`, said(point.mid, data.measure), saidRange(point.low50, point.high50, data.measure), saidRange(point.low80, point.high80, data.measure)]),
      ...data.ends.map((end) => [`By ${data.until}, ${end.name}`, said(end.mid, data.measure), '', saidRange(end.low, end.high, data.measure)]),
    ],
  };
}
