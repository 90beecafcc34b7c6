// When a connected calendar is read next: as often as its owner said, less and less often while it fails, and not before its server asked for it.
// One plan at a time: a job that finds another time planned meanwhile does nothing.
import { newId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import { updateCalendar, type CalendarRow, type Owner } from '../store/calendar.ts';
import { insertJob } from '../store/job.ts';
import { timeText, type Tx } from '../store/schema.ts';
import type { Services } from './services.ts';

const HOUR = 3_600_000;
const EVERY_MS = { none: undefined, hourly: HOUR, daily: 24 * HOUR } as const;
const LONGEST_WAIT = 3 * 24 * HOUR;

/** Twice as long after each failure in a row, three days at most. Example: an hourly calendar that failed twice is read again in four hours. */
export function nextReading(schedule: CalendarRow['schedule'], failures: number, retryAfterSeconds: number, now: Instant): Instant | undefined {
  const every = EVERY_MS[schedule];
  if (every === undefined) return undefined;
  return now + Math.min(LONGEST_WAIT, Math.max(every * 2 ** Math.min(failures, 10), retryAfterSeconds * 1_000));
}

export async function planReading(tx: Tx, services: Services, owner: Owner, row: Pick<CalendarRow, 'id' | 'schedule' | 'failures' | 'secret'>, retryAfterSeconds = 0): Promise<void> {
  const at = row.secret === null ? undefined : nextReading(row.schedule, row.failures, retryAfterSeconds, services.clock());
  await updateCalendar(tx, owner, row.id, { next_refresh_at: at === undefined ? null : timeText(at) });
  if (at !== undefined) await insertJob(tx, owner.workspaceId, { id: newId('job', services.clock(), services.random), kind: 'calendar', payload: { calendar: row.id, member: owner.memberId, at }, at });
}
