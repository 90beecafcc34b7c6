// A picture over time in characters: value axis, lines with their gaps, bands, levels somebody drew, ships by name.
import { monthTicks, placeOf } from '../../web/charts/month-ticks.ts';
import { dayLabel, type KnownValue } from '../../web/charts/outcome/day-series.ts';
import { tickWords, type Measure } from '../../web/charts/outcome/measure.ts';
import { niceAxis } from '../../web/charts/outcome/nice-axis.ts';
import { textCanvas, type TextCanvas } from './text-canvas.ts';
import { columnsFor, columnsOf, cutText, finished, paddedLeft, wrapped, type TextSize } from './text-columns.ts';

export interface TimeText {
  readonly from: string;
  readonly until: string;
  readonly measure: Measure;
  readonly signed?: boolean;
  readonly rows?: number;
  readonly solid: readonly (readonly KnownValue[])[];
  readonly dashed?: readonly (readonly KnownValue[])[];
  /** Drawn in order; `inner` is darker. */
  readonly bands?: readonly { readonly inner?: boolean; readonly points: readonly { readonly day: string; readonly low: number; readonly high: number }[] }[];
  /** Horizontal lines: a target, zero, the smallest effect that would matter. */
  readonly levels?: readonly { readonly value: number; readonly sign: 'drawn' | 'zero' }[];
  /** Single values with a sign of their own. */
  readonly signs?: readonly { readonly day: string; readonly value: number; readonly sign: string; readonly ascii: string }[];
  readonly marks?: readonly { readonly day: string; readonly name: string; readonly own?: boolean | undefined }[];
  /** Days hatched from top to bottom: a rollout, days not read. */
  readonly hatched?: { readonly from: string; readonly until: string } | undefined;
  /** Under the picture, one line each where it fits. */
  readonly legend: readonly string[];
}

const ROWS = 12;

/** '' when there is no value to draw. */
export function timeText(data: TimeText, size: TextSize): string {
  const ascii = size.ascii === true;
  const rows = data.rows ?? ROWS;
  const values = [
    ...[...data.solid, ...(data.dashed ?? [])].flat().map(({ value }) => value), ...(data.bands ?? []).flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high])),
    ...(data.levels ?? []).map(({ value }) => value), ...(data.signs ?? []).map(({ value }) => value),
  ].filter(Number.isFinite);
  if (values.length === 0) return '';
  const axis = niceAxis(values, 4);
  const words = tickWords(axis.ticks, data.measure, { signed: data.signed === true });
  const left = Math.max(...words.map(columnsOf)) + 2;
  const columns = columnsFor(size) - left;
  const canvas = textCanvas(columns, rows, ascii);
  const span = Math.max(1, placeOf(data.until) - placeOf(data.from));
  const x = (day: string): number => ((placeOf(day) - placeOf(data.from)) / span) * (columns - 1) + 0.25;
  const y = (value: number): number => (1 - (value - axis.low) / (axis.high - axis.low)) * (rows - 1) + 0.5;
  const column = (day: string): number => Math.min(columns - 1, Math.max(0, Math.floor(x(day))));
  if (data.hatched) for (let at = column(data.hatched.from); at <= column(data.hatched.until); at += 1) for (let row = 0; row < rows; row += 1) canvas.shade(at, row, ascii ? '/' : '╱');
  for (const { inner = false, points } of data.bands ?? []) drawBand(canvas, points, x, y, inner ? (ascii ? '=' : '▒') : (ascii ? ':' : '░'));
  for (const { value, sign } of data.levels ?? []) for (let at = 0; at < columns; at += 1) canvas.shade(at, Math.floor(y(value)), sign === 'zero' ? (ascii ? '-' : '─') : (ascii ? '=' : '━'));
  for (const mark of data.marks ?? []) for (let row = 0; row < rows; row += 1) canvas.shade(column(mark.day), row, mark.own ? (ascii ? '|' : '│') : (ascii ? ':' : '┊'));
  for (const run of data.dashed ?? []) drawLine(canvas, run, x, y, '-', true);
  for (const run of data.solid) drawLine(canvas, run, x, y, '*', false);
  for (const one of data.signs ?? []) canvas.words(column(one.day), Math.floor(y(one.value)), ascii ? one.ascii : one.sign);
  const labels = new Map(axis.ticks.map((tick, at) => [Math.floor(y(tick)), words[at] ?? '']));
  const body = canvas.lines().map((line, row) => `${paddedLeft(labels.get(row) ?? '', left - 2)} ${labels.has(row) ? (ascii ? '+' : '┤') : (ascii ? '|' : '│')}${line}`);
  return finished([
    ...markLines(data.marks ?? [], column, columns, ascii).map((line) => ' '.repeat(left) + line),
    ...body,
    `${' '.repeat(left - 1)}${ascii ? '+' : '└'}${(ascii ? '-' : '─').repeat(columns)}`,
    ' '.repeat(left) + dayLine(data.from, data.until, column, columns),
    ...legendLines(data.legend, columnsFor(size)),
  ], size);
}

