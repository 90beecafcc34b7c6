// Intervals as rows of characters on one axis: `├──●──┤`, cut ends as arrows, zero and the minimum as uprights.
import { tickWords, type Measure } from '../../web/charts/outcome/measure.ts';
import { niceAxis } from '../../web/charts/outcome/nice-axis.ts';
import { columnsFor, columnsOf, cutText, padded, type TextSize } from './text-columns.ts';

export interface IntervalTextRow {
  readonly name: string;
  /** At the right: a verdict, a value. */
  readonly words: string;
  readonly mark?: { readonly value: number; readonly low: number | null; readonly high: number | null } | undefined;
  /** In place of a mark: why there is none. */
  readonly instead?: string | undefined;
  readonly minimum?: number | undefined;
}

export interface IntervalText {
  readonly rows: readonly IntervalTextRow[];
  readonly measure: Measure;
  readonly signed: boolean;
  readonly values: readonly number[];
}

/** Columns the drawing keeps whatever the words ask for. */
const DRAWN = 28;

/** Lines, not yet in ASCII. Under 72 columns the name and the words stand over their interval. */
export function intervalLines(data: IntervalText, size: TextSize): string[] {
  const whole = columnsFor(size);
  const stacked = whole < 72;
  const left = stacked ? 0 : Math.min(Math.floor(whole * 0.3), Math.max(...data.rows.map(({ name }) => columnsOf(name))) + 2);
  const right = stacked ? 0 : Math.min(whole - left - DRAWN, Math.max(...data.rows.map(({ words }) => columnsOf(words))) + 2);
  const columns = whole - left - right;
  const axis = niceAxis(data.values, 4);
  const at = (value: number): number => Math.round(((Math.min(Math.max(value, axis.low), axis.high) - axis.low) / (axis.high - axis.low)) * (columns - 1));
  const draw = (row: IntervalTextRow): string => drawRow(row, { columns, at, low: axis.low, high: axis.high, zero: data.signed && axis.low <= 0 && axis.high >= 0, ascii: size.ascii === true });
  const rows = data.rows.flatMap((row) => (stacked
    ? [`${padded(cutText(row.name, whole - columnsOf(row.words) - 2), whole - columnsOf(row.words))}${row.words}`, draw(row)]
    : [`${padded(cutText(row.name, left - 2), left)}${draw(row)}  ${cutText(row.words, right - 2)}`]));
  return [...rows, ' '.repeat(left) + (size.ascii === true ? '-' : '─').repeat(columns), ' '.repeat(left) + axisLine(axis.ticks, tickWords(axis.ticks, data.measure, { signed: data.signed }), at, columns)];
}

interface Ground { readonly columns: number; readonly at: (value: number) => number; readonly low: number; readonly high: number; readonly zero: boolean; readonly ascii: boolean }

function drawRow(row: IntervalTextRow, { columns, at, low, high, zero, ascii }: Ground): string {
  const cells = Array.from({ length: columns }, () => ' ');
  const put = (place: number, sign: string): void => { if (place >= 0 && place < columns) cells[place] = sign; };
  let written = '';
  if (zero) put(at(0), ascii ? '|' : '│');
  if (row.mark) {
    const [cutLow, cutHigh] = [row.mark.low === null || row.mark.low < low, row.mark.high === null || row.mark.high > high];
    const [from, to] = [row.mark.low === null ? 0 : at(row.mark.low), row.mark.high === null ? columns - 1 : at(row.mark.high)];
    for (let place = from + 1; place < to; place += 1) put(place, ascii ? '-' : zero && place === at(0) ? '┼' : '─');
    put(from, cutLow ? (ascii ? '<' : '◀') : (ascii ? '[' : '├'));
    put(to, cutHigh ? (ascii ? '>' : '▶') : (ascii ? ']' : '┤'));
  } else if (row.instead !== undefined) {
    written = cutText(`( ${row.instead} )`, columns);
    [...written].forEach((letter, place) => put(place, letter));
  }
  // Words are not cut through: the minimum is then told by the other rows and the legend.
  if (row.minimum !== undefined && at(row.minimum) >= columnsOf(written)) put(at(row.minimum), ascii ? '!' : '╽');
  if (row.mark) put(at(row.mark.value), ascii ? 'o' : '●');
  return cells.join('');
}

function axisLine(ticks: readonly number[], words: readonly string[], at: (value: number) => number, columns: number): string {
  const places = ticks.map((tick, order) => {
    const word = words[order] ?? '';
    return { word, from: Math.min(Math.max(0, at(tick) - Math.floor(columnsOf(word) / 2)), columns - columnsOf(word)) };
  });
  // The last tick carries the unit and always stands.
  const last = places.at(-1);
  let line = '';
  places.forEach((place) => {
    const clear = place === last || place.from + columnsOf(place.word) < (last?.from ?? columns);
    if (clear && (line === '' || place.from > columnsOf(line))) line = line.padEnd(place.from) + place.word;
  });
  return line;
}
