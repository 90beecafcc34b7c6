// A share over time, small: ink line with its raw dots on an axis from 0 to the next round line above the highest. A pure drawing.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { Day } from '../../../domain/kernel/instant.ts';
import { px, type ChartFrame } from './chart-frame.ts';
import { monthTicks, placeOf } from './month-ticks.ts';

/** `value` is a share, 0-1. At least two points, in order of days. */
export interface SharePoint { readonly day: Day; readonly value: number }

const [HEIGHT, TOP, LEFT] = [172, 22, 40];

export function SmallLine({ points, frame, label }: { readonly points: readonly SharePoint[]; readonly frame: ChartFrame; readonly label: string }): ReactNode {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const base = HEIGHT - 26;
  const x = scaleLinear([placeOf(first.day), placeOf(last.day)], [LEFT, frame.width - 8]);
  const most = Math.min(1, Math.max(0.2, Math.ceil(Math.max(...points.map(({ value }) => value)) * 5) / 5));
  const y = scaleLinear([0, most], [base, TOP]);
  const path = line<SharePoint>().x(({ day }) => px(x(placeOf(day)))).y(({ value }) => px(y(value)));
  const words = (value: number): string => `${Math.round(value * 100)}%`;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${HEIGHT}`} width={frame.width} height={HEIGHT} role={frame.point ? 'group' : 'img'} aria-label={label}>
      {[0, most / 2, most].map((tick) => (
        <g key={tick}><line x1={LEFT} x2={frame.width} y1={px(y(tick))} y2={px(y(tick))} stroke={tick === 0 ? 'var(--edge)' : 'var(--line)'} /><text x={LEFT - 8} y={px(y(tick)) + 4} textAnchor="end">{tick === most ? words(tick) : Math.round(tick * 100)}</text></g>
      ))}
      {monthTicks(first.day, last.day, Math.floor(frame.width / 60)).filter((tick) => x(placeOf(tick.day)) < frame.width - 30).map((tick) => (
        <g key={tick.day}><line x1={px(x(placeOf(tick.day)))} x2={px(x(placeOf(tick.day)))} y1={base} y2={base + 5} stroke="var(--edge)" /><text x={px(x(placeOf(tick.day))) + 4} y={base + 17}>{tick.name}</text></g>
      ))}
      <path d={path(points as SharePoint[]) ?? ''} fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />
      {points.map((point, at) => (
        <g key={point.day} {...frame.point?.(`point-${point.day}`)}>
          <circle className="point-ring" fill="none" cx={px(x(placeOf(point.day)))} cy={px(y(point.value))} r="9" pointerEvents="all" />
          {(points.length <= 40 || at === points.length - 1) && <circle cx={px(x(placeOf(point.day)))} cy={px(y(point.value))} r={at === points.length - 1 ? 4.5 : 2} fill="var(--ink)" stroke="var(--paper)" strokeWidth={at === points.length - 1 ? 2 : 0} />}
        </g>
      ))}
      <text className="t-bold" x={frame.width - 8} y={px(y(last.value)) - 11} textAnchor="end">{words(last.value)}</text>
    </svg>
  );
}
