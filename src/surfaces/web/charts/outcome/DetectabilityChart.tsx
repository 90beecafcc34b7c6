// What the metric can see at each review, on one axis of effect: what lies under the smallest effect seen is hatched, because
// nothing said there could be told from noise. The hoped-for range is a bracket, the minimum a cobalt line. A pure drawing.
import { scaleLinear } from 'd3-scale';
import { useId, type ReactNode } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import { answers, answerWords, detectabilitySummary, meaningWords, type DetectabilityData } from './detectability.ts';
import { Hatch } from './Hatch.tsx';
import { fitText, said, saidRange, textWidth, tickWords } from './measure.ts';

const STEP = { wide: 36, narrow: 76 };

export function DetectabilityChart({ data, frame, label = detectabilitySummary(data) }: { readonly data: DetectabilityData; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  const hatch = useId();
  if (data.rows.length === 0) return null;
  const { narrow } = frame;
  const step = STEP[narrow ? 'narrow' : 'wide'];
  const [left, right] = narrow ? [4, frame.width - 22] : [74, frame.width - 218];
  const values = [...data.rows.flatMap(({ detectable }) => detectable ?? []), ...(data.hoped ? [data.hoped.high] : []), ...(data.minEffect === undefined ? [] : [data.minEffect])];
  const x = scaleLinear([0, Math.max(0, ...values) * 1.08 || 1], [left, right]).nice(5);
  const at = (value: number): number => px(x(Math.max(0, value)));
  const ticks = x.ticks(narrow ? 4 : 6);
  const words = tickWords(ticks, data.measure);
  const head = 8 + (data.hoped ? 26 : 0) + (data.minEffect === undefined ? 0 : 18);
  const base = head + data.rows.length * step;
  const inside = (text: string, middle: number): number => px(Math.min(Math.max(middle, textWidth(text) / 2), frame.width - textWidth(text) / 2));
  const hoped = data.hoped && `you hope for ${saidRange(data.hoped.low, data.hoped.high, data.measure)}`;
  const minimum = data.minEffect === undefined ? '' : `${said(data.minEffect, data.measure)} would matter`;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${base + 24}`} width={frame.width} height={base + 24} role={frame.point ? 'group' : 'img'} aria-label={label}>
      <Hatch id={hatch} />
      {data.hoped && hoped && <>
        <text x={inside(hoped, x((Math.max(0, data.hoped.low) + data.hoped.high) / 2))} y="11" textAnchor="middle">{hoped}</text>
        <path className="hoped" d={`M${at(data.hoped.low)} 23v-5H${at(data.hoped.high)}v5`} fill="none" stroke="var(--edge)" />
        <circle cx={at(data.hoped.mid)} cy="18" r="2.5" fill="var(--edge)" />
      </>}
      {ticks.map((tick, order) => <g key={tick}><line x1={at(tick)} x2={at(tick)} y1={narrow ? base : head} y2={base + 4} stroke="var(--line)" /><text x={at(tick)} y={base + 18} textAnchor={order === 0 && narrow ? 'start' : 'middle'}>{words[order]}</text></g>)}
      <line x1={left} x2={right} y1={base} y2={base} stroke="var(--edge)" />
      {data.rows.map((row, order) => {
        const top = head + order * step;
        const y = narrow ? top + 54 : top + step / 2;
        const answer = answers(row, data);
        const says = answerWords(row, data);
        return (
          <g key={row.days} {...frame.point?.(`review-${row.days}`)}>
            <rect className="point-ring" fill="none" x="0" y={top + 2} width={frame.width} height={step - 4} rx="4" pointerEvents="all" />
            <text className="t-bold" x="0" y={narrow ? top + 18 : y + 4.5}>{row.days} days</text>
            {row.detectable === null
              ? <rect className="cannot-answer" x={left} y={y - 8} width={right - left} height="16" rx="8" fill="none" stroke="var(--edge)" strokeDasharray="3 3" />
              : <>
                <rect className="unseen" x={left} y={y - 8} width={px(at(row.detectable) - left)} height="16" fill={`url(#${hatch})`} stroke="var(--edge)" />
                <line x1={at(row.detectable)} x2={at(row.detectable)} y1={y - 11} y2={y + 11} stroke="var(--ink)" strokeWidth="2" />
                <line x1={at(row.detectable)} x2={right} y1={y} y2={y} stroke="var(--ink)" strokeWidth="3" />
              </>}
            {narrow
              ? <><text className="t-ink" x="62" y={top + 18}>{says}</text><text x="0" y={top + 34}>{fitText(meaningWords(row, data), frame.width)}</text></>
              : <><text className={answer === 'no' ? 't-ink' : 't-bold'} x={right + 16} y={y - 3}>{says}</text><text x={right + 16} y={y + 12}>{fitText(meaningWords(row, data), 194)}</text></>}
          </g>
        );
      })}
      {data.minEffect !== undefined && <>
        <path className="minimum" d={narrow ? data.rows.map((_, order) => `M${at(data.minEffect ?? 0)} ${head + order * step + 41}v26`).join('') : `M${at(data.minEffect)} ${head - 2}V${base}`} stroke="var(--accent)" strokeWidth="2" />
        <text className="t-accent" x={inside(minimum, at(data.minEffect))} y={head - 8} textAnchor="middle">{minimum}</text>
      </>}
    </svg>
  );
}
