import { describe, expect, it } from 'vitest';
import type { Attendee, CalendarEvent } from '../calendar-event.ts';
import { factsOf } from './facts.ts';

const person = (email: string, more: Partial<Attendee> = {}): Attendee => ({ email, self: false, response: 'accepted', role: 'required', kind: 'individual', ...more });
const event = (more: Partial<CalendarEvent>): CalendarEvent => ({
  summary: 'Roadmap', status: 'confirmed', transparent: false, visibility: 'public', attendees: [], categories: [], sequence: 0, eventType: 'default',
  uid: 'u', series: 's', recurring: false, start: 0, end: 1_800_000, source: 'a.ics', ...more,
});
const around = { company: ['acme.example'], namesAttendees: true };

describe('facts of an event', () => {
  it('count people, not rooms, and know who is from outside', () => {
    const attendees = [person('me@acme.example', { self: true }), person('kim@globex.example'), person('room@acme.example', { kind: 'room' })];
    expect(factsOf(event({ attendees }), around)).toMatchObject({ attendees: 2, external: true, others: ['kim@globex.example'], minutes: 30 });
    expect(factsOf(event({ attendees: [person('ana@eu.acme.example')] }), around)).toMatchObject({ attendees: 2, external: false });
  });

  it('leave out what the calendar does not say', () => {
    const facts = factsOf(event({}), { company: [], namesAttendees: false });
    expect('attendees' in facts || 'external' in facts || 'organiser' in facts).toBe(false);
    expect(factsOf(event({}), around)).toMatchObject({ attendees: 1, external: false });
  });

  it('keep a private title and description to themselves', () => {
    const facts = factsOf(event({ visibility: 'private', description: 'secret' }), around);
    expect([facts.title, facts.description]).toEqual(['', undefined]);
  });

  it('read the host of the call', () => {
    expect(factsOf(event({ conference: 'https://Meet.Globex.example/abc?x=1' }), around).conferenceHost).toBe('meet.globex.example');
    expect('conferenceHost' in factsOf(event({ conference: 'room 5' }), around)).toBe(false);
  });
});
