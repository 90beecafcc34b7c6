// Which sign separates the columns of a text, judged by its first rows: the one under which most cells are dates and numbers.
// A decimal comma must not pass for a separator. Knows no files.
import { delimiterOf, parseCsv } from '../csv/parse.ts';
import { readDateCell } from './date-cell.ts';
import { numberColumn } from './number-column.ts';

const CANDIDATES = ['\t', ';', '|', ','] as const;
const LOOKED_AT = 60;

/** True for a cell that is a day, a month or a year, or digits that may be an epoch. */
export function isDateLike(cell: string): boolean {
  const { shape } = readDateCell(cell);
  return shape !== 'unreadable' && shape !== 'empty' && shape !== 'digits';
}

export function isNumberLike(cell: string): boolean {
  return 'value' in numberColumn([cell], { exact: true }).read(cell) || 'value' in numberColumn([cell], { decimal: 'comma' }).read(cell);
}

function readable(rows: readonly (readonly string[])[]): number {
  let cells = 0;
  for (const row of rows) for (const cell of row) if (isDateLike(cell) || isNumberLike(cell)) cells++;
  return cells / Math.max(1, rows.length);
}

/** The separator, or undefined for a text of one column. Example: `2026-01-05;1,5` is separated by `;`. */
export function separatorOf(head: string): string | undefined {
  const text = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').slice(0, LOOKED_AT).join('\n');
  let best: { sign: string; score: number } | undefined;
  for (const sign of CANDIDATES) {
    if (!text.includes(sign)) continue;
    const rows = parseCsv(text, sign).map(({ cells }) => cells);
    const width = Math.max(...rows.map((row) => row.length));
    if (width < 2) continue;
    const score = readable(rows);
    if (best === undefined || score > best.score + 1e-9) best = { sign, score };
  }
  if (best === undefined) return undefined;
  if (best.score > 0) return proseOnly(text, best.sign) ? undefined : best.sign;
  return delimiterOf(text);
}

/** One number a row with the separator inside it, as in a pasted column of `1,5`: no separator at all. */
function proseOnly(text: string, sign: string): boolean {
  return sign === ',' && text.split('\n').filter((line) => isNumberLike(line)).length * 10 >= text.split('\n').length * 8;
}

/** `2026-01-05   123`: a day and a number with blanks between. Undefined when most lines are not like that. */
export function splitAtBlank(line: string): readonly [string, string] | undefined {
  const found = /^(.+?)[ \t]+(\S+)$/.exec(line.trim());
  return found && isDateLike(found[1]!) && (isNumberLike(found[2]!) || /^(?:-|n\/?a|nan|null|none)$/i.test(found[2]!)) ? [found[1]!, found[2]!] : undefined;
}
