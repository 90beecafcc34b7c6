// Metrics: named, read from a paste, a file or a program, shown with their ships. Sources that are fetched are in metric-source.ts.
import { granted, refused } from '../domain/kernel/ruling.ts';
import { listBets } from '../store/bet.ts';
import { nextNumber } from '../store/counter.ts';
import { asJson } from '../store/engine/parameters.ts';
import { findMetric, insertMetric, listLoads, listMetrics, listPoints, listRevisions, updateMetric, type MetricRow } from '../store/metric.ts';
import { timeText } from '../store/schema.ts';
import { listShips } from '../store/ship.ts';
import type { BetTerms } from '../domain/bet/terms.ts';
import type { Context, Handlers } from './context.ts';
import { pointsOf, readGiven, storeLoad, type Counts } from './metric-reading.ts';
import { planNext } from './metric-schedule.ts';
import { seriesFrom, showMetric, showMetrics } from './metric-view.ts';

const missing = (reference: string) => refused('not_found', { kind: 'metric', reference });

async function nameTaken({ tx, asker }: Context, name: string, but?: string) {
  const other = (await listMetrics(tx, asker.workspaceId)).find((row) => row.id !== but && row.name.trim().toLowerCase() === name.trim().toLowerCase());
  return other === undefined ? undefined : refused('metric_name_taken', { name: other.name, key: other.key });
}

async function again(context: Context, id: string) {
  return showMetric(context, (await findMetric(context.tx, context.asker.workspaceId, id))!);
}

/** The ships that may have moved a metric: of bets on it, named for it, or named for none at all. */
export async function shipsOn({ tx, asker }: Pick<Context, 'tx' | 'asker'>, metricId: string) {
  const bets = await listBets(tx, asker.workspaceId);
  const betOf = (id: string | null) => bets.find((bet) => bet.id === id);
  const concerns = (ship: { readonly bet_id: string | null; readonly metric_ids: unknown }): boolean => {
    const named = ship.metric_ids as string[];
    const terms = betOf(ship.bet_id)?.terms as Partial<BetTerms> | undefined;
    return named.includes(metricId) || terms?.metric === metricId || (ship.bet_id === null && named.length === 0);
  };
  return (await listShips(tx, asker.workspaceId)).filter(concerns)
    .map((ship) => ({ id: ship.id, key: ship.key, title: ship.title, shippedOn: ship.shipped_on, rolledOutOn: ship.rolled_out_on ?? undefined, bet: betOf(ship.bet_id)?.key }));
}

type Names = 'metric.add' | 'metric.list' | 'metric.get' | 'metric.change' | 'metric.preview' | 'metric.load' | 'metric.push' | 'metric.loads';

