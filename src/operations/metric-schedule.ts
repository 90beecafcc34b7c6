// When a connected metric is read next: one job at a time, and a job that finds another time planned meanwhile does nothing.
import { newId } from '../domain/kernel/ids.ts';
import { insertJob } from '../store/job.ts';
import { updateMetric, type MetricRow } from '../store/metric.ts';
import { timeText, type Tx } from '../store/schema.ts';
import type { Services } from './services.ts';

const EVERY_MS = { none: undefined, hourly: 3_600_000, daily: 86_400_000, weekly: 7 * 86_400_000 } as const;

/** Plans the next reading. A job that finds another time planned meanwhile does nothing. */
export async function planNext(tx: Tx, services: Services, workspaceId: string, metric: Pick<MetricRow, 'id' | 'schedule'>): Promise<void> {
  const every = EVERY_MS[metric.schedule];
  const at = every === undefined ? undefined : services.clock() + every;
  await updateMetric(tx, workspaceId, metric.id, { next_refresh_at: at === undefined ? null : timeText(at) });
  if (at !== undefined) await insertJob(tx, workspaceId, { id: newId('job', services.clock(), services.random), kind: 'metric', payload: { metric: metric.id, at }, at });
}
