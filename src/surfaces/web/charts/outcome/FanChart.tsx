// A goal's measure over time with its forecast: what happened in ink, what is expected as a fan, the target in cobalt, the
// chance in words under it. Gaps stay gaps. A pure drawing.
import { area, line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { Day } from '../../../../domain/kernel/instant.ts';
import type { ChartFrame } from '../chart-frame.ts';
import { placeOf } from '../month-ticks.ts';
import { known, runsOf, type KnownValue } from './day-series.ts';
import { chanceSentence, fanSummary, type FanData, type FanPoint } from './fan.ts';
import { FanEnds } from './FanEnds.tsx';
import { fitText, said, textWidth } from './measure.ts';
import { TimeAxes } from './TimeAxes.tsx';
import { timePlot } from './time-plot.ts';

const HEIGHT = { wide: 290, narrow: 256 };

export function FanChart({ data, frame, label = fanSummary(data) }: { readonly data: FanData; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  const { narrow } = frame;
  const all = known(data.points);
  const points = narrow ? all.slice(-Math.max(17, Math.ceil(all.length / 2))) : all;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const endsRoom = data.ends.length === 0 ? 12 : narrow ? 70 : 60 + 65 * data.ends.length;
  const plot = timePlot({
    frame, from: first.day, until: data.until, measure: data.measure, top: 22, height: HEIGHT[narrow ? 'narrow' : 'wide'], rightRoom: endsRoom, foot: 30,
    values: [...points.map(({ value }) => value), ...data.fan.flatMap((point) => [point.low80, point.high80]), ...data.ends.flatMap((end) => [end.low, end.high]), ...(data.target ? [data.target.value] : []), ...(data.baseline ? [data.baseline.value] : [])],
  });
  const { left, right, base, at, y } = plot;
  const band = (low: 'low80' | 'low50', high: 'high80' | 'high50'): string => area<FanPoint>().x((point) => at(point.day)).y0((point) => y(point[low])).y1((point) => y(point[high]))(data.fan as FanPoint[]) ?? '';
  const stroke = line<KnownValue>().x(({ day }) => at(day)).y(({ value }) => y(value));
  const many = points.length > (narrow ? 40 : 80);
  const sentence = chanceSentence(data);
  const lines = sentence === '' ? [] : narrow ? wrap(sentence, frame.width) : [sentence];
  const height = base + 28 + (lines.length > 0 ? 8 + lines.length * 17 : 0);
  const targetFrom = data.target ? Math.min(Math.max(left, at(data.target.from)), right) : left;
  const now = `${said(last.value, data.measure)} now`;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${height}`} width={frame.width} height={height} role={frame.point ? 'group' : 'img'} aria-label={label}>
      <TimeAxes plot={{ ...plot, valueTicks: plot.valueTicks, dayTicks: plot.dayTicks.filter((tick) => at(tick.day) <= right - 24) }} />
      <path d={band('low80', 'high80')} fill="var(--band)" />
      <path d={band('low50', 'high50')} fill="var(--band-2)" />
      <path className="expected" d={stroke(data.fan.map((point) => ({ day: point.day, value: point.mid }))) ?? ''} fill="none" stroke="var(--muted)" strokeWidth="1.75" strokeDasharray="5 3.5" />
      {data.target && <>
        <line x1={targetFrom} x2={data.ends.length === 0 ? right : frame.width - (narrow ? 14 : 66)} y1={y(data.target.value)} y2={y(data.target.value)} stroke="var(--accent)" strokeWidth="2" />
        <text className="t-accent" x={Math.max(left, Math.min(targetFrom, right - textWidth(data.target.label)))} y={y(data.target.value) - 9}>{fitText(data.target.label, right - left)}</text>
      </>}
      {data.baseline && data.baseline.until >= first.day && <>
        <line x1={left} x2={at(data.baseline.until)} y1={y(data.baseline.value)} y2={y(data.baseline.value)} stroke="var(--muted)" strokeDasharray="2 3" />
        <text x={left + 2} y={y(data.baseline.value) + (y(data.baseline.value) + 24 > base ? -7 : 19)}>{narrow ? data.baseline.short : data.baseline.label}</text>
      </>}
      {data.events.filter(({ day }) => day >= first.day).slice(0, 3).map((event) => {
        const stem = y(valueNear(points, event.day)) + 10;
        const words = narrow ? event.short : event.label;
        return event.rule
          ? <g key={event.label}><line x1={at(event.day)} x2={at(event.day)} y1={data.target ? y(data.target.value) : plot.top} y2={base} stroke="var(--edge)" strokeDasharray="2 3" /><text x={at(event.day) + 5} y={base - 8}>{words}</text></g>
          : <g key={event.label}><line x1={at(event.day)} x2={at(event.day)} y1={stem} y2={stem + 34} stroke="var(--edge)" /><text x={at(event.day)} y={stem + 48} textAnchor="middle">{words}</text></g>;
      })}
      {runsOf(data.points.filter(({ day }) => day >= first.day), data.grain).map((run) => <path key={run[0]?.day} className="actual" d={stroke(run) ?? ''} fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />)}
      {points.map((point, index) => (
        <g key={point.day} {...frame.point?.(`point-${point.day}`)}>
          <circle className="point-ring" fill="none" cx={at(point.day)} cy={y(point.value)} r="9" pointerEvents="all" />
          {(!many || index === points.length - 1) && <circle cx={at(point.day)} cy={y(point.value)} r={index === points.length - 1 ? 5 : 2.6} fill="var(--ink)" {...(index === points.length - 1 ? { stroke: 'var(--paper)', strokeWidth: 2 } : {})} />}
        </g>
      ))}
      <text className="t-bold" x={Math.max(at(last.day) - 6, left + textWidth(now))} y={y(last.value) - 12} textAnchor="end">{now}</text>
      <FanEnds ends={data.ends} measure={data.measure} y={y} left={right} base={base} narrow={narrow} width={frame.width} />
      {lines.map((words, order) => <text key={order} className="t-bold" x={narrow ? 0 : left} y={base + 46 + order * 17}>{words}</text>)}
    </svg>
  );
}

function valueNear(points: readonly KnownValue[], day: Day): number {
  return points.reduce((near, point) => (Math.abs(placeOf(point.day) - placeOf(day)) < Math.abs(placeOf(near.day) - placeOf(day)) ? point : near)).value;
}

/** Whole words in lines of at most `width` pixels. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
