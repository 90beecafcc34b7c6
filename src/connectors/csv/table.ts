// A table's columns by position: repeated headers are kept apart, cells are read by row. Knows no tracker.
import type { Day, Instant } from '../../domain/kernel/instant.ts';
import { cleanText } from '../loose-json.ts';
import { numericOrderOf, readMoment, type MomentRules, type NumericOrder } from '../moment.ts';
import type { RecordSink } from '../record-sink.ts';

/** A header cell as it is compared: no byte order mark, no surrounding space, lower case, one space between words. */
export function headerName(cell: string): string {
  return cell.replace(/^\uFEFF/, '').normalize('NFC').toLowerCase().replaceAll(/[\s\u00a0_]+/g, ' ').trim();
}

export interface Column { readonly index: number; readonly header: string }

/** The cells of one row, by column. Empty cells are undefined; a cell past the row's end is empty. */
export class Row {
  readonly cells: readonly string[];
  readonly #sink: RecordSink;
  readonly #rules: MomentRules;

  constructor(cells: readonly string[], sink: RecordSink, rules: MomentRules) {
    this.cells = cells;
    this.#sink = sink;
    this.#rules = rules;
  }

  text(column: Column | undefined): string | undefined {
    if (column === undefined) return undefined;
    const cell = this.cells[column.index];
    if (cell === undefined || cell === '') return undefined;
    const text = cleanText(cell);
    return text.trim() === '' ? undefined : text;
  }

  /** The first of the columns that is filled, trimmed. */
  word(columns: readonly Column[] | undefined): string | undefined {
    for (const column of columns ?? []) {
      const text = this.text(column)?.trim();
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** All filled cells of the columns, trimmed, without repeats. */
  words(columns: readonly Column[] | undefined): string[] {
    const found = new Set<string>();
    for (const column of columns ?? []) {
      const text = this.text(column)?.trim();
      if (text !== undefined) found.add(text);
    }
    return [...found];
  }

  instant(columns: readonly Column[] | undefined): Instant | undefined {
    return this.#moment(columns)?.instant;
  }

  day(columns: readonly Column[] | undefined): Day | undefined {
    return this.#moment(columns)?.day;
  }

  #moment(columns: readonly Column[] | undefined): { instant: Instant; day: Day } | undefined {
    for (const column of columns ?? []) {
      const text = this.text(column);
      if (text === undefined) continue;
      const moment = readMoment(text, this.#rules);
      if (moment.ok) return moment;
      this.#sink.problem(column.header, moment.code, text);
      return undefined;
    }
    return undefined;
  }

  /** A date inside a cell of several parts; a part that is no date is reported under the column's name. */
  momentIn(text: string, column: Column): Instant | undefined {
    const moment = readMoment(text, this.#rules);
    if (moment.ok) return moment.instant;
    this.#sink.problem(column.header, moment.code, text);
    return undefined;
  }
}

/** Header cells with their positions; a nameless column has an empty header. */
export function columnsOf(header: readonly string[]): Column[] {
  return header.map((cell, index) => ({ index, header: cleanText(cell).trim() }));
}

/** The order of `3/4/2024` that the sample proves for these columns; undefined when it proves none. */
export function orderIn(sample: readonly (readonly string[])[], columns: readonly Column[]): NumericOrder | undefined {
  const cells: string[] = [];
  for (const row of sample) {
    for (const { index } of columns) {
      const cell = row[index];
      if (cell !== undefined && cell !== '') cells.push(cell);
    }
  }
  return numericOrderOf(cells);
}

/** How one kind of table is read: told the columns once, then given row after row. */
export interface TableMapper {
  /** Columns that hold dates, so that their order of day and month can be learned from a sample. */
  readonly dates: readonly Column[];
  /** Emits exactly one record that stands for the row. */
  map(row: Row, sink: RecordSink): void;
}
