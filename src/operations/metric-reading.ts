// From a pasted text or a file to a series with everything that was guessed and left out; and from a series to stored points, with
// what they replace kept. Knows no schedule and no network.
import type { GivenTo, OutputOf } from '../contract/index.ts';
import { readMetric, readMetricText, type MetricReading, type MetricRules } from '../connectors/metric/read-metric.ts';
import { UnreadableMetric, unreadWords, withoutOptions, type Unread } from '../connectors/metric/unreadable.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { revisionsIn } from '../domain/metric/revisions.ts';
import { dayAt, seriesOf, type BuiltSeries, type SeriesRefusal } from '../domain/metric/series.ts';
import { asJson } from '../store/engine/parameters.ts';
import { deletePoints, insertLoad, insertRevisions, listPoints, updateMetric, writePoints, type MetricRow, type Point } from '../store/metric.ts';
import { timeText } from '../store/schema.ts';
import type { Context } from './context.ts';
import { namedFiles, placeOf } from './import-files.ts';

export type Counts = OutputOf<'metric.push'>['counts'];
type UnreadShown = OutputOf<'metric.load'>['unread'][number];
type From = Omit<GivenTo<'metric.preview'>, 'file'> & { readonly file?: GivenTo<'metric.preview'>['file'] };

/** How many cells that could not be read are kept with a load; all are counted. */
const KEPT = 200;

export interface ReadSeries {
  readonly reading: MetricReading;
  readonly built: BuiltSeries;
  readonly unread: readonly UnreadShown[];
  readonly unreadTotal: number;
  /** Days whose cell was there and could not be read: what was known of them stays. */
  readonly unclear: ReadonlySet<string>;
}

const unreadable = (sentence: string) => refused('metric_unreadable', { sentence });

/** What a series is refused for, as a sentence that says what to do. */
export function seriesSentence(code: SeriesRefusal, details: Readonly<Record<string, unknown>> = {}): string {
  switch (code) {
    case 'no-values': return 'No value could be read. Check which column holds the values.';
    case 'one-step': return `There is one value only, on ${String(details['day'])}. A metric needs at least two.`;
    case 'several-a-day': return `There are up to ${String(details['most'])} values a day. Say how they become one: combine them by sum or by mean.`;
    case 'months': case 'quarters': case 'years': return `The values are ${code} apart. A reading needs days or weeks.`;
    case 'uneven': return 'The values lie at uneven distances. A reading needs one a day or one a week.';
    case 'too-long': return `The days run from ${String(details['first'])} to ${String(details['last'])}. Check the years.`;
    case 'weeks-to-days': return 'The values are weekly and cannot be read as days. Choose weeks.';
  }
}

/** The series as asked for. Refuses with one sentence that says where and what to do. */
export async function readGiven(given: From, context: Context, grain?: 'day' | 'week') {
  if (given.text !== undefined) return readFrom(() => readMetricText('The pasted text', given.text!, rulesOf(given)), given, grain);
  if (given.file === undefined) return unreadable('Paste values or name a file.');
  const files = await namedFiles({ files: [given.file], kind: 'auto', map: undefined }, context);
  if (!files.ok) return files;
  return readFrom(() => readMetric(placeOf(files.value[0]!, context.services), rulesOf(given)), given, grain);
}

export function rulesOf({ date, value, denominator, order, decimal, start, timeZone }: From): MetricRules {
  return { date, value, denominator, order, decimal, start, timeZone };
}

/** Runs a reading and lays it out; an unreadable file is a refusal, not a fault. */
export async function readFrom(read: () => Promise<MetricReading>, given: Pick<From, 'combine'>, grain?: 'day' | 'week') {
  let reading: MetricReading;
  try {
    reading = asWritten(await read());
  } catch (error) {
    if (error instanceof UnreadableMetric) return unreadable(error.plain);
    throw error;
  }
  const built = seriesOf(reading.value.observations, { timed: reading.timed, combine: given.combine, ...(grain === 'week' ? { grain } : {}) });
  if (!built.ok) return unreadable(seriesSentence(built.refusal.code, built.refusal.details));
  const notes: readonly Unread[] = built.value.notes;
  const unread = [...reading.unread, ...notes].slice(0, KEPT).map((cell) => ({ ...cell, detail: `${cell.detail === '' ? 'It' : `“${cell.detail}”`} ${unreadWords(cell.code)}` }));
  return granted<ReadSeries>({ reading: { ...reading, said: reading.said.map(withoutOptions) }, built: built.value, unread, unreadTotal: reading.unreadTotal + notes.length, unclear: unclearDays(reading, built.value) });
}

