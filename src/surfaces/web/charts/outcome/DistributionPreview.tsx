// The density a stated range implies: the part that would matter solid, the part under zero hatched, percentiles as ticks.
// A pure drawing; it is redrawn with every key.
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { useId, type ReactNode } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import { distributionSummary, type DistributionView } from './distribution.ts';
import { Hatch } from './Hatch.tsx';
import { said, textWidth, tickWords } from './measure.ts';

type Point = DistributionView['curve'][number];
const [TOP, BASE] = [40, 150];

export function DistributionPreview({ data, frame, label = distributionSummary(data) }: { readonly data: DistributionView; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  const hatch = useId();
  const { curve, minEffect } = data;
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const [left, right] = [16, frame.width - 28];
  const x = scaleLinear([Math.min(first.at, 0), Math.max(last.at, minEffect ?? last.at)], [left, right]);
  const y = scaleLinear([0, Math.max(...curve.map(({ density }) => density)) || 1], [BASE, TOP + 8]);
  const at = (value: number): number => px(x(value));
  const under = (part: readonly Point[]): string => area<Point>().x((one) => at(one.at)).y0(BASE).y1((one) => px(y(one.density)))(part as Point[]) ?? '';
  const ticks = x.ticks(frame.narrow ? 4 : 6);
  const words = tickWords(ticks, data.measure, { signed: true });
  const inside = (text: string, middle: number): number => px(Math.min(Math.max(middle, textWidth(text) / 2), frame.width - textWidth(text) / 2));
  const matter = minEffect === undefined ? '' : `${said(minEffect, data.measure, { signed: true })} would matter`;
  const median = `median ${said(data.median, data.measure, { signed: true })}`;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${BASE + 26}`} width={frame.width} height={BASE + 26} role="img" aria-label={label}>
      <Hatch id={hatch} />
      <path d={under(curve)} fill="var(--band)" />
      {minEffect !== undefined && <path className="matters" d={under(curve.filter((one) => one.at >= minEffect))} fill="var(--band-2)" />}
      {data.chanceBelowZero > 0 && <path className="below-zero" d={under(curve.filter((one) => one.at <= 0))} fill={`url(#${hatch})`} />}
      <path d={line<Point>().x((one) => at(one.at)).y((one) => px(y(one.density)))(curve as Point[]) ?? ''} fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />
      <line x1={left} x2={right} y1={BASE} y2={BASE} stroke="var(--edge)" />
      {ticks.map((tick, order) => <g key={tick}><line x1={at(tick)} x2={at(tick)} y1={BASE} y2={BASE + 4} stroke="var(--edge)" /><text x={at(tick)} y={BASE + 18} textAnchor="middle">{words[order]}</text></g>)}
      {x.domain()[0]! <= 0 && <line x1={at(0)} x2={at(0)} y1={TOP} y2={BASE} stroke="var(--ink)" strokeWidth="1.5" />}
      {minEffect !== undefined && <><line className="minimum" x1={at(minEffect)} x2={at(minEffect)} y1={TOP - 4} y2={BASE} stroke="var(--accent)" strokeWidth="2" /><text className="t-accent" x={inside(matter, at(minEffect))} y={TOP - 10} textAnchor="middle">{matter}</text></>}
      {[data.low, data.high].map((end, order) => <line key={order} x1={at(end)} x2={at(end)} y1={BASE - 10} y2={BASE} stroke="var(--ink)" strokeWidth="1.5" />)}
      <line x1={at(data.median)} x2={at(data.median)} y1={TOP - 20} y2={BASE} stroke="var(--muted)" strokeDasharray="2 3" />
      <text className="t-bold" x={inside(median, at(data.median))} y={TOP - 27} textAnchor="middle">{median}</text>
    </svg>
  );
}
