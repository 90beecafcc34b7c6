// A measured load: what it takes to clear an item of imagined scale, and how one is read from a text.
// From text it takes only a number that is named as today's peak or as the limit.
import { DAY_MS, startOfDay, type Day } from '../kernel/instant.ts';
import { median, theilSen } from '../kernel/statistics-order.ts';

/** A load that somebody measured: today's peak and the limit in the same unit, and daily peaks over at least 90 days when known. */
export interface MeasuredLoad {
  readonly peak?: number;
  readonly limit?: number;
  readonly unit?: string;
  readonly series?: readonly { readonly day: Day; readonly peak: number }[];
}

/** A peak of half the limit or more clears the item, and so does a trend that meets the limit within this many days. */
const CLEARING_USE = 0.5;
const CLEARING_DAYS = 365;
const SERIES_DAYS = 90;

export type LoadRuling =
  | { readonly clears: true; readonly use: number; readonly daysToLimit?: number }
  | { readonly clears: false; readonly missing: 'peak' | 'limit' | 'series' }
  | { readonly clears: false; readonly use: number; readonly daysToLimit?: number };

/** What a measured load says. Example: peak 420 of 1,000 is 42%: it clears only with a series that meets the limit in a year. */
export function judgeLoad(load: MeasuredLoad): LoadRuling {
  if (load.peak === undefined) return { clears: false, missing: 'peak' };
  if (load.limit === undefined || load.limit <= 0) return { clears: false, missing: 'limit' };
  const use = load.peak / load.limit;
  if (use >= CLEARING_USE) return { clears: true, use };
  const days = load.series ? daysToLimit(load.series, load.limit) : undefined;
  if (days === undefined) return { clears: false, missing: 'series' };
  return days < CLEARING_DAYS ? { clears: true, use, daysToLimit: days } : { clears: false, use, daysToLimit: days };
}

/** Days until the Theil-Sen line of the daily peaks meets the limit; Infinity when it does not rise; undefined below 90 days. */
export function daysToLimit(series: readonly { readonly day: Day; readonly peak: number }[], limit: number): number | undefined {
  const points = series
    .map((point) => ({ x: (startOfDay(point.day) ?? Number.NaN) / DAY_MS, y: point.peak }))
    .filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y))
    .sort((a, b) => a.x - b.x);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.x - first.x < SERIES_DAYS - 1) return undefined;
  const slope = theilSen(points.map((point) => point.x), points.map((point) => point.y));
  if (slope === undefined) return undefined;
  const level = median(points.map((point) => point.y + slope * (last.x - point.x)))!;
  if (level >= limit) return 0;
  return slope <= 0 ? Infinity : (limit - level) / slope;
}

const NUMBER = String.raw`(\d{1,3}(?:[,\u202f ]\d{3}){1,3}|\d{1,12})(\.\d{1,4})?\s?(k|m)?`;
const UNIT = String.raw`\s?(rps|qps|tps|req\/s|requests|queries|events|messages|users|concurrent users|sessions|connections|orders|rows|jobs|gb|tb|mb|%|percent)?`;
const BETWEEN = String.raw`(?:\s(?:of|is|at|load|today|now|traffic|use|usage|:|=|was|about|around|near|currently)){0,4}[:=]?\s{0,2}`;

const PEAK = new RegExp(String.raw`\b(?:peaks?|peaking|p95 load|measured|today we see|we see)\b${BETWEEN}${NUMBER}${UNIT}`, 'i');
const LIMIT = new RegExp(String.raw`\b(?:limit|capacity|maximum|max|ceiling|breaks|fails|falls over)\b${BETWEEN}${NUMBER}${UNIT}`, 'i');

/** What the text says of today's peak and the limit; a fact not written is absent. Example: `peak 420 rps, limit 1000 rps`. */
export function loadInText(text: string): MeasuredLoad {
  if (!/\d/.test(text)) return {};
  const peak = PEAK.exec(text);
  const limit = LIMIT.exec(text);
  const unit = peak?.[4] ?? limit?.[4];
  if (peak?.[4] && limit?.[4] && peak[4].toLowerCase() !== limit[4].toLowerCase()) return { peak: numberOf(peak), unit: peak[4] };
  return {
    ...(peak ? { peak: numberOf(peak) } : {}),
    ...(limit ? { limit: numberOf(limit) } : {}),
    ...(unit ? { unit } : {}),
  };
}

function numberOf(hit: RegExpExecArray): number {
  const times = hit[3]?.toLowerCase() === 'k' ? 1_000 : hit[3]?.toLowerCase() === 'm' ? 1_000_000 : 1;
  return Number(`${hit[1]!.replace(/[,\u202f ]/g, '')}${hit[2] ?? ''}`) * times;
}
