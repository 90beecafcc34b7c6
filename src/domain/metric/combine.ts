// Several values of one day, or the days of one week, as one value. A bucket that holds clearly fewer values than usual becomes a
// gap: half a day's sum is no day. Knows no files and no order.
import type { Day } from '../kernel/instant.ts';

export type Combine = 'sum' | 'mean';

export interface DayBucket {
  readonly day: Day;
  readonly where: string;
  readonly points: readonly { readonly value: number; readonly denominator: number | undefined }[];
}

interface Noted { readonly where: string; readonly code: string; readonly detail: string }

/** A day of 23 hours is 0.96 of a usual one and counts; less than this does not. */
const WHOLE = 0.9;

/** The median count of values over buckets that hold any. */
export function usualCount(buckets: readonly DayBucket[]): number {
  const counts = buckets.map(({ points }) => points.length).filter((count) => count > 0).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** One point per bucket. Counts with denominators are added up on both sides, whatever `combine` says: a rate is not the mean of rates. */
export function combined(
  buckets: readonly DayBucket[], combine: Combine, notes: Noted[], usual = usualCount(buckets),
): { readonly day: Day; readonly value: number | null; readonly denominator: number | null | undefined }[] {
  return buckets.map(({ day, where, points }) => {
    const rate = points.some(({ denominator }) => denominator !== undefined);
    if (points.length < usual * WHOLE) {
      if (points.length > 0) notes.push({ where: `${day}, from ${where}`, code: 'day_incomplete', detail: `${points.length} of the usual ${usual}` });
      return { day, value: null, denominator: rate ? null : undefined };
    }
    const total = points.reduce((sum, { value }) => sum + value, 0);
    if (rate) return { day, value: total, denominator: points.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0) };
    return { day, value: points.length === 0 ? null : combine === 'sum' ? total : total / points.length, denominator: undefined };
  });
}
