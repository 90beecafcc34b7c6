// A picture's numbers behind a disclosure, for pages that run no script: a report, a mail.
import type { ReactNode } from 'react';
import type { ChartTable } from './chart-table.ts';

export function TableDisclosure({ table, title = 'The picture as a table' }: { readonly table: ChartTable; readonly title?: string }): ReactNode {
  const side = (at: number): string | undefined => (at > 0 && table.left?.includes(at) !== true ? 'right' : undefined);
  return (
    <details className="chart-table">
      <summary>{title}</summary>
      <table>
        <thead><tr>{table.head.map((head, at) => <th key={head} scope="col" className={side(at)}>{head}</th>)}</tr></thead>
        <tbody>{table.rows.map((cells, row) => (
          <tr key={row}>{cells.map((cell, at) => (at === 0 ? <th key={at} scope="row">{cell}</th> : <td key={at} className={side(at)}>{cell}</td>))}</tr>
        ))}</tbody>
      </table>
    </details>
  );
}
