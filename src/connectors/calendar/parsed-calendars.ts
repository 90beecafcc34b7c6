// The calendars of some sources with their lines sorted into events, before anything is worked out. Knows neither window nor clock.
import type { CalendarSource } from './calendar-source.ts';
import { decodeCalendar } from './decode.ts';
import { rawCalendars, type RawCalendar } from './raw-calendar.ts';
import { seriesIdOf } from './series.ts';
import type { UnreadList } from './unread.ts';

const MOST_BYTES = 256 << 20;

/** In the order of the sources' names, so that the order they are handed over in decides nothing. */
export function parsedCalendars(sources: readonly CalendarSource[], unread: UnreadList): RawCalendar[] {
  return sources.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).flatMap((source) => calendarsOf(source, unread));
}

function calendarsOf(source: CalendarSource, unread: UnreadList): RawCalendar[] {
  if (source.content.length > MOST_BYTES) {
    unread.add(source.name, 'file_too_large', 'It is larger than 256 MB; export a shorter time.');
    return [];
  }
  const calendars = rawCalendars(decodeCalendar(source.content), source.name, unread);
  const { without } = source;
  return without === undefined || without.size === 0 ? calendars : calendars.map((calendar) => ({ ...calendar, events: calendar.events.filter((event) => !without.has(seriesIdOf(event))) }));
}
