// What is in a calendar without working it out: its name, and each series with what tells whether it changed. For knowing a calendar again
// and for saying what a newer version of it brings.
import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { CalendarSource } from './calendar-source.ts';
import { EventReader } from './event-times.ts';
import { UTC } from './offset-table.ts';
import { parsedCalendars } from './parsed-calendars.ts';
import type { RawCalendar } from './raw-calendar.ts';
import { fingerprintOf, seriesOf, type RawSeries } from './series.ts';
import { UnreadList } from './unread.ts';
import { ZoneBook } from './zone-book.ts';

const DAY = 86_400_000;
/** For the zones that files describe themselves. */
const MOST_STEPS = 1_000_000;

/** `once` is there for an event that does not repeat; times without a zone are taken as UTC, near enough to compare days. */
export interface SeriesOutline {
  readonly fingerprint: string;
  readonly once?: { readonly start: Instant; readonly end: Instant };
}

export interface CalendarOutline {
  /** X-WR-CALNAME or NAME, the first in the order of the alphabet where there are several. */
  readonly title?: string;
  readonly series: ReadonlyMap<string, SeriesOutline>;
  /** VCALENDARs, or events outside of any. None in what is no calendar. */
  readonly calendars: number;
  /** Of the zones it describes, which may change what unchanged events mean. */
  readonly zones: string;
}

/** Never throws on what a file holds. Example: of a file with one weekly series and a lunch, two series, the lunch with `once`. */
export function outlineOf(sources: readonly CalendarSource[]): CalendarOutline {
  const unread = new UnreadList();
  const calendars = parsedCalendars(sources, unread);
  const reader = new EventReader(new ZoneBook(calendars, UTC, unread, { steps: MOST_STEPS }), unread);
  const series = new Map<string, SeriesOutline>();
  for (const one of seriesOf(calendars.flatMap(({ events }) => events))) {
    const once = onceOf(one, reader);
    series.set(one.id, { fingerprint: fingerprintOf(one), ...(once === undefined ? {} : { once }) });
  }
  const [title] = calendars.flatMap(({ name }) => (name === undefined || name === '' ? [] : [name])).sort();
  return { series, calendars: calendars.length, zones: zonesOf(calendars), ...(title === undefined ? {} : { title }) };
}

function zonesOf(calendars: readonly RawCalendar[]): string {
  const told = calendars.flatMap(({ timeZone, zones }) => [timeZone ?? '', ...zones.map(({ id, observances }) => [id, ...observances.map(({ kind, lines }) => `${kind} ${[...lines.values()].flat().sort().join(' ')}`)].join(' '))]);
  return createHash('sha256').update([...new Set(told)].sort().join('\n')).digest('hex').slice(0, 32);
}

function onceOf({ masters, changes }: RawSeries, reader: EventReader): SeriesOutline['once'] {
  const [event, ...more] = [...masters, ...changes];
  if (!event || more.length > 0 || event.rules.length + event.dates.length > 0) return undefined;
  const times = reader.times(event);
  if (!times) return undefined;
  const start = times.zone.toUtc(times.start);
  return { start, end: start + times.length.days * DAY + times.length.rest };
}
