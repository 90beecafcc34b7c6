// Which column is which: by the name that was given, else by what its cells are. A guess is always said. Knows no files.
import { dateShare } from './date-column.ts';
import { readDateCell } from './date-cell.ts';
import { isNumberLike } from './delimiter.ts';
import type { RawRow } from './header-row.ts';
import type { Table } from './table.ts';
import { UnreadableMetric } from './unreadable.ts';

const SAMPLE = 200;
const DATE_NAME = /^(?:ds|dt|date|day|days|week|time|timestamp|datetime|datum|tag|fecha|data|dato|jour|semaine|woche|dzień|päivä|дата|日期|日付|날짜|period|date_?time|.*[\s_-](?:date|day|at|time)|(?:date|day|week)[\s_-].*)$/i;
const VALUE_NAME = /^(?:y|value|values|count|total|metric|wert|valor|valeur|amount|number|n|visits|users|orders|revenue|sessions|conversions?)$/i;
const ENOUGH = 0.6;

const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');

/** The place of a named column, case and blanks overlooked where only one fits. Throws UnreadableMetric with the names there are. */
export function columnNamed(table: Pick<Table, 'name' | 'header'>, name: string, flag: string): number {
  const exact = table.header.indexOf(name);
  if (exact >= 0) return exact;
  const alike = table.header.flatMap((each, at) => (plain(each) === plain(name) ? [at] : []));
  if (alike.length === 1) return alike[0]!;
  const names = table.header.slice(0, 12).map((each) => `“${each}”`).join(', ');
  throw new UnreadableMetric(table.name, 'no_such_column', `has no column “${name}”`, `Its columns are ${names}${table.header.length > 12 ? ' and more' : ''} (${flag})`);
}

export function cellsOf(rows: readonly RawRow[], at: number): string[] {
  return rows.map(({ cells }) => cells[at] ?? '');
}

/** The likeliest column of dates; undefined when none is. Years alone are dates only for want of a better column, so that the reason can be told. */
export function guessDate(table: Pick<Table, 'header'>, rows: readonly RawRow[]): number | undefined {
  const sample = rows.slice(0, SAMPLE);
  let best: { at: number; score: number } | undefined;
  for (const [at, name] of table.header.entries()) {
    const cells = cellsOf(sample, at);
    const shapes = cells.map((cell) => readDateCell(cell).shape);
    const share = dateShare(cells);
    const named = DATE_NAME.test(name.trim());
    const digits = shapes.filter((shape) => shape === 'digits').length * 2 > shapes.length;
    const partial = shapes.filter((shape) => shape === 'partial').length * 2 > shapes.length;
    if (share < ENOUGH || (digits && !named && at > 0)) continue;
    const score = share + (named ? 0.5 : 0) - (partial ? 0.6 : 0) - (digits ? 0.2 : 0);
    if (partial && !named && at > 0) continue;
    if (best === undefined || score > best.score) best = { at, score };
  }
  return best?.at;
}

/** Columns in which most filled cells are numbers, the one with a telling name first. */
export function numberColumns(table: Pick<Table, 'header'>, rows: readonly RawRow[], taken: ReadonlySet<number>): number[] {
  const sample = rows.slice(0, SAMPLE);
  const found = table.header.flatMap((_name, at) => {
    if (taken.has(at)) return [];
    const filled = cellsOf(sample, at).filter((cell) => cell.trim() !== '');
    return filled.length > 0 && filled.filter(isNumberLike).length >= filled.length * ENOUGH ? [at] : [];
  });
  const telling = found.find((at) => VALUE_NAME.test(table.header[at]!.trim()));
  return telling === undefined ? found : [telling, ...found.filter((at) => at !== telling)];
}
