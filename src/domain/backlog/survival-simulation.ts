// A simulated tracker whose items differ in how soon they are finished, to hold the survival estimate against a known truth.
// Not a model of any real tracker: it only has the two features that mislead, unlike items and an end of observation.
import type { Random } from '../kernel/random.ts';
import { normalQuantile } from '../kernel/statistics-proportion.ts';
import { emptyTallies, type PoolTallies } from './survival.ts';
import { OUTCOME_CENSORED, OUTCOME_CLOSED, OUTCOME_DONE, tallyItem } from './survival-tally.ts';
import { DAY_SECONDS } from './touches.ts';

export interface SimulatedItem {
  /** Seconds, ascending, creation first. */
  readonly touches: readonly number[];
  readonly end: number;
  readonly outcome: number;
}

function waiting(meanDays: number, random: Random): number {
  return -Math.log(1 - random()) * meanDays;
}

/**
 * One item created on `day` and watched until `lastDay`. Four in ten are parked: a mean of 9,000 days to done. The rest have a
 * log-normal mean (median 62 days, sigma 1). All are closed unfinished at a mean of 3,500 days and touched at a log-normal mean gap
 * (median 150 days, sigma 0.8).
 */
export function simulateItem(day: number, lastDay: number, random: Random): SimulatedItem {
  const normal = (): number => normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, random())));
  const done = day + waiting(random() < 0.4 ? 9_000 : 62 * Math.exp(normal()), random);
  const closed = day + waiting(3_500, random);
  const gap = 150 * Math.exp(0.8 * normal());
  const end = Math.min(done, closed, lastDay);
  const touches = [Math.floor(day * DAY_SECONDS)];
  for (let at = day + waiting(gap, random); at < end; at += waiting(gap, random)) touches.push(Math.floor(at * DAY_SECONDS));
  return {
    touches, end: Math.floor(end * DAY_SECONDS),
    outcome: end === lastDay ? OUTCOME_CENSORED : end === done ? OUTCOME_DONE : OUTCOME_CLOSED,
  };
}

export interface SimulatedTracker {
  readonly tallies: PoolTallies;
  /** Of the items that entered the 180-day landmark and have ended, the share that was done within 365 days: the naive figure. */
  readonly closedOnlyAt180: number;
}

/**
 * `items` items created evenly over `years` years and watched until the last day of them, or `watchLongerDays` more: then every item
 * that entered a landmark within the years is followed to its fate, which is the truth the estimate is after.
 */
export function simulateTracker(items: number, years: number, random: Random, watchLongerDays = 0): SimulatedTracker {
  const tallies = emptyTallies();
  const span = years * 365;
  let ended = 0;
  let done = 0;
  for (let i = 0; i < items; i++) {
    const item = simulateItem(random() * span, span + watchLongerDays, random);
    tallyItem(tallies.other, item.touches, 0, item.touches.length, item.end, item.outcome, span * DAY_SECONDS);
    const quiet = item.touches.findIndex((touch, k) => (item.touches[k + 1] ?? item.end) - touch > 180 * DAY_SECONDS);
    if (quiet < 0 || item.outcome === OUTCOME_CENSORED) continue;
    ended++;
    if (item.outcome === OUTCOME_DONE && item.end - item.touches[quiet]! <= (180 + 365) * DAY_SECONDS) done++;
  }
  return { tallies, closedOnlyAt180: ended === 0 ? 0 : done / ended };
}
