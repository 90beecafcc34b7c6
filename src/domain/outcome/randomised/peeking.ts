// When a running test may be looked at and what each look may claim: 1% kept for every look on the way, 4% for the declared end.
// It knows looks by their units and days, and intervals as they come; no arms and no claim.
import type { Interval } from '../estimate.ts';

/**
 * Where a test was declared to end, before it began: at a total number of units, at a day counted from the start, or somewhere the caller
 * alone knows, who says that the latest look is it.
 */
export type DeclaredEnd =
  | { readonly kind: 'units'; readonly units: number }
  | { readonly kind: 'latest-look'; readonly plannedUnits?: number | undefined }
  | { readonly kind: 'day'; readonly day: number; readonly plannedUnits?: number | undefined };

/** A look: total units so far, and full days since the start; null when the days are not known. */
export interface LookAt {
  readonly units: number;
  readonly day: number | null;
}

/** `end` is the one look at the declared end; `after` are looks past it, which get no second chance. */
export type Phase = 'running' | 'end' | 'after';

/** Share of the level kept for looks on the way when an end is declared: 1% of 5%. */
const KEPT_FOR_LOOKS = 0.2;

/** Levels of the interval at every look and, where an end is declared, of the one fixed interval there. 0.05: 0.01 and 0.04. */
export function levelsOf(alpha: number, end: DeclaredEnd | null): { readonly everyLook: number; readonly atEnd: number | null } {
  return end === null ? { everyLook: alpha, atEnd: null } : { everyLook: KEPT_FOR_LOOKS * alpha, atEnd: (1 - KEPT_FOR_LOOKS) * alpha };
}

/** Phase of each look, earliest first: the first look that reached the end is the end, whatever it showed. */
export function phasesOf(looks: readonly LookAt[], end: DeclaredEnd | null): Phase[] {
  const reached = (look: LookAt, at: number): boolean => {
    if (end === null) return false;
    if (end.kind === 'latest-look') return at === looks.length - 1;
    return end.kind === 'units' ? look.units >= end.units : look.day !== null && look.day >= end.day;
  };
  const first = looks.findIndex(reached);
  return looks.map((_, at) => (first < 0 || at < first ? 'running' : at === first ? 'end' : 'after'));
}

/** Total units the always-valid interval should be tightest at; null when none were planned. */
export function plannedUnits(end: DeclaredEnd | null): number | null {
  return end === null ? null : end.kind === 'units' ? end.units : (end.plannedUnits ?? null);
}

/**
 * What all looks so far leave over: an effect inside every one of their intervals, with the latest estimate. Null when nothing is left,
 * which means that the effect changed on the way or the units did. Example: [-1, 3] and [0, 5] leave [0, 3].
 */
export function intersection(intervals: readonly Interval[], value: number): Interval | null {
  const low = intervals.reduce<number | null>((best, { low: one }) => (one === null ? best : best === null ? one : Math.max(best, one)), null);
  const high = intervals.reduce<number | null>((best, { high: one }) => (one === null ? best : best === null ? one : Math.min(best, one)), null);
  return low !== null && high !== null && low > high ? null : { value, low, high };
}

/** The narrower of two intervals; an open one is wider than any closed one, and the first wins a draw. */
export function narrower(a: Interval, b: Interval): Interval {
  const width = ({ low, high }: Interval): number => (low === null || high === null ? Number.POSITIVE_INFINITY : high - low);
  return width(b) < width(a) ? b : a;
}
