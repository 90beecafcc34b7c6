// What an event is about and who is in it, read out of the lines that do not place it in time. Read once for all instances.
import type { Attendee, BusyStatus, EventDetails, EventType, Person, Visibility } from '../../domain/attention/calendar-event.ts';
import { propertyOf, textOf, textsOf, type Property } from './property.ts';
import type { RawEvent } from './raw-calendar.ts';
import { timeValue } from './time-value.ts';

type Written = { -readonly [K in keyof EventDetails]: EventDetails[K] };

const RESPONSES: Readonly<Record<string, Attendee['response']>> = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative', DELEGATED: 'delegated', COMPLETED: 'accepted' };
const ROLES: Readonly<Record<string, Attendee['role']>> = { CHAIR: 'chair', 'OPT-PARTICIPANT': 'optional', 'NON-PARTICIPANT': 'none' };
const KINDS: Readonly<Record<string, Attendee['kind']>> = { GROUP: 'group', RESOURCE: 'resource', ROOM: 'room', UNKNOWN: 'unknown' };
const BUSY: Readonly<Record<string, BusyStatus>> = { FREE: 'free', TENTATIVE: 'tentative', BUSY: 'busy', OOF: 'out-of-office', WORKINGELSEWHERE: 'elsewhere' };
const TYPES: Readonly<Record<string, EventType>> = { FOCUSTIME: 'focus', OUTOFOFFICE: 'out-of-office', WORKINGLOCATION: 'working-location', BIRTHDAY: 'birthday', TASK: 'task', APPOINTMENT: 'appointment' };
const CALL = /https?:\/\/[\w.-]*(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|whereby\.com|meet\.jit\.si|gotomeeting\.com|chime\.aws|around\.co)\/[^\s<>"\\)]*/i;
const MOST_ATTENDEES = 2_000;

function personOf(property: Property, me: ReadonlySet<string>): Person {
  const address = (/mailto:\s*(.+)$/i.exec(property.value)?.[1] ?? property.parameters.get('EMAIL') ?? (property.value.includes('@') ? property.value : '')).trim().toLowerCase();
  const name = property.parameters.get('CN');
  return { ...(address === '' ? {} : { email: address }), ...(name ? { name: textOf(name) } : {}), self: me.has(address) };
}

function attendeeOf(property: Property, me: ReadonlySet<string>): Attendee {
  const part = (name: string): string => (property.parameters.get(name) ?? '').toUpperCase();
  return {
    ...personOf(property, me), response: RESPONSES[part('PARTSTAT')] ?? 'needs-action',
    role: ROLES[part('ROLE')] ?? 'required', kind: KINDS[part('CUTYPE')] ?? 'individual',
  };
}

function visibilityOf(value: string): Visibility {
  const word = value.trim().toUpperCase();
  return word === 'PRIVATE' ? 'private' : word === 'CONFIDENTIAL' ? 'confidential' : 'public';
}

function instantOf(property: Property): number | undefined {
  return timeValue(property)?.local;
}

function conferenceOf(explicit: string | undefined, details: Written): string | undefined {
  return explicit ?? CALL.exec(`${details.location ?? ''}\n${details.description ?? ''}`)?.[0];
}

/** Reads the lines; those it does not know are left alone. `me` holds lower-case addresses. */
export function detailsOf(event: RawEvent, me: ReadonlySet<string>): EventDetails {
  const attendees: Attendee[] = [];
  const categories: string[] = [];
  let call: string | undefined;
  const details: Written = {
    summary: '', status: event.status === 'CANCELLED' || event.calendar.method === 'CANCEL' ? 'cancelled' : event.status === 'TENTATIVE' ? 'tentative' : 'confirmed',
    transparent: false, visibility: 'public', attendees, categories, sequence: event.sequence, eventType: 'default',
  };
  for (const line of event.lines) {
    const property = propertyOf(line);
    if (!property) continue;
    const { name, value } = property;
    if (name === 'SUMMARY') details.summary = textOf(value);
    else if (name === 'DESCRIPTION') details.description = textOf(value);
    else if (name === 'LOCATION') details.location = textOf(value).trim();
    else if (name === 'TRANSP') details.transparent = value.trim().toUpperCase() === 'TRANSPARENT';
    else if (name === 'CLASS') details.visibility = visibilityOf(value);
    else if (name === 'ORGANIZER') details.organiser = personOf(property, me);
    else if (name === 'ATTENDEE') {
      if (attendees.length < MOST_ATTENDEES) attendees.push(attendeeOf(property, me));
    } else if (name === 'CATEGORIES') categories.push(...textsOf(value));
    else if (name === 'CREATED') setTime(details, 'created', property);
    else if (name === 'LAST-MODIFIED') setTime(details, 'lastModified', property);
    else if (name === 'X-MICROSOFT-CDO-BUSYSTATUS') {
      const busy = BUSY[value.trim().toUpperCase()];
      if (busy) details.busyStatus = busy;
    } else if (name === 'X-GOOGLE-CONFERENCE' || name === 'CONFERENCE' || name === 'X-MICROSOFT-SKYPETEAMSMEETINGURL') call ??= value.trim();
    else if (name === 'X-GOOGLE-EVENT-TYPE' || name === 'X-GOOGLE-EVENTTYPE' || name === 'X-EVENT-TYPE') details.eventType = TYPES[value.trim().toUpperCase().replace(/[-_ ]/g, '')] ?? 'default';
  }
  const conference = conferenceOf(call, details);
  if (conference !== undefined) details.conference = conference;
  return details;
}

function setTime(details: Written, name: 'created' | 'lastModified', property: Property): void {
  const instant = instantOf(property);
  if (instant !== undefined) details[name] = instant;
}
