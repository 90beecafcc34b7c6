// When an event is and how it repeats, read out of its lines; every value that cannot be read is said with its place, and the rest stands.
import type { RecurrenceRule } from '../../domain/attention/recurrence/rule.ts';
import { timeProperty } from './property.ts';
import type { RawEvent } from './raw-calendar.ts';
import { BadRule, ruleOf, type RuleText } from './rule-text.ts';
import { durationOf, timesOf, timeValue, type PeriodValue, type TimeValue } from './time-value.ts';
import type { UnreadList } from './unread.ts';
import type { ZoneBook } from './zone-book.ts';
import { UTC, type Zone } from './offset-table.ts';

const DAY = 86_400_000;
const LAST = Date.UTC(9999, 11, 31);
/** Longer than this is read, and said: it is more likely a slip than a meeting. */
const VERY_LONG_DAYS = 60;

/** How long an occurrence is: nominal days, then exact milliseconds. */
export interface Length {
  readonly days: number;
  readonly rest: number;
}

/** Local start, in milliseconds as if the clock were UTC, and the clock it is read on. All-day events have days, no clock. */
export interface EventTimes {
  readonly start: number;
  readonly allDay: boolean;
  readonly zone: Zone;
  readonly zoneName?: string | undefined;
  readonly length: Length;
}

export interface NamedRule {
  readonly rule: RecurrenceRule;
  /** The rule's text, equal for equal rules. */
  readonly key: string;
}

export interface Repetition {
  readonly rules: readonly NamedRule[];
  readonly exceptionRules: readonly NamedRule[];
  readonly dates: readonly PeriodValue[];
  readonly exceptionDates: readonly TimeValue[];
}

export class EventReader {
  readonly #book: ZoneBook;
  readonly #unread: UnreadList;
  constructor(book: ZoneBook, unread: UnreadList) {
    this.#book = book;
    this.#unread = unread;
  }

  place(event: RawEvent): string {
    return `${event.calendar.source}, event ${event.number}`;
  }

  say(event: RawEvent, code: Parameters<UnreadList['add']>[1], detail: string): void {
    this.#unread.add(this.place(event), code, detail);
  }

  /** Undefined when the event has no start that can be read: without one it is nowhere. */
  times(event: RawEvent): EventTimes | undefined {
    const property = event.start === undefined ? undefined : timeProperty(event.start);
    if (!property) {
      this.say(event, 'start_missing', 'It has no start.');
      return undefined;
    }
    const start = timeValue(property);
    if (!start) {
      this.say(event, 'start_unreadable', `“${property.value}” is no time.`);
      return undefined;
    }
    const zone = this.clock(start, event);
    const zoneName = start.kind === 'local' ? start.zone : undefined;
    const allDay = start.kind === 'date';
    const length = this.#bounded(event, start.local, allDay ? this.#daysLong(event, start) : this.#timeLong(event, start, zone));
    return { start: start.local, allDay, zone, zoneName, length };
  }

  clock(time: TimeValue, event: RawEvent, otherwise?: Zone): Zone {
    if (time.kind === 'utc') return UTC;
    return time.zone === undefined && otherwise ? otherwise : this.#book.zone(time.zone, event.calendar);
  }

  /** A time of the series on the series' own clock: an exception may be written in another zone than its event. */
  localOf(time: TimeValue, times: EventTimes, event: RawEvent): number {
    if (times.allDay) return Math.floor(time.local / DAY) * DAY;
    if (time.kind === 'date') return time.local + (times.start - Math.floor(times.start / DAY) * DAY);
    if (time.kind === 'local' && (time.zone === undefined || time.zone === times.zoneName)) return time.local;
    return times.zone.toLocal(this.clock(time, event).toUtc(time.local));
  }

