// Rows under headings, fitted to the width of the terminal: the widest columns give way first, and a cut shows.
import stringWidth from 'string-width';
import { tame, type Style } from './style.ts';

export interface Column {
  readonly heading: string;
  readonly right?: boolean;
  /** Never cut, such as an id that somebody will copy. */
  readonly whole?: boolean;
}

const LEAST = 8;

/** Lines without a trailing newline. Every row has as many cells as there are columns. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number, style: Style): string[] {
  const cells = rows.map((row) => row.map(tame));
  const widths = columns.map((column, at) => Math.max(stringWidth(column.heading), ...cells.map((row) => stringWidth(row[at] ?? ''))));
  const gaps = 2 * (columns.length - 1);
  for (let over = sum(widths) + gaps - width; over > 0; over--) {
    const widest = widths.reduce((most, each, at) => (!columns[at]!.whole && each > (widths[most] ?? 0) ? at : most), -1);
    if (widest < 0 || widths[widest]! <= LEAST) break;
    widths[widest]!--;
  }
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => padded(fitted(cell, widths[at]!, style.ellipsis), widths[at]!, columns[at]?.right ?? false)).join('  ').trimEnd();
  return [style.faint(line(columns.map((column) => column.heading))), ...cells.map(line)];
}

/** The text, or as much of it as fits with an ellipsis. Counts what a terminal shows, not code units. */
export function fitted(text: string, width: number, ellipsis: string): string {
  if (stringWidth(text) <= width) return text;
  let cut = '';
  let used = stringWidth(ellipsis);
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    cut += segment;
  }
  return cut.trimEnd() + ellipsis;
}

/** The text in lines of at most `width`, broken between words; its own line breaks stay. At least one line. */
export function wrapped(text: string, width: number): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of tame(paragraph).split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && stringWidth(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return right ? space + text : text + space;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
