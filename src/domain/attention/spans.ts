// Stretches of time and what they have in common. Knows no zone and no calendar.
import type { Instant } from '../kernel/instant.ts';

/** From `start` up to and not including `end`. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

export const MINUTE_MS = 60_000;

/** The same time as sorted stretches that neither touch nor overlap; empty ones are dropped. */
export function joined(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || a.end - b.end);
  const out: { start: Instant; end: Instant }[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}

/** Time that lies in both. Both lists are sorted and disjoint, as {@link joined} gives them. */
export function common(a: readonly Span[], b: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i]!, b[j]!];
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (end > start) out.push({ start, end });
    if (left.end < right.end) i++;
    else j++;
  }
  return out;
}

/** Time in `from` that is not in `taken`; both sorted and disjoint. */
export function without(from: readonly Span[], taken: readonly Span[]): Span[] {
  const out: Span[] = [];
  let at = 0;
  for (const { start, end } of from) {
    let left = start;
    while (at < taken.length && taken[at]!.end <= start) at++;
    for (let next = at; next < taken.length && taken[next]!.start < end; next++) {
      if (taken[next]!.start > left) out.push({ start: left, end: taken[next]!.start });
      left = Math.max(left, taken[next]!.end);
    }
    if (left < end) out.push({ start: left, end });
  }
  return out;
}

/** Minutes, fractions included. `minutesOf([{ start: 0, end: 90_000 }])` is 1.5. */
export function minutesOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + (end - start), 0) / MINUTE_MS;
}
