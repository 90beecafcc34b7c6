// The form of the weeks' picture in hairlines with its parts named, for the empty state. Carries no numbers. A pure drawing.
import type { ReactNode } from 'react';
import type { ChartFrame } from '../chart-frame.ts';

/** Tops of the five parts of each week, of 100. */
const WEEKS = [[16, 50, 74, 80, 92], [14, 46, 72, 84, 94], [13, 44, 71, 80, 90], [11, 42, 70, 82, 92], [9, 40, 68, 78, 90], [10, 38, 68, 80, 92], [7, 36, 66, 77, 89], [8, 37, 67, 78, 91]];
const NAMES = ['customers', 'other core work', 'water carried', 'technical', 'people and rest'];
const SHORT = ['customers', 'core', 'water', 'technical', 'people'];
const [TOP, TALL] = [10, 150];

export function EmptyWeekBars({ frame }: { readonly frame: ChartFrame }): ReactNode {
  const right = frame.width - (frame.narrow ? 66 : 128);
  const pitch = right / WEEKS.length;
  const y = (share: number): number => TOP + TALL - (share / 100) * TALL;
  const first = WEEKS.at(-1) ?? [];
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${TOP + TALL + 26}`} width={frame.width} height={TOP + TALL + 26} role="img" aria-label="The form of the picture: one bar a week, from the ground up customers, other core work, water carried, technical work, people and the rest; hours without a trace stay open.">
      {WEEKS.map((tops, week) => (
        <g key={week} stroke="var(--line)" fill="none">
          {tops.map((top, at) => <rect key={at} x={week * pitch + 0.5} y={y(top) + 0.5} width={pitch - (frame.narrow ? 5 : 9)} height={((top - (tops[at - 1] ?? 0)) / 100) * TALL - 1.5} />)}
          <rect x={week * pitch + 0.5} y={y(100) + 0.5} width={pitch - (frame.narrow ? 5 : 9)} height={((100 - (tops.at(-1) ?? 0)) / 100) * TALL - 1.5} strokeDasharray="2 2" />
        </g>
      ))}
      <line x1="0" x2={right} y1={y(24)} y2={y(24)} stroke="var(--edge)" />
      <text x={right + 8} y={y(24) + 4.5}>{frame.narrow ? 'your line' : 'the line you draw'}</text>
      {first.map((top, at) => (at === 1 ? null : <text key={top} x={right + 8} y={y((top + (first[at - 1] ?? 0)) / 2) + (at === 0 ? 6 : 4)}>{(frame.narrow ? SHORT : NAMES)[at]}</text>))}
      <text x="0" y={TOP + TALL + 20}>eight weeks ago</text>
      <text x={right - (pitch > 20 ? 9 : 5)} y={TOP + TALL + 20} textAnchor="end">this week</text>
    </svg>
  );
}
