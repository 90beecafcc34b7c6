// Opens a file or a pasted text as one table of named columns: CSV, TSV, semicolons, XLSX or JSON, plain or packed. Large texts
// stream. Decides by content, never by the name; knows nothing of dates, arms or metrics.
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { asUtf8, PeekableBytes, unicodeForm } from '../byte-stream.ts';
import { CsvParser, type CsvRow } from '../csv/parse.ts';
import { classifyBinary } from '../foreign-files.ts';
import { decodeSpan, decodeText } from '../legacy-text.ts';
import { NotAnExport } from '../not-an-export.ts';
import { meterOf, openTexts } from '../source-file.ts';
import type { Meter, SourceText } from '../source-text.ts';
import { separatorOf, splitAtBlank } from './delimiter.ts';
import { headerIn, type RawRow } from './header-row.ts';
import { jsonTable } from './json-rows.ts';
import { sheetRows, zipKind } from './sheet-rows.ts';
import { UnreadableMetric, type UnreadLog } from './unreadable.ts';

export interface Table {
  readonly name: string;
  readonly bytes: number;
  readonly kind: 'text' | 'sheet' | 'json';
  /** Cells came as numbers and dates: a point is a decimal point. */
  readonly exact: boolean;
  readonly delimiter: string | undefined;
  readonly sheet: string | undefined;
  /** Names of the columns; `column 1`, `column 2`, ... where the table has none. */
  readonly header: readonly string[];
  readonly named: boolean;
  /** Rows under the header, in batches. May be asked for once. */
  rows(): AsyncGenerator<readonly RawRow[]>;
  /** Of the bytes as they lie on disk; there once all rows were read. */
  sha256(): string;
}

export interface TableOptions {
  readonly sheet?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const ADVICE = 'Save the numbers as CSV, XLSX or JSON and hand over that file';
const HEAD = 1 << 18;
const HELD_HEAD = 200;
/** JSON and sheets are held whole. */
const MOST_WHOLE = 256 << 20;

/** The table at `path`. Throws UnreadableMetric. Rows that cannot be parsed and rows above the table go to `log`. */
export async function openTable(path: string, log: UnreadLog, options: TableOptions = {}): Promise<Table> {
  let meter: Meter | undefined;
  let texts: ReturnType<typeof openTexts> | undefined;
  try {
    meter = await meterOf(path);
    const sheet = await asSheet(path, meter, log, options);
    if (sheet !== undefined) return sheet;
    const opened = texts = openTexts(path, meter, options.signal);
    const first = await opened.next();
    if (first.done) throw new UnreadableMetric(meter.name, 'empty', 'holds nothing', ADVICE);
    const known = meter;
    return await tableOf(meter.name, meter.bytesTotal, first.value, log, async () => {
      if ((await opened.next()).done) return;
      await opened.return(undefined);
      throw new UnreadableMetric(known.name, 'several_files', 'holds several files', 'Unpack it and hand over the one with the numbers');
    }, () => known.sha256 ?? '');
  } catch (error) {
    // What is turned down half read would keep its file open.
    await texts?.return(undefined);
    throw asUnreadable(error, meter?.name);
  }
}

/** The table in a text that was pasted or fetched. `name` is what sentences call it. */
export async function tableOfText(name: string, text: string | Buffer, log: UnreadLog, options: TableOptions = {}): Promise<Table> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length === 0) throw new UnreadableMetric(name, 'empty', 'is empty', ADVICE);
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return sheetTable(name, bytes, log, options, hash);
  const once = (async function* () { yield bytes; })();
  return tableOf(name, bytes.length, { entry: '', bytes: new PeekableBytes(asUtf8(once, unicodeForm(bytes))) }, log, () => Promise.resolve(), () => hash);
}

/** A file on disk, or a text with the name that sentences call it. */
export type TableSource = { readonly path: string } | { readonly name: string; readonly text: string };

export function tableFrom(source: TableSource, log: UnreadLog, options: TableOptions = {}): Promise<Table> {
  return 'path' in source ? openTable(source.path, log, options) : tableOfText(source.name, source.text, log, options);
}

function asUnreadable(error: unknown, name: string | undefined): unknown {
  if (error instanceof NotAnExport) {
    const advice = error.seen === 'is empty' || error.seen === 'is a folder' ? ADVICE : error.advice;
    return new UnreadableMetric(error.file, 'not_a_table', error.seen, advice, error);
  }
  if (error instanceof Error && error.name === 'ArchiveDamaged') return new UnreadableMetric(name ?? 'The file', 'archive_damaged', 'is a damaged archive', 'Pack it again, or hand over the file in it', error);
  return error;
}

async function asSheet(path: string, meter: Meter, log: UnreadLog, options: TableOptions): Promise<Table | undefined> {
  const handle = await open(path, 'r');
  try {
    const magic = Buffer.alloc(4);
    await handle.read(magic, 0, 4, 0);
    if (magic.toString('latin1') !== 'PK\x03\x04' || meter.bytesTotal > MOST_WHOLE) return undefined;
  } finally {
    await handle.close();
  }
  const bytes = await readFile(path);
  const { kind } = await zipKind(bytes);
  return kind === 'other' || kind === 'damaged' ? undefined : sheetTable(meter.name, bytes, log, options, createHash('sha256').update(bytes).digest('hex'));
}

async function sheetTable(name: string, bytes: Buffer, log: UnreadLog, options: TableOptions, hash: string): Promise<Table> {
  const { kind } = await zipKind(bytes);
  if (kind === 'ods') throw new UnreadableMetric(name, 'not_a_table', 'is an OpenDocument sheet, which is not read', 'Save it as XLSX or CSV');
  if (kind !== 'xlsx') throw new UnreadableMetric(name, 'not_a_table', 'is an archive', 'Unpack it and hand over the file in it');
  const { rows, sheet } = await sheetRows(name, bytes, options.sheet);
  return finished({ name, bytes: bytes.length, kind: 'sheet', exact: true, delimiter: undefined, sheet }, oneBatch(rows), undefined, log, () => hash);
}

