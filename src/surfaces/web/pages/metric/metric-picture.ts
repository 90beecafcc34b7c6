// From a metric's answer to the data of its picture: values, ships, what was said anew, and whether its source fell silent. Knows no screen.
import type { OutputOf } from '../../../../contract/index.ts';
import { addDays, daysBetween, startOfDay, type Day } from '../../../../domain/kernel/instant.ts';
import { dayLabel, known, type DayValue, type KnownValue } from '../../charts/outcome/day-series.ts';
import type { MetricHistoryData } from '../../charts/outcome/metric-history.ts';
import { said, saidRange } from '../../charts/outcome/measure.ts';
import { revisionsIn } from '../../../../domain/metric/revisions.ts';
import { counted, dayShort } from '../../data/words.ts';
import { measureOf, staleWords, valuesOf, type Metric, type Series } from './metric-words.ts';

type Answer = OutputOf<'metric.get'>;

/** The oldest saying of each day that was said anew. Of a rate only its count was kept, which is no share: none are drawn. */
export function firstSaid(revisions: Answer['revisions'], kind: Metric['kind']): { readonly day: Day; readonly was: number }[] {
  if (kind === 'rate') return [];
  const oldest = new Map(revisions.map(({ on, before }) => [on, before]));
  return [...oldest].map(([day, was]) => ({ day, was })).toSorted((a, b) => a.day.localeCompare(b.day));
}

/** A silence takes at most this share of the picture beside what is known; its words say how long it really is. */
const SILENCE = 0.2;

/** The day up to which a silence is drawn: today, or nearer where it would push the values aside. */
function silenceShown(points: readonly DayValue[], today: Day): Day {
  const [first, last] = [points[0]?.day, points.at(-1)?.day];
  if (first === undefined || last === undefined || today <= last) return today;
  const most = addDays(last, Math.max(14, Math.round(daysBetween(startOfDay(first) ?? 0, startOfDay(last) ?? 0) * SILENCE)));
  return today < most ? today : most;
}

export function pictureOf({ metric, ships, revisions }: Omit<Answer, 'series'>, series: Series, today: Day): MetricHistoryData {
  const stale = staleWords(metric);
  const points = valuesOf(series);
  return {
    metric: metric.name, measure: measureOf(metric), grain: series.grain, points, revised: firstSaid(revisions, metric.kind), today: silenceShown(points, today),
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

/** What keeping `read` would do to `have`, by the very rule that keeps it; a rate is compared by its share. `1 is new, 2 differ and are said anew`. */
export function willDo(have: Series | undefined, read: Series): string {
  const { added, revised, unchanged } = revisionsIn(dated(have), dated(read));
  const gone = revised.filter(({ after }) => after === null).length;
  const anew = revised.length - gone;
  const parts = [
    added.length > 0 && `${added.length.toLocaleString('en')} ${added.length === 1 ? 'is' : 'are'} new`,
    anew > 0 && `${anew.toLocaleString('en')} ${anew === 1 ? 'differs and is' : 'differ and are'} said anew`,
    unchanged > 0 && `${unchanged.toLocaleString('en')} ${unchanged === 1 ? 'is' : 'are'} here already`,
  ].filter((part) => part !== false);
  const taken = gone === 0 ? '' : ` ${counted(gone, have?.grain ?? 'day')} that ${gone === 1 ? 'has a value here has' : 'have a value here have'} none among them, and ${gone === 1 ? 'counts' : 'count'} as taken back.`;
  return `Of these values ${parts.join(', ')}.${taken}`;
}

function dated(series: Series | undefined): { readonly day: Day; readonly value: number }[] {
  return series === undefined ? [] : known(valuesOf(series));
}
