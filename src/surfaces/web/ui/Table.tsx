// A table of records: columns declared as data, optional sorting by heading. Never scrolls the page sideways.
import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right, in tabular figures. */
  readonly right?: boolean;
  /** This cell names its row for a screen reader. */
  readonly rowHead?: boolean;
  readonly sortable?: boolean;
  readonly noWrap?: boolean;
}

export interface Sort { readonly by: string; readonly down: boolean }

export interface TableProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Names the table for a screen reader; shown when `caption` is. */
  readonly label: string;
  readonly caption?: boolean;
  readonly dense?: boolean;
  readonly sort?: Sort | undefined;
  readonly onSort?: ((sort: Sort) => void) | undefined;
  /** One plain sentence in place of the rows. */
  readonly empty?: ReactNode;
}

export function Table<Row>({ columns, rows, rowKey, label, caption = false, dense = false, sort, onSort, empty }: TableProps<Row>): ReactNode {
  const side = (column: Column<Row>): string | undefined => [column.right && 'right', column.noWrap && 'no-wrap'].filter(Boolean).join(' ') || undefined;
  if (rows.length === 0 && empty !== undefined) return <p className="muted">{empty}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll sideways must be reachable by keyboard
    <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>
      <table className={dense ? 'table-dense' : undefined}>
        {caption && <caption>{label}</caption>}
        <thead>
          <tr>
            {columns.map((column) => {
              const sorted = sort?.by === column.id;
              return (
                <th key={column.id} scope="col" className={side(column)} aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : undefined}>
                  {column.sortable && onSort ? <button type="button" className="sort" onClick={() => onSort({ by: column.id, down: sorted ? !sort.down : column.right === true })}>{column.head}</button> : column.head}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => column.rowHead
                ? <th key={column.id} scope="row" className={side(column)}>{column.cell(row)}</th>
                : <td key={column.id} className={side(column)}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
