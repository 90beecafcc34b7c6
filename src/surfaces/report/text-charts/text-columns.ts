// Text in columns of a terminal: how wide it is, cut to fit, and in plain ASCII where that is all there is. Knows no picture.
import { foreign } from '../foreign-text.ts';

export interface TextSize {
  /** Columns of the terminal; drawn at 40 at least. */
  readonly width: number;
  /** Letters, digits and signs of ASCII only. */
  readonly ascii?: boolean | undefined;
}

const LEAST_WIDTH = 40;

export function columnsFor({ width }: TextSize): number {
  return Math.max(LEAST_WIDTH, Math.floor(width));
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns a text takes: two for East Asian wide letters and pictures, none for combining marks. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const letter of text) columns += NONE.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return columns;
}

/** Cut to `columns` with an ellipsis, and no control characters of whoever wrote it. */
export function cutText(text: string, columns: number): string {
  const safe = foreign(text);
  if (columnsOf(safe) <= columns) return safe;
  let kept = '';
  for (const letter of safe) {
    if (columnsOf(kept + letter) > columns - 1) break;
    kept += letter;
  }
  return columns < 1 ? '' : `${kept.trimEnd()}…`;
}

export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

export function paddedLeft(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

const PLAIN: Readonly<Record<string, string>> = { '−': '-', '–': '-', '…': '.', '’': "'", '‘': "'", '“': '"', '”': '"', '·': '.' };

/** Signs by their nearest, accents dropped, the rest a question mark. */
export function toAscii(text: string): string {
  const plain = [...text].map((letter) => PLAIN[letter] ?? letter).join('');
  return plain.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\n -~]/gu, '?');
}

/** Lines without blanks at their ends, in ASCII when asked. */
export function finished(lines: readonly string[], { ascii = false }: TextSize): string {
  const text = lines.map((line) => line.trimEnd()).join('\n');
  return ascii ? toAscii(text) : text;
}

/** Whole words in lines of at most `columns`; a longer word is cut. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of foreign(text).split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && columnsOf(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(cutText(word, columns));
  }
  return lines;
}
