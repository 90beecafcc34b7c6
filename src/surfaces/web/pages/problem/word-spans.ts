// Where words that matched stand in a title. The words may be stems: a word of the title counts when it begins with one.

const WORD = /[\p{L}\p{N}]+/gu;

/** Spans in UTF-16 offsets, end exclusive. Example: `wordSpans('Print labels at home', ['label'])` is `[{ start: 6, end: 12 }]`. */
export function wordSpans(text: string, words: readonly string[]): { readonly start: number; readonly end: number }[] {
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => word !== '');
  return [...text.matchAll(WORD)].flatMap((match) => {
    const word = match[0].toLowerCase();
    return wanted.some((one) => word.startsWith(one) || (one.startsWith(word) && word.length > 3)) ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
}
