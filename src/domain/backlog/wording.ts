// What the wording rules look at: title and the first 600 characters of the body, cut into words with their offsets.
// Knows no rule: it tells words, sentences and noise (code, links, template comments) apart and nothing more.
import type { Item } from './item.ts';

/** A body may be a megabyte; what an item is about is said in its first lines. UTF-16 units. */
export const BODY_WINDOW = 600;

/** The words of one field. `starts[i]` and `ends[i]` are UTF-16 offsets into the field; `sentences[i]` counts from 0. */
export interface Words {
  readonly field: 'title' | 'body';
  /** The text looked at, same offsets as the field, with code, links and comments blanked. */
  readonly text: string;
  readonly lower: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly sentences: readonly number[];
}

export interface Wording {
  readonly title: Words;
  readonly body: Words;
}

const NOISE =
  /```[^]*?(?:```|$)|`[^`\n]{1,200}`|<!--[^]*?(?:-->|$)|https?:\/\/\S{1,600}|\{code[^}\n]{0,40}\}[^]*?(?:\{code\}|$)|\{noformat\}[^]*?(?:\{noformat\}|$)|\{\{[^}\n]{1,200}\}\}/g;

/** Same length as `text`: code, links and template comments become blanks so that every offset still holds. */
export function blankNoise(text: string): string {
  if (!text.includes('`') && !text.includes('<!--') && !text.includes('://') && !text.includes('{')) return text;
  return text.replace(NOISE, (noise) => ' '.repeat(noise.length));
}

/** Words of a text: letters, digits and inner apostrophes; a typographic apostrophe is read as a plain one. */
export function wordsOf(field: 'title' | 'body', raw: string): Words {
  const text = blankNoise(raw);
  const lower: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const sentences: number[] = [];
  let sentence = 0;
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (!isLetter(code)) {
      if (endsSentence(code)) sentence++;
      i++;
      continue;
    }
    const start = i;
    while (i < text.length && (isLetter(text.charCodeAt(i)) || (isApostrophe(text.charCodeAt(i)) && i + 1 < text.length && isLetter(text.charCodeAt(i + 1))))) i++;
    const word = text.slice(start, i).toLowerCase();
    lower.push(word.includes('\u2019') ? word.replaceAll('\u2019', "'") : word);
    starts.push(start);
    ends.push(i);
    sentences.push(sentence);
  }
  return { field, text, lower, starts, ends, sentences };
}

/** Title and the first 600 characters of the body, as words. An absent body gives no words. */
export function wordingOf(item: Pick<Item, 'title' | 'body'>): Wording {
  return { title: wordsOf('title', item.title.slice(0, BODY_WINDOW)), body: wordsOf('body', (item.body ?? '').slice(0, BODY_WINDOW)) };
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  return !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f) && !(code >= 0xff00 && code <= 0xff0f) && code !== 0xfeff;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function endsSentence(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x0a || code === 0x3b || code === 0x3002;
}
