// Rows of a panel (unit, period, value, treated-from) into units by periods. `readPanelRows(source, rules)`. Decides what a period is called
// and in which order periods come; knows no method.
import type { PanelInput, PanelUnit, Period } from '../../domain/outcome/panel/panel.ts';
import { cellsOf, columnNamed } from './columns.ts';
import { dateColumn, type DateRules } from './date-column.ts';
import type { RawRow } from './header-row.ts';
import { numberColumn, type DecimalSign } from './number-column.ts';
import { tableFrom, type Table, type TableSource } from './table.ts';
import { UnreadableMetric, UnreadLog, type Unread } from './unreadable.ts';

export interface PanelRules extends DateRules {
  readonly unit: string;
  readonly period: string;
  readonly value: string;
  readonly treatedFrom: string;
  readonly decimal?: DecimalSign | undefined;
  readonly sheet?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PanelReading {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly panel: PanelInput;
  readonly rows: number;
  /** Cells of units by periods without a value. */
  readonly missing: number;
  readonly unread: readonly Unread[];
  readonly unreadTotal: number;
  readonly said: readonly string[];
}

const NEVER = /^(?:|0|-|never|none|no|n\/?a|nan|null|inf|infinity|∞|control)$/i;
const MOST_CELLS = 5_000_000;
/** Texts that sort in time as they stand. */
const SORTS = /^(?:\d{4}-\d{2}|\d{4}-?W\d{2}|\d{4}-?Q[1-4]|\d{4}-?[HS][12])$/i;

/** Reads a cell as a period, or undefined where it is none. All of a file's periods are of one kind. */
type Periods = (cell: string) => Period | undefined;

/** Throws UnreadableMetric. A unit's treated-from cell that is empty, 0 or `never` means never. */
export async function readPanelRows(source: TableSource, rules: PanelRules): Promise<PanelReading> {
  const log = new UnreadLog();
  const table = await tableFrom(source, log, rules);
  const at = {
    unit: columnNamed(table, rules.unit, '--unit'), period: columnNamed(table, rules.period, '--period'),
    value: columnNamed(table, rules.value, '--value'), from: columnNamed(table, rules.treatedFrom, '--treated-from'),
  };
  const rows: RawRow[] = [];
  for await (const batch of table.rows()) {
    for (const row of batch) rows.push(row);
    if (rows.length > MOST_CELLS) throw new UnreadableMetric(table.name, 'too_large', 'has more than 5,000,000 rows', 'Add units or periods up first');
  }
  if (rows.length === 0) throw new UnreadableMetric(table.name, 'empty', 'has a header and no rows', 'Hand over a file with a row for each unit and period');
  const periodOf = periodsOf(table, rows, at, rules);
  const values = numberColumn(cellsOf(rows, at.value), { decimal: rules.decimal, exact: table.exact, delimiter: table.delimiter });
  if (values.decimal === undefined) throw new UnreadableMetric(table.name, 'numbers_ambiguous', `writes numbers in column “${rules.value}” that may have a decimal or a thousands sign`, 'Say which it is (--decimal comma or point)');
  const units = new Map<string, { from: Period | null; cells: Map<Period, number> }>();
  const seen = new Set<Period>();
  for (const { number, cells } of rows) {
    const cell = (column: number): string => (cells[column] ?? '').trim();
    const where = (column: number): string => `row ${number}, ${table.header[column]!}`;
    const name = cell(at.unit);
    const period = periodOf(cell(at.period));
    const from = NEVER.test(cell(at.from)) ? null : periodOf(cell(at.from));
    const value = values.read(cell(at.value));
    if (name === '') log.add(where(at.unit), 'unit_missing', cells.slice(0, 4).join(', '));
    else if (period === undefined) log.add(where(at.period), cell(at.period) === '' ? 'period_missing' : 'period_unreadable', cell(at.period));
    else if (from === undefined) log.add(where(at.from), 'period_unreadable', cell(at.from));
    else {
      seen.add(period);
      const unit = units.get(name) ?? { from, cells: new Map<Period, number>() };
      units.set(name, unit);
      if (unit.from !== from) log.add(where(at.from), 'treated_from_differs', `${name}: ${cell(at.from)}`);
      if ('value' in value) {
        if (unit.cells.has(period) && unit.cells.get(period) !== value.value) log.add(where(at.value), 'cell_repeated', `${name}, ${period}`);
        unit.cells.set(period, value.value);
      } else if ('code' in value) log.add(where(at.value), value.code, cell(at.value));
    }
  }
  const panel = laidOut(units, seen);
  const missing = panel.units.reduce((sum, unit) => sum + unit.values.filter((value) => value === null).length, 0);
  return { name: table.name, bytes: table.bytes, sha256: table.sha256(), panel, rows: rows.length, missing, unread: log.listed, unreadTotal: log.total, said: [] };
}

function laidOut(units: ReadonlyMap<string, { readonly from: Period | null; readonly cells: ReadonlyMap<Period, number> }>, seen: ReadonlySet<Period>): PanelInput {
  const periods = [...seen].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { periods, units: [...units].map(([name, { from, cells }]): PanelUnit => ({ name, treatedFrom: from, values: periods.map((period) => cells.get(period) ?? null) })) };
}

function periodsOf(table: Table, rows: readonly RawRow[], at: { readonly period: number; readonly from: number }, rules: PanelRules): Periods {
  const cells = cellsOf(rows, at.period).map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  const most = (test: (cell: string) => boolean): boolean => filled.length > 0 && filled.filter(test).length * 10 >= filled.length * 9;
  if (most((cell) => /^-?\d{1,6}(?:\.0+)?$/.test(cell))) return (cell) => (/^-?\d{1,6}(?:\.0+)?$/.test(cell) ? Number(cell) : undefined);
  if (most((cell) => SORTS.test(cell))) return (cell) => (SORTS.test(cell) ? cell.toUpperCase() : undefined);
  const starts = cellsOf(rows, at.from).map((cell) => cell.trim()).filter((cell) => !NEVER.test(cell));
  const texts = [...new Set([...filled, ...starts])];
  const column = dateColumn(texts, rules);
  if (!column.ok) {
    const i = Math.max(0, cells.indexOf(texts[column.at] ?? ''));
    throw new UnreadableMetric(table.name, column.code, `has periods that cannot be put in order, such as “${texts[column.at] ?? ''}” in row ${rows[i]!.number}, column “${table.header[at.period]!}”`,
      column.code === 'dates_ambiguous' ? 'Say whether the day or the month comes first (--date-order day-first or month-first)' : 'Write them as numbers, as days such as 2026-01-31, or as 2026-01, 2026-W05 or 2026-Q1');
  }
  const days = new Map(texts.map((text, i) => [text, column.cells[i]!]));
  return (cell) => {
    const day = days.get(cell);
    return day !== undefined && 'day' in day ? day.day : undefined;
  };
}
