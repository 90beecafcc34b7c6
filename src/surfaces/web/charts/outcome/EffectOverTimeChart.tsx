// The effect by day or week: a bar for the interval, a dot for the estimate, zero in ink, the bar to beat in cobalt.
// A dot is filled when the whole interval is on one side of zero. A pure drawing.
import { area, line } from 'd3-shape';
import type { ReactNode } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import { effectOverTimeSummary, readingOf, signedMinimum, type EffectOverTimeData, type EffectPoint } from './effect-over-time.ts';
import { runsOf, type KnownValue } from './day-series.ts';
import { said } from './measure.ts';
import { TimeAxes } from './TimeAxes.tsx';
import { timePlot } from './time-plot.ts';

/** More points than this are a band with a line: bars would merge. */
const BARS = { wide: 40, narrow: 22 };
const COLOUR = { beyond: 'var(--good)', against: 'var(--bad)', open: 'var(--ink)' } as const;

export function EffectOverTimeChart({ data, frame, label = effectOverTimeSummary(data) }: { readonly data: EffectOverTimeData; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  const told = data.points.filter((point): point is EffectPoint & { readonly value: number } => point.value !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return null;
  const minimum = signedMinimum(data);
  const plot = timePlot({
    frame, from: first.day, until: last.day, measure: data.measure, signed: true, top: 22, height: frame.narrow ? 170 : 190, rightRoom: frame.narrow ? 12 : 150,
    values: [0, ...(minimum === undefined ? [] : [minimum]), ...told.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])],
  });
  const inset = told.length > 1 ? Math.min(8, (plot.right - plot.left) / told.length / 2) : 0;
  const span = (plot.right - plot.left - 2 * inset) / (plot.right - plot.left || 1);
  const x = (day: string): number => px(plot.left + inset + (plot.at(day) - plot.left) * span);
  const bars = told.length <= BARS[frame.narrow ? 'narrow' : 'wide'];
  const path = line<KnownValue>().x(({ day }) => x(day)).y(({ value }) => plot.y(value));
  const wide = told.length > 0 ? Math.min(7, Math.max(2.5, ((plot.right - plot.left) / told.length) * 0.55)) : 7;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${plot.base + 28}`} width={frame.width} height={plot.base + 28} role={frame.point ? 'group' : 'img'} aria-label={label}>
      <TimeAxes plot={plot} />
      <line className="zero" x1={plot.left} x2={plot.right} y1={plot.y(0)} y2={plot.y(0)} stroke="var(--ink)" strokeWidth="1.5" />
      {minimum !== undefined && <>
        <line className="minimum" x1={plot.left} x2={plot.right} y1={plot.y(minimum)} y2={plot.y(minimum)} stroke="var(--accent)" strokeWidth="2" />
        {frame.narrow && <line x1="0" x2="14" y1="8" y2="8" stroke="var(--accent)" strokeWidth="2" />}
        <text className="t-accent" x={frame.narrow ? 20 : plot.right + 8} y={frame.narrow ? 12 : plot.y(minimum) + 4.5}>{said(minimum, data.measure, { signed: true })} would matter</text>
      </>}
      {!bars && <Band data={data} x={x} y={plot.y} />}
      {!bars && runsOf(told, data.grain).map((run) => <path key={run[0]?.day} d={path(run) ?? ''} fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />)}
      {told.map((point) => {
        const reading = readingOf(point.low, point.high, data.direction);
        return (
          <g key={point.day} {...frame.point?.(`point-${point.day}`)}>
            <circle className="point-ring" fill="none" cx={x(point.day)} cy={plot.y(point.value)} r="9" pointerEvents="all" />
            {bars && <>
              <line x1={x(point.day)} x2={x(point.day)} y1={point.low === null ? plot.base : plot.y(point.low)} y2={point.high === null ? plot.top : plot.y(point.high)} stroke={COLOUR[reading]} strokeWidth={px(wide)} strokeOpacity=".35" />
              <circle className={reading === 'open' ? 'hollow' : 'filled'} cx={x(point.day)} cy={plot.y(point.value)} r="3.6" fill={reading === 'open' ? 'var(--paper)' : COLOUR[reading]} stroke={COLOUR[reading]} strokeWidth="1.5" />
            </>}
          </g>
        );
      })}
      {!frame.narrow && <text className="t-bold" x={plot.right + 8} y={apart(plot.y(last.value), minimum === undefined ? undefined : plot.y(minimum)) + 4.5}>{said(last.value, data.measure, { signed: true })} at the end</text>}
    </svg>
  );
}

/** Keeps the last value's words off those of the minimum. */
function apart(y: number, other: number | undefined): number {
  return other === undefined || Math.abs(y - other) >= 17 ? y : y <= other ? other - 17 : other + 17;
}

function Band({ data, x, y }: { readonly data: EffectOverTimeData; readonly x: (day: string) => number; readonly y: (value: number) => number }): ReactNode {
  const shape = area<EffectPoint>().defined((point) => point.low !== null && point.high !== null).x((point) => x(point.day)).y0((point) => y(point.low ?? 0)).y1((point) => y(point.high ?? 0));
  return <path d={shape(data.points as EffectPoint[]) ?? ''} fill="var(--band)" />;
}
