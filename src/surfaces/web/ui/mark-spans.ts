// Cuts a text at the spans that caused a finding. Offsets are UTF-16, as the audit gives them; knows no colours.

export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Parts in order whose texts join to `text` again. Spans may overlap, touch, be unsorted or reach past the end; a cut never splits a surrogate pair. */
export function markSpans(text: string, spans: readonly { readonly start: number; readonly end: number }[]): TextPart[] {
  const insidePair = (at: number): boolean => at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
  const clean = spans
    .map(({ start, end }) => ({ start: Math.max(0, Math.trunc(start)), end: Math.min(text.length, Math.trunc(end)) }))
    .map(({ start, end }) => ({ start: insidePair(start) ? start - 1 : start, end: insidePair(end) ? end + 1 : end }))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const parts: TextPart[] = [];
  let at = 0;
  for (let index = 0; index < clean.length; index += 1) {
    const span = clean[index];
    if (span === undefined || span.end <= at) continue;
    const start = Math.max(span.start, at);
    let end = span.end;
    for (let next = clean[index + 1]; next !== undefined && next.start <= end; next = clean[index + 1]) {
      end = Math.max(end, next.end);
      index += 1;
    }
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}
