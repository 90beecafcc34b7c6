// A metric as callers see it, and its points as a series. Decides what is shown of a rate: its share.
import type { OutputOf } from '../contract/index.ts';
import type { Day } from '../domain/kernel/instant.ts';
import { daysFrom } from '../domain/kernel/calendar.ts';
import { stalenessOf } from '../domain/metric/staleness.ts';
import { listPoints, metricExtents, type Extent, type MetricRow, type Point } from '../store/metric.ts';
import type { Tx } from '../store/schema.ts';
import type { Context } from './context.ts';

export type Metric = OutputOf<'metric.get'>['metric'];
export type SeriesShown = NonNullable<OutputOf<'metric.get'>['series']>;

const stepOf = (grain: MetricRow['grain']): number => (grain === 'week' ? 7 : 1);

function shown(row: MetricRow, extent: Extent | undefined, today: Day): Metric {
  const step = stepOf(row.grain);
  const span = extent === undefined ? 0 : Math.floor(daysFrom(extent.firstOn, extent.lastOn) / step) + 1;
  const usual = row.stale_after === null ? 0 : Math.max(0, row.stale_after - 2 * step);
  const fresh = extent === undefined ? { stale: false, behind: 0 } : stalenessOf({ lastDay: extent.lastOn, grain: row.grain, usualLag: usual }, today);
  return {
    id: row.id, key: row.key, name: row.name, unit: row.unit ?? undefined, direction: row.direction, grain: row.grain, kind: row.kind, state: row.state,
    source: row.source as Metric['source'], schedule: row.schedule, points: extent?.points ?? 0, gaps: span - (extent?.points ?? 0), revised: extent?.revised ?? 0,
    firstOn: extent?.firstOn, lastOn: extent?.lastOn, last: extent && shareOf(extent.last, extent.lastDenominator ?? undefined), stale: row.state === 'active' && fresh.stale, behind: fresh.behind,
    refreshedAt: row.refreshed_at ?? undefined, nextRefreshAt: row.next_refresh_at ?? undefined, failure: (row.failure as Metric['failure'] | null) ?? undefined,
    createdAt: row.created_at, updatedAt: row.updated_at,
  };
}

/** A rate's share, or the value itself. */
export function shareOf(value: number, denominator: number | undefined): number {
  return denominator === undefined || denominator === 0 ? value : value / denominator;
}

export async function showMetrics({ tx, asker, today }: Pick<Context, 'tx' | 'asker' | 'today'>, rows: readonly MetricRow[]): Promise<Metric[]> {
  const extents = await metricExtents(tx, asker.workspaceId);
  return rows.map((row) => shown(row, extents.get(row.id), today));
}

export async function showMetric(context: Pick<Context, 'tx' | 'asker' | 'today'>, row: MetricRow): Promise<Metric> {
  return (await showMetrics(context, [row]))[0]!;
}

/** Points laid out from the first to the last, a gap where a day or week has none. Undefined for no points. */
export function seriesFrom(points: readonly Point[], grain: MetricRow['grain']): SeriesShown | undefined {
  const first = points[0];
  if (first === undefined) return undefined;
  const step = stepOf(grain);
  const length = Math.floor(daysFrom(first.on, points.at(-1)!.on) / step) + 1;
  const values: (number | null)[] = Array.from({ length }, () => null);
  const denominators: (number | null)[] = Array.from({ length }, () => null);
  for (const { on, value, denominator } of points) {
    const at = Math.floor(daysFrom(first.on, on) / step);
    values[at] = value;
    denominators[at] = denominator ?? null;
  }
  return { start: first.on, grain, values, ...(points.some(({ denominator }) => denominator !== undefined) ? { denominators } : {}) };
}

/** The whole series of a metric; undefined while there are no values. */
export async function seriesOfMetric(tx: Tx, workspaceId: string, row: Pick<MetricRow, 'id' | 'grain'>, to?: Day): Promise<SeriesShown | undefined> {
  return seriesFrom(await listPoints(tx, workspaceId, row.id, undefined, to), row.grain);
}
