// Tables as text: RFC 4180 as spreadsheets and trackers really write it. Yields rows of cells; knows no columns.
// Differs from a strict parser on purpose: a quote that never closes costs one line, not the rest of the file.

const QUOTE = 34, LF = 10, CR = 13;
/** A quoted cell longer than this is taken for a quote that was never closed. */
const LONGEST_CELL = 16 << 20;
/** After so many quotes that never close, quotes are only honoured within a line. */
const PATIENCE = 8;

/** One row; `broken` is its text when its quotes do not close and only that line is lost. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly broken?: string;
}

/**
 * Feed it text in any pieces, then `end`. A row ends at LF, CRLF or a lone CR outside quotes. In a quoted cell `""` is a quote; text after
 * the closing quote belongs to the cell. A quote inside an unquoted cell is text. An empty line is a row with one empty cell.
 */
export class CsvParser {
  readonly #delimiter: number;
  #text = '';
  #broken = 0;
  /** Where in `#text` the search for a closing quote goes on, so that a long cell in many pieces is not read anew each time. */
  #resume = 0;
  #resumeOpen = -1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  feed(piece: string, take: (row: CsvRow) => void): void {
    this.#text = this.#text === '' ? piece : this.#text + piece;
    this.#run(false, take);
  }

  end(take: (row: CsvRow) => void): void {
    this.#run(true, take);
    this.#text = '';
  }

  #run(last: boolean, take: (row: CsvRow) => void): void {
    const text = this.#text;
    let at = 0;
    while (at < text.length) {
      const cells: string[] = [];
      const next = this.#row(text, at, last, cells);
      if (next >= 0) {
        take({ cells });
        at = next;
        this.#resumeOpen = -1;
        continue;
      }
      const unclosed = next === -2;
      if (!last && !(unclosed && text.length - at > LONGEST_CELL)) break;
      this.#broken++;
      this.#resumeOpen = -1;
      const newline = text.indexOf('\n', at);
      const end = newline === -1 ? text.length : newline;
      take({ cells: [], broken: text.slice(at, Math.min(end, at + 400)) });
      at = end + 1;
    }
    if (at > 0) this.#resumeOpen = -1;
    this.#text = at >= text.length ? '' : text.slice(at);
  }

  /** Reads one row into `cells`; the position after it, -1 when more text is needed, -2 when a quote did not close. */
  #row(text: string, start: number, last: boolean, cells: string[]): number {
    const length = text.length;
    let at = start;
    for (;;) {
      let cell = '';
      if (text.charCodeAt(at) === QUOTE) {
        const close = this.#closing(text, at, start, last);
        if (close < 0) return close;
        cell = text.slice(at + 1, close);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        at = close + 1;
      }
      const from = at;
      let code = -1;
      while (at < length && (code = text.charCodeAt(at)) !== this.#delimiter && code !== LF && code !== CR) at++;
      if (at >= length) {
        if (!last) return -1;
        cells.push(from === at ? cell : cell + text.slice(from, at));
        return length;
      }
      cells.push(from === at ? cell : cell + text.slice(from, at));
      if (code === this.#delimiter) {
        at++;
        if (at < length) continue;
        if (!last) return -1;
        cells.push('');
        return length;
      }
      if (code === LF) return at + 1;
      if (at + 1 >= length) return last ? length : -1;
      return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    }
  }

  #remember(rowStart: number, open: number, at: number): void {
    if (rowStart !== 0) return;
    this.#resumeOpen = open;
    this.#resume = Math.max(open + 1, at);
  }

  #closing(text: string, open: number, rowStart: number, last: boolean): number {
    const limit = this.#broken >= PATIENCE ? lineEnd(text, open) : text.length;
    let from = rowStart === 0 && this.#resumeOpen === open ? this.#resume : open + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote === -1 || quote >= limit) {
        this.#remember(rowStart, open, limit);
        return -2;
      }
      if (text.charCodeAt(quote + 1) === QUOTE) {
        from = quote + 2;
        continue;
      }
      if (quote + 1 >= text.length && !last) {
        this.#remember(rowStart, open, quote);
        return -1;
      }
      return quote;
    }
  }
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

/** All rows of a text. Example: `parseCsv('a;"b;c"', ';')` is one row of the cells `a` and `b;c`. */
export function parseCsv(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const parser = new CsvParser(delimiter);
  parser.feed(text, (row) => rows.push(row));
  parser.end((row) => rows.push(row));
  return rows;
}

/**
 * The delimiter the header row is written with: of comma, semicolon, tab and bar the one that stands most often outside quotes in it;
 * undefined when none does.
 */
export function delimiterOf(head: string): string | undefined {
  const counts = new Map([[',', 0], [';', 0], ['\t', 0], ['|', 0]]);
  let quoted = false, filled = false;
  for (const sign of head) {
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '\n' || sign === '\r') {
      if (filled) break;
      for (const delimiter of counts.keys()) counts.set(delimiter, 0);
    } else if (counts.has(sign)) counts.set(sign, counts.get(sign)! + 1);
    else if (sign.trim() !== '') filled = true;
    if (sign === '"') filled = true;
  }
  const [best, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  return count > 0 ? best : undefined;
}

/** The first row that is not blank; empty when there is none. */
export function firstRow(head: string, delimiter: string): readonly string[] {
  const rows = parseCsv(head, delimiter);
  return rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
}