function drawLine(canvas: TextCanvas, run: readonly KnownValue[], x: (day: string) => number, y: (value: number) => number, sign: string, dashed: boolean): void {
  let step = 0;
  const put = (px: number, py: number): void => {
    step += 1;
    if (!dashed || step % 4 < 2) canvas.dot(px, py, sign);
  };
  run.forEach((point, at) => {
    const next = run[at + 1];
    const [fromX, fromY] = [x(point.day), y(point.value)];
    if (next === undefined) { if (run.length === 1 || !dashed) canvas.dot(fromX, fromY, sign); return; }
    const [toX, toY] = [x(next.day), y(next.value)];
    const dots = Math.max(1, Math.ceil(Math.max(Math.abs(toX - fromX) * 2, Math.abs(toY - fromY) * 4)));
    for (let dot = 0; dot < dots; dot += 1) put(fromX + ((toX - fromX) * dot) / dots, fromY + ((toY - fromY) * dot) / dots);
  });
}

/** Cells whose middle lies between the bounds, the bounds taken on the line between the two nearest days. */
function drawBand(canvas: TextCanvas, points: readonly { readonly day: string; readonly low: number; readonly high: number }[], x: (day: string) => number, y: (value: number) => number, sign: string): void {
  points.forEach((point, at) => {
    const next = points[at + 1] ?? point;
    const [from, to] = [x(point.day), Math.max(x(next.day), x(point.day))];
    for (let column = Math.floor(from); column <= Math.floor(to); column += 1) {
      const part = to === from ? 0 : Math.min(1, Math.max(0, (column - from) / (to - from)));
      const [low, high] = [point.low + (next.low - point.low) * part, point.high + (next.high - point.high) * part];
      for (let row = Math.round(y(high) - 0.5); row <= Math.round(y(low) - 0.5); row += 1) canvas.shade(column, row, sign);
    }
  });
}

/** Names over their columns, each in the first line where it touches no other; this bet's own with a filled mark. */
function markLines(marks: NonNullable<TimeText['marks']>, column: (day: string) => number, columns: number, ascii: boolean): string[] {
  const lines: { text: string; to: number }[][] = [];
  const placed = [...marks].sort((a, b) => column(a.day) - column(b.day)).map((mark) => {
    const sign = mark.own ? (ascii ? 'V' : '▼') : (ascii ? 'v' : '▽');
    const at = column(mark.day);
    const words = cutText(`${sign} ${mark.name}, ${dayLabel(mark.day)}`, Math.max(columns - at, at + 1));
    const ends = columnsOf(words) > columns - at;
    const from = ends ? at - columnsOf(words) + 1 : at;
    return { from, words: ends ? `${words.slice(2)} ${sign}` : words };
  });
  for (const { from, words } of placed) {
    const line = lines.find((one) => (one.at(-1)?.to ?? -2) + 1 < from) ?? lines[lines.push([]) - 1];
    const before = line?.at(-1)?.to ?? 0;
    line?.push({ text: ' '.repeat(Math.max(0, from - before)) + words, to: Math.max(before, from) + columnsOf(words) });
  }
  return lines.map((line) => line.map(({ text }) => text).join('')).reverse();
}

function dayLine(from: string, until: string, column: (day: string) => number, columns: number): string {
  const months = monthTicks(from, until, Math.max(2, Math.floor(columns / 9)));
  const ticks = months.length >= 3 ? months : [{ day: from, name: dayLabel(from) }, { day: until, name: dayLabel(until) }];
  let line = '';
  for (const tick of ticks) {
    const at = Math.min(column(tick.day), columns - columnsOf(tick.name));
    if (at > columnsOf(line) || line === '') line = line.padEnd(at) + tick.name;
  }
  return line;
}

/** As many keys side by side as fit; a longer one is wrapped. */
export function legendLines(parts: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const part of parts.filter((one) => one !== '')) {
    const longer = `${lines.at(-1) ?? ''}   ${part}`;
    if (lines.length > 0 && columnsOf(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(...wrapped(part, columns));
  }
  return lines;
}
