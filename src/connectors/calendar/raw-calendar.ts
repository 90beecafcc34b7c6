// A calendar as its file tells it: events with the lines that place them in time kept apart from the lines that describe them.
// Knows components and their ends; does not look into values.
import { contentLines } from './content-lines.ts';
import { nameEnd, propertyOf, textOf } from './property.ts';
import type { Skimmed } from './skim.ts';
import type { UnreadList } from './unread.ts';

export interface RawEvent {
  /** From 1, counted in its file. */
  readonly number: number;
  readonly calendar: RawCalendar;
  uid: string;
  start?: string;
  end?: string;
  duration?: string;
  recurrenceId?: string;
  status: string;
  sequence: number;
  /** LAST-MODIFIED, or else DTSTAMP; sorts as text. */
  stamp: string;
  readonly rules: string[];
  readonly exceptionRules: string[];
  readonly dates: string[];
  readonly exceptionDates: string[];
  /** All other lines, as written but unfolded. */
  readonly lines: string[];
}

/** One stretch of a zone's history: its lines by name. */
export interface RawObservance {
  readonly kind: 'STANDARD' | 'DAYLIGHT';
  readonly lines: Map<string, string[]>;
}

export interface RawZone {
  id: string;
  readonly observances: RawObservance[];
}

export interface RawCalendar {
  readonly source: string;
  name?: string;
  timeZone?: string;
  method?: string;
  readonly zones: RawZone[];
  readonly events: RawEvent[];
  /** Events passed over: they lie outside the window, and nothing is to be said of them. */
  readonly passed: PassedRun[];
}

/** Events passed over one after the other: those of `skimmed` in `[from, to)`. The first of them is event `number` of its file. */
export interface PassedRun {
  readonly skimmed: Skimmed;
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** More events than this are not kept of one source. */
const MOST_EVENTS = 500_000;

const newCalendar = (source: string): RawCalendar => ({ source, zones: [], events: [], passed: [] });
const newEvent = (calendar: RawCalendar, number: number): RawEvent => ({
  number, calendar, uid: '', status: '', sequence: 0, stamp: '', rules: [], exceptionRules: [], dates: [], exceptionDates: [], lines: [],
});

/** The calendars of one text, in order. Events outside any VCALENDAR belong to one without a name. */
export function rawCalendars(text: string, source: string, unread: UnreadList): RawCalendar[] {
  const reader = new CalendarReader(source, unread);
  contentLines(text, (line, number) => reader.line(line, number));
  return reader.end();
}

/** The same of a file that was skimmed: its stretches are read, and events passed over only counted. */
export function skimmedCalendars(skimmed: Skimmed, source: string, unread: UnreadList): RawCalendar[] {
  const reader = new CalendarReader(source, unread);
  let passed = 0;
  for (const stretch of skimmed.stretches) {
    reader.pass(skimmed, passed, stretch.passed);
    passed = stretch.passed;
    contentLines(skimmed.text(stretch.from, stretch.to), (line, number) => reader.line(line, number), stretch.line);
  }
  reader.pass(skimmed, passed, skimmed.passed);
  return reader.end();
}

class CalendarReader {
  readonly #calendars: RawCalendar[] = [];
  readonly #source: string;
  readonly #unread: UnreadList;
  #calendar: RawCalendar | undefined;
  #event: RawEvent | undefined;
  #zone: RawZone | undefined;
  #observance: RawObservance | undefined;
  /** Components inside an event or beside events whose lines are not read: alarms, tasks, journals. */
  readonly #skipped: string[] = [];
  #events = 0;

  constructor(source: string, unread: UnreadList) {
    this.#source = source;
    this.#unread = unread;
  }

