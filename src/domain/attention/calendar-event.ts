// One instance of a calendar event, and what a reading of calendars gives. Knows no file format and decides nothing about attention:
// cancelled, declined and free events are here too, marked as what they are.
import type { Day, Instant } from '../kernel/instant.ts';

export type EventStatus = 'confirmed' | 'tentative' | 'cancelled';
export type Visibility = 'public' | 'private' | 'confidential';
export type Response = 'accepted' | 'declined' | 'tentative' | 'needs-action' | 'delegated';
/** Exchange's busy status; `elsewhere` is Outlook's “working elsewhere”. */
export type BusyStatus = 'free' | 'tentative' | 'busy' | 'out-of-office' | 'elsewhere';
/** What kind of entry the calendar itself says it is, where it says so. */
export type EventType = 'default' | 'focus' | 'out-of-office' | 'working-location' | 'birthday' | 'task' | 'appointment';

export interface Person {
  /** Lower case, without `mailto:`. Absent when the calendar names somebody without an address. */
  readonly email?: string;
  readonly name?: string;
  /** Whose calendar this is: the address is one of those handed in as `me`. */
  readonly self: boolean;
}

export interface Attendee extends Person {
  readonly response: Response;
  readonly role: 'required' | 'optional' | 'chair' | 'none';
  readonly kind: 'individual' | 'group' | 'resource' | 'room' | 'unknown';
}

/** What all instances of one series share until one of them is changed. Texts are as written by people: data, never markup. */
export interface EventDetails {
  /** Empty when the event has no title. */
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly status: EventStatus;
  /** True when the event does not take up time (TRANSP:TRANSPARENT). */
  readonly transparent: boolean;
  readonly visibility: Visibility;
  readonly organiser?: Person;
  /** Empty when the calendar gives none, which many feeds never do. */
  readonly attendees: readonly Attendee[];
  readonly categories: readonly string[];
  /** Address of the video call, where one is written. */
  readonly conference?: string;
  readonly created?: Instant;
  readonly lastModified?: Instant;
  /** How often the organiser changed it in a way that matters; 0 when not said. */
  readonly sequence: number;
  readonly busyStatus?: BusyStatus;
  readonly eventType: EventType;
}

/** One instance: an event that does not repeat, one occurrence of a series, or a changed occurrence. */
export interface CalendarEvent extends EventDetails {
  /** As in the calendar; empty when it has none. Use `series` to tell events apart. */
  readonly uid: string;
  /** Names the series for memory and corrections: its UID, or a name made of its content; equal for all its instances in every reading. */
  readonly series: string;
  /** True when the event repeats, also for a changed occurrence. */
  readonly recurring: boolean;
  /** Where the occurrence was by the rule, before it was moved; together with `uid` it names the instance. Absent when it does not repeat. */
  readonly recurrenceId?: Instant;
  readonly start: Instant;
  /** Never before `start`; equal to it for an event without length. */
  readonly end: Instant;
  /** Days of an all-day event, `last` included; `start` and `end` are then midnights of the zone the reading was made in. */
  readonly allDay?: { readonly first: Day; readonly last: Day };
  /** Zone in which the event was written; absent for UTC and for times without a zone. */
  readonly timeZone?: string;
  /** Name of the file or feed it came from. */
  readonly source: string;
}

/** Something that was there and was not read. Example: `{ where: 'work.ics, event 12', code: 'end_before_start', detail: '...' }`. */
export interface CalendarUnread {
  readonly where: string;
  readonly code: CalendarUnreadCode;
  readonly detail: string;
}

export type CalendarUnreadCode =
  | 'not_a_calendar' | 'file_too_large' | 'line_unreadable' | 'event_not_closed' | 'start_missing' | 'start_unreadable' | 'end_unreadable' | 'end_before_start'
  | 'very_long' | 'duration_unreadable' | 'rule_unreadable' | 'rule_unsupported' | 'date_unreadable' | 'zone_unknown' | 'zone_unreadable' | 'too_many_instances' | 'too_much_work'
  | 'recurrence_id_unreadable' | 'too_many_events' | 'orphan_change' | 'more';

/** One calendar object of a source. */
export interface CalendarRead {
  readonly source: string;
  readonly name?: string;
  readonly timeZone?: string;
  /** PUBLISH, REQUEST, CANCEL ... in upper case. */
  readonly method?: string;
  /** Events in it, changed occurrences counted on their own. */
  readonly events: number;
}

/** Instances that meet the asked window, sorted by start, end, uid and recurrence; the same for any order of the sources and of events in them. */
export interface CalendarReading {
  readonly instances: readonly CalendarEvent[];
  readonly unread: readonly CalendarUnread[];
  readonly calendars: readonly CalendarRead[];
}
