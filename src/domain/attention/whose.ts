// Whose calendar it is and which company, where nobody said. Guesses from addresses only, and gives no guess where two are as good.
import type { CalendarEvent, CalendarRead } from './calendar-event.ts';
import { FREE_MAIL } from './classify/structure.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** Below this share of the events that name anybody, an address is somebody else's as likely as not. */
const MOSTLY = 0.5;

/**
 * The address a calendar is named after, else the one that is in most of the events that name people; undefined when none is in more than half,
 * or two are in equally many. Example: of 40 events with people, one address in 39 and the next in 20 give the first.
 */
export function guessMe(events: readonly CalendarEvent[], calendars: readonly CalendarRead[]): string | undefined {
  const names = [...new Set(calendars.map(({ name }) => name?.trim().toLowerCase() ?? '').filter((name) => ADDRESS.test(name) && !name.endsWith('calendar.google.com')))];
  if (names.length === 1) return names[0];
  const seen = new Map<string, number>();
  let named = 0;
  for (const { organiser, attendees } of events) {
    const people = new Set([organiser, ...attendees.filter(({ kind }) => kind !== 'room' && kind !== 'resource')].map((each) => each?.email).filter((email) => email !== undefined));
    if (people.size > 0) named++;
    for (const email of people) seen.set(email, (seen.get(email) ?? 0) + 1);
  }
  const [best, next] = [...seen].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > named * MOSTLY && best[1] > (next?.[1] ?? 0) ? best[0] : undefined;
}

/** The domain of an address when it is a company's own; undefined for a free-mail address. `companyOf('mia@sample.example')` is sample.example. */
export function companyOf(address: string): string | undefined {
  const domain = address.toLowerCase().split('@')[1];
  return domain === undefined || FREE_MAIL.includes(domain) ? undefined : domain;
}

/** The same events with `self` set where an address is one of `me`. */
export function ownedBy(events: readonly CalendarEvent[], me: readonly string[]): CalendarEvent[] {
  const own = new Set(me.map((address) => address.toLowerCase()));
  const mine = (email: string | undefined): boolean => email !== undefined && own.has(email);
  return events.map((event) => ({
    ...event, attendees: event.attendees.map((each) => ({ ...each, self: mine(each.email) })),
    ...(event.organiser === undefined ? {} : { organiser: { ...event.organiser, self: mine(event.organiser.email) } }),
  }));
}
