// User problems against technical work: a bar as long as its share of the hours, the rest dashed, a bracket for how far the guesses
// could move it, a cobalt tick at 80. A pure drawing.
import type { ReactNode } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import { textWidth } from '../outcome/measure.ts';
import { betweenWords, eightyTwentySummary, userShare, type EightyTwentyData } from './eighty-twenty.ts';

const [TOP, TALL] = [24, 26];

export function EightyTwentyBar({ data, frame }: { readonly data: EightyTwentyData; readonly frame: ChartFrame }): ReactNode {
  const { width } = frame;
  const end = px(Math.max(40, data.shareOfWeek * width));
  const at = (share: number): number => px(share * end);
  const split = at(userShare(data));
  const user = Math.round(userShare(data) * 100);
  const words = betweenWords(data);
  const mid = TOP + TALL / 2 + 4.5;
  const rest = `the other ${100 - Math.round(data.shareOfWeek * 100)}%${frame.narrow ? '' : ' of your hours'}`;
  const technical = `technical ${100 - user}`;
  const word = [`User problems ${user}`, `user ${user}`].find((text) => textWidth(text) + 18 < Math.min(split, at(0.8)));
  const roomFor = (text: string, from: number): boolean => width - from > textWidth(text) + 20;
  const technicalAt = end + 8;
  const restFits = roomFor(rest, technicalAt + textWidth(technical) + 24);
  const high = TOP + TALL;
  const bottom = high + (data.between === undefined ? 4 : 42);
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${bottom}`} width={width} height={bottom} role={frame.point ? 'group' : 'img'} aria-label={eightyTwentySummary(data)}>
      {data.shareOfWeek < 0.995 && <rect x={end} y={TOP + 0.5} width={px(Math.max(0, width - end - 0.5))} height={TALL - 1} fill="none" stroke="var(--edge)" strokeDasharray="3 3" />}
      <g {...frame.point?.('user')}>
        <rect x="0" y={TOP} width={split} height={TALL} fill="var(--ink)" />
        <rect className="point-ring" fill="none" x="0" y={TOP} width={split} height={TALL} pointerEvents="all" />
        {word !== undefined && <text className="on-ink" x="9" y={mid}>{word}</text>}
      </g>
      <g {...frame.point?.('technical')}>
        <rect x={split} y={TOP} width={px(end - split)} height={TALL} fill="var(--edge)" />
        <rect className="point-ring" fill="none" x={split} y={TOP} width={px(end - split)} height={TALL} pointerEvents="all" />
      </g>
      {word === undefined && <text className="t-ink" x="0" y={TOP - 8}>{textWidth(`User problems ${user}`) + 14 < at(0.8) ? `User problems ${user}` : ''}</text>}
      {roomFor(technical, end) ? <text className="t-ink" x={technicalAt} y={mid}>{technical}</text> : <text className="t-ink" x={width} y={TOP - 8} textAnchor="end">{technical}</text>}
      {restFits && roomFor(technical, end) && data.shareOfWeek < 0.995 && <text x={width - 9} y={mid} textAnchor="end">{rest}</text>}
      <line x1={at(0.8)} x2={at(0.8)} y1={TOP - 6} y2={high} stroke="var(--paper)" strokeWidth="5" pointerEvents="none" />
      <line className="tick-80" x1={at(0.8)} x2={at(0.8)} y1={TOP - 6} y2={high} stroke="var(--accent)" strokeWidth="2" pointerEvents="none" />
      <text className="t-accent" x={at(0.8)} y={TOP - 11} textAnchor="middle">80</text>
      {data.between !== undefined && <>
        <path className="bracket" d={`M${at(data.between.low)} ${high + 5}v8M${at(data.between.low)} ${high + 9}H${at(data.between.high)}M${at(data.between.high)} ${high + 5}v8`} stroke="var(--ink)" strokeWidth="1.5" fill="none" />
        <text x={px(Math.min(Math.max((at(data.between.low) + at(data.between.high)) / 2, textWidth(words ?? '') / 2), width - textWidth(words ?? '') / 2))} y={high + 31} textAnchor="middle">{words}</text>
      </>}
    </svg>
  );
}
