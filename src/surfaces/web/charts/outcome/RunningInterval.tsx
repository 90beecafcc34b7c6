// The always-valid interval at each look: it may only narrow. Zero in ink, the bar to beat in cobalt. Draws no frame.
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter } from 'd3-shape';
import type { ReactNode } from 'react';
import { px } from '../chart-frame.ts';
import type { Bounded } from './experiment.ts';
import { saidRange, textWidth, tickWords, type Measure } from './measure.ts';

type Look = Bounded & { readonly units: number };

export interface RunningIntervalProps {
  readonly looks: readonly Look[];
  readonly measure: Measure;
  readonly minEffect?: number | undefined;
  readonly plannedUnits?: number | undefined;
  readonly top: number;
  readonly width: number;
  readonly narrow: boolean;
}

export const RUNNING_HEIGHT = 196;

const UNITS: Measure = { as: 'number', unit: '', decimals: 0 };

export function RunningInterval({ looks, measure, minEffect, plannedUnits, top, width, narrow }: RunningIntervalProps): ReactNode {
  const known = looks.filter((look) => look.low !== null && look.high !== null) as (Look & { low: number; high: number })[];
  if (known.length === 0) return null;
  const [head, base] = [top + 26, top + RUNNING_HEIGHT - 26];
  // The first looks are far wider than anything of interest: the axis follows the later half, the rest runs off it.
  const later = known.slice(Math.floor(known.length / 3));
  const y = scaleLinear([Math.min(0, minEffect ?? 0, ...later.map(({ low }) => low)), Math.max(0, minEffect ?? 0, ...later.map(({ high }) => high))], [base - 8, head + 6]).nice(3);
  const ticks = y.ticks(3);
  const words = tickWords(ticks, measure, { signed: true, unit: !narrow || measure.unit.length <= 2 });
  const left = Math.max(...words.map((one) => textWidth(one) + 10));
  const right = width - (narrow ? 12 : 176);
  const most = Math.max(plannedUnits ?? 0, ...looks.map(({ units }) => units));
  const x = scaleLinear([0, most], [left, right]);
  const inside = (value: number): number => px(Math.min(Math.max(y(value), head - 4), base));
  const band = area<Look & { low: number; high: number }>().x(({ units }) => px(x(units))).y0(({ low }) => inside(low)).y1(({ high }) => inside(high)).curve(curveStepAfter);
  const unitTicks = x.ticks(narrow ? 3 : 5);
  const unitWords = tickWords(unitTicks, UNITS);
  const last = known.at(-1);
  return (
    <g className="running">
      <text className="t-bold" x="0" y={top + 10}>While it ran: the interval that may be looked at any day</text>
      {ticks.map((tick, order) => <g key={tick}><line x1={left} x2={right} y1={px(y(tick))} y2={px(y(tick))} stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'} strokeWidth={tick === 0 ? 1.5 : 1} /><text x={left - 8} y={px(y(tick)) + 4} textAnchor="end">{words[order]}</text></g>)}
      {minEffect !== undefined && <line className="minimum" x1={left} x2={right} y1={px(y(minEffect))} y2={px(y(minEffect))} stroke="var(--accent)" strokeWidth="2" />}
      {minEffect !== undefined && !narrow && <text className="t-accent" x={right + 18} y={px(y(minEffect)) + 4.5}>would matter</text>}
      <path className="running-band" d={band(known) ?? ''} fill="var(--band-2)" stroke="var(--edge)" />
      {known.map((look) => <circle key={look.units} cx={px(x(look.units))} cy={inside(look.value)} r="2.2" fill="var(--ink)" />)}
      {plannedUnits !== undefined && <>
        <line x1={px(x(plannedUnits))} x2={px(x(plannedUnits))} y1={head - 6} y2={base} stroke="var(--ink)" strokeDasharray="2 3" />
        <text x={px(x(plannedUnits)) - 6} y={head - 2} textAnchor="end">declared end</text>
      </>}
      {unitTicks.map((tick, order) => <text key={tick} x={px(x(tick))} y={base + 18} textAnchor={order === 0 ? 'start' : tick > most * 0.95 ? 'end' : 'middle'}>{unitWords[order]}{order === unitTicks.length - 1 && !narrow ? ' units' : ''}</text>)}
      <line x1={left} x2={right} y1={base} y2={base} stroke="var(--edge)" />
      {!narrow && last && <text x={right + 18} y={inside(last.value) + 4.5}>{saidRange(last.low, last.high, measure, { signed: true })}</text>}
    </g>
  );
}
