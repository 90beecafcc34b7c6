// Whose calendar it is and which company, where nobody said. Guesses from addresses only, and gives no guess where two are as good.
import type { CalendarEvent, CalendarRead } from './calendar-event.ts';
import { FREE_MAIL } from './classify/structure.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** Below this share of the events that name anybody, an address is somebody else's as likely as not. */
const MOSTLY = 0.5;

/**
 * The address a calendar is named after, else the one that is in most of the events that name people; undefined when none is in more than half,
 * or two are as often in and as often invited. Example: of 40 events with people, one address in 39 and the next in 20 give the first.
 */
export function guessMe(events: readonly CalendarEvent[], calendars: readonly CalendarRead[]): string | undefined {
  const names = [...new Set(calendars.map(({ name }) => name?.trim().toLowerCase() ?? '').filter((name) => ADDRESS.test(name) && !name.endsWith('calendar.google.com')))];
  if (names.length === 1) return names[0];
  const seen = new Map<string, { events: number; invited: number }>();
  let named = 0;
  for (const { organiser, attendees } of events) {
    const invited = new Set(attendees.filter(({ kind }) => kind !== 'room' && kind !== 'resource').flatMap(({ email }) => email ?? []));
    const people = new Set([...invited, ...(organiser?.email === undefined ? [] : [organiser.email])]);
    if (people.size > 0) named++;
    for (const email of people) {
      const before = seen.get(email) ?? { events: 0, invited: 0 };
      seen.set(email, { events: before.events + 1, invited: before.invited + Number(invited.has(email)) });
    }
  }
  const more = (a: { events: number; invited: number }, b: { events: number; invited: number }): number => b.events - a.events || b.invited - a.invited;
  const [best, next] = [...seen].sort((a, b) => more(a[1], b[1]));
  return best !== undefined && best[1].events > named * MOSTLY && (next === undefined || more(best[1], next[1]) < 0) ? best[0] : undefined;
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
