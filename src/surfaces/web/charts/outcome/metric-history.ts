// A metric's history with its ships: the data of that picture, its sentence and its table. A stale source says so.
import type { Day } from '../../../../domain/kernel/instant.ts';
import type { ChartTable } from './chart-table.ts';
import { dayInFull, dayLabel, known, missingIn, wantsMean, type DayValue, type Grain, type NamedDay } from './day-series.ts';
import { said, type Measure } from './measure.ts';

export interface MetricHistoryData {
  readonly metric: string;
  readonly measure: Measure;
  readonly grain: Grain;
  readonly points: readonly DayValue[];
  /** What a past day was first read as, where the source changed it later. */
  readonly revised: readonly { readonly day: Day; readonly was: number }[];
  /** `own`: a ship with a bet; the others are ships nobody bet on. */
  readonly ships: readonly (NamedDay & { readonly own?: boolean })[];
  /** A line somebody drew: the goal's target. */
  readonly target?: { readonly value: number; readonly label: string } | undefined;
  /** The day the picture is looked at. */
  readonly today: Day;
  /** Present when the source should have given newer values. `words`: `not read since 12 November`. */
  readonly stale?: { readonly words: string } | undefined;
}

export function metricHistoryUnit(data: MetricHistoryData): string {
  const drawn = wantsMean(data.points, data.grain) ? 'daily dots and 7-day mean' : data.grain === 'day' ? 'daily' : 'weekly';
  return `${data.metric}, ${drawn}${data.revised.length > 0 ? '; dotted: as first read, before the source revised it' : ''}`;
}

export function metricHistorySummary(data: MetricHistoryData): string {
  const values = known(data.points);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return `${data.metric}: no value was read.`;
  const all = values.map(({ value }) => value);
  const missing = missingIn(data.points, data.grain);
  return [
    `${data.metric}, ${data.grain === 'day' ? 'daily' : 'weekly'}, from ${dayInFull(first.day)} to ${dayInFull(last.day)}: between ${said(Math.min(...all), data.measure)} and ${said(Math.max(...all), data.measure)}, last ${said(last.value, data.measure)}.`,
    data.ships.length > 0 && `Ships: ${data.ships.map((ship) => `${ship.name}, ${dayLabel(ship.day)}`).join('; ')}.`,
    data.target && `${data.target.label}.`,
    missing > 0 && `${missing} ${data.grain}${missing === 1 ? ' has' : 's have'} no value.`,
    data.revised.length > 0 && `${data.revised.length} ${data.revised.length === 1 ? 'value was' : 'values were'} revised by the source.`,
    data.stale && `The source is ${data.stale.words}.`,
  ].filter(Boolean).join(' ');
}

export function metricHistoryTable(data: MetricHistoryData): ChartTable {
  const was = new Map(data.revised.map((one) => [one.day, one.was]));
  return {
    head: [data.grain === 'day' ? 'Day' : 'Week of', 'Value', 'First read as', 'Ships'],
    left: [3],
    rows: [...data.points].reverse().map(({ day, value }) => {
      const before = was.get(day);
      return [day, value === null ? 'no value' : said(value, data.measure), before === undefined ? '' : said(before, data.measure), data.ships.filter((ship) => ship.day === day).map((ship) => ship.name).join('; ')];
    }),
  };
}
