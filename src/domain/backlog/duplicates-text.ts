// Turns an item's words into numbers for the duplicate search: hashed words of title and body, and a byte per letter for letter groups.
// What trackers' templates put into every item (headings, check lists, stack traces, code) is left out here.
import { blankNoise } from './wording.ts';

/** Letters taken into letter groups. The title decides; the body's first lines help. */
export const TITLE_LETTERS = 120;
export const BODY_LETTERS = 200;
const BODY_LOOKED_AT = 1_500;
const BODY_WORDS = 60;

const TEMPLATE_LINE =
  /^[ \t]*(?:#{1,6}[ \t].*|h[1-6]\..*|\*{1,2}[^*\n]{1,60}\*{1,2}:?[ \t]*|[-*+][ \t]*\[[ xX]\].*|at[ \t]+\S.*|File ".*|#\d+[ \t].*|\.{3} \d+ more.*|0x[0-9a-f]+.*|Caused by:.*|[\w.$]{3,80}(?:Exception|Error)\b.*|\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*|[A-Z][\w ()/]{2,40}:[ \t]*)$/gm;

/** One item as numbers. The words are 32-bit hashes in text order, repeats kept. */
export interface EncodedText {
  readonly titleWords: readonly number[];
  readonly bodyWords: readonly number[];
  /** Bytes with one blank (32) between words and at both ends; only the first `titleLetters` belong to the title. */
  readonly letters: Uint8Array;
  readonly titleLetters: number;
}

/** Lower case without accents; length may change. Compatibility forms such as full-width letters become plain. */
export function folded(text: string): string {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  return text.toLowerCase();
}

/** The body's own words: first 1,500 units without code, links, template headings, check lists and stack traces. */
export function ownWords(body: string): string {
  const text = blankNoise(body.slice(0, BODY_LOOKED_AT));
  return text.includes('\n') ? text.replace(TEMPLATE_LINE, ' ') : text;
}

const buffer = new Uint8Array(TITLE_LETTERS + BODY_LETTERS + 8);

/** Example: title `Fix the cart` gives three word hashes and the letters ` fix the cart `. `meet` is called once per word with its text. */
export function encodeText(title: string, body: string | undefined, meet: (hash: number, text: string, start: number, end: number) => void): EncodedText {
  const titleWords: number[] = [];
  const bodyWords: number[] = [];
  let length = encodeInto(folded(title.slice(0, 400)), 0, TITLE_LETTERS, titleWords, 40, meet);
  const titleLetters = length;
  if (body) length = encodeInto(folded(ownWords(body)), length, length + BODY_LETTERS, bodyWords, BODY_WORDS, meet);
  return { titleWords, bodyWords, letters: buffer.slice(0, length), titleLetters };
}

function encodeInto(
  text: string, from: number, limit: number, words: number[], mostWords: number, meet: (hash: number, text: string, start: number, end: number) => void,
): number {
  let length = from;
  buffer[length++] = 32;
  const end = text.length;
  let i = 0;
  while (i < end && words.length < mostWords) {
    let code = text.charCodeAt(i);
    if (code < 128 ? WORD_CODES[code] === 0 : !isWordCode(code)) {
      i++;
      continue;
    }
    const start = i;
    let hash = 0x811c9dc5;
    do {
      hash = Math.imul(hash ^ code, 0x01000193);
      if (length < limit) buffer[length++] = code < 128 ? code : 128 | (Math.imul(code, 0x9e37) >>> 7) % 128;
      if (++i === end) break;
      code = text.charCodeAt(i);
    } while (code < 128 ? WORD_CODES[code] === 1 : isWordCode(code));
    if (length < limit) buffer[length++] = 32;
    hash ^= hash >>> 15;
    words.push(hash);
    meet(hash, text, start, i);
  }
  if (length > 0 && buffer[length - 1] !== 32) buffer[length++] = 32;
  return length;
}

/** 1 for the digits and small letters of ASCII. */
const WORD_CODES = Uint8Array.from({ length: 128 }, (_, code) => ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? 1 : 0));

/** For what lies beyond ASCII. */
function isWordCode(code: number): boolean {
  return code > 0xbf && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f) && !(code >= 0xff00 && code <= 0xff0f);
}
