// The numbers of a picture as plain text cells, once, for the app's table, a report's disclosure and anyone who copies them.
import type { Column } from '../../ui/Table.tsx';

export interface ChartTable {
  readonly head: readonly string[];
  /** The first cell names its row. Numbers stand right from the second column on unless `left` names the column. */
  readonly rows: readonly (readonly string[])[];
  /** Columns, by place, that hold words rather than numbers. */
  readonly left?: readonly number[] | undefined;
}

type Row = { readonly at: number; readonly cells: readonly string[] };

/** The same table as `Figure` takes it: `<Figure {...} table={figureTable(counterfactualTable(data))}>`. */
export function figureTable(table: ChartTable): { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly rowKey: (row: Row) => string } {
  return {
    rows: table.rows.map((cells, at) => ({ at, cells })),
    rowKey: (row) => String(row.at),
    columns: table.head.map((head, at) => ({
      id: String(at), head, rowHead: at === 0, right: at > 0 && table.left?.includes(at) !== true, cell: (row: Row) => row.cells[at] ?? '',
    })),
  };
}
