// Which edits moved many items at once and which days were imports: neither is somebody looking at an item.
// Knows packed numbers only. Thresholds are ours; each is counted and shown beside the result.
import type { Column } from '../kernel/column.ts';
import { NEVER } from './touches.ts';

/**
 * How many items at one moment make a bulk edit of `items`: 5%, at least 20, at most 200, because nobody looks at 200 items
 * in a minute however large the tracker is. Examples: 100 -> 20, 1,000 -> 50, 1,000,000 -> 200.
 */
export function bulkThreshold(items: number): number {
  return Math.min(200, Math.max(20, Math.ceil(items * 0.05)));
}

const BUCKETS = 1 << 21;

function bucketOf(hand: number, moment: number): number {
  let hash = Math.imul(moment ^ Math.imul(hand + 2, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  return hash & (BUCKETS - 1);
}

/**
 * Marks (1) every touch by a hand that touched at least `threshold` different items within the same minute. Touches without a
 * hand count as one hand. Two passes: hashed counts rule out nearly all minutes, the rest are counted exactly.
 */
export function bulkTouches(item: Column<Int32Array>, at: Column<Uint32Array>, hand: Column<Int32Array>, threshold: number): Uint8Array {
  const marks = new Uint8Array(item.length);
  const coarse = new Uint32Array(BUCKETS);
  const minute = (i: number): number => Math.floor(at.values[i]! / 60);
  for (let i = 0; i < item.length; i++) coarse[bucketOf(hand.values[i]!, minute(i))]!++;
  const different = new Map<string, Set<number>>();
  const keyOf = (i: number): string => `${hand.values[i]!}@${minute(i)}`;
  for (let i = 0; i < item.length; i++) {
    if (coarse[bucketOf(hand.values[i]!, minute(i))]! < threshold) continue;
    const key = keyOf(i);
    let items = different.get(key);
    if (items === undefined) different.set(key, (items = new Set()));
    items.add(item.values[i]!);
  }
  for (let i = 0; i < item.length; i++) {
    if (coarse[bucketOf(hand.values[i]!, minute(i))]! < threshold) continue;
    if (different.get(keyOf(i))!.size >= threshold) marks[i] = 1;
  }
  return marks;
}

/** The seconds that at least `threshold` items share in a column such as `updated`. */
export function sharedSeconds(column: Column<Uint32Array>, threshold: number): ReadonlySet<number> {
  const sorted = column.values.slice(0, column.length).sort();
  const shared = new Set<number>();
  let from = 0;
  while (from < sorted.length && sorted[from] !== NEVER) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (to - from >= threshold) shared.add(sorted[from]!);
    from = to;
  }
  return shared;
}

export interface ImportWindows {
  /** Days since 1970 on which an import ran. */
  readonly days: ReadonlySet<number>;
  /** Minutes since 1970 in which an import ran, for imports that do not fill a day. */
  readonly minutes: ReadonlySet<number>;
}

/**
 * When items were copied in rather than written. A minute in which `threshold` items were created, unless the source only
 * knows days (midnight); or a day with `threshold` items besides, at least 50, that is 20 times the median day. A tracker created
 * on a single day is one import.
 */
export function importWindows(created: Column<Uint32Array>, threshold: number): ImportWindows {
  const perDay = new Map<number, number>();
  const perMinute = new Map<number, number>();
  for (let i = 0; i < created.length; i++) {
    const second = created.values[i]!;
    if (second === NEVER) continue;
    const day = Math.floor(second / 86_400);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  const candidates = new Set([...perDay].filter(([, count]) => count >= threshold).map(([day]) => day));
  for (let i = 0; i < created.length && candidates.size > 0; i++) {
    const second = created.values[i]!;
    if (second === NEVER || second % 86_400 === 0 || !candidates.has(Math.floor(second / 86_400))) continue;
    const minute = Math.floor(second / 60);
    perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
  }
  const bursts = [...perMinute].filter(([, count]) => count >= threshold);
  for (const [minute, count] of bursts) {
    const day = Math.floor(minute / 1440);
    perDay.set(day, perDay.get(day)! - count);
  }
  const counts = [...perDay.values()].filter((count) => count > 0).sort((a, b) => a - b);
  const typical = counts.length < 2 ? 0 : counts[Math.floor((counts.length - 1) / 2)]!;
  return {
    days: new Set([...candidates].filter((day) => perDay.get(day)! >= Math.max(50, 20 * typical))),
    minutes: new Set(bursts.map(([minute]) => minute)),
  };
}

/** True when the second lies in an import window. */
export function isImported(second: number, windows: ImportWindows): boolean {
  return second !== NEVER && (windows.days.has(Math.floor(second / 86_400)) || windows.minutes.has(Math.floor(second / 60)));
}