  repetition(event: RawEvent, times: EventTimes): Repetition {
    return {
      rules: event.rules.flatMap((line) => this.#rule(event, line, times)),
      exceptionRules: event.exceptionRules.flatMap((line) => this.#rule(event, line, times)),
      dates: event.dates.flatMap((line) => this.#dates(event, line)),
      exceptionDates: event.exceptionDates.flatMap((line) => this.#dates(event, line)).map(({ start }) => start),
    };
  }

  #daysLong(event: RawEvent, start: TimeValue): Length {
    if (event.end !== undefined) {
      const property = timeProperty(event.end);
      const end = property && timeValue(property);
      if (!end) this.say(event, 'end_unreadable', `“${property?.value ?? event.end}” is no time; the event is taken as one day.`);
      else if (end.local < start.local) this.say(event, 'end_before_start', 'It ends before it starts; it is taken as one day.');
      return { days: Math.max(1, end ? Math.ceil((end.local - start.local) / DAY) : 1), rest: 0 };
    }
    const duration = this.#duration(event);
    return { days: Math.max(1, duration ? duration.days + Math.ceil(duration.rest / DAY) : 1), rest: 0 };
  }

  #timeLong(event: RawEvent, start: TimeValue, zone: Zone): Length {
    if (event.end !== undefined) {
      const property = timeProperty(event.end);
      const end = property && timeValue(property);
      if (!end) {
        this.say(event, 'end_unreadable', `“${property?.value ?? event.end}” is no time; the event is taken as without length.`);
        return { days: 0, rest: 0 };
      }
      const from = zone.toUtc(start.local);
      const until = end.kind === 'date' ? zone.toUtc(end.local) : this.clock(end, event, zone).toUtc(end.local);
      if (until < from) this.say(event, 'end_before_start', 'It ends before it starts; it is taken as without length.');
      return { days: 0, rest: Math.max(0, until - from) };
    }
    return this.#duration(event) ?? { days: 0, rest: 0 };
  }

  #duration(event: RawEvent): Length | undefined {
    if (event.duration === undefined) return undefined;
    const property = timeProperty(event.duration);
    const duration = property && durationOf(property.value);
    if (!duration) this.say(event, 'duration_unreadable', `“${property?.value ?? event.duration}” is no duration.`);
    else if (duration.days < 0 || duration.rest < 0) this.say(event, 'end_before_start', 'Its duration is negative; it is taken as without length.');
    return duration && duration.days >= 0 && duration.rest >= 0 ? duration : undefined;
  }

  #bounded(event: RawEvent, start: number, length: Length): Length {
    const days = length.days + length.rest / DAY;
    if (days > VERY_LONG_DAYS) this.say(event, 'very_long', `It lasts ${Math.round(days)} days. It was read as it is.`);
    const most = Math.max(0, LAST - start);
    return days * DAY <= most ? length : { days: 0, rest: most };
  }

  #rule(event: RawEvent, line: string, times: EventTimes): NamedRule[] {
    const text = line.slice(line.indexOf(':') + 1);
    try {
      return [this.#onClock(event, ruleOf(text), text, times)];
    } catch (error) {
      if (!(error instanceof BadRule)) throw error;
      this.say(event, error.unsupported ? 'rule_unsupported' : 'rule_unreadable', `It repeats by a rule that cannot be read: ${error.message}. Only its first time is known.`);
      return [];
    }
  }

  #onClock(event: RawEvent, { rule, until }: RuleText, text: string, times: EventTimes): NamedRule {
    // A day without a time, for an event that has one, is read as its midnight: so do the libraries most calendars are written with.
    const last = until === undefined ? undefined : until.kind === 'date' ? until.local : this.localOf(until, times, event);
    if (!times.allDay) return { rule: { ...rule, until: last }, key: text };
    if (rule.frequency === 'hourly' || rule.frequency === 'minutely' || rule.frequency === 'secondly') throw new BadRule(`FREQ=${rule.frequency.toUpperCase()} of whole days`, true);
    return { rule: { ...rule, until: last, hours: [], minutes: [], seconds: [] }, key: `day ${text}` };
  }

  #dates(event: RawEvent, line: string): readonly PeriodValue[] {
    const property = timeProperty(line);
    const { good, bad } = property ? timesOf(property) : { good: [], bad: [line] };
    for (const text of bad) this.say(event, 'date_unreadable', `“${text}” is no date.`);
    return good;
  }
}
