// Text that a tracker wrote, made safe to stand among ours: no control characters, no direction tricks. Escaping is done elsewhere.

/** Line breaks become spaces; what a screen cannot show or what turns the writing direction is dropped. */
export function foreign(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}

/** The address when it is a plain web address; undefined for anything that could run or reach elsewhere. */
export function webAddress(url: string | null | undefined): string | undefined {
  if (url === undefined || url === null) return undefined;
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : undefined;
  } catch {
    return undefined;
  }
}

/** Where the shared words of a group stand in one of its titles, whatever their case. Offsets are UTF-16. */
export function wordSpans(title: string, words: readonly string[]): { start: number; end: number }[] {
  const wanted = new Set(words.map((word) => word.toLowerCase()));
  return [...title.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => wanted.has(word.toLowerCase())).map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
