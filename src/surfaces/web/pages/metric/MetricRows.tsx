// Metrics as a working list: name, form of the last months, last value, freshness, source, ships. A row opens its metric.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addDays } from '../../../../domain/kernel/instant.ts';
import { said } from '../../charts/outcome/measure.ts';
import { useAsk } from '../../data/ask.ts';
import { counted, dayShort } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { byKey } from '../../parts/by-key.ts';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { Rows } from '../../ui/Rows.tsx';
import { measureOf, staleWords, valuesOf, type Metric } from './metric-words.ts';
import { Sparkline } from './Sparkline.tsx';

/** Days of the small picture. */
const SHOWN_DAYS = 182;

export function MetricRows({ metrics }: { readonly metrics: readonly Metric[] }): ReactNode {
  const navigate = useNavigate();
  const sorted = metrics.toSorted(byKey);
  const open = (at: number): void => { const metric = sorted[at]; if (metric) void navigate({ to: `/metrics/${metric.key}` }); };
  const keys = useRowKeys({ name: 'metrics', group: 'Metrics', count: sorted.length, actions: [{ keys: 'Enter', title: 'Open the metric', run: open }] });
  if (sorted.length === 0) return <p className="muted metric-none">None.</p>;
  return (
    <Rows items={sorted} itemKey={(metric) => metric.id} keys={keys} label="Metrics" className="metric-row" onRow={open}
      rowLabel={(metric) => `${metric.key}, ${metric.name}${metric.stale ? ', fallen silent' : ''}`}
      head={<><span /><span>Metric</span><span>Last half year</span><span className="right">Last value</span><span>Comes from</span><span className="right">Ships</span></>}>
      {(metric) => <MetricRow metric={metric} />}
    </Rows>
  );
}

function MetricRow({ metric }: { readonly metric: Metric }): ReactNode {
  const asked = useAsk('metric.get', { metric: metric.id, ...(metric.lastOn === undefined ? {} : { from: addDays(metric.lastOn, -SHOWN_DAYS) }) });
  const series = asked.data?.series;
  const stale = staleWords(metric);
  const ships = asked.data?.ships.length;
  return (
    <>
      <span className="row-key">{metric.key}</span>
      <span className="row-title"><AppLink className="metric-link" href={`/metrics/${metric.key}`}>{metric.name}</AppLink></span>
      <span className="metric-spark">{series !== undefined && <Sparkline points={valuesOf(series)} grain={series.grain} stale={metric.stale} />}</span>
      <span className="metric-last right tabular">
        {metric.last === undefined ? <span className="muted">no values yet</span> : <><b className={metric.stale ? 'metric-old' : undefined}>{said(metric.last, measureOf(metric))}</b> <span className="row-meta no-wrap">{metric.lastOn !== undefined && dayShort(metric.lastOn)}</span></>}
      </span>
      <span className="row-meta metric-from">{metric.failure !== undefined ? <span className="metric-silent">could not be read</span> : stale !== undefined ? <span className="metric-silent">{stale}</span> : metric.source.says}</span>
      <span className="row-meta right tabular metric-ships">{ships === undefined ? '' : ships === 0 ? 'none' : counted(ships, 'ship')}</span>
    </>
  );
}
