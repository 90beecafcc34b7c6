// The report's picture: open items by age over how often past items of that age were finished, drawn wide and narrow, with its table.
import type { ReactNode } from 'react';
import type { AuditReport } from '../../contract/audit-report.ts';
import { staticFrame } from '../web/charts/chart-frame.ts';
import { UnitChart, unitOf, type UnitChartData, type UnitForm } from '../web/charts/UnitChart.tsx';
import { UnitLegend } from '../web/charts/UnitLegend.tsx';
import { AGED_OUT_LINE } from './aged-out.ts';
import { bucketWords, estimateText, whole } from './numbers.ts';

const WIDTHS = { wide: 760, narrow: 350 };

type Bucket = AuditReport['summary']['buckets'][number];
const total = (bucket: Bucket): number => bucket.goal + bucket.lightsOn + bucket.none + bucket.unjudged + bucket.agedOut;

function chartData(report: AuditReport): UnitChartData {
  const { buckets, survival } = report.summary;
  return {
    line: AGED_OUT_LINE,
    upper: { words: ['Open items,', 'by days since a', 'human touch'] },
    lower: { words: ['Finished', 'within the', 'next year'], more: ['of past items', 'at that age'], short: 'Finished in the next year, past items at that age' },
    columns: buckets.map((bucket) => {
      const row = survival.find((one) => one.pool === 'all' && one.untouchedDays === bucket.from);
      const speaks = row !== undefined && row.silent === undefined && row.atRisk > 0;
      return {
        id: String(bucket.from), label: bucketWords(bucket).replace(' and more', '+').replace('under ', '<'), short: bucket.from === 0 ? `<${bucket.to}` : `${bucket.from}+`,
        counts: { solid: bucket.goal, tone: bucket.lightsOn, open: bucket.none + bucket.unjudged, bad: bucket.agedOut },
        estimate: speaks ? { share: row.doneWithin365, low: row.low, high: row.high, flagged: row.flags } : undefined,
      };
    }),
  };
}

function forms(report: AuditReport): { form: UnitForm; name: string }[] {
  const sum = (name: 'goal' | 'lightsOn' | 'agedOut'): number => report.summary.buckets.reduce((so, bucket) => so + bucket[name], 0);
  const judged = report.summary.lineage !== undefined;
  return [
    ...(sum('goal') > 0 ? [{ form: 'solid' as const, name: 'leads to the goal' }] : []), ...(sum('lightsOn') > 0 ? [{ form: 'tone' as const, name: 'keeps the lights on' }] : []),
    { form: 'open', name: judged ? 'no path yet' : 'open' }, ...(sum('agedOut') > 0 ? [{ form: 'bad' as const, name: 'aged out' }] : []),
  ];
}

/** Nothing when no open item has an age. */
export function AgeFigure({ report }: { readonly report: AuditReport }): ReactNode {
  const { buckets, survival } = report.summary;
  if (buckets.every((bucket) => total(bucket) === 0)) return null;
  const data = chartData(report);
  const speaking = data.columns.some((column) => column.estimate !== undefined);
  const title = speaking ? 'How long open items have waited, and how often items that old are ever finished here' : 'How long open items have waited';
  const label = `${title}. ${data.columns.map((column, at) => `${bucketWords(buckets[at]!)} days: ${whole(total(buckets[at]!))} items${column.estimate ? `, ${estimateText({ doneWithin365: column.estimate.share, low: column.estimate.low, high: column.estimate.high })} finished within a year` : ''}`).join('; ')}.`;
  return (
    <figure className="figure" id="picture">
      <p className="figure-title">Figure 1. {title}</p>
      {(['wide', 'narrow'] as const).map((size) => {
        const frame = staticFrame(WIDTHS[size]);
        return <div key={size} className={size}><p className="figure-unit"><UnitLegend unit={unitOf(data, frame)} forms={forms(report)} /></p><UnitChart data={data} frame={frame} label={label} /></div>;
      })}
      <figcaption>{speaking
        ? 'Aalen–Johansen estimate with open items counted as open; 90% intervals from 400 resamples. Aged out means that the whole interval lies under 10% and at least 30 items stood at that age. It says how often such items were finished, not what they are worth.'
        : `No estimate of how often items this old are finished: ${survival.find((row) => row.silent !== undefined)?.silent ?? 'this history is too short for one.'}`}</figcaption>
      <details><summary>The picture as a table</summary>
        <table><thead><tr><th scope="col">Days untouched</th><th scope="col" className="right">Open items</th><th scope="col" className="right">Aged out</th><th scope="col" className="right">Finished in the next year</th><th scope="col" className="right wide-cell">At risk</th></tr></thead>
          <tbody>{buckets.map((bucket) => {
            const row = survival.find((one) => one.pool === 'all' && one.untouchedDays === bucket.from);
            return <tr key={bucket.from}><th scope="row">{bucketWords(bucket)}</th><td className="right">{whole(total(bucket))}</td><td className="right">{whole(bucket.agedOut)}</td><td className="right">{row === undefined || row.silent !== undefined ? 'no estimate' : estimateText(row)}</td><td className="right wide-cell">{row === undefined ? '' : whole(row.atRisk)}</td></tr>;
          })}</tbody></table>
      </details>
    </figure>
  );
}
