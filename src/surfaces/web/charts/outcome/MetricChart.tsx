// A metric's history: the line with its gaps, ships as named lines, revised values dotted, days that should be there hatched.
// A pure drawing.
import { line } from 'd3-shape';
import { useId, type ReactNode } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import { known, runsOf, sevenDayMean, wantsMean, type KnownValue } from './day-series.ts';
import { Hatch } from './Hatch.tsx';
import { fitText, said, textWidth } from './measure.ts';
import { metricHistorySummary, type MetricHistoryData } from './metric-history.ts';
import { ShipLines, TimeAxes } from './TimeAxes.tsx';
import { markedPlot } from './time-plot.ts';

/** Points a phone shows at most: half a year of days, a year of weeks. */
const NARROW_POINTS = { day: 183, week: 53 };

export function MetricChart({ data, frame, label = metricHistorySummary(data) }: { readonly data: MetricHistoryData; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  const hatch = useId();
  const all = known(data.points);
  const shown = frame.narrow ? all.slice(-NARROW_POINTS[data.grain]) : all;
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return null;
  const mean = wantsMean(data.points, data.grain);
  const until = data.stale && data.today > last.day ? data.today : last.day;
  const ships = data.ships.filter(({ day }) => day >= first.day && day <= until);
  const revised = data.revised.filter(({ day }) => day >= first.day && day <= last.day);
  const words = said(last.value, data.measure);
  const { plot, marks } = markedPlot({
    frame, from: first.day, until, measure: data.measure, height: frame.narrow ? 190 : 220, rightRoom: frame.narrow ? 12 : Math.max(84, textWidth(words) + 16),
    values: [...shown.map(({ value }) => value), ...revised.map(({ was }) => was), ...(data.target ? [data.target.value] : [])],
  }, ships);
  const path = line<KnownValue>().x(({ day }) => plot.at(day)).y(({ value }) => plot.y(value));
  const runs = runsOf((mean ? sevenDayMean(data.points) : data.points).filter(({ day }) => day >= first.day), data.grain);
  const before = revised.map(({ day, was }) => ({ day, value: was }));
  const dots = !mean && shown.length <= 60;
  const lastShown = runs.at(-1)?.at(-1) ?? last;
  const falling = (shown.at(-2)?.value ?? last.value) > last.value;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${plot.base + 28}`} width={frame.width} height={plot.base + 28} role={frame.point ? 'group' : 'img'} aria-label={label}>
      <Hatch id={hatch} />
      <TimeAxes plot={plot} />
      {data.stale && until > last.day && <>
        <rect className="stale" x={plot.at(last.day)} y={plot.top} width={px(plot.at(until) - plot.at(last.day))} height={plot.base - plot.top} fill={`url(#${hatch})`} stroke="var(--edge)" strokeDasharray="3 3" />
        <text className="t-ink" x={plot.right - 4} y={plot.base - 8} textAnchor="end">{fitText(data.stale.words, plot.right - plot.left - 8)}</text>
      </>}
      {data.target && <>
        <line x1={plot.left} x2={plot.right} y1={plot.y(data.target.value)} y2={plot.y(data.target.value)} stroke="var(--accent)" strokeWidth="2" />
        <text className="t-accent" x={plot.left + 2} y={plot.y(data.target.value) + (plot.y(data.target.value) < plot.top + 16 ? 17 : -8)}>{fitText(data.target.label, plot.right - plot.left)}</text>
      </>}
      <ShipLines marks={marks} plot={plot} />
      {mean && <path d={shown.map(({ day, value }) => `M${plot.at(day)} ${plot.y(value)}h0`).join('')} stroke="var(--edge)" strokeWidth="2.4" strokeLinecap="round" />}
      {runsOf(before, data.grain).map((run) => <path key={run[0]?.day} className="revised" d={path(run) ?? ''} fill="none" stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="1 3" strokeLinecap="round" />)}
      {before.map((one) => <circle key={one.day} cx={plot.at(one.day)} cy={plot.y(one.value)} r="2.6" fill="var(--paper)" stroke="var(--ink)" />)}
      {runs.map((run) => (run.length === 1
        ? <circle key={run[0]?.day} cx={plot.at(run[0]?.day ?? first.day)} cy={plot.y(run[0]?.value ?? 0)} r="2.4" fill="var(--ink)" />
        : <path key={run[0]?.day} className="actual" d={path(run) ?? ''} fill="none" stroke={data.stale ? 'var(--muted)' : 'var(--ink)'} strokeWidth="2" strokeLinejoin="round" />))}
      {(dots || frame.point) && shown.map((one) => (
        <g key={one.day} {...frame.point?.(`point-${one.day}`)}>
          <circle className="point-ring" fill="none" cx={plot.at(one.day)} cy={plot.y(one.value)} r="8" pointerEvents="all" />
          {dots && <circle cx={plot.at(one.day)} cy={plot.y(one.value)} r="2.4" fill={data.stale ? 'var(--muted)' : 'var(--ink)'} />}
        </g>
      ))}
      <circle cx={plot.at(last.day)} cy={plot.y(lastShown.value)} r="4.5" fill={data.stale ? 'var(--muted)' : 'var(--ink)'} stroke="var(--paper)" strokeWidth="2" />
      {frame.width - plot.at(last.day) > textWidth(words) + 12
        ? <text className="t-bold" x={plot.at(last.day) + 10} y={plot.y(lastShown.value) + 4.5}>{words}</text>
        : <text className="t-bold" x={Math.max(plot.at(last.day) + 4, plot.left + textWidth(words))} y={falling ? plot.y(lastShown.value) + 22 : Math.max(plot.top + 10, plot.y(lastShown.value) - 12)} textAnchor="end">{words}</text>}
    </svg>
  );
}
