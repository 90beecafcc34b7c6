// Which words an item is found by and what a person's search asks for. Made here, not by the database's dictionaries, so that
// both engines and the rows of every language agree. Knows no table.

/** Characters of the body that are searchable: enough for what an item is about, small enough to index a whole backlog. */
export const SEARCHED_BODY = 500;
const LONGEST_WORD = 40;
const MOST_QUERY_WORDS = 12;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const PLAIN = /^[\x00-\x7f]*$/;
const ACCENTS = /[\u0300-\u036f]+/g;
/** Scripts written without spaces: their words are found by pairs of characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Lower case, without accents. `Größe` becomes `große`; vowel signs of other scripts stay. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
}

/** The words of a text in order, folded, cut to 40 characters; scripts without spaces come as overlapping pairs. */
export function wordsOf(text: string): string[] {
  const found = folded(text).match(WORD) ?? [];
  const words: string[] = [];
  for (const word of found) {
    if (!UNSPACED.test(word)) words.push(word.slice(0, LONGEST_WORD));
    else words.push(...pairs([...word].slice(0, LONGEST_WORD)));
  }
  return words;
}

function pairs(characters: readonly string[]): string[] {
  if (characters.length < 2) return [characters.join('')];
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

/** The text form of a tsvector without positions: each word once. Words hold letters, digits and marks only, so none needs quotes. */
export function searchVector(key: string, title: string, labels: string, body: string | undefined): string {
  const words = wordsOf(`${key} ${title} ${labels} ${body === undefined ? '' : body.slice(0, SEARCHED_BODY)}`);
  return [...new Set(words)].join(' ');
}

/**
 * The text form of a tsquery that asks for every word, the last one as a beginning: `ret lab` becomes `ret & lab:*`.
 * Undefined when the text holds no word at all.
 */
export function searchQuery(text: string): string | undefined {
  const words = [...new Set(wordsOf(text))].slice(0, MOST_QUERY_WORDS);
  if (words.length === 0) return undefined;
  return `${words.join(' & ')}:*`;
}
