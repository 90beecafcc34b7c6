// Reads a promised speed-up from a text: "from 180 ms to 150 ms", "by 10%" with a known baseline. Times come out in milliseconds.
// It knows no threshold, and does not read a promise without a unit.

/** `from` and `to` in milliseconds; `share` when only a percentage is promised and no baseline is known. Offsets are UTF-16. */
export type SpeedUp =
  | { readonly kind: 'known'; readonly from: number; readonly to: number; readonly start: number; readonly end: number }
  | { readonly kind: 'unknown_baseline'; readonly share: number; readonly start: number; readonly end: number };

const NUMBER = String.raw`(\d{1,9}(?:[.,]\d{1,6})?)`;
const UNIT = String.raw`(ms|msec|msecs|milliseconds?|millis|\u00b5s|\u03bcs|us|microseconds?|ns|nanoseconds?|s|secs?|seconds?|min|mins|minutes?)`;
const FROM_TO = new RegExp(String.raw`(?<![\d.,])${NUMBER}\s{0,2}${UNIT}?\s{0,2}(?:down\s)?(?:to|->|=>|-->|\u2192|\u21d2)\s{0,2}(?:about\s|around\s|~\s?|under\s|below\s|<\s?)?${NUMBER}\s{0,2}${UNIT}(?![\p{L}\p{N}/])`, 'giu');
const BY_SHARE = /\b(?:by|about|around|roughly|another)\s(?:about\s|around\s|~\s?)?(\d{1,3}(?:[.,]\d{1,3})?)\s?(?:%|percent\b)|(?<![\d.,])(\d{1,3}(?:[.,]\d{1,3})?)\s?(?:%|percent)\s(?:faster|quicker|less latency|lower latency|reduction in (?:latency|load time|response time))/giu;
const PERCENT = /percent/i;
const BASELINE = new RegExp(String.raw`\b(?:currently|today|now|baseline|takes?|at|from|of|p50|median|is)\b(?:\s(?:is|of|it takes|about|around|at|in)){0,3}:?\s{0,2}${NUMBER}\s{0,2}${UNIT}(?![\p{L}\p{N}/])`, 'iu');

const MS: Readonly<Record<string, number>> = { m: 1, u: 0.001, '\u00b5': 0.001, '\u03bc': 0.001, n: 0.000001, s: 1_000 };

function milliseconds(number: string, unit: string): number {
  const value = Number(number.replace(',', '.'));
  const lower = unit.toLowerCase();
  if (lower.startsWith('min')) return value * 60_000;
  if (lower.startsWith('micro')) return value * 0.001;
  return value * (MS[lower[0]!] ?? Number.NaN);
}

/** Every promised reduction in a text, in text order. An increase or a zero baseline is not a speed-up and is left out. */
export function speedUpsIn(text: string): SpeedUp[] {
  if (!/\d/.test(text)) return [];
  const found: SpeedUp[] = [];
  for (const hit of text.matchAll(FROM_TO)) {
    const unit = hit[2] ?? hit[4]!;
    const from = milliseconds(hit[1]!, unit);
    const to = milliseconds(hit[3]!, hit[4]!);
    if (from > 0 && to >= 0 && to < from) found.push({ kind: 'known', from, to, start: hit.index, end: hit.index + hit[0].length });
  }
  if (found.length > 0 || !(text.includes('%') || PERCENT.test(text))) return found;
  for (const hit of text.matchAll(BY_SHARE)) {
    const share = Number((hit[1] ?? hit[2])!.replace(',', '.')) / 100;
    if (!(share > 0 && share < 1)) continue;
    const place = { start: hit.index, end: hit.index + hit[0].length };
    const baseline = BASELINE.exec(text);
    if (baseline) {
      const from = milliseconds(baseline[1]!, baseline[2]!);
      if (from > 0) found.push({ kind: 'known', from, to: from * (1 - share), ...place });
    } else found.push({ kind: 'unknown_baseline', share, ...place });
  }
  return found;
}

const PER_TASK = /(?<![\d.,])(\d{1,6})\s?(?:x|times|calls|clicks|requests|queries|lookups|round trips)?\s?(?:per|in (?:one|each)|for each|each)\s(?:task|page|order|session|request|screen|report|form|checkout|visit|import|run)/iu;

/** How many times the action happens in one task, when the text says so. Example: `40 times per order` is 40. */
export function timesPerTask(text: string): number | undefined {
  const hit = PER_TASK.exec(text);
  return hit ? Number(hit[1]) : undefined;
}
