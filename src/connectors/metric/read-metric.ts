// A metric out of a file or a text: dated observations of one value column, its controls and its denominators, with every guess said and
// every cell that was left out named. `readMetric(path, rules)`, `readMetricText(name, text, rules)`. Series are made in src/domain/metric.
import { addDays, type Day } from '../../domain/kernel/instant.ts';
import type { Grain } from '../../domain/metric/grain.ts';
import type { Observation } from '../../domain/metric/series.ts';
import { cellsOf, columnNamed, guessDate, numberColumns } from './columns.ts';
import { dateColumn, type DateColumn, type DateRules } from './date-column.ts';
import type { RawRow } from './header-row.ts';
import { numberColumn, type DecimalSign } from './number-column.ts';
import { openTable, tableOfText, type Table } from './table.ts';
import { UnreadableMetric, UnreadLog, type Unread } from './unreadable.ts';

export interface MetricRules extends DateRules {
  readonly date?: string | undefined;
  readonly value?: string | undefined;
  readonly controls?: readonly string[] | undefined;
  /** Column of what each value is out of; makes the value a rate. */
  readonly denominator?: string | undefined;
  readonly decimal?: DecimalSign | undefined;
  readonly sheet?: string | undefined;
  /** Day of the first row, for a column of values without dates; `startGrain` is how far apart its rows are. */
  readonly start?: Day | undefined;
  readonly startGrain?: Grain | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface MetricColumn {
  readonly name: string;
  /** Cells carried a percent sign; values are fractions. */
  readonly percent: boolean;
  readonly currency: string | undefined;
  /** In the order of the file. An unread or empty cell on a known day is null. */
  readonly observations: readonly Observation[];
}

export interface MetricReading {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: Table['kind'];
  readonly header: readonly string[];
  /** Undefined when the days were counted from `start`. */
  readonly dateColumn: string | undefined;
  readonly value: MetricColumn;
  readonly controls: readonly MetricColumn[];
  readonly denominatorColumn: string | undefined;
  /** Observations carry times of day: several a day are meant. */
  readonly timed: boolean;
  /** Rows under the header, also those that were not read. */
  readonly rows: number;
  readonly unread: readonly Unread[];
  /** All of them; `unread` lists the first thousand. */
  readonly unreadTotal: number;
  /** Sentences on what was guessed, for whoever looks at the result. */
  readonly said: readonly string[];
}

const MOST_ROWS = 3_000_000;

/** Throws UnreadableMetric with one sentence. Example: `await readMetric('visits.csv', { value: 'visits' })`. */
export async function readMetric(path: string, rules: MetricRules = {}): Promise<MetricReading> {
  const log = new UnreadLog();
  return readingOf(await openTable(path, log, rules), rules, log);
}

/** The same from a text, such as a pasted column or an answer over HTTP. `name` is what sentences call it. */
export async function readMetricText(name: string, text: string | Buffer, rules: MetricRules = {}): Promise<MetricReading> {
  const log = new UnreadLog();
  return readingOf(await tableOfText(name, text, log, rules), rules, log);
}

async function readingOf(table: Table, rules: MetricRules, log: UnreadLog): Promise<MetricReading> {
  const rows = await allRows(table);
  const said: string[] = [];
  const dateAt = rules.date === undefined ? (rules.start === undefined ? guessDate(table, rows) : undefined) : columnNamed(table, rules.date, '--date');
  const days = dateAt === undefined ? countedDays(table, rows, rules) : writtenDays(table, rows, dateAt, rules, log, said);
  const controlsAt = (rules.controls ?? []).map((name) => columnNamed(table, name, '--controls'));
  const denominatorAt = rules.denominator === undefined ? undefined : columnNamed(table, rules.denominator, '--denominator');
  const taken = new Set([dateAt, denominatorAt, ...controlsAt].filter((at) => at !== undefined));
  const valueAt = rules.value === undefined ? guessValue(table, rows, taken) : columnNamed(table, rules.value, '--value');
  if (valueAt === dateAt) throw new UnreadableMetric(table.name, 'same_column', `cannot have “${table.header[valueAt]!}” as both date and value`, 'Name two different columns (--date, --value)');
  const guessed = [...(rules.date === undefined && dateAt !== undefined ? [`“${table.header[dateAt]!}” for the date`] : []), ...(rules.value === undefined && table.header.length > 1 ? [`“${table.header[valueAt]!}” for the value`] : [])];
  if (guessed.length > 0 && table.named) said.unshift(`Took ${guessed.join(' and ')}.`);
  const denominators = denominatorAt === undefined ? undefined : numbersAt(table, rows, denominatorAt, rules, log).values;
  const columnAt = (at: number, out: readonly (number | null)[] | undefined): MetricColumn => {
    const { values, percent, currency } = numbersAt(table, rows, at, rules, log);
    const observations = rows.flatMap((row, i): Observation[] => {
      const day = days.days[i];
      return day === undefined ? [] : [{ day, value: values[i]!, where: `row ${row.number}`, ...(out === undefined ? {} : { denominator: out[i]! }) }];
    });
    return { name: table.header[at]!, percent, currency, observations };
  };
  const value = columnAt(valueAt, denominators);
  if (value.percent) said.push(`Percentages in “${value.name}” are read as shares: 3% is 0.03.`);
  return {
    name: table.name, bytes: table.bytes, sha256: table.sha256(), kind: table.kind, header: table.header,
    dateColumn: dateAt === undefined ? undefined : table.header[dateAt], value, controls: controlsAt.map((at) => columnAt(at, undefined)),
    denominatorColumn: denominatorAt === undefined ? undefined : table.header[denominatorAt],
    timed: days.timed, rows: rows.length, unread: log.listed, unreadTotal: log.total, said,
  };
}

async function allRows(table: Table): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of table.rows()) {
    for (const row of batch) rows.push(row);
    if (rows.length > MOST_ROWS) throw new UnreadableMetric(table.name, 'too_large', 'has more than 3,000,000 rows', 'Add them up to days first, one row a day');
  }
  if (rows.length === 0) throw new UnreadableMetric(table.name, 'empty', 'has a header and no rows', 'Hand over a file with at least one value a day');
  return rows;
}

