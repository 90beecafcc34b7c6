// A trained model as a text and a row of small whole numbers, to be kept in a file: what is unpacked is to the bit what was packed.
// Knows no file. Holds the name of the data it was trained from, so that a model of other data is not taken for this one.
import { KINDS, type Kind } from '../kinds.ts';
import type { Audience } from '../data/phrase-table.ts';
import type { Model } from './model.ts';
import type { Pattern } from './phrases.ts';

/** Weights are kept in steps of this size. It moves the log-odds of a title of 30 features by 0.021 at the very most. */
export const WEIGHT_STEP = 1 / 256;

export interface PackedModel {
  /** Line by line: the name of the data, how many features follow, their names in order, the known phrases in the order of the book. */
  readonly text: string;
  /** One weight each, in steps of `WEIGHT_STEP`: feature after feature, kind after kind. */
  readonly weights: Int16Array;
}

/** A name for texts: 53 bits of cyrb53 (public domain) in hexadecimal. The same texts have the same name; not for secrets. */
export function nameOfTexts(texts: unknown): string {
  const text = JSON.stringify(texts);
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return (4_294_967_296 * (two & 0x1f_ffff) + (one >>> 0)).toString(16);
}

function inSteps({ weights }: Model): Int16Array {
  return Int16Array.from(weights.rows, (weight) => Math.round(weight / WEIGHT_STEP));
}

/** The model with its weights rounded to steps: what `unpacked` gives of what `packed` made of it. */
export function rounded(model: Model): Model {
  return { ...model, weights: { ...model.weights, rows: Float32Array.from(inSteps(model), (steps) => steps * WEIGHT_STEP) } };
}

export function packed(model: Model, data: string): PackedModel {
  const names = [...model.numbers.keys()];
  const phrases = [...model.book.values()].flat().map(lineOf);
  const lines = [data, String(names.length), ...names, ...phrases];
  if (lines.some((line) => line.includes('\n'))) throw new RangeError('a word of the model holds a line break');
  return { text: lines.join('\n'), weights: inSteps(model) };
}

/** Undefined for a model of other data than `data` names, or for one that was cut short. Example: `unpacked(packed(rounded(model), 'a'), 'a')` equals `rounded(model)`. */
export function unpacked({ text, weights }: PackedModel, data: string): Model | undefined {
  const lines = text.split('\n');
  const count = Number(lines[1]);
  if (lines[0] !== data || weights.length !== count * KINDS.length || lines.length < count + 2) return undefined;
  const numbers = new Map<string, number>();
  for (let at = 0; at < count; at++) numbers.set(lines[at + 2]!, at);
  const rows = new Float32Array(weights.length);
  for (let at = 0; at < rows.length; at++) rows[at] = weights[at]! * WEIGHT_STEP;
  const book = new Map<string, Pattern[]>();
  for (let at = count + 2; at < lines.length; at++) {
    const pattern = patternIn(lines[at]!);
    const others = book.get(pattern.words[0]!.slice(0, 2));
    if (others) others.push(pattern);
    else book.set(pattern.words[0]!.slice(0, 2), [pattern]);
  }
  return { numbers, weights: { classes: KINDS.length, rows }, book };
}

/** `customer_call 4 any kund* gesprach`: a star where the beginning of a word is enough. */
function lineOf({ kind, weight, audience, words, open }: Pattern): string {
  return `${kind} ${weight} ${audience} ${words.map((word, at) => (open[at] ? `${word}*` : word)).join(' ')}`;
}

function patternIn(line: string): Pattern {
  const [kind, weight, audience, ...starred] = line.split(' ');
  const open = starred.map((word) => word.endsWith('*'));
  return { words: starred.map((word, at) => (open[at] ? word.slice(0, -1) : word)), open, kind: kind as Kind, weight: Number(weight), audience: audience as Audience };
}
