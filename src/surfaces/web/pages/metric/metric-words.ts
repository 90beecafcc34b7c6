// What the metric pages say, decided without a screen: values with their unit, days, freshness, where values come from, averages.
import type { OutputOf } from '../../../../contract/index.ts';
import { addDays, type Day } from '../../../../domain/kernel/instant.ts';
import { known, type DayValue } from '../../charts/outcome/day-series.ts';
import { said, type Measure } from '../../charts/outcome/measure.ts';
import { counted, dayShort, dayWords } from '../../data/words.ts';

export type Metric = OutputOf<'metric.get'>['metric'];
export type Series = NonNullable<OutputOf<'metric.get'>['series']>;
export type Counts = OutputOf<'metric.load'>['counts'];
export type Unread = OutputOf<'metric.load'>['unread'][number];

/** How its numbers are said. A rate is kept as so many of so many and said in per cent; a sign stands close, a word apart. */
export function measureOf({ kind, unit }: { readonly kind: Metric['kind']; readonly unit?: string | undefined }): Measure {
  if (kind === 'rate') return { as: 'share', unit: '%' };
  const words = unit?.trim() ?? '';
  return { as: 'number', unit: words === '' ? '' : /^[%°]/.test(words) ? words : ` ${words}` };
}

/** For a difference of the measure: a share differs by points. */
export function differenceOf(measure: Measure): Measure {
  return measure.unit === '%' ? { ...measure, unit: ' points' } : measure;
}

/** The days of a series with their values, a rate as its share. A denominator of nothing leaves a gap. */
export function valuesOf(series: Series): DayValue[] {
  const step = series.grain === 'week' ? 7 : 1;
  return series.values.map((value, at) => {
    const outOf = series.denominators?.[at];
    const share = value === null || series.denominators === undefined ? value : outOf === null || outOf === undefined || outOf === 0 ? null : value / outOf;
    return { day: addDays(series.start, at * step), value: share };
  });
}

export interface Averages { readonly now: number; readonly before: number; readonly from: Day; readonly nowDays: number; readonly beforeDays: number }

/** Steps averaged against as many before them: four weeks. */
const STEPS = { day: 28, week: 4 } as const;

/** Mean of the last four weeks and of the four before, over the values there are; undefined when either has fewer than half of its own. */
export function lately(points: readonly DayValue[], grain: Series['grain']): Averages | undefined {
  const steps = STEPS[grain];
  const [now, before] = [points.slice(-steps), points.slice(-2 * steps, -steps)].map(known);
  if (now === undefined || before === undefined || now.length < steps / 2 || before.length < steps / 2) return undefined;
  const mean = (values: typeof now): number => values.reduce((sum, { value }) => sum + value, 0) / values.length;
  return { now: mean(now), before: mean(before), from: now[0]!.day, nowDays: now.length, beforeDays: before.length };
}

/** `40.3% on 15 November 2026`; `no values yet`. */
export function lastWords(metric: Metric): string {
  return metric.last === undefined || metric.lastOn === undefined ? 'no values yet' : `${said(metric.last, measureOf(metric))} ${dayOrWeek(metric.grain, metric.lastOn)}`;
}

/** `on 15 November 2026`, `in the week of 9 November 2026`. */
export function dayOrWeek(grain: Metric['grain'], day: Day): string {
  return grain === 'week' ? `in the week of ${dayWords(day)}` : `on ${dayWords(day)}`;
}

/** What a source that fell silent is: `without a value since 12 Nov 2026`; undefined while it speaks. */
export function staleWords(metric: Pick<Metric, 'stale' | 'lastOn'>): string | undefined {
  return metric.stale && metric.lastOn !== undefined ? `without a value since ${dayShort(metric.lastOn)}` : undefined;
}

/** `3 days are missing at the end`. */
export function behindWords({ behind, grain }: Pick<Metric, 'behind' | 'grain'>): string {
  return `${counted(behind, grain)} ${behind === 1 ? 'is' : 'are'} missing at the end`;
}

const SCHEDULES: Readonly<Record<Metric['schedule'], string>> = { none: 'by hand', hourly: 'every hour', daily: 'every day', weekly: 'every week' };
export const scheduleWords = (schedule: Metric['schedule']): string => SCHEDULES[schedule];
export const SCHEDULE_CHOICES = (['hourly', 'daily', 'weekly', 'none'] as const).map((id) => ({ id, name: id === 'none' ? 'Only when I ask' : `${SCHEDULES[id][0]!.toUpperCase()}${SCHEDULES[id].slice(1)}` }));

const VIAS: Readonly<Record<OutputOf<'metric.loads'>['loads'][number]['via'], string>> = { paste: 'Pasted', file: 'From a file', url: 'From its address', push: 'Pushed by a program', sql: 'From its statement', sample: 'With the sample' };
export const viaWords = (via: keyof typeof VIAS): string => VIAS[via];

/** `730 new, 2 said anew, 0 as they were`. */
export function countsWords({ added, revised, unchanged }: Counts): string {
  return `${added.toLocaleString('en')} new, ${revised.toLocaleString('en')} said anew, ${unchanged.toLocaleString('en')} as they were`;
}

/** `3%`, `3 %`, `0,5` in per cent as a fraction; `12.5` as it is on an absolute scale. Undefined for nothing or no positive number. */
export function effectIn(text: string, scale: 'relative' | 'absolute'): number | undefined {
  const match = /^\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*%?\s*$/.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]!.replace(',', '.'));
  if (!Number.isFinite(value) || value <= 0) return undefined;
  return scale === 'relative' ? value / 100 : value;
}
