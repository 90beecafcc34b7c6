// The sample's metrics written as kept ones: values, what they were first said to be, and one reading each. Knows no bet.
import { newId } from '../domain/kernel/ids.ts';
import { addDays, startOfDay, type Day } from '../domain/kernel/instant.ts';
import type { SampleMetric } from '../domain/sample/sample-metrics.ts';
import { nextNumber } from '../store/counter.ts';
import { asJson } from '../store/engine/parameters.ts';
import { insertLoad, insertMetric, insertRevisions, writePoints } from '../store/metric.ts';
import { timeText } from '../store/schema.ts';
import type { Context } from './context.ts';
import type { Counts } from './metric-reading.ts';

/** Days ago on which the metrics were named, a little before the first bet. */
const NAMED = 760;

/** Returns the ids by key, M-1 first. */
export async function loadSampleMetrics({ tx, asker, now, today, services }: Context, metrics: readonly SampleMetric[]): Promise<Map<string, string>> {
  const { workspaceId } = asker;
  const at = timeText(now);
  const ids = new Map<string, string>();
  for (const { name, unit, direction, grain, kind, points, corrections } of metrics) {
    const then = startOfDay(addDays(today, -NAMED))! + ids.size * 60_000;
    const id = newId('metric', then, services.random);
    const key = `M-${await nextNumber(tx, workspaceId, 'metric')}`;
    ids.set(key, id);
    await insertMetric(tx, {
      workspace_id: workspaceId, id, key, name, unit: unit ?? null, direction, grain, kind, state: 'active', source: asJson({ kind: 'sample', says: 'Made up for the sample company' }), secret: null, schedule: 'none',
      stale_after: null, refreshed_at: at, next_refresh_at: null, failure: null, created_at: timeText(then), updated_at: at, version: 1,
    });
    await writePoints(tx, workspaceId, id, points);
    for (const day of new Set(corrections.map((one) => one.at))) {
      await insertRevisions(tx, workspaceId, id, corrections.filter((one) => one.at === day).map(({ on, before, denominator }) => ({ on, value: before, denominator })), startOfDay(day)!);
    }
    const counts: Counts = { read: points.length, added: points.length, revised: corrections.length, unchanged: 0, gaps: gapsOf(points, grain), unread: 0 };
    await insertLoad(tx, { workspace_id: workspaceId, id: newId('import', now, services.random), metric_id: id, via: 'sample', counts: asJson(counts), unread: '[]', loaded_at: at });
  }
  return ids;
}

function gapsOf(points: readonly { readonly on: Day }[], grain: 'day' | 'week'): number {
  const days = (startOfDay(points.at(-1)!.on)! - startOfDay(points[0]!.on)!) / 86_400_000;
  return Math.round(days / (grain === 'week' ? 7 : 1)) + 1 - points.length;
}
