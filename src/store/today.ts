// Which day it is in a workspace. Knows the workspace's time zone and no clock: the instant is handed in.
import type { Day, Instant } from '../domain/kernel/instant.ts';
import type { Tx } from './schema.ts';

/**
 * The calendar day of `now` in the workspace's time zone. Throws when there is no such workspace.
 * Example: 2026-11-20T23:30Z in `Pacific/Auckland` is `2026-11-21`.
 */
export async function todayIn(tx: Tx, workspaceId: string, now: Instant): Promise<Day> {
  const { time_zone: zone } = await tx.selectFrom('workspace').select('time_zone').where('id', '=', workspaceId).executeTakeFirstOrThrow();
  return dayInZone(now, zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in an IANA zone. Throws RangeError for a zone the platform does not know. */
export function dayInZone(instant: Instant, zone: string): Day {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(instant);
}

/** True for an IANA zone that the platform knows. */
export function isTimeZone(zone: string): boolean {
  try {
    dayInZone(0, zone);
    return true;
  } catch {
    return false;
  }
}
