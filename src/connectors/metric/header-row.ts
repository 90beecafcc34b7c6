// Where a table begins: which of its first rows is the header, if any. Judged by the kinds of cells under it. Knows no files.
import { isDateLike, isNumberLike } from './delimiter.ts';

export interface RawRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

type Kind = 'value' | 'text' | 'empty';

function kindOf(cell: string): Kind {
  const text = cell.trim();
  if (text === '' || /^(?:-|n\/?a|nan|null|none|#n\/a)$/i.test(text)) return 'empty';
  return isDateLike(text) || isNumberLike(text) ? 'value' : 'text';
}

const filled = (row: RawRow): number => row.cells.filter((cell) => cell.trim() !== '').length;

/** The width that most of the rows have; of equals the larger. */
function usualWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best), [1, 0])[0];
}

/**
 * `first` is the index of the first row that belongs to the table, `header` its cells when that row names the columns.
 * Rows before `first` stand above the table. Example: a title line, `Day,Visits`, then days: first is 1.
 */
export function headerIn(rows: readonly RawRow[]): { readonly first: number; readonly header: readonly string[] | undefined } {
  const width = usualWidth(rows);
  const first = Math.max(0, rows.findIndex((row) => row.cells.length === width && filled(row) * 2 >= width));
  const head = rows[first];
  if (head === undefined) return { first: 0, header: undefined };
  const below = rows.slice(first + 1).filter((row) => row.cells.length === width).slice(0, 40).map((row) => row.cells.map(kindOf));
  const kinds = head.cells.map(kindOf);
  const usual = head.cells.map((_cell, at): Kind => {
    const values = below.filter((row) => row[at] === 'value').length, texts = below.filter((row) => row[at] === 'text').length;
    return values === 0 && texts === 0 ? 'empty' : values > texts ? 'value' : 'text';
  });
  const names = kinds.some((kind, at) => kind === 'text' && usual[at] === 'value');
  const wordsOnly = kinds.every((kind) => kind !== 'value') && usual.every((kind) => kind !== 'value');
  const unlikeBelow = wordsOnly && head.cells.every((cell, at) => !rows.slice(first + 1).some((row) => row.cells[at] === cell && cell.trim() !== ''));
  return { first, header: names || unlikeBelow ? head.cells.map((cell) => cell.trim()) : undefined };
}
