// Calendars for tests, written as short as they can be.
import type { CalendarReading } from '../../domain/attention/calendar-event.ts';
import { readCalendar } from './read-calendar.ts';

/** A calendar of these event bodies, lines parted by newlines. */
export const calendarOf = (...events: readonly string[]): string =>
  `BEGIN:VCALENDAR\nVERSION:2.0\n${events.map((event) => (event.startsWith('BEGIN:') ? event : `BEGIN:VEVENT\n${event}\nEND:VEVENT`)).join('\n')}\nEND:VCALENDAR\n`;

/** A reading of one text from `from` to `to`, in UTC unless a zone is named. */
export function reading(text: string, from = '2026-01-01', to = '2027-01-01', zone?: string): CalendarReading {
  return readCalendar([{ name: 'a.ics', content: text }], { from: Date.parse(from), to: Date.parse(to), ...(zone === undefined ? {} : { zone }) });
}

/** Starts as `2026-11-16T08:15`, in order. */
export const startsOf = (of: CalendarReading): string[] => of.instances.map(({ start }) => new Date(start).toISOString().slice(0, 16));
export const codesOf = (of: CalendarReading): string[] => of.unread.map(({ code }) => code);
