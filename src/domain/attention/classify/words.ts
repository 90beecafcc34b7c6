// A title's words in any script: lower case, without accents, plural and numbers folded. Knows no kinds and no phrases.

const MOST_LETTERS = 400;
/** Marks that are spelling, not letters: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and stretching. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/gu;
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i', ð: 'd', þ: 'th' };
const FORWARDED = /^(?:\s*(?:fwd?|re|aw|wg|tr|copy of|updated|invitation|canceled|cancelled)\s*:|\s*(?:copy of|kopie von|copie de|copia de)\s)+/u;
/** 1:1, 1-1, 1on1, 1-to-1, 1 auf 1 and their like, of which folding numbers would leave nothing. */
const ONE_ON_ONE = /(?<!\p{N})1\s?(?:[:：–‑/-]\s?|[\s-]?(?:on|to|o|auf|a|на)[\s-]?)1(?!\p{N})/gu;
const TELLING_NUMBERS: ReadonlyMap<string, string> = new Map([['101', 'basics101'], ['121', 'oneonone'], ['360', 'round360']]);
const CONTRACTED = /['’ʼ](?=(?:t|s|re|ll|ve|d|m)(?!\p{L}))/gu;
/** Scripts written without blanks: each character stands alone, so that a phrase is found anywhere in a run. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]|[\p{L}\p{M}\p{N}]+/gu;

/** Lower case without accents. `folded('Größe ÉTÉ')` is 'grosse ete'. */
export function folded(text: string): string {
  const plain = text.slice(0, MOST_LETTERS).normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
  return plain.replace(/[ßøæœłđıðþ]/gu, (letter) => WHOLE_LETTERS[letter]!);
}

/** True when a word is one character of a script that writes no blanks. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

/** Folds an English or Romance plural: 'retros' is 'retro', 'stories' is 'story'; 'status' and 'analysis' stay. */
function singular(word: string): string {
  if (!/^[a-z]{4,}$/u.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^sui]s$/u.test(word) ? word.slice(0, -1) : word;
}

/**
 * The words of a title, in order. Numbers inside a word become `0`; numbers alone are dropped, except the few that tell.
 * Example: `Re: Sprint 42 planning – Q3` gives `sprint`, `planning`, `q0`; `顧客` gives `顧`, `客`.
 */
export function wordsOf(title: string): string[] {
  const text = folded(title).replace(FORWARDED, '').replace(ONE_ON_ONE, ' 121 ').replace(CONTRACTED, '').replace(/['’ʼ]/gu, ' ');
  const words: string[] = [];
  for (const [raw] of text.matchAll(WORD)) {
    const telling = TELLING_NUMBERS.get(raw);
    if (telling !== undefined) words.push(telling);
    else if (/\p{L}/u.test(raw)) words.push(singular(raw.replace(/\p{N}+/gu, '0')));
  }
  return words;
}
