// The calendar of the sample's PM: twenty weeks up to today and four ahead. It tells how hours with customers give way to reporting on
// projects, in what real calendars have.
import type { Kind } from '../attention/kinds.ts';
import { weekStart } from '../kernel/calendar.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { seededRandom } from '../kernel/random.ts';
import type { SampleMeeting } from './sample-meeting.ts';
import { sampleOnce } from './sample-once.ts';
import { sampleSeries } from './sample-series.ts';

/** Weeks that are past; that of today is number twenty. */
const WEEKS_BACK = 20;
const WEEKS_AHEAD = 4;

/** The calendar as it looks on `today`; the same for one seed and day. Example: seed 1 on 2026-11-20 holds a stand-up on each working day. */
export function sampleCalendar(seed: number, today: Day): SampleMeeting[] {
  const random = seededRandom(seed * 7919 + 17);
  const monday = addDays(weekStart(today), -7 * WEEKS_BACK);
  const weeks = Array.from({ length: WEEKS_BACK + WEEKS_AHEAD }, (_, week) => sampleOnce(week, addDays(monday, 7 * week), random));
  return [...sampleSeries(monday), ...weeks.flat()];
}

/** What the PM would answer of a title, from what the calendar was made of. Titles of one name are of one kind. */
export function sampleKinds(meetings: readonly SampleMeeting[]): ReadonlyMap<string, Kind> {
  return new Map(meetings.flatMap(({ title, kind }) => (kind === undefined ? [] : [[title, kind] as const])));
}