export const metricHandlers: Pick<Handlers, Names> = {
  async 'metric.add'(given, context) {
    const { tx, asker, now } = context;
    const taken = await nameTaken(context, given.name);
    if (taken) return taken;
    const id = context.newId('metric');
    const at = timeText(now);
    await insertMetric(tx, {
      workspace_id: asker.workspaceId, id, key: `M-${await nextNumber(tx, asker.workspaceId, 'metric')}`, name: given.name, unit: given.unit ?? null, direction: given.direction, grain: given.grain, kind: given.kind,
      state: 'active', source: asJson({ kind: 'paste', says: 'Pasted or loaded by hand' }), secret: null, schedule: 'none', stale_after: given.staleAfter ?? null, refreshed_at: null, next_refresh_at: null, failure: null,
      created_at: at, updated_at: at, version: 1,
    });
    return granted({ metric: await again(context, id), undo: { operation: 'metric.change', input: { metric: id, state: 'retired' } } });
  },

  async 'metric.list'(given, context) {
    const rows = (await listMetrics(context.tx, context.asker.workspaceId)).filter(({ state }) => given.state === 'all' || state === given.state);
    return granted({ metrics: await showMetrics(context, rows) });
  },

  async 'metric.get'(given, context) {
    const { tx, asker } = context;
    const row = await findMetric(tx, asker.workspaceId, given.metric);
    if (!row) return missing(given.metric);
    const revisions = await listRevisions(tx, asker.workspaceId, row.id, 200);
    const points = await listPoints(tx, asker.workspaceId, row.id, given.from, given.to);
    const now = new Map(points.map((point) => [point.on, point.value]));
    return granted({
      metric: await showMetric(context, row), series: seriesFrom(points, row.grain), ships: await shipsOn(context, row.id),
      revisions: revisions.map(({ on_day: on, value, replaced_at: at }) => ({ on, before: value, after: now.get(on), at })),
    });
  },

  async 'metric.change'(given, context) {
    const { tx, asker, now } = context;
    const row = await findMetric(tx, asker.workspaceId, given.metric);
    if (!row) return missing(given.metric);
    const taken = given.name === undefined ? undefined : await nameTaken(context, given.name, row.id);
    if (taken) return taken;
    const clears = (field: 'unit' | 'staleAfter') => given.clear?.includes(field) === true;
    await updateMetric(tx, asker.workspaceId, row.id, {
      name: given.name ?? row.name, unit: clears('unit') ? null : given.unit ?? row.unit, direction: given.direction ?? row.direction, stale_after: clears('staleAfter') ? null : given.staleAfter ?? row.stale_after,
      schedule: given.schedule ?? row.schedule, state: given.state ?? row.state, updated_at: timeText(now),
    });
    const schedule = given.schedule ?? row.schedule;
    if (row.secret !== null && schedule !== row.schedule) await planNext(tx, context.services, asker.workspaceId, { id: row.id, schedule });
    const clear = [...(row.unit === null ? ['unit'] : []), ...(row.stale_after === null ? ['staleAfter'] : [])];
    const undo = { operation: 'metric.change', input: { metric: row.id, name: row.name, ...(row.unit ? { unit: row.unit } : {}), direction: row.direction, ...(row.stale_after ? { staleAfter: row.stale_after } : {}), schedule: row.schedule, state: row.state, ...(clear.length > 0 ? { clear } : {}) } };
    return granted({ metric: await again(context, row.id), undo });
  },

  async 'metric.preview'(given, context) {
    const read = await readGiven(given, context);
    if (!read.ok) return read;
    const { reading, built, unread, unreadTotal } = read.value;
    const { series } = built;
    return granted({
      columns: [...reading.header], date: reading.dateColumn, value: reading.value.name, denominator: reading.denominatorColumn, kind: reading.denominatorColumn === undefined ? 'level' as const : 'rate' as const,
      series: { ...series, values: [...series.values], denominators: series.denominators && [...series.denominators] }, gaps: built.gaps, said: [...reading.said], unread: [...unread], unreadTotal,
    });
  },

  async 'metric.load'(given, context) {
    const { tx, asker } = context;
    const row = await findMetric(tx, asker.workspaceId, given.metric);
    if (!row) return missing(given.metric);
    const read = await readGiven(given, context, row.grain);
    if (!read.ok) return read;
    const { reading, built, unread, unreadTotal } = read.value;
    const unfit = unfitFor(row, built.series.grain, built.series.denominators !== undefined);
    if (unfit) return unfit;
    const via = given.text === undefined ? 'file' as const : 'paste' as const;
    const counts = await storeLoad(context, row, { via, points: pointsOf(built), gaps: built.gaps, read: reading.rows, unread, unreadTotal, whole: true, unclear: read.value.unclear });
    if ((row.source as { kind: string }).kind === 'paste' && via === 'file') await updateMetric(tx, asker.workspaceId, row.id, { source: asJson({ kind: 'file', says: `Loaded from ${reading.name}` }) });
    return granted({ metric: await again(context, row.id), counts, unread: [...unread], said: [...reading.said] });
  },

  async 'metric.push'(given, context) {
    const row = await findMetric(context.tx, context.asker.workspaceId, given.metric);
    if (!row) return missing(given.metric);
    const bad = given.points.find(({ value, denominator }) => !Number.isFinite(value) || (row.kind === 'rate') !== (denominator !== undefined) || (denominator !== undefined && (denominator <= 0 || value > denominator)));
    if (bad) return refused('metric_unreadable', { sentence: `${bad.on}: ${row.kind === 'rate' ? 'a rate needs a value and a denominator that is at least as large' : 'this metric is no rate and takes a value only'}.` });
    const last = new Map(given.points.map((point) => [point.on, point]));
    const counts: Counts = await storeLoad(context, row, { via: 'push', points: [...last.values()].sort((a, b) => (a.on < b.on ? -1 : 1)), gaps: 0, read: given.points.length, unread: [], unreadTotal: 0, whole: false });
    if ((row.source as { kind: string }).kind === 'paste') await updateMetric(context.tx, context.asker.workspaceId, row.id, { source: asJson({ kind: 'push', says: 'Pushed by a program' }) });
    return granted({ metric: await again(context, row.id), counts });
  },

  async 'metric.loads'(given, { tx, asker }) {
    const row = await findMetric(tx, asker.workspaceId, given.metric);
    if (!row) return missing(given.metric);
    const loads = await listLoads(tx, asker.workspaceId, row.id);
    return granted({ loads: loads.map((load) => ({ id: load.id, via: load.via, at: load.loaded_at, counts: load.counts as Counts, unread: load.unread as { where: string; code: string; detail: string }[] })) });
  },
};

/** A refusal when values do not fit the metric they are for. */
export function unfitFor(row: Pick<MetricRow, 'grain' | 'kind' | 'key'>, grain: 'day' | 'week', rates: boolean) {
  if (grain !== row.grain) return refused('metric_unreadable', { sentence: `These values are ${grain === 'week' ? 'weekly' : 'daily'} and ${row.key} is ${row.grain === 'week' ? 'weekly' : 'daily'}. Add a metric of its own for them.` });
  if (rates && row.kind !== 'rate') return refused('metric_unreadable', { sentence: `These values have a denominator and ${row.key} is no rate. Leave the denominator out, or add a rate.` });
  if (!rates && row.kind === 'rate') return refused('metric_unreadable', { sentence: `${row.key} is a rate. Name the column of what each value is out of.` });
  return undefined;
}
