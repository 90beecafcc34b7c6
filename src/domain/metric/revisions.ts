// What changes when a metric is read again: new values, changed past values (the old ones are kept), values that vanished. A source
// that rewrites its past is shown, never hidden. Knows no store and no clock.
import type { Day } from '../kernel/instant.ts';

export interface DatedValue {
  readonly day: Day;
  readonly value: number;
}

export interface Revision {
  readonly day: Day;
  readonly before: number;
  /** Null when the source no longer gives the day. */
  readonly after: number | null;
}

export interface Reread {
  readonly added: readonly DatedValue[];
  /** In order of days. The value before is to be kept beside the new one. */
  readonly revised: readonly Revision[];
  readonly unchanged: number;
}

/** Differences below this share of the value are rounding on the way, such as through a spreadsheet. */
const SAME = 1e-9;

/**
 * Compares what is known with what was read now. Days outside the span of the new reading are left alone: a source that sends its last
 * 30 days takes nothing back. Example: known 5 on a day, now 6, is one revision from 5 to 6.
 */
export function revisionsIn(known: readonly DatedValue[], read: readonly DatedValue[]): Reread {
  const before = new Map(known.map(({ day, value }) => [day, value]));
  const now = new Map(read.map(({ day, value }) => [day, value]));
  const days = [...now.keys()].sort();
  const first = days[0], last = days.at(-1);
  const added: DatedValue[] = [];
  const revised: Revision[] = [];
  let unchanged = 0;
  for (const day of days) {
    const value = now.get(day)!, old = before.get(day);
    if (old === undefined) added.push({ day, value });
    else if (Math.abs(old - value) <= SAME * Math.max(Math.abs(old), Math.abs(value))) unchanged++;
    else revised.push({ day, before: old, after: value });
  }
  for (const [day, value] of before) {
    if (first !== undefined && day >= first && day <= last! && !now.has(day)) revised.push({ day, before: value, after: null });
  }
  return { added, revised: revised.sort((a, b) => (a.day < b.day ? -1 : 1)), unchanged };
}
