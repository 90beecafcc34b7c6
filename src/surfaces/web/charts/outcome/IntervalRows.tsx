// Estimates with intervals as rows on one axis: name, bar, dot, value. Part of the pictures of tests; draws no frame.
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { px } from '../chart-frame.ts';
import type { Bounded } from './experiment.ts';
import { fitText, said, saidRange, textWidth, tickWords, type Measure } from './measure.ts';
import { rangeOf } from './nice-axis.ts';

export interface IntervalRowsItem extends Bounded { readonly id: string; readonly name: string; readonly note?: string | undefined; readonly tone: 'good' | 'bad' | 'plain'; readonly hollow?: boolean | undefined }

export interface IntervalRowsProps {
  readonly items: readonly IntervalRowsItem[];
  readonly measure: Measure;
  readonly signed: boolean;
  readonly top: number;
  readonly width: number;
  readonly narrow: boolean;
  /** Values in cobalt with their words, such as the smallest effect that would matter. */
  readonly bar?: { readonly value: number; readonly words: string } | undefined;
  readonly point?: ((id: string) => object | undefined) | undefined;
}

const STEP = { wide: 34, narrow: 52 };
const NAME = 168;
const VALUE = 176;

/** Pixels these rows take, axis included. */
export function intervalRowsHeight(items: number, narrow: boolean, bar: boolean): number {
  return items * STEP[narrow ? 'narrow' : 'wide'] + 26 + (bar ? 20 : 4);
}

export function IntervalRows({ items, measure, signed, top, width, narrow, bar, point }: IntervalRowsProps): ReactNode {
  const step = STEP[narrow ? 'narrow' : 'wide'];
  const [left, right] = narrow ? [8, width - 16] : [NAME, width - VALUE];
  const ends = items.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const x = scaleLinear(rangeOf([...ends, ...(signed ? [0] : []), ...(bar ? [bar.value] : [])]), [left, right]).nice(4);
  const at = (value: number): number => px(x(value));
  const head = top + (bar ? 20 : 4);
  const base = head + items.length * step;
  const ticks = x.ticks(narrow ? 3 : 4);
  const names = tickWords(ticks, measure, { signed });
  // On a phone the names stand over their intervals: the line keeps off them.
  const zeroLine = (place: number): string => (narrow ? items.map((_, order) => `M${place} ${head + order * step + 26}V${head + (order + 1) * step + 4}`).join('') : `M${place} ${head - 4}V${base + 4}`);
  return (
    <>
      {ticks.map((tick, order) => (
        <g key={tick}>
          <path d={signed && tick === 0 ? zeroLine(at(tick)) : `M${at(tick)} ${base}v4`} stroke={signed && tick === 0 ? 'var(--ink)' : 'var(--edge)'} strokeWidth={signed && tick === 0 ? 1.5 : 1} />
          <text x={at(tick)} y={base + 18} textAnchor={narrow && order === 0 ? 'start' : narrow && order === ticks.length - 1 ? 'end' : 'middle'}>{names[order]}</text>
        </g>
      ))}
      <line x1={left} x2={right} y1={base} y2={base} stroke="var(--edge)" />
      {bar && <>
        <path className="minimum" d={zeroLine(at(bar.value))} stroke="var(--accent)" strokeWidth="2" />
        <text className="t-accent" x={px(Math.min(Math.max(at(bar.value), textWidth(bar.words) / 2), width - textWidth(bar.words) / 2))} y={head - 9} textAnchor="middle">{bar.words}</text>
      </>}
      {items.map((item, order) => {
        const rowTop = head + order * step;
        const y = narrow ? rowTop + 36 : rowTop + step / 2;
        const colour = item.tone === 'plain' ? 'var(--ink)' : `var(--${item.tone})`;
        const value = said(item.value, measure, { signed });
        const range = saidRange(item.low, item.high, measure, { signed });
        const words = narrow ? `${value} (${range})` : value;
        return (
          <g key={item.id} {...point?.(item.id)}>
            <rect className="point-ring" fill="none" x="0" y={rowTop + 2} width={width} height={step - 4} rx="4" pointerEvents="all" />
            <text className="t-ink" x="0" y={narrow ? rowTop + 20 : y + (item.note ? -3 : 4.5)}><title>{item.name}</title>{fitText(item.name, narrow ? width - textWidth(words) - 14 : NAME - 14)}</text>
            {item.note && !narrow && <text x="0" y={y + 12}>{fitText(item.note, NAME - 14)}</text>}
            <line className="interval" x1={item.low === null ? left : at(item.low)} x2={item.high === null ? right : at(item.high)} y1={y} y2={y} stroke={colour} strokeWidth="7" strokeOpacity=".35" />
            <circle cx={at(item.value)} cy={y} r="4.5" fill={item.hollow ? 'var(--paper)' : colour} stroke={item.hollow ? colour : 'var(--paper)'} strokeWidth="1.5" />
            <text className={item.tone === 'plain' ? 't-bold' : `t-${item.tone}`} x={narrow ? width : right + 18} y={narrow ? rowTop + 20 : y - 3} textAnchor={narrow ? 'end' : 'start'}>{words}</text>
            {!narrow && <text x={right + 18} y={y + 12}>{range}</text>}
          </g>
        );
      })}
    </>
  );
}
