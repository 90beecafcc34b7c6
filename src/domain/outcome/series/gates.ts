// When a before/after reading may not speak. Each gate has its own code, and the first that fails gives the reason.
// Measures nothing itself.
import type { Check } from '../estimate.ts';
import type { Grain } from './families.ts';
import { MOST_MISSING } from './frame.ts';
import type { Calibration, Placebo } from './placebo.ts';

/** Windows of past placebos that do not overlap, at the least; with a control that predicts, for a window over half a year, fewer will do. */
const LEAST_WINDOWS = 2;
const LEAST_WINDOWS_WITH_CONTROL = 0.5;
const LONG_WINDOW_DAYS = 180;
/** The most by which placebos may widen the variance: the interval is then twice as wide. */
export const MOST_WIDENING = 4;
const MOST_BIAS = 3;
const LONGEST_GAP_DAYS = 7;
const MOST_SHIP_UNCERTAINTY_DAYS = 2;
const LEAST_HISTORY_DAYS = 56;
const MOST_VARIANCE_BREAK = 4;
const LEAST_SD = 1e-9;

const daysPer = (grain: Grain): number => (grain === 'day' ? 1 : 7);

export function windowCheck(available: number, needed: number): Check {
  return { id: 'window-not-over', ok: available >= needed, value: available, limit: needed, refuses: true };
}

export function eventsCheck(perWeek: number, limit: number): Check {
  return { id: 'too-few-events', ok: perWeek >= limit, value: perWeek, limit, refuses: true };
}

/** `sd` is of the history on the model's scale, where 1 is a change of the order of the metric itself. */
export function variationCheck(sd: number): Check {
  return { id: 'no-variation', ok: sd > LEAST_SD, value: sd, limit: LEAST_SD, refuses: true };
}

export function historyCheck(grain: Grain, observed: number): Check {
  const limit = LEAST_HISTORY_DAYS / daysPer(grain);
  return { id: 'too-little-history', ok: observed >= limit, value: observed, limit, refuses: true };
}

/** `effectiveN` is placebo origins / window length. Two windows need about 3 h + a quarter of the history: 145 days for 30, 358 for 90, 3.5 years for 365. */
export function placeboHistoryCheck(grain: Grain, length: number, effectiveN: number, controlPredicts: boolean): Check {
  const limit = controlPredicts && length * daysPer(grain) > LONG_WINDOW_DAYS ? LEAST_WINDOWS_WITH_CONTROL : LEAST_WINDOWS;
  return { id: 'no-placebo-history', ok: effectiveN >= limit, value: effectiveN, limit, refuses: true };
}

/** Refused when the interval would have to be more than doubled, or the past errors lean to one side. */
export function placeboChecks({ meanZ, effectiveN }: Placebo, { k }: Calibration): Check[] {
  const lean = Math.abs(meanZ) * Math.sqrt(effectiveN / k);
  return [
    { id: 'placebo-intervals-do-not-cover', ok: k <= MOST_WIDENING, value: k, limit: MOST_WIDENING, refuses: true },
    { id: 'placebo-bias', ok: lean <= MOST_BIAS, value: lean, limit: MOST_BIAS, refuses: true },
  ];
}

/** `known` holds 1 for each point of the window that can be read. The value is the share missing, or the longest gap where only that is too long. */
export function missingCheck(grain: Grain, known: Uint8Array): Check {
  let run = 0;
  let longest = 0;
  let missing = 0;
  for (const one of known) {
    run = one === 1 ? 0 : run + 1;
    missing += 1 - one;
    longest = Math.max(longest, run);
  }
  const share = missing / known.length;
  const gap = LONGEST_GAP_DAYS / daysPer(grain);
  if (share > MOST_MISSING || longest <= gap) return { id: 'missing-data', ok: share <= MOST_MISSING, value: share, limit: MOST_MISSING, refuses: true };
  return { id: 'missing-data', ok: false, value: longest, limit: gap, refuses: true };
}

export function shipDateCheck(grain: Grain, uncertainty: number): Check {
  const limit = MOST_SHIP_UNCERTAINTY_DAYS / daysPer(grain);
  return { id: 'unknown-ship-date', ok: uncertainty <= limit, value: uncertainty, limit, refuses: true };
}

/** A warning only: the noise of the last quarter of the history against the rest. */
export function varianceCheck(ratio: number): Check {
  return { id: 'variance-break', ok: ratio <= MOST_VARIANCE_BREAK, value: ratio, limit: MOST_VARIANCE_BREAK, refuses: false };
}

/** Refused as a verdict on one bet when others shipped between the ship and the window's end: the effect is of all of them. */
export function jointCheck(others: number): Check {
  return { id: 'two-bets-share-this-window', ok: others === 0, value: others, limit: 0, refuses: true };
}

/** The code of the first failed check that refuses; undefined when none does. */
export function reasonOf(checks: readonly Check[]): string | undefined {
  return checks.find(({ ok, refuses }) => refuses && !ok)?.id;
}
