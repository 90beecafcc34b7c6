// A measure over time with its forecast: what happened in ink, what is expected as a fan, the line somebody drew in cobalt.
// A pure drawing. The y axis shows its numbers because lines may start above zero.
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { Day } from '../../../domain/kernel/instant.ts';
import { px, type ChartFrame } from './chart-frame.ts';
import { FanEnds, type FanEnd } from './FanEnds.tsx';
import { monthTicks, placeOf } from './month-ticks.ts';

export interface FanPoint { readonly day: Day; readonly low80: number; readonly low50: number; readonly mid: number; readonly high50: number; readonly high80: number }

export interface LineFanData {
  readonly points: readonly { readonly day: Day; readonly value: number }[];
  /** Empty when there is no forecast. Begins at the last point. */
  readonly fan: readonly FanPoint[];
  readonly target?: { readonly value: number; readonly from: Day; readonly label: string } | undefined;
  readonly baseline?: { readonly value: number; readonly until: Day; readonly label: string; readonly short: string } | undefined;
  /** At most three: holidays and the like as a stem to the line; `rule` draws a full vertical, for a ship or an agreement. */
  readonly events: readonly { readonly day: Day; readonly label: string; readonly short: string; readonly rule?: boolean }[];
  /** End values beside the fan: as it goes, with the bets. */
  readonly ends: readonly FanEnd[];
  readonly nowLabel: string;
  readonly until: Day;
  /** Written after the top tick only: `%`, ` h`. */
  readonly unit: string;
}

const HEIGHT = { wide: 350, narrow: 310 };

export function LineFan({ data, frame, label }: { readonly data: LineFanData; readonly frame: ChartFrame; readonly label: string }): ReactNode {
  const points = frame.narrow ? data.points.slice(-Math.max(17, Math.ceil(data.points.length / 2))) : data.points;
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const endsRoom = data.ends.length === 0 ? 0 : frame.narrow ? 70 : 60 + 65 * data.ends.length;
  const [left, right, top, base] = [34, frame.width - endsRoom, 20, HEIGHT[frame.narrow ? 'narrow' : 'wide'] - 30];
  const x = scaleLinear([placeOf(first.day), placeOf(data.until)], [left, right]);
  const values = [...points.map((point) => point.value), ...data.fan.flatMap((point) => [point.low80, point.high80]), ...data.ends.flatMap((end) => [end.low, end.high]), ...(data.target ? [data.target.value] : []), ...(data.baseline ? [data.baseline.value] : [])];
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [base - 34, top + 14]);
  const ticks = y.ticks(3).filter((tick) => y(tick) <= base - 8).slice(-4);
  const at = (day: Day): number => px(x(placeOf(day)));
  const band = (low: 'low80' | 'low50', high: 'high80' | 'high50'): string => area<FanPoint>().x((point) => at(point.day)).y0((point) => px(y(point[low]))).y1((point) => px(y(point[high])))(data.fan as FanPoint[]) ?? '';
  const stroke = line<{ readonly day: Day; readonly value: number }>().x((point) => at(point.day)).y((point) => px(y(point.value)));
  const valueNear = (day: Day): number => points.reduce((near, point) => (Math.abs(placeOf(point.day) - placeOf(day)) < Math.abs(placeOf(near.day) - placeOf(day)) ? point : near)).value;
  const fits = (day: Day): boolean => day >= first.day;
  const many = points.length > (frame.narrow ? 40 : 80);
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${base + 30}`} width={frame.width} height={base + 30} role={frame.point ? 'group' : 'img'} aria-label={label}>
      {ticks.map((tick, index) => (
        <g key={tick}>
          {tick !== data.target?.value && <line x1={left} x2={right} y1={px(y(tick))} y2={px(y(tick))} stroke="var(--line)" />}
          <text x={left - 8} y={px(y(tick)) + 4} textAnchor="end">{tick.toLocaleString('en')}{index === ticks.length - 1 ? data.unit : ''}</text>
        </g>
      ))}
      {monthTicks(first.day, data.until, Math.floor((right - left) / 34)).filter((tick) => at(tick.day) <= right - 24).map((tick) => (
        <g key={tick.day}><line x1={at(tick.day)} x2={at(tick.day)} y1={base} y2={base + 5} stroke="var(--edge)" /><text x={at(tick.day) + 4} y={base + 17}>{tick.name}</text></g>
      ))}
      <line x1={left} x2={right} y1={base} y2={base} stroke="var(--edge)" />
      <path d={band('low80', 'high80')} fill="var(--band)" />
      <path d={band('low50', 'high50')} fill="var(--band-2)" />
      <path d={stroke(data.fan.map((point) => ({ day: point.day, value: point.mid }))) ?? ''} fill="none" stroke="var(--muted)" strokeWidth="1.75" strokeDasharray="5 3.5" />
      {data.target && <>
        <line x1={Math.max(left, at(data.target.from))} x2={data.ends.length === 0 ? right : frame.width - (frame.narrow ? 14 : 66)} y1={px(y(data.target.value))} y2={px(y(data.target.value))} stroke="var(--accent)" strokeWidth="2" />
        <text className="t-accent" x={Math.max(left, at(data.target.from))} y={px(y(data.target.value)) - 9}>{data.target.label}</text>
      </>}
      {data.baseline && fits(data.baseline.until) && <>
        <line x1={left} x2={at(data.baseline.until)} y1={px(y(data.baseline.value))} y2={px(y(data.baseline.value))} stroke="var(--muted)" strokeDasharray="2 3" />
        <text x={left + 2} y={px(y(data.baseline.value)) + 19}>{frame.narrow ? data.baseline.short : data.baseline.label}</text>
      </>}
      {data.events.filter((event) => fits(event.day)).slice(0, 3).map((event) => {
        const stem = px(y(valueNear(event.day)) + 10);
        return event.rule
          ? <g key={event.label}><line x1={at(event.day)} x2={at(event.day)} y1={data.target ? px(y(data.target.value)) : top} y2={base} stroke="var(--line)" /><text x={at(event.day) + 5} y={base - 8}>{frame.narrow ? event.short : event.label}</text></g>
          : <g key={event.label}><line x1={at(event.day)} x2={at(event.day)} y1={stem} y2={stem + 34} stroke="var(--edge)" /><text x={at(event.day)} y={stem + 48} textAnchor="middle">{frame.narrow ? event.short : event.label}</text></g>;
      })}
      <path d={stroke(points as { day: Day; value: number }[]) ?? ''} fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />
      {points.map((point, index) => (
        <g key={point.day} {...frame.point?.(`point-${point.day}`)}>
          <circle className="point-ring" fill="none" cx={at(point.day)} cy={px(y(point.value))} r="9" pointerEvents="all" />
          {(!many || index === points.length - 1) && <circle cx={at(point.day)} cy={px(y(point.value))} r={index === points.length - 1 ? 5 : 2.6} fill="var(--ink)" {...(index === points.length - 1 ? { stroke: 'var(--paper)', strokeWidth: 2 } : {})} />}
        </g>
      ))}
      <text className="t-bold" x={at(last.day) - 6} y={px(y(last.value)) - 12} textAnchor="end">{data.nowLabel}</text>
      <FanEnds ends={data.ends} y={(value) => px(y(value))} left={right} base={base} narrow={frame.narrow} width={frame.width} />
    </svg>
  );
}
