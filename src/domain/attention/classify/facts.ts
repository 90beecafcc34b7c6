// What of a calendar event may speak about its kind: title, people, times. A private event gives no title. Decides no kind.
import type { Attendee, CalendarEvent, EventType } from '../calendar-event.ts';
import type { Circumstances } from './features.ts';

/** One event as the classifier sees it. What the calendar does not say is left out, never guessed. */
export interface EventFacts extends Circumstances {
  readonly title: string;
  readonly description?: string;
  /** Names the series; an event that does not repeat is a series of one. */
  readonly series?: string;
  readonly eventType?: EventType;
  /** Address of the organiser, lower case. */
  readonly organiser?: string;
  /** Addresses of everybody but the calendar's owner, lower case. */
  readonly others?: readonly string[];
  /** Host of the video call's address. */
  readonly conferenceHost?: string;
}

/** What is known of the owner's surroundings. */
export interface Surroundings {
  /** The company's own mail domains, lower case. Empty: nobody can be called external. */
  readonly company: readonly string[];
  /** False for feeds that never name attendees: then an event without any is not one alone. */
  readonly namesAttendees: boolean;
}

/** Part of an address behind the @, lower case. `domainOf('Ana@Mail.example')` is 'mail.example'. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** True when `domain` is one of `domains` or below one of them. */
export function isWithin(domain: string, domains: readonly string[]): boolean {
  return domains.some((one) => domain === one || domain.endsWith(`.${one}`));
}

function hostOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/iu.exec(address)?.[1]?.toLowerCase();
}

const isPerson = (attendee: Attendee) => attendee.kind !== 'room' && attendee.kind !== 'resource';

/** The facts of one instance. Rooms are no people; an event that is private or confidential keeps its title and description to itself. */
export function factsOf(event: CalendarEvent, { company, namesAttendees }: Surroundings): EventFacts {
  const secret = event.visibility !== 'public';
  const others = [...new Set(event.attendees.filter((one) => isPerson(one) && !one.self).flatMap((one) => (one.email === undefined ? [] : [one.email])))];
  const people = event.attendees.filter((one) => isPerson(one) && !one.self).length + 1;
  const known = namesAttendees || event.attendees.length > 0;
  const organiser = event.organiser?.email;
  const host = hostOf(event.conference);
  return {
    title: secret ? '' : event.summary,
    ...(secret || event.description === undefined ? {} : { description: event.description }),
    series: event.series,
    eventType: event.eventType,
    ...(organiser === undefined || event.organiser?.self ? {} : { organiser }),
    others,
    ...(host === undefined ? {} : { conferenceHost: host }),
    ...(known ? { attendees: people } : {}),
    ...(known && company.length > 0 ? { external: others.some((address) => !isWithin(domainOf(address), company)) } : {}),
    minutes: Math.round((event.end - event.start) / 60_000),
    recurring: event.recurring,
  };
}
