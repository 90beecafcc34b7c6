// A picture on a page without script: title, unit line, the drawing at two widths (the page shows one), caption, table.
import type { ReactNode } from 'react';
import { staticFrame, type ChartFrame } from '../chart-frame.ts';
import type { ChartTable } from './chart-table.ts';
import { TableDisclosure } from './TableDisclosure.tsx';

const WIDTHS = { wide: 760, narrow: 350 } as const;

export interface StaticFigureProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly unit?: ReactNode;
  readonly caption?: ReactNode;
  readonly table: ChartTable;
  readonly children: (frame: ChartFrame) => ReactNode;
}

/** The page's style shows `.wide` or `.narrow`, never both. */
export function StaticFigure({ id, title, unit, caption, table, children }: StaticFigureProps): ReactNode {
  return (
    <figure className="figure" id={id}>
      <p className="figure-title">{title}</p>
      {unit !== undefined && <p className="figure-unit">{unit}</p>}
      {(['wide', 'narrow'] as const).map((size) => <div key={size} className={size}>{children(staticFrame(WIDTHS[size]))}</div>)}
      {caption !== undefined && <figcaption>{caption}</figcaption>}
      <TableDisclosure table={table} />
    </figure>
  );
}
