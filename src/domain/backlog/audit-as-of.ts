// Which day the audit speaks of. Today, unless the data ended more than 30 days ago or somebody names a day.
import { DAY_MS, dayOf, startOfDay, type Day } from '../kernel/instant.ts';
import { NEVER, type Second } from './touches.ts';

const STALE_DAYS = 30;

export interface AuditDay {
  readonly asOf: Day;
  /** The last second of that day. */
  readonly until: Second;
  /** A sentence when it is not today. */
  readonly reason?: string;
}

/** The newest second not after `today`, so that one clock set wrong does not move the audit; `NEVER` for none. */
export function newestSecond(columns: readonly { readonly values: Uint32Array; readonly length: number }[], today: Day): Second {
  const limit = startOfDay(today)! / 1000 + 2 * (DAY_MS / 1000);
  let newest = -1;
  for (const { values, length } of columns) {
    for (let i = 0; i < length; i++) {
      const second = values[i]!;
      if (second > newest && second < limit) newest = second;
    }
  }
  return newest < 0 ? NEVER : newest;
}

/**
 * `override` wins; else the newest event's day when it lies more than 30 days before `today`; else `today`.
 * Throws RangeError on text that is not a day: a caller validates first.
 */
export function auditDay(today: Day, override: Day | undefined, newest: Second): AuditDay {
  for (const day of [today, override]) if (day !== undefined && startOfDay(day) === undefined) throw new RangeError(`not a day: ${day}`);
  const until = (day: Day): Second => startOfDay(day)! / 1000 + DAY_MS / 1000 - 1;
  if (override !== undefined) return { asOf: override, until: until(override), ...(override === today ? {} : { reason: `Counted as of ${override}, the day you named.` }) };
  if (newest !== NEVER) {
    const last = dayOf(newest * 1000);
    if (startOfDay(today)! - startOfDay(last)! > STALE_DAYS * DAY_MS) {
      return { asOf: last, until: until(last), reason: `The newest event in this export is from ${last}, so days are counted to that day and not to ${today}.` };
    }
  }
  return { asOf: today, until: until(today) };
}
