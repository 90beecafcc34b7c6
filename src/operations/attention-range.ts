// Which days a look at calendars is about, where the question leaves it open, and in whose zone. Reads the calendar's end only when it must.
import type { CalendarSource } from '../connectors/calendar/calendar-source.ts';
import { ianaZone } from '../connectors/calendar/iana-zone.ts';
import { readCalendar } from '../connectors/calendar/read-calendar.ts';
import type { CalendarReading } from '../domain/attention/calendar-event.ts';
import { daySpan, localDay, type WallClock } from '../domain/attention/working-hours.ts';
import { weekStart } from '../domain/kernel/calendar.ts';
import { addDays, DAY_MS, startOfDay, type Day } from '../domain/kernel/instant.ts';
import { UnfitCalendar } from './calendar-files.ts';

/** Whole weeks before the one asked in: eight say what is usual. */
const WEEKS = 8;
const MOST_DAYS = 1_100;
/** How far ahead a calendar is looked through that has nothing yet. */
const AHEAD_DAYS = 732;
const FIRST_BYTES = 65_536;

export interface Range {
  readonly from: Day;
  readonly to: Day;
}

export interface RangeQuestion {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Today for whoever asks. */
  readonly today: Day;
}

const weeksUpTo = (to: Day): Range => ({ from: addDays(weekStart(to), -7 * WEEKS), to });

/** The zone's clock. Throws UnfitCalendar for a name that is none. */
export function clockNamed(zone: string): WallClock {
  const clock = ianaZone(zone);
  if (clock === undefined) throw new UnfitCalendar(`There is no time zone “${zone}”. Write it as in Europe/Berlin.`);
  return clock;
}

/** The one zone that the calendars themselves say they are in; undefined when they say none or several. */
export function zoneOf(sources: readonly CalendarSource[]): string | undefined {
  const zones = new Set(sources.flatMap(({ content }) => {
    const text = typeof content === 'string' ? content.slice(0, FIRST_BYTES) : Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, FIRST_BYTES)).toString('latin1');
    const zone = /^X-WR-TIMEZONE(?:;[^:\r\n]*)?:([\w+/-]+)\s*$/im.exec(text)?.[1];
    return zone !== undefined && ianaZone(zone) !== undefined ? [zone] : [];
  }));
  return zones.size === 1 ? [...zones][0] : undefined;
}

/**
 * Reads the sources for the days that are asked for; without any, for eight whole weeks and the present one; where nothing lies in
 * them, for the calendar's last nine weeks before, or its first nine after. */
export function readRange(sources: readonly CalendarSource[], { from, to, today }: RangeQuestion, zone: string, me: readonly string[]): { readonly range: Range; readonly reading: CalendarReading } {
  const clock = clockNamed(zone);
  const read = (range: Range): CalendarReading => readCalendar(sources, { from: daySpan(range.from, clock).start, to: daySpan(range.to, clock).end, zone, me });
  if (from !== undefined || to !== undefined) {
    const last = to ?? (from! > today ? addDays(from!, 6) : today);
    const range = { from: from ?? weeksUpTo(last).from, to: last };
    if (range.to < range.from) throw new UnfitCalendar(`The days end (${range.to}) before they begin (${range.from}).`);
    if ((startOfDay(range.to)! - startOfDay(range.from)!) / DAY_MS > MOST_DAYS) throw new UnfitCalendar('These days are more than three years; ask for fewer.');
    return { range, reading: read(range) };
  }
  const range = weeksUpTo(today);
  const reading = read(range);
  if (timed(reading).length > 0) return { range, reading };
  const before = timed(readCalendar(sources, { from: 0, to: daySpan(range.from, clock).start, zone })).at(-1);
  if (before !== undefined) {
    const day = localDay(before.start, clock);
    const last = weeksUpTo(addDays(weekStart(day), 6));
    return { range: last, reading: read(last) };
  }
  const end = daySpan(range.to, clock).end;
  const [after] = timed(readCalendar(sources, { from: end, to: end + AHEAD_DAYS * DAY_MS, zone }));
  if (after === undefined) return { range, reading };
  const day = localDay(after.start, clock);
  const first = weeksUpTo(addDays(weekStart(day), 6 + 7 * WEEKS));
  return { range: first, reading: read(first) };
}

function timed({ instances }: CalendarReading): CalendarReading['instances'] {
  return instances.filter(({ allDay, status }) => allDay === undefined && status !== 'cancelled');
}
