// Effects with their intervals, one row each: by periods of a rollout or by weeks of a test. The same drawing on a page and in the app.
import type { ReactNode } from 'react';
import type { ChartTable } from './chart-table.ts';
import { IntervalRows, intervalRowsHeight } from './IntervalRows.tsx';
import { said, saidRange, type Measure } from './measure.ts';
import type { EventRow } from './readout-pictures.ts';

export function EffectRows({ rows, measure, width, narrow, words }: { readonly rows: readonly EventRow[]; readonly measure: Measure; readonly width: number; readonly narrow: boolean; readonly words: string }): ReactNode {
  const items = rows.map((row) => ({ ...row, low: row.low ?? row.value, high: row.high ?? row.value, id: row.name, tone: 'plain' as const }));
  const height = intervalRowsHeight(items.length, narrow, false);
  return <svg className="chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={words}><IntervalRows items={items} measure={measure} signed top={0} width={width} narrow={narrow} /></svg>;
}

/** Title and every row as one sentence. */
export function effectRowsSummary(title: string, rows: readonly EventRow[], measure: Measure): string {
  return `${title}: ${rows.map((row) => `${row.name} ${said(row.value, measure, { signed: true })}`).join('; ')}.`;
}

export function effectRowsTable(head: string, rows: readonly EventRow[], measure: Measure): ChartTable {
  return { head: [head, 'Effect', 'Interval'], rows: rows.map((row) => [row.name, said(row.value, measure, { signed: true }), row.low === null && row.high === null ? '' : saidRange(row.low, row.high, measure, { signed: true })]) };
}
