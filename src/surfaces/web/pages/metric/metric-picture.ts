// From a metric's answer to the data of its picture: values, ships, what was said anew, and whether its source fell silent. Knows no screen.
import type { OutputOf } from '../../../../contract/index.ts';
import type { Day } from '../../../../domain/kernel/instant.ts';
import { dayLabel, known, type KnownValue } from '../../charts/outcome/day-series.ts';
import type { MetricHistoryData } from '../../charts/outcome/metric-history.ts';
import { said, saidRange } from '../../charts/outcome/measure.ts';
import { counted, dayShort } from '../../data/words.ts';
import { measureOf, staleWords, valuesOf, type Metric, type Series } from './metric-words.ts';

type Answer = OutputOf<'metric.get'>;

/** The oldest saying of each day that was said anew. Of a rate only its count was kept, which is no share: none are drawn. */
export function firstSaid(revisions: Answer['revisions'], kind: Metric['kind']): { readonly day: Day; readonly was: number }[] {
  if (kind === 'rate') return [];
  const oldest = new Map(revisions.map(({ on, before }) => [on, before]));
  return [...oldest].map(([day, was]) => ({ day, was })).toSorted((a, b) => a.day.localeCompare(b.day));
}

export function pictureOf({ metric, ships, revisions }: Omit<Answer, 'series'>, series: Series, today: Day): MetricHistoryData {
  const stale = staleWords(metric);
  return {
    metric: metric.name, measure: measureOf(metric), grain: series.grain, points: valuesOf(series), revised: firstSaid(revisions, metric.kind), today,
    ships: ships.map(({ title, shippedOn, bet }) => ({ day: shippedOn, name: title, ...(bet === undefined ? {} : { own: true }) })),
    ...(stale === undefined ? {} : { stale: { words: stale } }),
  };
}

/** `730 days from 21 Nov 2024 to 20 Nov 2026, between 380 and 612 visits`. */
export function spanWords(data: MetricHistoryData): string {
  const values = known(data.points);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return 'No value could be read';
  const sizes = values.map(({ value }) => value);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const range = low === high ? `always ${said(low, data.measure)}` : `between ${saidRange(low, high, data.measure).replace(' to ', ' and ')}`;
  return `${counted(values.length, data.grain)} from ${dayShort(first.day)} to ${dayShort(last.day)}, ${range}`;
}

/** Values worth opening: the last, the highest, the lowest, those said anew, those of a ship's day. At most forty, in order of days. */
export function notable(data: MetricHistoryData): (KnownValue & { readonly why: string })[] {
  const values = known(data.points);
  const last = values.at(-1);
  if (last === undefined) return [];
  const high = values.reduce((best, one) => (one.value > best.value ? one : best));
  const low = values.reduce((best, one) => (one.value < best.value ? one : best));
  const whys = new Map<Day, string>();
  const add = (day: Day, why: string): void => { whys.set(day, whys.has(day) ? `${whys.get(day)}, ${why}` : why); };
  add(last.day, 'the last value');
  add(high.day, 'the highest');
  add(low.day, 'the lowest');
  for (const ship of data.ships) if (values.some(({ day }) => day === ship.day)) add(ship.day, `the day of “${ship.name}”`);
  for (const { day } of data.revised) add(day, 'said anew');
  return values.flatMap((one) => { const why = whys.get(one.day); return why === undefined ? [] : [{ ...one, why }]; }).slice(-40);
}

/** Which ships the picture cannot show, and why; undefined when it shows all. */
export function unseenShips(data: MetricHistoryData): string | undefined {
  const values = known(data.points);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const until = data.stale && data.today > last.day ? data.today : last.day;
  const [before, after] = [data.ships.filter(({ day }) => day < first.day).length, data.ships.filter(({ day }) => day > until).length];
  const parts = [
    before > 0 && `${counted(before, 'ship')} from before ${dayLabel(first.day)} ${first.day.slice(0, 4)}`,
    after > 0 && `${counted(after, 'ship')} after the last value`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `Not in the picture: ${parts.join(' and ')}.`;
}