  line(line: string, number: number): void {
    const end = nameEnd(line);
    if (end < 0) return this.#unreadable(line, number);
    const name = line.slice(0, end).trim().toUpperCase();
    if (name === 'BEGIN') return this.#begin(line.slice(end + 1).trim().toUpperCase());
    if (name === 'END') return this.#end(line.slice(end + 1).trim().toUpperCase());
    if (this.#skipped.length > 0) return;
    if (this.#event) return eventLine(this.#event, name, line, end);
    if (this.#observance) return this.#keep(this.#observance, name, line);
    if (this.#zone) {
      if (name === 'TZID') this.#zone.id = textOf(line.slice(end + 1)).trim().replace(/^"(.*)"$/, '$1');
      return;
    }
    if (this.#calendar) calendarLine(this.#calendar, name, line);
  }

  /** As the lines of events of which nothing is to be said. */
  pass(skimmed: Skimmed, from: number, to: number): void {
    if (from === to) return;
    this.#leave();
    const { passed } = this.#open();
    const number = this.#events + 1;
    let counted = 0;
    for (let left = to - from; left > 0; left--) if (this.#counted()) counted++;
    if (counted > 0) passed.push({ skimmed, from, to: from + counted, number });
  }

  end(): RawCalendar[] {
    if (this.#event) this.#unclosed(this.#event);
    if (this.#calendars.length === 0) this.#unread.add(this.#source, 'not_a_calendar', 'No calendar was found in it.');
    return this.#calendars;
  }

  #open(): RawCalendar {
    if (!this.#calendar) {
      this.#calendar = newCalendar(this.#source);
      this.#calendars.push(this.#calendar);
    }
    return this.#calendar;
  }

  #begin(component: string): void {
    if (component === 'VEVENT' || component === 'VCALENDAR') {
      this.#leave();
      if (component === 'VCALENDAR') {
        this.#calendar = undefined;
        this.#open();
        return;
      }
      const calendar = this.#open();
      const counted = this.#counted();
      this.#event = newEvent(calendar, this.#events);
      if (counted) calendar.events.push(this.#event);
      return;
    }
    if (component === 'VTIMEZONE' && this.#skipped.length === 0 && !this.#event) {
      this.#zone = { id: '', observances: [] };
      this.#open().zones.push(this.#zone);
      return;
    }
    if (this.#zone && (component === 'STANDARD' || component === 'DAYLIGHT')) {
      this.#observance = { kind: component, lines: new Map() };
      this.#zone.observances.push(this.#observance);
      return;
    }
    if (this.#skipped.length < 100) this.#skipped.push(component);
  }

  /** Neither an event nor a calendar lies inside another thing: what is open was never closed. */
  #leave(): void {
    this.#skipped.length = 0;
    this.#zone = undefined;
    this.#observance = undefined;
    if (this.#event) this.#unclosed(this.#event);
    this.#event = undefined;
  }

  /** Whether another event has room. */
  #counted(): boolean {
    this.#events++;
    if (this.#events === MOST_EVENTS + 1) this.#unread.add(`${this.#source}, event ${this.#events}`, 'too_many_events', `Only the first ${MOST_EVENTS} events of a file are read.`);
    return this.#events <= MOST_EVENTS;
  }

  #end(component: string): void {
    const skipped = this.#skipped.lastIndexOf(component);
    if (skipped >= 0) this.#skipped.length = skipped;
    else if (component === 'VEVENT') {
      this.#skipped.length = 0;
      this.#event = undefined;
    } else if (component === 'STANDARD' || component === 'DAYLIGHT') this.#observance = undefined;
    else if (component === 'VTIMEZONE') {
      this.#zone = undefined;
      this.#observance = undefined;
    } else if (component === 'VCALENDAR') {
      if (this.#event) this.#unclosed(this.#event);
      this.#event = undefined;
      this.#calendar = undefined;
      this.#skipped.length = 0;
    }
  }

  #keep(observance: RawObservance, name: string, line: string): void {
    const lines = observance.lines.get(name);
    if (lines) lines.push(line);
    else observance.lines.set(name, [line]);
  }

  #unclosed(event: RawEvent): void {
    this.#unread.add(`${this.#source}, event ${event.number}`, 'event_not_closed', 'It has no END:VEVENT; it was read up to where the next thing begins.');
  }

  #unreadable(line: string, number: number): void {
    if (this.#skipped.length > 0 || (!this.#calendar && !this.#event)) return;
    const where = this.#event ? `${this.#source}, event ${this.#event.number}, line ${number}` : `${this.#source}, line ${number}`;
    this.#unread.add(where, 'line_unreadable', line);
  }
}

function calendarLine(calendar: RawCalendar, name: string, line: string): void {
  if (name !== 'X-WR-CALNAME' && name !== 'NAME' && name !== 'X-WR-TIMEZONE' && name !== 'METHOD') return;
  const value = textOf(propertyOf(line)?.value ?? '').trim();
  if (value === '') return;
  if (name === 'METHOD') calendar.method = value.toUpperCase();
  else if (name === 'X-WR-TIMEZONE') calendar.timeZone = value;
  else calendar.name ??= value;
}

function eventLine(event: RawEvent, name: string, line: string, end: number): void {
  switch (name) {
    case 'UID': event.uid = textOf(propertyOf(line)?.value ?? ''); return;
    case 'DTSTART': event.start ??= line; return;
    case 'DTEND': event.end ??= line; return;
    case 'DURATION': event.duration ??= line; return;
    case 'RECURRENCE-ID': event.recurrenceId ??= line; return;
    case 'RRULE': event.rules.push(line); return;
    case 'EXRULE': event.exceptionRules.push(line); return;
    case 'RDATE': event.dates.push(line); return;
    case 'EXDATE': event.exceptionDates.push(line); return;
    case 'STATUS': event.status = (propertyOf(line)?.value ?? '').trim().toUpperCase(); return;
    case 'SEQUENCE': {
      const value = Number(line.slice(end + 1));
      event.sequence = Number.isSafeInteger(value) && value > 0 ? value : 0;
      return;
    }
    case 'LAST-MODIFIED': event.stamp = stampOf(line); event.lines.push(line); return;
    case 'DTSTAMP': if (event.stamp === '') event.stamp = stampOf(line); return;
    default: event.lines.push(line);
  }
}

const stampOf = (line: string): string => line.slice(line.lastIndexOf(':') + 1).trim();
