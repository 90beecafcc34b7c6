// How far apart a metric's days lie: daily, weekly, or too sparse for a reading. Knows only the days.
import type { Day } from '../kernel/instant.ts';
import { daysFrom } from '../kernel/calendar.ts';

export type Grain = 'day' | 'week';

/** `uneven` is neither days nor weeks nor months. */
export type Spacing = Grain | 'months' | 'quarters' | 'years' | 'uneven';

const within = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/**
 * The spacing of at least two ascending distinct days, by the median step. Weeks may miss a week; days may miss weekends.
 * Example: Mondays give `week`, first days of months give `months`.
 */
export function grainOf(days: readonly Day[]): Spacing {
  const steps = days.slice(1).map((day, at) => daysFrom(days[at]!, day)).sort((a, b) => a - b);
  const median = steps[Math.floor((steps.length - 1) / 2)] ?? 1;
  if (median <= 4) return 'day';
  const weekly = steps.filter((step) => step % 7 === 0).length;
  if (weekly * 10 >= steps.length * 9 && median <= 14) return 'week';
  if (within(median, 6, 8)) return 'week';
  if (within(median, 28, 31)) return 'months';
  if (within(median, 89, 92)) return 'quarters';
  return within(median, 365, 366) ? 'years' : 'uneven';
}
