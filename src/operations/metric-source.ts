// Metrics that are fetched: connected once, read on a schedule, never inside a transaction. A failure is kept as a sentence and the
// values stay as they were. Secrets leave this file encrypted only.
import type { GivenTo } from '../contract/index.ts';
import { fetchMetric, SourceFailed, type HttpSource } from '../connectors/metric/fetch-metric.ts';
import { queryMetric, type SqlSource } from '../connectors/metric/query-metric.ts';
import { readMetricText } from '../connectors/metric/read-metric.ts';
import { newId } from '../domain/kernel/ids.ts';
import { granted, refused, type Refusal } from '../domain/kernel/ruling.ts';
import { asJson } from '../store/engine/parameters.ts';
import { findMetric, updateMetric, type MetricRow } from '../store/metric.ts';
import { timeText, type Tx } from '../store/schema.ts';
import { todayIn } from '../store/today.ts';
import { answerAfterCommit, type Asker, type Handlers } from './context.ts';
import type { JobWork } from './jobs.ts';
import { pointsOf, readFrom, rulesOf, storeLoad, type Counts, type ReadSeries } from './metric-reading.ts';
import { showMetric } from './metric-view.ts';
import { planNext } from './metric-schedule.ts';
import { unfitFor } from './metric.ts';
import type { Services } from './services.ts';

type Columns = Pick<GivenTo<'metric.connect'>, 'date' | 'value' | 'denominator' | 'order' | 'decimal' | 'start' | 'combine' | 'timeZone'>;

/** What is kept encrypted: everything a reading needs. */
interface Connection extends Columns {
  readonly url?: HttpSource | undefined;
  readonly sql?: SqlSource | undefined;
}

async function readConnection(connection: Connection, metric: MetricRow, services: Services) {
  const fetched = connection.url === undefined ? { body: Buffer.from(JSON.stringify(await queryMetric(connection.sql!))), name: 'The statement' } : await fetchMetric(connection.url, services.fetch);
  const read = await readFrom(() => readMetricText(fetched.name, fetched.body, rulesOf(connection)), connection, metric.grain);
  if (!read.ok) return read;
  const { series } = read.value.built;
  return unfitFor(metric, series.grain, series.denominators !== undefined) ?? read;
}

/** Words for where it comes from: the host, never a path, a query or a user, which may be secrets. */
function saysOf({ url, sql }: Connection): string {
  return url === undefined ? `A statement on ${new URL(sql!.connection).hostname}` : `Fetched from ${new URL(url.address).host}`;
}

interface Stored { readonly counts: Counts; readonly metric: Awaited<ReturnType<typeof showMetric>> }

async function store(services: Services, asker: Asker, metricId: string, read: ReadSeries, more: (tx: Tx) => Promise<void>): Promise<Stored> {
  return services.store.transaction(async (tx) => {
    const now = services.clock();
    const row = (await findMetric(tx, asker.workspaceId, metricId))!;
    const via = (row.source as { kind: 'url' | 'sql' }).kind;
    const context = { tx, asker, now, newId: (kind: Parameters<typeof newId>[0]) => newId(kind, now, services.random), today: await todayIn(tx, asker.workspaceId, now) };
    const counts = await storeLoad(context, row, { via, points: pointsOf(read.built), gaps: read.built.gaps, read: read.reading.rows, unread: read.unread, unreadTotal: read.unreadTotal, whole: true, unclear: read.unclear });
    await more(tx);
    return { counts, metric: await showMetric(context, (await findMetric(tx, asker.workspaceId, metricId))!) };
  });
}

export const metricSourceHandlers: Pick<Handlers, 'metric.connect' | 'metric.refresh'> = {
  async 'metric.connect'(given, { tx, asker, services }) {
    const row = await findMetric(tx, asker.workspaceId, given.metric);
    if (!row) return refused('not_found', { kind: 'metric', reference: given.metric });
    if ((given.url === undefined) === (given.sql === undefined)) return refused('metric_source_unfit', { reason: 'Name either an address or a statement.' });
    const { url, sql, date, value, denominator, order, decimal, start, combine, timeZone } = given;
    const connection: Connection = { url, sql, date, value, denominator, order, decimal, start, combine, timeZone };
    return answerAfterCommit(async () => {
      const read = await attempt(() => readConnection(connection, row, services));
      if (!read.ok) return read;
      await services.store.transaction((own) => updateMetric(own, asker.workspaceId, row.id, {
        source: asJson({ kind: url === undefined ? 'sql' : 'url', says: saysOf(connection) }), secret: services.vault.lock(JSON.stringify(connection)), schedule: given.schedule,
      }));
      const stored = await store(services, asker, row.id, read.value, (own) => planNext(own, services, asker.workspaceId, { id: row.id, schedule: given.schedule }));
      return granted({ ...stored, unread: [...read.value.unread], said: [...read.value.reading.said] });
    });
  },

  async 'metric.refresh'(given, { tx, asker, services }) {
    const row = await findMetric(tx, asker.workspaceId, given.metric);
    if (!row) return refused('not_found', { kind: 'metric', reference: given.metric });
    if (row.secret === null) return refused('metric_source_unfit', { reason: `${row.key} has no source to read from. Connect one, or load its values.` });
    return answerAfterCommit(async () => {
      const read = await attempt(() => readConnection(connectionOf(row, services), row, services));
      if (!read.ok) {
        await keepFailure(services, asker.workspaceId, row.id, reasonOf(read.refusal));
        return read;
      }
      const stored = await store(services, asker, row.id, read.value, (own) => planNext(own, services, asker.workspaceId, row));
      return granted({ ...stored, unread: [...read.value.unread] });
    });
  },
};

function connectionOf(row: MetricRow, services: Services): Connection {
  return JSON.parse(services.vault.unlock(row.secret!)) as Connection;
}

/** A source that fails is an expected no. */
async function attempt<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceFailed) return refused('metric_source_failed', { reason: error.message });
    throw error;
  }
}

/** The sentence of a refused reading. */
function reasonOf({ details }: Refusal): string {
  const words = details?.['sentence'] ?? details?.['reason'];
  return typeof words === 'string' ? words : 'it could not be read';
}

function keepFailure(services: Services, workspaceId: string, metricId: string, sentence: string): Promise<void> {
  return services.store.transaction((tx) => updateMetric(tx, workspaceId, metricId, { failure: asJson({ at: timeText(services.clock()), sentence }) }));
}

/** A scheduled reading. What fails is kept and tried again at the next time. */
export const metricWork: JobWork = async (job, services) => {
  const { metric, at } = job.payload as { metric: string; at: number };
  const row = await services.store.transaction((tx) => findMetric(tx, job.workspaceId, metric));
  if (!row || row.state === 'retired' || row.secret === null || row.next_refresh_at === null || Date.parse(row.next_refresh_at) !== at) return;
  const read = await attempt(() => readConnection(connectionOf(row, services), row, services));
  const asker: Asker = { workspaceId: job.workspaceId, memberId: '', role: 'pm', local: false };
  if (read.ok) await store(services, asker, row.id, read.value, (tx) => job.hold(tx));
  else await keepFailure(services, job.workspaceId, row.id, reasonOf(read.refusal));
  await services.store.transaction((tx) => planNext(tx, services, job.workspaceId, row));
};
