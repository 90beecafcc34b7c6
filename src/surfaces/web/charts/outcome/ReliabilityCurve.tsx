// What was said across, what happened up: the isotonic fit as steps over the band a calibrated person would fall in,
// with the bets themselves at the edges. Refuses under ten settled bets. A pure drawing.
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { ReactNode } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import { LIST_BELOW, reliabilityCurveSummary, settledOf, type ReliabilityCurveData } from './reliability.ts';

const TICKS = [0, 0.5, 1];

export function ReliabilityCurve({ data, frame, label = reliabilityCurveSummary(data) }: { readonly data: ReliabilityCurveData; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  if (data.curve.length === 0 || settledOf(data.bets).length < LIST_BELOW) return null;
  const side = Math.min(frame.width - 76, 340);
  const [left, top] = [50, 34];
  const x = scaleLinear([0, 1], [left, left + side]);
  const y = scaleLinear([0, 1], [top + side, top]);
  const base = top + side + 18;
  const fit = line<{ said: number; happened: number }>().x(({ said }) => px(x(said))).y(({ happened }) => px(y(happened))).curve(curveStepAfter);
  const band = area<{ said: number; low: number; high: number }>().x(({ said }) => px(x(said))).y0(({ low }) => px(y(low))).y1(({ high }) => px(y(high)));
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${base + 44}`} width={frame.width} height={base + 44} role="img" aria-label={label}>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={left + side} y1={px(y(tick))} y2={px(y(tick))} stroke="var(--line)" />
          <text x={left - 8} y={px(y(tick)) + 4} textAnchor="end">{tick * 100}{tick === 1 ? '%' : ''}</text>
          <text x={px(x(tick))} y={base + 18} textAnchor="middle">{tick * 100}{tick === 1 ? '%' : ''}</text>
        </g>
      ))}
      <text className="t-bold" x="0" y="14">happened</text>
      <text className="t-bold" x={left + side} y={base + 36} textAnchor="end">you said</text>
      {data.ordinary && <path className="ordinary" d={band(data.ordinary as { said: number; low: number; high: number }[]) ?? ''} fill="var(--band)" />}
      <line x1={px(x(0))} x2={px(x(1))} y1={px(y(0))} y2={px(y(1))} stroke="var(--edge)" strokeDasharray="5 3.5" />
      <text x={px(x(0.02))} y={px(y(0.02)) - 8} transform={`rotate(-45 ${px(x(0.02))} ${px(y(0.02)) - 8})`}>as said</text>
      <path className="fit" d={fit(data.curve as { said: number; happened: number }[]) ?? ''} fill="none" stroke="var(--ink)" strokeWidth="2" />
      {data.curve.map((one) => <circle key={one.said} cx={px(x(one.said))} cy={px(y(one.happened))} r="3" fill="var(--ink)" />)}
      {settledOf(data.bets).map((bet) => {
        const up = bet.outcome === 'happened';
        return <line key={bet.id} className="rug" x1={px(x(bet.said))} x2={px(x(bet.said))} y1={up ? top - 12 : base - 12} y2={up ? top - 3 : base - 3} stroke="var(--ink)" strokeOpacity=".6" strokeWidth="1.5" />;
      })}
    </svg>
  );
}
