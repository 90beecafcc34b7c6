// A list of holidays: `day,name` or one day a line. Days of one name are one kind. `readHolidays(path, rules)`. Knows no series.
import type { Day } from '../../domain/kernel/instant.ts';
import { cellsOf, guessDate } from './columns.ts';
import { dateColumn, type DateRules } from './date-column.ts';
import type { RawRow } from './header-row.ts';
import { openTable } from './table.ts';
import { UnreadableMetric, UnreadLog, type Unread } from './unreadable.ts';

export interface HolidayReading {
  /** By name, in order of appearance; `holiday` where the list has no names. */
  readonly kinds: ReadonlyMap<string, readonly Day[]>;
  readonly unread: readonly Unread[];
}

export async function readHolidays(path: string, rules: DateRules = {}): Promise<HolidayReading> {
  const log = new UnreadLog();
  const table = await openTable(path, log);
  const rows: RawRow[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  const at = guessDate(table, rows);
  const column = at === undefined ? undefined : dateColumn(cellsOf(rows, at), rules);
  if (at === undefined || !column?.ok) {
    const why = column?.ok === false && column.code === 'dates_ambiguous' ? 'Say whether the day or the month comes first (--date-order day-first or month-first)' : 'Write one day a line, as in 2026-12-25, or day,name';
    throw new UnreadableMetric(table.name, 'holidays_unreadable', 'holds no days that can be read as holidays', why);
  }
  const names = table.header.findIndex((_name, i) => i !== at && rows.some((row) => (row.cells[i] ?? '').trim() !== ''));
  const kinds = new Map<string, Day[]>();
  for (const [i, cell] of column.cells.entries()) {
    const row = rows[i]!;
    if (!('day' in cell)) {
      if ('code' in cell) log.add(`${table.name}, row ${row.number}`, cell.code, row.cells[at] ?? '');
      continue;
    }
    const name = (names < 0 ? '' : (row.cells[names] ?? '').trim()) || 'holiday';
    const days = kinds.get(name) ?? [];
    if (!days.includes(cell.day)) days.push(cell.day);
    kinds.set(name, days);
  }
  return { kinds, unread: log.listed };
}