/**
 * Percentages as people write them: 31% is kept as 31, so that a later reading without the sign says the same and a goal of 50% means
 * the same. The engine needs no share here: relative effects do not know the unit. Example: 0.31 in a column of percentages is 31.
 */
function asWritten(reading: MetricReading): MetricReading {
  const { value } = reading;
  if (!value.percent || reading.denominatorColumn !== undefined) return reading;
  const observations = value.observations.map((one) => (one.value === null ? one : { ...one, value: Number((one.value * 100).toPrecision(12)) }));
  return { ...reading, value: { ...value, observations }, said: [...reading.said.filter((sentence) => !sentence.startsWith('Percentages ')), `Percentages in “${value.name}” are kept as they are written: 3% is 3.`] };
}

/** By the rows that are named as unread; all days without a value when there were too many to name. */
function unclearDays({ value, unread, unreadTotal }: MetricReading, { notes }: BuiltSeries): Set<string> {
  const rows = new Set([...unread, ...notes].map(({ where }) => where.split(',')[0]));
  const all = unreadTotal > unread.length;
  return new Set(value.observations.filter((one) => one.value === null && (all || rows.has(one.where))).map(({ day }) => day));
}

/** The values of a series with their days; gaps are left out. */
export function pointsOf({ series }: BuiltSeries): Point[] {
  return series.values.flatMap((value, at): Point[] => {
    if (value === null) return [];
    const denominator = series.denominators?.[at];
    return [{ on: dayAt(series, at), value, ...(denominator === null || denominator === undefined ? {} : { denominator }) }];
  });
}

export interface Load {
  readonly via: 'paste' | 'file' | 'url' | 'push' | 'sql' | 'sample';
  readonly points: readonly Point[];
  readonly gaps: number;
  readonly read: number;
  readonly unread: readonly UnreadShown[];
  readonly unreadTotal: number;
  /** True when days that are missing between the first and the last were taken back by the source. A push sends days one by one. */
  readonly whole: boolean;
  readonly unclear?: ReadonlySet<string> | undefined;
}

/** Stores what was read: new days are added, days that differ are kept beside their new value, equal ones are left alone. */
export async function storeLoad({ tx, asker, now, newId }: Pick<Context, 'tx' | 'asker' | 'now' | 'newId'>, metric: MetricRow, load: Load): Promise<Counts> {
  const { workspaceId } = asker;
  const known = await listPoints(tx, workspaceId, metric.id);
  const before = new Map(known.map((point) => [point.on, point]));
  const dated = (points: readonly Point[]) => points.map(({ on, value }) => ({ day: on, value }));
  const reread = revisionsIn(dated(known), dated(load.points));
  const said = new Map(load.points.map((point) => [point.on, point]));
  const changed = new Set(reread.revised.filter(({ after }) => after !== null).map(({ day }) => day));
  for (const [day, point] of said) if (before.has(day) && before.get(day)!.denominator !== point.denominator) changed.add(day);
  const gone = load.whole ? reread.revised.filter(({ after, day }) => after === null && load.unclear?.has(day) !== true).map(({ day }) => day) : [];
  await insertRevisions(tx, workspaceId, metric.id, [...changed, ...gone].map((day) => before.get(day)!), now);
  await writePoints(tx, workspaceId, metric.id, [...reread.added.map(({ day }) => said.get(day)!), ...[...changed].map((day) => said.get(day)!)]);
  await deletePoints(tx, workspaceId, metric.id, gone);
  const revised = changed.size + gone.length;
  const counts: Counts = { read: load.read, added: reread.added.length, revised, unchanged: load.points.length - reread.added.length - changed.size, gaps: load.gaps, unread: load.unreadTotal };
  await insertLoad(tx, { workspace_id: workspaceId, id: newId('import'), metric_id: metric.id, via: load.via, counts: asJson(counts), unread: asJson(load.unread), loaded_at: timeText(now) });
  await updateMetric(tx, workspaceId, metric.id, { refreshed_at: timeText(now), failure: null, updated_at: timeText(now) });
  return counts;
}
