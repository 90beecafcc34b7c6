// End values of a fan as intervals beside it, each under its own word: "as it goes", "with the bets". Part of FanChart.
import type { ReactNode } from 'react';
import type { FanEnd } from './fan.ts';
import { said, type Measure } from './measure.ts';

export interface FanEndsProps { readonly ends: readonly FanEnd[]; readonly measure: Measure; readonly y: (value: number) => number; readonly left: number; readonly base: number; readonly narrow: boolean; readonly width: number }

export function FanEnds({ ends, measure, y, left, base, narrow, width }: FanEndsProps): ReactNode {
  const first = left + 14;
  const step = ends.length < 2 ? 0 : (width - first - (narrow ? 22 : 78)) / (ends.length - 1);
  return ends.map((end, at) => {
    const x = Math.round(first + at * step);
    const colour = end.strong ? 'var(--ink)' : 'var(--muted)';
    return (
      <g key={end.name}>
        <line x1={x} x2={x} y1={y(end.low)} y2={y(end.high)} stroke={colour} strokeWidth="6" strokeOpacity=".4" />
        <circle cx={x} cy={y(end.mid)} r="4.5" fill={colour} stroke="var(--paper)" strokeWidth="1.5" />
        {!narrow && <text className={end.strong ? 't-bold' : 't-ink'} x={x + 10} y={y(end.mid) + 4.5}>{said(end.mid, measure, { unit: false })}</text>}
        <text className={end.strong ? 't-bold' : undefined} x={x - (narrow ? 10 : 5)} y={base + 17}>{narrow ? end.short : end.name}</text>
      </g>
    );
  });
}
