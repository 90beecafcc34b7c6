// Whether somebody is going to an event, how much of it counts, and who else is there. Knows addresses, not what the event is about.
import type { Attendee, CalendarEvent } from '../calendar-event.ts';

/** The person's own answer: an organiser has accepted. */
export type Answer = 'accepted' | 'tentative' | 'none' | 'declined';

/** Classes whose weight may be learned from what was confirmed to have been held. */
export type AttendanceClass = 'accepted' | 'tentative' | 'no-answer-recurring' | 'no-answer';

/** Of `of` events of a class that were asked about, `held` were attended. */
export type Attended = Readonly<Partial<Record<AttendanceClass, { readonly held: number; readonly of: number }>>>;

const WEIGHTS: Readonly<Record<AttendanceClass, number>> = { accepted: 1, tentative: 0.5, 'no-answer-recurring': 0.7, 'no-answer': 0.5 };
/** Answers of a class before its own share is used. */
const ENOUGH = 20;

/** The person's own line in the list of attendees; undefined when the calendar has none. */
function ownLine(event: CalendarEvent): Attendee | undefined {
  return event.attendees.find(({ self }) => self);
}

/**
 * What the person answered. Events without anybody else are their own; where they are not on the list, the event's own status decides, and
 * otherwise nothing was answered; where it is not known who the person is, they are taken to go. Who sent somebody else has
 * declined. Example: organiser self gives 'accepted' whatever the list says.
 */
export function answerOf(event: CalendarEvent, ownerKnown = true): Answer {
  const own = ownLine(event);
  if (own?.response === 'declined' || own?.response === 'delegated') return 'declined';
  if (event.organiser?.self === true || own?.response === 'accepted') return 'accepted';
  if (own?.response === 'tentative' || event.status === 'tentative' || event.busyStatus === 'tentative') return 'tentative';
  if (own !== undefined) return 'none';
  return event.attendees.length === 0 || !ownerKnown ? 'accepted' : 'none';
}

/** The class an answer is in: without an answer, what repeats is more likely attended than what does not. */
export function attendanceClass(answer: Exclude<Answer, 'declined'>, recurring: boolean): AttendanceClass {
  return answer === 'none' ? (recurring ? 'no-answer-recurring' : 'no-answer') : answer;
}

/**
 * Share of an event's minutes that counts: 1 accepted, 0.5 tentative, 0.7 without an answer when it repeats, else 0.5. Once 20 of a class were
 * confirmed or denied, the mean of Beta(2 + held, 2 + not held) instead. Example: 15 of 20 tentative ones held gives 17 / 24 = 0.708.
 */
export function attendanceWeight(answer: Exclude<Answer, 'declined'>, recurring: boolean, attended: Attended = {}): number {
  const name = attendanceClass(answer, recurring);
  const own = attended[name];
  return own !== undefined && own.of >= ENOUGH ? (2 + own.held) / (4 + own.of) : WEIGHTS[name];
}

/** Attendees who are people and not the person: rooms and things are left out. */
export function othersOf(event: CalendarEvent): Attendee[] {
  return event.attendees.filter(({ self, kind }) => !self && kind !== 'room' && kind !== 'resource');
}

/** People at the event with the organiser counted once and the person never. */
export function otherCount(event: CalendarEvent): number {
  const others = othersOf(event);
  const organiser = event.organiser;
  if (organiser === undefined || organiser.self) return others.length;
  return others.length + (others.some(({ email }) => email !== undefined && email === organiser.email) ? 0 : 1);
}

/** True when anybody else has accepted; an organiser has. */
export function othersAccepted(event: CalendarEvent): boolean {
  return (event.organiser !== undefined && !event.organiser.self) || othersOf(event).some(({ response }) => response === 'accepted');
}

/** True when somebody's address lies outside the given domains (and their subdomains). False when no domain is known. */
export function hasExternal(event: CalendarEvent, company: readonly string[]): boolean {
  if (company.length === 0) return false;
  const people = [...othersOf(event), ...(event.organiser === undefined || event.organiser.self ? [] : [event.organiser])];
  return people.some(({ email }) => {
    const domain = email?.split('@')[1];
    return domain !== undefined && !domain.endsWith('calendar.google.com') && !company.some((own) => domain === own || domain.endsWith(`.${own}`));
  });
}
