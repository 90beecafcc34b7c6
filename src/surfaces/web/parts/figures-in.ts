// A sentence of the server cut at its figures, so that they can be opened where it is shown. Knows no screen and no meaning.

export interface SentencePart { readonly text: string; readonly figure: boolean }

const FIGURES = /\d[\d,]*(?:\.\d+)?(?:%| (?:hours?|minutes?|times|kinds?|(?:whole )?weeks?|calendars?|events?|places?)\b)/g;

/** Figures keep their unit: `2.4 hours`, `4 times`, `35%`. Days, years and numbers alone stay words. */
export function figuresIn(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let from = 0;
  for (const found of sentence.matchAll(FIGURES)) {
    if (found.index > from) parts.push({ text: sentence.slice(from, found.index), figure: false });
    parts.push({ text: found[0], figure: true });
    from = found.index + found[0].length;
  }
  if (from < sentence.length) parts.push({ text: sentence.slice(from), figure: false });
  return parts;
}