async function* oneBatch(rows: readonly (readonly string[])[]): AsyncGenerator<readonly RawRow[]> {
  yield rows.map((cells, at) => ({ number: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

async function tableOf(name: string, bytes: number, text: SourceText, log: UnreadLog, end: () => Promise<void>, sha256: () => string): Promise<Table> {
  const head = await text.bytes.peek(HEAD);
  const foreign = classifyBinary(head);
  if (foreign) throw new UnreadableMetric(name, 'not_a_table', foreign.seen, foreign.advice.startsWith('Export') ? ADVICE : foreign.advice);
  const shown = decodeSpan(head, 0, head.length < HEAD ? head.length : Math.max(1, head.lastIndexOf(10))).replace(/^\uFEFF/, '');
  const start = shown.trimStart()[0];
  if (start === undefined) throw new UnreadableMetric(name, 'empty', 'holds nothing but blanks', ADVICE);
  if (start === '{' || start === '[') return jsonOf(name, bytes, text, log, end, sha256);
  const delimiter = separatorOf(shown);
  const lines = shown.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').slice(0, 40);
  const blanks = (delimiter === undefined || delimiter === '|') && lines.filter((line) => splitAtBlank(line) !== undefined).length * 10 >= lines.length * 8;
  const about = { name, bytes, kind: 'text' as const, exact: false, delimiter: blanks ? ' ' : delimiter, sheet: undefined };
  return finished(about, textRows(text, delimiter ?? '\u001f', blanks, log, end), undefined, log, sha256);
}

async function jsonOf(name: string, bytes: number, text: SourceText, log: UnreadLog, end: () => Promise<void>, sha256: () => string): Promise<Table> {
  let source = '';
  for await (const piece of decodeText(text.bytes.all())) {
    source += piece;
    if (source.length > MOST_WHOLE) throw new UnreadableMetric(name, 'too_large', 'is JSON of more than 256 MB', 'Save the numbers as CSV');
  }
  await end();
  let table: ReturnType<typeof jsonTable>;
  try {
    table = jsonTable(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnreadableMetric(name, 'json_broken', `begins like JSON but breaks off: ${(error as Error).message.split('\n')[0]!.slice(0, 120)}`, 'Export it again', error);
  }
  if (table === undefined) throw new UnreadableMetric(name, 'json_no_table', 'is JSON without a list of rows, a map from day to value, or labels with values', ADVICE);
  return finished({ name, bytes, kind: 'json', exact: true, delimiter: undefined, sheet: undefined }, oneBatch(table.rows), table.header, log, sha256);
}

async function* textRows(text: SourceText, delimiter: string, blanks: boolean, log: UnreadLog, end: () => Promise<void>): AsyncGenerator<readonly RawRow[]> {
  const parser = new CsvParser(delimiter);
  let number = 0;
  let batch: RawRow[] = [];
  const take = (row: CsvRow): void => {
    number++;
    if (row.broken !== undefined) return log.add(`row ${number}`, 'quote_unclosed', row.broken);
    if (row.cells.every((cell) => cell.trim() === '')) return;
    batch.push({ number, cells: blanks ? (splitAtBlank(row.cells[0]!) ?? row.cells) : row.cells });
  };
  let first = true;
  for await (const piece of decodeText(text.bytes.all())) {
    parser.feed(first ? piece.replace(/^\uFEFF/, '') : piece, take);
    first = false;
    yield batch;
    batch = [];
  }
  parser.end(take);
  yield batch;
  await end();
}

type About = Pick<Table, 'name' | 'bytes' | 'kind' | 'exact' | 'delimiter' | 'sheet'>;

/** Finds the header in the first rows and hands the rest on. */
async function finished(about: About, source: AsyncGenerator<readonly RawRow[]>, known: readonly string[] | undefined, log: UnreadLog, sha256: () => string): Promise<Table> {
  const held: RawRow[] = [];
  for (let next = await source.next(); !next.done; next = await source.next()) {
    for (const row of next.value) held.push(row);
    if (held.length >= HELD_HEAD) break;
  }
  if (held.length === 0) throw new UnreadableMetric(about.name, 'empty', 'holds no rows', ADVICE);
  const sample = held.slice(0, HELD_HEAD);
  const { first, header } = known === undefined ? headerIn(sample) : { first: 0, header: known };
  for (const row of held.slice(0, first)) log.add(`row ${row.number}`, 'above_header', row.cells.filter((cell) => cell.trim() !== '').join(' '));
  const width = header?.length ?? Math.max(...sample.slice(first).map(({ cells }) => cells.length));
  const names = Array.from({ length: width }, (_, at) => header?.[at] || `column ${at + 1}`);
  const begin = first + (known === undefined && header !== undefined ? 1 : 0);
  return {
    ...about, header: names, named: header !== undefined, sha256,
    async *rows() {
      yield fitted(held.slice(begin), width, log);
      try {
        for await (const batch of source) yield fitted(batch, width, log);
      } catch (error) {
        throw asUnreadable(error, about.name);
      }
    },
  };
}

function fitted(rows: readonly RawRow[], width: number, log: UnreadLog): readonly RawRow[] {
  for (const { number, cells } of rows) {
    const extra = cells.length > width ? cells.slice(width).filter((cell) => cell.trim() !== '') : [];
    if (extra.length > 0) log.add(`row ${number}`, 'row_too_wide', extra.join(' '));
  }
  return rows;
}