interface Days { readonly days: readonly (Day | undefined)[]; readonly timed: boolean }

/** Values without dates: a blank line between them is a day without a value. */
function countedDays(table: Table, rows: readonly RawRow[], { start, startGrain }: MetricRules): Days {
  if (start === undefined) {
    throw new UnreadableMetric(table.name, 'dates_none', 'has no column of dates', table.header.length === 1 ? 'Add one, or say the day of the first row (--start DAY)' : 'Say which column it is (--date COLUMN)');
  }
  const step = startGrain === 'week' ? 7 : 1;
  return { days: rows.map(({ number }) => addDays(start, (number - rows[0]!.number) * step)), timed: false };
}

function writtenDays(table: Table, rows: readonly RawRow[], at: number, rules: MetricRules, log: UnreadLog, said: string[]): Days {
  const name = table.header[at]!;
  const column = dateColumn(cellsOf(rows, at), rules);
  if (!column.ok) throw refusedDates(table, rows, name, column);
  if (column.order !== undefined && rules.order === undefined) said.push(`Dates in “${name}” are written ${column.order === 'day-first' ? 'day before month' : 'month before day'}.`);
  if (column.form === 'epoch') said.push(`Numbers in “${name}” are read as seconds or milliseconds since 1970, as days ${rules.timeZone === undefined ? 'in UTC' : `of ${rules.timeZone}`}.`);
  const days = column.cells.map((cell, i) => {
    if ('day' in cell) return cell.day;
    const row = rows[i]!;
    if ('code' in cell) log.add(`row ${row.number}, ${name}`, cell.code, row.cells[at] ?? '');
    else log.add(`row ${row.number}, ${name}`, 'date_missing', row.cells.filter((text) => text.trim() !== '').join(' '));
    return undefined;
  });
  return { days, timed: column.timed };
}

function refusedDates(table: Table, rows: readonly RawRow[], name: string, { code, at, detail }: Extract<DateColumn, { ok: false }>): UnreadableMetric {
  const where = `“${detail.slice(0, 40)}” in row ${rows[at]?.number ?? 1}, column “${name}”`;
  switch (code) {
    case 'dates_ambiguous':
      return new UnreadableMetric(table.name, code, `writes dates such as ${where}, and no row shows which number is the day`, 'Say whether the day or the month comes first (--date-order day-first or month-first)');
    case 'dates_mixed':
      return new UnreadableMetric(table.name, code, `writes some dates day first and others month first, such as ${where}`, 'Write them as in 2026-01-31, or say which come first and leave the others out (--date-order day-first or month-first)');
    case 'dates_other_calendar':
      return new UnreadableMetric(table.name, code, `counts years in another calendar, such as ${where}`, 'Write the dates in the Gregorian calendar, as in 2026-01-31; years are never converted by guess');
    case 'dates_partial':
      return new UnreadableMetric(table.name, code, `names months, quarters or years, such as ${where}, and no days`, 'A reading needs a value for each day or each week');
    case 'dates_none':
      return new UnreadableMetric(table.name, code, `has no readable date in column “${name}”; row ${rows[at]?.number ?? 1} holds “${detail.slice(0, 40)}”`, 'Name another column (--date), or write days as in 2026-01-31');
  }
}

function guessValue(table: Table, rows: readonly RawRow[], taken: ReadonlySet<number>): number {
  const at = numberColumns(table, rows, taken)[0];
  if (at !== undefined) return at;
  const other = table.header.findIndex((_name, i) => !taken.has(i));
  const example = other < 0 ? '' : `; row ${rows[0]!.number} holds “${(rows[0]!.cells[other] ?? '').slice(0, 40)}” under “${table.header[other]!}”`;
  throw new UnreadableMetric(table.name, 'values_none', `has no column of numbers${example}`, 'Say which column holds the value (--value COLUMN)');
}

function numbersAt(table: Table, rows: readonly RawRow[], at: number, rules: MetricRules, log: UnreadLog): { values: (number | null)[]; percent: boolean; currency: string | undefined } {
  const name = table.header[at]!;
  const cells = cellsOf(rows, at);
  const column = numberColumn(cells, { decimal: rules.decimal, exact: table.exact, delimiter: table.delimiter });
  if (column.decimal === undefined) {
    const i = cells.findIndex((cell) => /\d[.,]\d/.test(cell));
    throw new UnreadableMetric(table.name, 'numbers_ambiguous', `writes numbers such as “${cells[i]!.slice(0, 40)}” in row ${rows[i]!.number}, column “${name}”, which may have a decimal or a thousands sign`, 'Say which it is (--decimal comma or point)');
  }
  const values = cells.map((cell, i) => {
    const read = column.read(cell);
    if ('value' in read) return read.value;
    if ('code' in read) log.add(`row ${rows[i]!.number}, ${name}`, read.code, cell.trim());
    return null;
  });
  return { values, percent: column.percent, currency: column.currency };
}
