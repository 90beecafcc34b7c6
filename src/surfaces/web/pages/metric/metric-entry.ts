// Values on their way in: what was pasted or handed over, how it is to be read, and what that becomes as a question. Pure; knows no screen.
import type { InputOf } from '../../../../contract/index.ts';

type From = InputOf<'metric.preview'>;

/** How the values are to be read, where the guess was wrong or nothing could be guessed. */
export type Rules = Pick<From, 'date' | 'value' | 'denominator' | 'order' | 'decimal' | 'start' | 'combine'>;

/** Cells of the first lines carry a percent sign. */
export function percentIn(text: string): boolean {
  return /\d\s*%/.test(text.slice(0, 4_000));
}

export type Given =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: number; readonly upload: string; readonly header: readonly string[]; readonly percent: boolean };

/** `id` changes with every new content, so that an answer can be told from that to an older one without comparing megabytes. */
export interface Entry {
  readonly id: number;
  readonly given: Given;
}

export function fromOf(given: Given, rules: Rules): From {
  return { ...(given.kind === 'text' ? { text: given.text } : { file: { upload: given.upload } }), ...rules };
}

/** Rules with one changed; an empty choice takes it out. */
export function withRule(rules: Rules, name: keyof Rules, value: string): Rules {
  const { [name]: _before, ...rest } = rules;
  return value === '' ? rest : { ...rest, [name]: value };
}

const MARKS = ['\t', ';', ',', '|'];

/** The cells of a table's first line, for choosing columns while nothing could be read yet. Empty for a single column or for no text. */
export function headerIn(text: string): string[] {
  const line = text.slice(0, 4_000).split(/\r?\n/).find((one) => one.trim() !== '') ?? '';
  if (line.includes('\u0000') || /^\s*[[{]/.test(line)) return [];
  const mark = MARKS.map((one) => ({ one, times: line.split(one).length - 1 })).toSorted((a, b) => b.times - a.times)[0];
  if (mark === undefined || mark.times === 0) return [];
  return line.split(mark.one).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')).filter((cell) => cell !== '').slice(0, 60);
}

/** The columns an entry names in its first line. */
export function headerOf({ given }: Entry): readonly string[] {
  return given.kind === 'file' ? given.header : headerIn(given.text);
}

/** The rules that still hold for other content: none once its columns are others, all while a table only grows. */
export function rulesFor(next: Entry | undefined, before: Entry | undefined, rules: Rules): Rules {
  if (next === undefined || before === undefined) return {};
  return headerOf(next).join('\n') === headerOf(before).join('\n') ? rules : {};
}

/** The unit the values carry themselves; '' when they carry none. */
export function unitOf({ given }: Entry): string {
  return (given.kind === 'file' ? given.percent : percentIn(given.text)) ? '%' : '';
}

const NO_NAMES = new Set(['y', 'x', 'value', 'values', 'val', 'wert', 'column 1', 'column 2', 'column 3']);

/** A name for the metric from the column or the file; '' when neither says anything. `daily_active-users.csv` is `Daily active users`. */
export function nameFrom(column: string | undefined, file: string | undefined): string {
  const plain = (text: string): string => text.replaceAll(/[_-]+/g, ' ').replaceAll(/\s+/g, ' ').trim();
  const words = [column ?? '', (file ?? '').replace(/(\.[a-z0-9]{1,5})+$/i, '')].map(plain).find((one) => one !== '' && !NO_NAMES.has(one.toLowerCase()) && !/^[\d.,\s%-]+$/.test(one)) ?? '';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.slice(0, 200);
}

/** True when every value is a whole number from zero on: they may count events. */
export function mayCount(values: readonly (number | null)[]): boolean {
  return values.some((value) => value !== null) && values.every((value) => value === null || (Number.isInteger(value) && value >= 0));
}
