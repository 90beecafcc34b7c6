// Events and clocks for tests: a plain accepted meeting in UTC, changed where a test says so.
import type { Attendee, CalendarEvent, Response } from '../calendar-event.ts';
import type { Label } from '../minutes/label.ts';
import type { WallClock } from '../working-hours.ts';

export const UTC_CLOCK: WallClock = { toUtc: (local) => local, toLocal: (utc) => utc };
/** Ahead of UTC by one hour, by two from 2026-03-29 01:00Z to 2026-10-25 01:00Z. */
export const SUMMER_CLOCK: WallClock = {
  toLocal: (utc) => utc + offsetAt(utc),
  toUtc: (local) => local - offsetAt(local - 7_200_000),
};

function offsetAt(utc: number): number {
  return utc >= Date.UTC(2026, 2, 29, 1) && utc < Date.UTC(2026, 9, 25, 1) ? 7_200_000 : 3_600_000;
}

export function person(email: string, response: Response = 'accepted', self = false): Attendee {
  return { email, response, self, role: 'required', kind: 'individual' };
}

let made = 0;

/** `event('2026-10-05T09:00', 30)`: half an hour with somebody of the same company, accepted by both. */
export function event(start: string, minutes: number, change: Partial<CalendarEvent> = {}): CalendarEvent {
  const from = Date.parse(`${start}:00Z`);
  const uid = `event-${made++}`;
  return {
    uid, series: uid, recurring: false, start: from, end: from + minutes * 60_000, source: 'work.ics', summary: `Meeting ${uid}`, status: 'confirmed', transparent: false, visibility: 'public',
    attendees: [person('me@sample.example', 'accepted', true), person('colleague@sample.example')], categories: [], sequence: 0, eventType: 'default', ...change,
  };
}

/** A label for everything. */
export const always = (label: Partial<Label>) => (): Label => ({ probability: 0.8, layer: 'model', confirmed: false, ...label });
