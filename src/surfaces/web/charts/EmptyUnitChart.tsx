// The form of the Backlog's picture in hairlines with its parts named, for the empty state. Carries no numbers.
import type { ReactNode } from 'react';
import { squareRun } from './squares.ts';

export function EmptyUnitChart(): ReactNode {
  const columns = [7, 6, 5, 4, 5, 5, 4, 3, 2];
  return (
    <svg className="chart" viewBox="0 0 760 220" width="760" height="220" role="img" aria-label="The form of the picture: open items by days untouched, and below it how often items of that age were finished.">
      {columns.map((rows, column) => <path key={column} d={squareRun({ from: 0, count: rows * 5 - (column % 4), perRow: 5, left: 132 + column * 69, ground: 104, cell: 11, size: 8, inset: 0.5 }).path} fill="none" stroke="var(--line)" />)}
      <path d="M132 104.5H760M132 200.5H760" stroke="var(--line)" />
      <path d="M132 128C260 168 380 186 760 194" fill="none" stroke="var(--line)" />
      <text x="0" y="60">one square,</text><text x="0" y="76">one item</text>
      <text x="0" y="152">how often such</text><text x="0" y="168">items are finished</text>
      <text x="132" y="122">new</text><text x="760" y="122" textAnchor="end">old</text>
    </svg>
  );
}
