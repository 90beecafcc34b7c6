// Whether a metric's source has fallen silent: by the days its values usually lag behind, not by one fixed limit. Knows no clock.
import { addDays, type Day } from '../kernel/instant.ts';
import { daysFrom } from '../kernel/calendar.ts';
import type { Grain } from './grain.ts';

export interface Freshness {
  /** The last day that has a value. */
  readonly lastDay: Day;
  readonly grain: Grain;
  /** Days after which values usually arrive; 0 for the same day. */
  readonly usualLag: number;
}

export interface Staleness {
  readonly stale: boolean;
  /** The last day that a source on time would have by `today`. */
  readonly expected: Day;
  /** Days or weeks that are missing at the end; 0 when on time. */
  readonly behind: number;
}

/** Two steps may be late, one for the step that is not over and one for a source's bad day; then it is stale. Example: daily, no lag, last value three days ago: stale, 2 behind. */
export function stalenessOf({ lastDay, grain, usualLag }: Freshness, today: Day): Staleness {
  const step = grain === 'week' ? 7 : 1;
  // A week's value is complete on the day after its last; `lastDay` is the day its week begins.
  const expected = addDays(today, -usualLag - step);
  const behind = Math.max(0, Math.floor(daysFrom(lastDay, expected) / step));
  return { stale: behind >= 2, expected, behind };
}
