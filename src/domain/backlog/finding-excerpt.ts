// A short piece of a long text round the words that caused a finding. Offsets are UTF-16, end exclusive; knows no markup.

export interface Excerpt {
  readonly text: string;
  /** Spans moved into the piece. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

const AROUND = 90;
const MOST = 320;

/** Starts and ends at white space where one is near; `…` where text was cut. Undefined without a span inside the text. */
export function excerptOf(text: string, spans: readonly { readonly start: number; readonly end: number }[]): Excerpt | undefined {
  const inside = spans.filter(({ start, end }) => start >= 0 && start < end && end <= text.length).toSorted((a, b) => a.start - b.start);
  const first = inside[0];
  if (first === undefined) return undefined;
  const last = inside.findLast(({ end }) => end - first.start <= MOST - 2 * AROUND) ?? first;
  const from = edge(text, Math.max(0, first.start - AROUND), 1, first.start);
  const to = edge(text, Math.min(text.length, Math.max(last.end, Math.min(first.end, first.start + MOST)) + AROUND), -1, last.end);
  const [head, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const moved = inside.flatMap(({ start, end }) => (start >= from && start < to ? [{ start: start - from + head.length, end: Math.min(end, to) - from + head.length }] : []));
  return { text: `${head}${text.slice(from, to).replace(/[\r\n\t]/g, ' ')}${tail}`, spans: moved };
}

/** The nearest white space from `at` towards the span, at most 20 characters away; `at` itself at the text's ends. */
function edge(text: string, at: number, step: 1 | -1, limit: number): number {
  if (at === 0 || at === text.length) return at;
  for (let i = 0; i < 20 && (step === 1 ? at + i < limit : at - i > limit); i++) {
    const place = at + i * step;
    if (/\s/.test(text[place] ?? '')) return step === 1 ? place + 1 : place;
  }
  return at;
}
