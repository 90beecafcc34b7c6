// A share week by week on its own baseline: dots joined in ink, the usual range as a band, its mean dashed, unusual weeks ringed. A pure drawing.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { Day } from '../../../../domain/kernel/instant.ts';
import { px, type ChartFrame } from '../chart-frame.ts';
import { monthTicks, placeOf } from '../month-ticks.ts';

export interface PressedChartProps {
  /** In order; `share` is 0 to 1. */
  readonly weeks: readonly { readonly from: Day; readonly share: number }[];
  readonly usual: { readonly mean: number; readonly low: number; readonly high: number } | null;
  readonly frame: ChartFrame;
  readonly label: string;
}

const [HEIGHT, TOP, LEFT] = [184, 16, 44];

export function PressedChart({ weeks, usual, frame, label }: PressedChartProps): ReactNode {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return null;
  const base = HEIGHT - 26;
  const right = frame.width - (frame.narrow ? 8 : 96);
  const x = scaleLinear([placeOf(first.from), Math.max(placeOf(last.from), placeOf(first.from) + 1)], [LEFT + 8, right - 8]);
  const y = scaleLinear([0, 1], [base, TOP]);
  const [low, high] = [Math.max(0, usual?.low ?? 0), Math.min(1, usual?.high ?? 1)];
  const outside = (share: number): boolean => usual !== null && (share > usual.high || share < usual.low);
  const path = line<(typeof weeks)[number]>().x(({ from }) => px(x(placeOf(from)))).y(({ share }) => px(y(share)))([...weeks]) ?? '';
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${HEIGHT}`} width={frame.width} height={HEIGHT} role="img" aria-label={label}>
      {usual !== null && <>
        <rect x={LEFT} y={px(y(high))} width={right - LEFT} height={px(y(low) - y(high))} fill="var(--band)" />
        <line x1={LEFT} x2={right} y1={px(y(usual.mean))} y2={px(y(usual.mean))} stroke="var(--unknown)" strokeWidth="1.5" strokeDasharray="4 4" />
        {!frame.narrow && <text x={right + 8} y={px(y(usual.mean)) + 4}>usually {Math.round(usual.mean * 100)}%</text>}
      </>}
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}><line x1={LEFT} x2={right} y1={px(y(tick))} y2={px(y(tick))} stroke={tick === 0 ? 'var(--edge)' : 'var(--line)'} /><text x={LEFT - 8} y={px(y(tick)) + 4} textAnchor="end">{tick === 1 ? '100%' : tick * 100}</text></g>
      ))}
      {monthTicks(first.from, last.from, Math.floor(frame.width / 70)).map((tick) => (
        <g key={tick.day}><line x1={px(x(placeOf(tick.day)))} x2={px(x(placeOf(tick.day)))} y1={base} y2={base + 5} stroke="var(--edge)" /><text x={px(x(placeOf(tick.day))) + 4} y={base + 17}>{tick.name}</text></g>
      ))}
      <path d={path} fill="none" stroke="var(--ink)" strokeWidth="1.5" strokeLinejoin="round" />
      {weeks.map(({ from, share }) => (
        <g key={from}>
          {outside(share) && <circle className="unusual" cx={px(x(placeOf(from)))} cy={px(y(share))} r="8" fill="none" stroke="var(--ink)" strokeWidth="1.5" />}
          <circle cx={px(x(placeOf(from)))} cy={px(y(share))} r="3.5" fill="var(--ink)" stroke="var(--paper)" strokeWidth="1.5" />
        </g>
      ))}
    </svg>
  );
}
