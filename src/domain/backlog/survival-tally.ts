// Counts, per landmark and pool, on which day after it went quiet an item was done, closed or last seen.
// Knows touches and ends as seconds; what a touch is, is decided in `touches.ts`.
import { DAY_SECONDS, type Second } from './touches.ts';

/** Days untouched at which an item is looked at. An item enters a landmark once, the first time it stays quiet that long. */
export const LANDMARKS = [30, 60, 90, 120, 180, 270, 365, 540] as const;
/** Days after entering a landmark within which finishing counts. */
export const HORIZON = 365;

export const OUTCOME_DONE = 0;
/** Closed without being done: it can no longer be finished, which is not the same as not being watched any more. */
export const OUTCOME_CLOSED = 1;
/** Still open at the end of the data, or taken away by the cull. */
export const OUTCOME_CENSORED = 2;

/** Cells of one landmark: `day * 3 + outcome` for days 0-364, and one last cell for items still unfinished after the whole horizon. */
export const CELLS = HORIZON * 3 + 1;
export const FOLLOWED_THROUGH = CELLS - 1;

/** One pool's counts: landmark after landmark, `CELLS` numbers each. */
export type Tally = Uint32Array;

export function emptyTally(): Tally {
  return new Uint32Array(LANDMARKS.length * CELLS);
}

/**
 * Adds one item. `touches` from `from` to `to` (exclusive) ascend and begin with the creation; `end` is when it was done, closed, or
 * last known to be open. Touches at or after `end` are ignored. Entering needs more than N whole days without a touch; a touch
 * after entering changes nothing, so an item that is looked at but not finished stays at risk. Entries after `enterBy` are left out.
 */
export function tallyItem(tally: Tally, touches: ArrayLike<Second>, from: number, to: number, end: Second, outcome: number, enterBy = Infinity): void {
  let next = 0;
  for (let i = from; i < to && next < LANDMARKS.length; i++) {
    const touch = touches[i]!;
    if (touch >= end) return;
    const quietUntil = i + 1 < to && touches[i + 1]! < end ? touches[i + 1]! : end;
    while (next < LANDMARKS.length && quietUntil - touch > LANDMARKS[next]! * DAY_SECONDS) {
      if (touch + LANDMARKS[next]! * DAY_SECONDS > enterBy) return;
      const followed = Math.floor((end - touch) / DAY_SECONDS - LANDMARKS[next]!);
      const cell = followed >= HORIZON ? FOLLOWED_THROUGH : followed * 3 + outcome;
      tally[next * CELLS + cell]!++;
      next++;
    }
  }
}
