// A kept calendar worked out for a stretch of time, in the form it is stored in. Decides what is stored of a private event: when it is and who
// was asked, and none of its words.
import { hash } from 'node:crypto';
import type { CalendarSource } from '../connectors/calendar/calendar-source.ts';
import { readCalendar } from '../connectors/calendar/read-calendar.ts';
import type { CalendarEvent, Person } from '../domain/attention/calendar-event.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import { LONG_MS, type CalendarPlace, type KeptDetails } from '../store/calendar.ts';
import type { KeptInstance } from '../store/calendar-instance.ts';

/** Nearly two hundred a day for three years. */
const MOST = 200_000;
const LONGEST_TEXT = 8_000;

interface WorkedOut {
  readonly instances: readonly KeptInstance[];
  /** What instances share, by the id they name it by. */
  readonly details: ReadonlyMap<string, KeptDetails>;
  readonly unread: readonly CalendarPlace[];
}

const idOf = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

/** U+0000, or half of a character: no database of ours can keep them. */
const UNSTORABLE = /[\u0000\ud800-\udfff]/gu;
const storable = (text: string): string => text.replace(UNSTORABLE, '\ufffd');
const short = (text: string): string => storable(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text);

/**
 * Instances that meet `[from, to)`. An instance has the same id in every reading of its series, wherever it was moved; of several events
 * that share one UID in one file, the later ones are told apart by their start.
 */
export function workOut(sources: readonly CalendarSource[], question: { readonly from: Instant; readonly to: Instant; readonly zone: string }): WorkedOut {
  const reading = readCalendar(sources, question);
  const left = Math.max(0, reading.instances.length - MOST);
  const details = new Map<string, KeptDetails>();
  // All instances that one event of the file gives share its list of attendees.
  const known = new WeakMap<object, string>();
  const detailOf = (event: CalendarEvent): string => {
    const before = known.get(event.attendees);
    if (before !== undefined) return before;
    const kept = keptOf(event);
    const id = idOf(JSON.stringify(kept));
    details.set(id, kept);
    known.set(event.attendees, id);
    return id;
  };
  const taken = new Set<string>();
  const instances = reading.instances.slice(left).flatMap((event) => {
    const name = `${event.series}\n${event.recurrenceId ?? ''}`;
    const id = [name, `${name}\n${event.start}`].map(idOf).find((one) => !taken.has(one));
    if (id === undefined) return [];
    taken.add(id);
    const { start, end, recurrenceId: recurrence, allDay } = event;
    return [{ id, start, end, long: end - start > LONG_MS, recurrence, first: allDay?.first, last: allDay?.last, detail: detailOf(event) }];
  });
  const unread = reading.unread.map(({ where, code, detail }) => ({ where: storable(where), code: code as string, detail: storable(detail) }));
  if (left > 0) unread.push({ where: 'all files', code: 'too_many_instances', detail: `It has more than ${MOST} occurrences in this time; the earliest ${left} were not kept.` });
  return { instances, details, unread };
}

function keptOf(event: CalendarEvent): KeptDetails {
  const open = event.visibility === 'public';
  const person = <P extends Person>({ name, ...rest }: P) => (open && name !== undefined ? { ...rest, name: short(name), self: false } : { ...rest, self: false });
  const { organiser, timeZone, created, lastModified, busyStatus } = event;
  return {
    uid: storable(event.uid), series: storable(event.series), recurring: event.recurring, summary: open ? short(event.summary) : '', status: event.status, transparent: event.transparent,
    visibility: event.visibility, sequence: event.sequence, eventType: event.eventType, attendees: event.attendees.map((one) => ({ ...person(one), response: one.response, role: one.role, kind: one.kind })),
    categories: open ? event.categories.map(short) : [],
    ...(organiser === undefined ? {} : { organiser: person(organiser) }), ...(timeZone === undefined ? {} : { timeZone: storable(timeZone) }), ...(created === undefined ? {} : { created }),
    ...(lastModified === undefined ? {} : { lastModified }), ...(busyStatus === undefined ? {} : { busyStatus }), ...(open ? wordsOf(event) : {}),
  };
}

function wordsOf({ description, location, conference }: CalendarEvent): Pick<KeptDetails, 'description' | 'location' | 'conference'> {
  return {
    ...(description === undefined ? {} : { description: short(description) }), ...(location === undefined ? {} : { location: short(location) }),
    ...(conference === undefined ? {} : { conference: short(conference) }),
  };
}
