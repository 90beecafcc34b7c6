// Estimates as intervals on one axis: zero in ink, the bar to beat in cobalt, a promised range as a bracket above.
// Never a bar from zero, never stars. `covered` hatches the intervals over until the original was read. A pure drawing.
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { px, type ChartFrame } from './chart-frame.ts';

export interface IntervalRow {
  readonly id: string;
  /** '' when the figure's title already says what it is. */
  readonly name: string;
  readonly mid: number;
  readonly low: number;
  readonly high: number;
  /** good or bad only when the whole interval is beyond zero in that direction. */
  readonly tone: 'good' | 'bad' | 'plain';
}

export interface IntervalPlotData {
  readonly rows: readonly IntervalRow[];
  readonly bar?: { readonly value: number; readonly label: string } | undefined;
  readonly promised?: { readonly low: number; readonly high: number; readonly label: string } | undefined;
  /** Values the axis must reach, besides those of the rows. */
  readonly domain?: readonly [number, number] | undefined;
  /** Written after the last tick only. */
  readonly unit?: string | undefined;
  /** A leading plus for differences; off for shares. */
  readonly signed?: boolean | undefined;
  readonly covered?: boolean | undefined;
}

/** Row heights: the name stands at the left on a desk, over its interval when narrow. */
const STEP = 28;
const STEP_UNDER_NAME = 44;

export function IntervalPlot({ data, frame, label }: { readonly data: IntervalPlotData; readonly frame: ChartFrame; readonly label: string }): ReactNode {
  const named = data.rows.some((row) => row.name !== '');
  const above = named && frame.narrow;
  const step = above ? STEP_UNDER_NAME : STEP;
  const left = named && !frame.narrow ? 190 : 12;
  const right = frame.width - 22;
  const values = [0, ...data.rows.flatMap((row) => [row.low, row.high]), ...(data.bar ? [data.bar.value] : []), ...(data.promised ? [data.promised.low, data.promised.high] : []), ...(data.domain ?? [])];
  const x = scaleLinear([Math.min(...values), Math.max(...values)], [left, right]).nice(5);
  const at = (value: number): number => px(x(value));
  const head = data.promised ? 48 : data.bar ? 26 : 10;
  const base = head + data.rows.length * step + 6;
  const sign = (value: number): string => `${data.signed && value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toLocaleString('en', { maximumFractionDigits: 1 })}`;
  const ticks = x.ticks(frame.narrow ? 4 : 6);
  const hatch = `interval-hatch-${frame.width}`;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${base + 24}`} width={frame.width} height={base + 24} role={frame.point ? 'group' : 'img'} aria-label={label}>
      {data.covered && <defs><pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.5" height="6" fill="var(--edge)" /></pattern></defs>}
      <line x1={left} x2={right} y1={base} y2={base} stroke="var(--edge)" />
      {ticks.map((tick, index) => (
        <g key={tick}><line x1={at(tick)} x2={at(tick)} y1={base} y2={base + 4} stroke="var(--edge)" /><text x={at(tick)} y={base + 18} textAnchor={index === ticks.length - 1 && !frame.narrow && data.unit ? 'end' : 'middle'}>{sign(tick)}{index === ticks.length - 1 && !frame.narrow ? data.unit ?? '' : ''}</text></g>
      ))}
      <line x1={at(0)} x2={at(0)} y1={head - 8} y2={base} stroke="var(--ink)" strokeWidth="1.5" />
      {data.bar && <>
        <line x1={at(data.bar.value)} x2={at(data.bar.value)} y1={head - 8} y2={base} stroke="var(--accent)" strokeWidth="2" />
        <text className="t-accent" x={at(data.bar.value)} y={head - 13} textAnchor="middle">{data.bar.label}</text>
      </>}
      {data.promised && <>
        <path d={`M${at(data.promised.low)} 22v-5H${at(data.promised.high)}v5`} fill="none" stroke="var(--edge)" />
        <text x={px((x(data.promised.low) + x(data.promised.high)) / 2)} y="11" textAnchor="middle">{data.promised.label}</text>
      </>}
      {data.rows.map((row, index) => {
        const y = head + index * step + step / 2 + (above ? 8 : 0);
        const before = row.mid < 0 || x(row.high) + 44 > frame.width;
        const colour = row.tone === 'plain' ? 'var(--ink)' : `var(--${row.tone})`;
        return (
          <g key={row.id} {...frame.point?.(`interval-${row.id}`)}>
            {!data.covered && <rect className="point-ring" fill="none" x={at(row.low) - 6} y={y - 11} width={at(row.high) - at(row.low) + 12} height="22" rx="4" pointerEvents="all" />}
            {named && <text className="t-ink" x="0" y={above ? y - 14 : y + 4.5}>{row.name}</text>}
            {data.covered
              ? <rect x={left + 4} y={y - 9} width={right - left - 8} height="18" rx="9" fill={`url(#${hatch})`} stroke="var(--edge)" />
              : <>
                <line x1={at(row.low)} x2={at(row.high)} y1={y} y2={y} stroke={colour} strokeWidth="7" strokeOpacity=".35" />
                <circle cx={at(row.mid)} cy={y} r="4.5" fill={colour} stroke="var(--paper)" strokeWidth="1.5" />
                <text className={row.tone === 'good' ? 't-good' : row.tone === 'bad' ? 't-bad' : 't-bold'} x={before ? at(row.low) - 8 : at(row.high) + 8} textAnchor={before ? 'end' : 'start'} y={y + 4.5}>{sign(row.mid)}</text>
              </>}
          </g>
        );
      })}
    </svg>
  );
}
