// Drives a table mapper over a stream of text: header, blank rows, rows wider than the header, quotes that never close.
import type { Bytes } from '../byte-stream.ts';
import { decodeText } from '../legacy-text.ts';
import type { MomentRules } from '../moment.ts';
import type { RecordSink } from '../record-sink.ts';
import { CsvParser, type CsvRow } from './parse.ts';
import { orderIn, Row, type TableMapper } from './table.ts';

const SAMPLE = 2000;

/**
 * Reads every row after the header. Rows are numbered as a spreadsheet shows them, the header being row 1 when it comes first.
 * A blank row is skipped as `blank`; cells past the header are reported as `row_too_wide` when they hold anything. Yields
 * after each stretch of input. The first rows are held back as the sample from which the order of day and month is learned.
 */
export async function* readTable(
  source: Bytes, delimiter: string, width: number, mapper: TableMapper, sink: RecordSink, rules: MomentRules,
): AsyncGenerator<void> {
  const parser = new CsvParser(delimiter);
  let learned: MomentRules | undefined;
  let number = 0;
  let headerSeen = false;
  let held: { row: CsvRow; number: number }[] = [];

  const handle = (row: CsvRow, at: number, withRules: MomentRules): void => {
    sink.begin(at);
    if (row.broken !== undefined) return sink.lose('quote_unclosed', row.broken);
    if (isBlank(row.cells)) return sink.skip('blank');
    if (row.cells.length > width) {
      const extra = row.cells.slice(width).filter((cell) => cell.trim() !== '');
      if (extra.length > 0) sink.problem(String(width + 1), 'row_too_wide', extra.join(delimiter));
    }
    mapper.map(new Row(row.cells, sink, withRules), sink);
  };
  const learn = (): void => {
    const order = orderIn(held.map(({ row }) => row.cells), mapper.dates);
    learned = order === undefined ? rules : { ...rules, order };
    for (const { row, number: at } of held) handle(row, at, learned);
    held = [];
  };
  const take = (row: CsvRow): void => {
    number++;
    if (!headerSeen) {
      headerSeen = !isBlank(row.cells) || row.broken !== undefined;
      return;
    }
    if (learned) return handle(row, number, learned);
    held.push({ row, number });
    if (held.length >= SAMPLE) learn();
  };

  let failure: unknown;
  try {
    for await (const piece of decodeText(source)) {
      parser.feed(piece, take);
      yield;
    }
  } catch (broken) {
    failure = broken;
  }
  parser.end(take);
  if (!learned) learn();
  yield;
  if (failure !== undefined) throw failure;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
