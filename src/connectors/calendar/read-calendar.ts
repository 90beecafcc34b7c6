// Reads calendars: files and feeds in, instances of a window out, and all that was not read said. Knows no clock and no store; what the
// minutes are worth is not its business.
import type { CalendarEvent, CalendarRead, CalendarReading, EventDetails } from '../../domain/attention/calendar-event.ts';
import type { Budget } from '../../domain/attention/recurrence/rule.ts';
import { dayOf, startOfDay } from '../../domain/kernel/instant.ts';
import type { CalendarQuestion, CalendarSource } from './calendar-source.ts';
import { detailsOf } from './details.ts';
import { EventReader } from './event-times.ts';
import { expandSeries, type Instance, type Window } from './expand-series.ts';
import { ianaZone } from './iana-zone.ts';
import { UTC, type Zone } from './offset-table.ts';
import { parsedCalendars } from './parsed-calendars.ts';
import type { RawCalendar, RawEvent } from './raw-calendar.ts';
import { seriesOf } from './series.ts';
import { UnreadList } from './unread.ts';
import { ZoneBook } from './zone-book.ts';

const DAY = 86_400_000;
/** For all rules of a reading together: about a second of work. */
const MOST_STEPS = 10_000_000;
/** With less work left than this at the end, a reading is done again with nothing passed over, for that has its share of the work. */
const LEAST_LEFT = MOST_STEPS / 2;
/** Instances of a whole reading. */
const MOST_INSTANCES = 1_000_000;

/** The zone that was asked for is none the platform knows. */
export class UnknownZone extends Error {
  constructor(zone: string) {
    super(`“${zone}” is no time zone, such as Europe/Berlin.`);
    this.name = 'UnknownZone';
  }
}

/**
 * Instances of all sources that meet `[from, to)`. Throws UnknownZone, and RangeError when `from` or `to` is no time; never on what a
 * file holds. Example: a daily stand-up and one day's window give one instance.
 */
export function readCalendar(sources: readonly CalendarSource[], question: CalendarQuestion): CalendarReading {
  const { from, to } = question;
  if (!Number.isFinite(from) || !Number.isFinite(to)) throw new RangeError('from and to must be times');
  const clock = question.zone === undefined ? UTC : ianaZone(question.zone);
  if (!clock) throw new UnknownZone(question.zone ?? '');
  return readWithin(sources, question, clock, true) ?? readWithin(sources, question, clock, false)!;
}

/** Undefined when events were passed over and so little work is left at the end that theirs might have been too much. */
function readWithin(sources: readonly CalendarSource[], { from, to, me }: CalendarQuestion, clock: Zone, skimmed: boolean): CalendarReading | undefined {
  const unread = new UnreadList();
  const budget: Budget = { steps: MOST_STEPS };
  const calendars = parsedCalendars(sources, unread, skimmed ? { from, to, clock } : undefined);
  const reader = new EventReader(new ZoneBook(calendars, clock, unread, budget), unread);
  const describe = describer(new Set(me?.map((address) => address.trim().toLowerCase())));
  const instances: CalendarEvent[] = [];
  const window: Window = { from, to, budget, dayClock: clock };
  for (const series of seriesOf(calendars.flatMap(({ events }) => events))) {
    const found = expandSeries(series, reader, window);
    const room = MOST_INSTANCES - instances.length;
    for (const instance of found.length > room ? found.slice(0, room) : found) instances.push(describe(instance, series.id));
    if (found.length <= room) continue;
    unread.add('all files', 'too_many_instances', `More than ${MOST_INSTANCES} instances lie in the time asked for; the rest was not read.`);
    break;
  }
  if (budget.steps < LEAST_LEFT && calendars.some(({ passed }) => passed.length > 0)) return undefined;
  return { instances: instances.sort(inOrder), unread: unread.list(), calendars: calendars.map(readOf) };
}

/** The instant at which a day begins in a zone; not a number when the day is none. Throws UnknownZone. */
export function startOfDayIn(day: string, zone: string): number {
  const clock = zone === 'UTC' ? UTC : ianaZone(zone);
  if (!clock) throw new UnknownZone(zone);
  return clock.toUtc(startOfDay(day) ?? Number.NaN);
}

function readOf(calendar: RawCalendar): CalendarRead {
  const { source, name, timeZone, method, passed } = calendar;
  return { source, ...(name === undefined ? {} : { name }), ...(timeZone === undefined ? {} : { timeZone }), ...(method === undefined ? {} : { method }), events: passed.reduce((sum, { from, to }) => sum + to - from, calendar.events.length) };
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function inOrder(a: CalendarEvent, b: CalendarEvent): number {
  return a.start - b.start || a.end - b.end || text(a.series, b.series) || (a.recurrenceId ?? 0) - (b.recurrenceId ?? 0) || text(a.summary, b.summary);
}

type Written = { -readonly [K in keyof CalendarEvent]: CalendarEvent[K] };

function describer(me: ReadonlySet<string>): (instance: Instance, series: string) => CalendarEvent {
  const known = new Map<RawEvent, EventDetails>();
  return (instance, series) => {
    const { raw, days, recurrenceId, zoneName } = instance;
    let details = known.get(raw);
    if (!details) known.set(raw, (details = detailsOf(raw, me)));
    // Field by field: spreading some twenty fields for each of many thousand instances takes ten times as long.
    const event: Written = {
      uid: raw.uid, series, recurring: instance.recurring, start: instance.start, end: instance.end, source: raw.calendar.source,
      summary: details.summary, status: details.status, transparent: details.transparent, visibility: details.visibility,
      attendees: details.attendees, categories: details.categories, sequence: details.sequence, eventType: details.eventType,
    };
    if (details.description !== undefined) event.description = details.description;
    if (details.location !== undefined) event.location = details.location;
    if (details.organiser !== undefined) event.organiser = details.organiser;
    if (details.conference !== undefined) event.conference = details.conference;
    if (details.created !== undefined) event.created = details.created;
    if (details.lastModified !== undefined) event.lastModified = details.lastModified;
    if (details.busyStatus !== undefined) event.busyStatus = details.busyStatus;
    if (recurrenceId !== undefined) event.recurrenceId = recurrenceId;
    if (zoneName !== undefined) event.timeZone = zoneName;
    if (days !== undefined) event.allDay = { first: dayOf(days.first * DAY), last: dayOf((days.first + days.count - 1) * DAY) };
    return event;
  };
}
