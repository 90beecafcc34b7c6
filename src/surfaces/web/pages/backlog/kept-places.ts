// A list whose rows keep their place after they were answered: the server drops them, the page keeps them until it is left.
// Also where words of a group stand in a title. Pure.

interface Known { readonly id: string }

/** Rows in the order they were first shown: as the server tells them now, else as they were answered here; new ones at the end. */
export function keptPlaces<Row extends Known>(order: readonly string[], fresh: readonly Row[], answered: ReadonlyMap<string, Row>): Row[] {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const known = new Set(order);
  const kept = order.flatMap((id) => byId.get(id) ?? answered.get(id) ?? []);
  return [...kept, ...fresh.filter(({ id }) => !known.has(id))];
}

/** UTF-16 spans of words that begin with one of `words`, in any case. Example: `return` marks `Returns` in `Returns list`. */
export function wordSpans(text: string, words: readonly string[]): { readonly start: number; readonly end: number }[] {
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => word !== '');
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: found, index }) => {
    const low = found.toLowerCase();
    return wanted.some((word) => low.startsWith(word) || (word.length > 4 && word.startsWith(low) && low.length > 3)) ? [{ start: index, end: index + found.length }] : [];
  });
}

/** What is asked of whoever wrote an item: short and kind, ready to be sent. */
export function questionText(item: { readonly key: string; readonly title: string; readonly url?: string | undefined }, questions: readonly string[]): string {
  const asked = questions.length === 0 ? ['When did it last hurt somebody, and whom?'] : questions;
  return [
    `About ${item.key}, “${item.title}”${item.url === undefined ? '' : ` (${item.url})`}:`, '',
    ...asked.map((question) => `- ${question}`), '',
    'One recent case is enough. Thank you for writing this down.',
  ].join('\n');
}
