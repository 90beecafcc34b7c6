// A title's words in any script: lower case, without accents, plural and numbers folded. Knows no kinds and no phrases.

const MOST_LETTERS = 400;
/** Marks that are spelling, not letters: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and stretching. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/gu;
/** Such a title folds letter for letter. */
const PLAIN = new RegExp(`^[\\x20-\\x7e]{0,${MOST_LETTERS}}$`, 'u');
const OWN_PLACES: readonly number[] = Array.from({ length: MOST_LETTERS }, (_, at) => at);
const OWN_ENDS: readonly number[] = OWN_PLACES.map((at) => at + 1);
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i', ð: 'd', þ: 'th' };
const FORWARDED = /^(?:\s*(?:fwd?|re|aw|wg|tr|copy of|updated|invitation|cancell?ed)\s*:|\s*(?:copy of|kopie von|copie de|copia de)\s)+/u;
const TELLING_NUMBERS: ReadonlyMap<string, string> = new Map([['101', 'basics101'], ['121', 'oneonone'], ['360', 'round360']]);
/** Scripts written without blanks: each character stands alone, so that a phrase is found anywhere in a run. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const UNSPACED_LETTER = new RegExp(`^[${UNSPACED}]`, 'u');
/** 1:1, 1-1, 1on1, 1-to-1, 1 auf 1 and their like, of which folding numbers would leave nothing. */
const ONE_ON_ONE = '(?<!\\p{N})1\\s?(?:[:：–‑/-]\\s?|[\\s-]?(?:on|to|o|auf|a|на|对|對|対|대|v)[\\s-]?)1(?!\\p{N})';
const CONTRACTION = "['’ʼ](?:t|s|re|ll|ve|d|m)(?!\\p{L})";
const WORD = new RegExp(`(${ONE_ON_ONE})|[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+(?:${CONTRACTION})?`, 'gu');

/** A word as compared (`text`) and where it stands in the title as written (`from` to before `to`, in UTF-16 units). One letter such as ㍿ may hold several. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Lower case without accents. `folded('Größe ÉTÉ')` is 'grosse ete'. */
export function folded(text: string): string {
  const plain = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase().replace(ACCENTS, '');
  return plain.replace(/[ßøæœłđıðþ]/gu, (letter) => WHOLE_LETTERS[letter]!);
}

/** True when a word is one character of a script that writes no blanks. */
export function isUnspaced(word: string): boolean {
  return UNSPACED_LETTER.test(word);
}

/** Folds an English or Romance plural: 'retros' is 'retro', 'stories' is 'story'; 'status' and 'analysis' stay. */
function singular(word: string): string {
  if (!/^[a-z]{4,}$/u.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^sui]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** The title folded letter by letter, with where in the title the letter of each folded unit begins and ends. */
function foldedWithPlaces(title: string): { text: string; begins: readonly number[]; ends: readonly number[] } {
  if (PLAIN.test(title)) return { text: title.toLowerCase(), begins: OWN_PLACES, ends: OWN_ENDS };
  let text = '';
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const letter of title.slice(0, MOST_LETTERS)) {
    const fold = folded(letter);
    text += fold;
    for (let i = 0; i < fold.length; i++) {
      begins.push(at);
      ends.push(at + letter.length);
    }
    at += letter.length;
  }
  return { text, begins, ends };
}

function compared(raw: string, isOneOnOne: boolean): string | undefined {
  if (isOneOnOne) return 'oneonone';
  const telling = TELLING_NUMBERS.get(raw);
  if (telling !== undefined) return telling;
  return /\p{L}/u.test(raw) ? singular(raw.replace(/['’ʼ]/gu, '').replace(/\p{N}+/gu, '0').normalize('NFC')) : undefined;
}

/**
 * The words of a title, in order; at most its first 400 letters are looked at. Numbers inside a word become `0`; numbers alone are
 * dropped, except the few that tell. Example: the texts of `Re: Sprint 42 planning – Q3` are `sprint`, `planning`, `q0`; of `顧客`, `顧` and `客`.
 */
export function wordsOf(title: string): Word[] {
  const { text, begins, ends } = foldedWithPlaces(title);
  const start = FORWARDED.exec(text)?.[0].length ?? 0;
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    if (match.index < start) continue;
    const word = compared(match[0], match[1] !== undefined);
    if (word !== undefined) words.push({ text: word, from: begins[match.index]!, to: ends[match.index + match[0].length - 1]! });
  }
  return words;
}
