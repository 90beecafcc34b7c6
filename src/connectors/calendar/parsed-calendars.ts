// The calendars of some sources with their lines sorted into events, before anything is worked out. Knows neither window nor clock.
import type { CalendarSource } from './calendar-source.ts';
import { decodeCalendar } from './decode.ts';
import { rawCalendars, skimmedCalendars, type RawCalendar } from './raw-calendar.ts';
import { seriesIdOf } from './series.ts';
import { skim } from './skim.ts';
import { hashOfUid, type SkimWindow } from './skim-event.ts';
import type { UnreadList } from './unread.ts';

const MOST_BYTES = 256 << 20;

/**
 * In the order of the sources' names, so that the order they are handed over in decides nothing. With a window, events surely outside it
 * that would be read without a word are passed over; no instance of the window and nothing said depends on them.
 */
export function parsedCalendars(sources: readonly CalendarSource[], unread: UnreadList, window?: SkimWindow): RawCalendar[] {
  const calendars = sources.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).flatMap((source) => calendarsOf(source, unread, window));
  if (calendars.every(({ passed }) => passed.length === 0)) return calendars;
  const read = new Set(calendars.flatMap(({ events }) => events.map((event) => hashOfUid(seriesIdOf(event)))));
  for (const calendar of calendars) recall(calendar, read, unread);
  return calendars;
}

function calendarsOf({ name, content, without }: CalendarSource, unread: UnreadList, window: SkimWindow | undefined): RawCalendar[] {
  if (content.length > MOST_BYTES) {
    unread.add(name, 'file_too_large', 'It is larger than 256 MB; export a shorter time.');
    return [];
  }
  const every = without === undefined || without.size === 0;
  const skimmed = window !== undefined && every && typeof content !== 'string' ? skim(content, window) : undefined;
  if (skimmed) return skimmedCalendars(skimmed, name, unread);
  const calendars = rawCalendars(decodeCalendar(content), name, unread);
  return every ? calendars : calendars.map((calendar) => ({ ...calendar, events: calendar.events.filter((event) => !without.has(seriesIdOf(event))) }));
}

/** Reads those after all whose series has an event that was read: it may be a change of theirs, or another version. */
function recall(calendar: RawCalendar, read: ReadonlySet<number>, unread: UnreadList): void {
  const runs = calendar.passed.splice(0);
  for (const { skimmed, from, to, number } of runs) {
    let start = from;
    for (let at = from; at < to; at++) {
      if (!read.has(skimmed.hashOf(at))) continue;
      const [event] = rawCalendars(skimmed.textOf(at), calendar.source, unread).flatMap(({ events }) => events);
      calendar.events.push({ ...event!, calendar, number: number + at - from });
      if (at > start) calendar.passed.push({ skimmed, from: start, to: at, number: number + start - from });
      start = at + 1;
    }
    if (to > start) calendar.passed.push({ skimmed, from: start, to, number: number + start - from });
  }
  calendar.events.sort((a, b) => a.number - b.number);
}
