// The form of the Backlog's picture in hairlines with its parts named, for the empty state. Carries no numbers. A pure drawing.
import type { ReactNode } from 'react';
import type { ChartFrame } from './chart-frame.ts';
import { squareRun } from './squares.ts';

const ROWS = [7, 6, 5, 4, 5, 5, 4, 3, 2];

export function EmptyUnitChart({ frame }: { readonly frame: ChartFrame }): ReactNode {
  const left = frame.narrow ? 0 : 132;
  const pitch = (frame.width - left) / ROWS.length;
  const [cell, size] = frame.narrow ? [6.2, 5] : [11, 8];
  const perRow = Math.max(1, Math.floor((pitch - 6) / cell));
  const top = frame.narrow ? 24 : 0;
  const ground = top + 26 + 7 * cell;
  const base = ground + 96;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${base + 4}`} width={frame.width} height={base + 4} role="img" aria-label="The form of the picture: open items by days untouched, and below it how often items of that age were finished.">
      {ROWS.map((rows, column) => <path key={column} d={squareRun({ from: 0, count: rows * perRow - (column % perRow), perRow, left: left + column * pitch, ground, cell, size, inset: 0.5 }).path} fill="none" stroke="var(--line)" />)}
      <path d={`M${left} ${ground + 0.5}H${frame.width}M${left} ${base}H${frame.width}`} stroke="var(--line)" />
      <path d={`M${left} ${ground + 34}C${left + pitch * 2} ${base - 34} ${left + pitch * 4} ${base - 14} ${frame.width} ${base - 6}`} fill="none" stroke="var(--line)" />
      <text x={left} y={ground + 18}>new</text>
      <text x={frame.width} y={ground + 18} textAnchor="end">old</text>
      {frame.narrow
        ? <><text x="0" y="14">one square, one item</text><text x={frame.width} y={base - 34} textAnchor="end">how often such items are finished</text></>
        : <><text x="0" y={ground - 40}>one square,</text><text x="0" y={ground - 24}>one item</text><text x="0" y={base - 44}>how often such</text><text x="0" y={base - 28}>items are finished</text></>}
    </svg>
  );
}
