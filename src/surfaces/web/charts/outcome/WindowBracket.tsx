// A bracket under the base line: the days a readout read. Its words stay inside the picture.
import type { ReactNode } from 'react';
import { px } from '../chart-frame.ts';
import { textWidth } from './measure.ts';

export function WindowBracket({ from, to, y, words, width }: { readonly from: number; readonly to: number; readonly y: number; readonly words: string; readonly width: number }): ReactNode {
  const half = textWidth(words) / 2;
  const middle = Math.min(Math.max((from + to) / 2, half), width - half);
  return (
    <g className="window">
      <path d={`M${from} ${y - 5}v5H${to}v-5`} fill="none" stroke="var(--ink)" />
      <text className="t-ink" x={px(middle)} y={y + 15} textAnchor="middle">{words}</text>
    </g>
  );
}
