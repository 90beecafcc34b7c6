// The effect day by day or week by week with its interval: the data of that picture, its sentence and its table.
import type { Day } from '../../../../domain/kernel/instant.ts';
import type { ChartTable } from './chart-table.ts';
import { levelWords } from './counterfactual.ts';
import { dayInFull, type Grain } from './day-series.ts';
import { said, saidRange, type Measure } from './measure.ts';

/** Null where no effect can be said for that day: a gap, or the rollout. */
export interface EffectPoint { readonly day: Day; readonly value: number | null; readonly low: number | null; readonly high: number | null }

export interface EffectOverTimeData {
  readonly measure: Measure;
  readonly grain: Grain;
  readonly level: number;
  /** Which direction was hoped for. */
  readonly direction: 'up' | 'down';
  /** Above 0, in the hoped-for direction. */
  readonly minEffect?: number | undefined;
  readonly points: readonly EffectPoint[];
}

export type Reading = 'beyond' | 'against' | 'open';

/** Where the whole interval stands: beyond zero in the hoped-for direction, against it, or on both sides. */
export function readingOf(low: number | null, high: number | null, direction: 'up' | 'down'): Reading {
  const [up, down] = [low !== null && low > 0, high !== null && high < 0];
  if (!up && !down) return 'open';
  return up === (direction === 'up') ? 'beyond' : 'against';
}

/** The minimum effect with the sign of the hoped-for direction. */
export function signedMinimum(data: { readonly minEffect?: number | undefined; readonly direction: 'up' | 'down' }): number | undefined {
  return data.minEffect === undefined ? undefined : data.direction === 'up' ? data.minEffect : -data.minEffect;
}

export function effectOverTimeSummary(data: EffectOverTimeData): string {
  const told = data.points.filter((point) => point.value !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last?.value == null || first.value === null) return 'The effect over time: no effect can be said for any day.';
  const minimum = signedMinimum(data);
  const sure = told.filter((point) => readingOf(point.low, point.high, data.direction) !== 'open').length;
  return [
    `The effect ${data.grain === 'day' ? 'day by day' : 'week by week'} from ${dayInFull(first.day)} to ${dayInFull(last.day)}: first ${said(first.value, data.measure, { signed: true })}, last ${said(last.value, data.measure, { signed: true })} (${saidRange(last.low, last.high, data.measure, { signed: true })}, ${levelWords(data.level)} interval).`,
    `In ${sure} of ${told.length} the whole interval is on one side of zero.`,
    minimum !== undefined && `The smallest effect that would matter is ${said(minimum, data.measure, { signed: true })}.`,
  ].filter(Boolean).join(' ');
}

export function effectOverTimeTable(data: EffectOverTimeData): ChartTable {
  return {
    head: [data.grain === 'day' ? 'Day' : 'Week of', 'Effect', `${levelWords(data.level)} interval`],
    rows: data.points.map((point) => [point.day, point.value === null ? 'cannot tell' : said(point.value, data.measure, { signed: true }), point.value === null ? '' : saidRange(point.low, point.high, data.measure, { signed: true })]),
  };
}
