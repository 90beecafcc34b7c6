import { describe, expect, it } from 'vitest';
import { calendarOf, reading } from './calendar.fixture.ts';
import { readCalendar } from './read-calendar.ts';

const START = 'DTSTART:20261116T090000Z\nDURATION:PT30M';
const only = (lines: string) => reading(calendarOf(`UID:e\n${START}\n${lines}`)).instances[0]!;

describe('what an event says', () => {
  it('unescapes texts and leaves other backslashes alone', () => {
    expect(only('SUMMARY:Plan\\, price\\; and more\\nC:\\\\temp \\"so\\"').summary).toBe('Plan, price; and more\nC:\\temp \\"so\\"');
  });

  it('knows organiser and attendees, their answers, and who is meant by me', () => {
    const text = calendarOf(`UID:e\n${START}\nORGANIZER;CN="Doe, Jo":MAILTO:Jo@Example.com\nATTENDEE;CN=Me;PARTSTAT=DECLINED;ROLE=OPT-PARTICIPANT:mailto:PM@example.com\nATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room@example.com\nATTENDEE:invalid:nomail`);
    const [event] = readCalendar([{ name: 'a.ics', content: text }], { from: 0, to: Date.parse('2027-01-01'), me: ['pm@EXAMPLE.com'] }).instances;
    expect(event?.organiser).toEqual({ email: 'jo@example.com', name: 'Doe, Jo', self: false });
    expect(event?.attendees).toEqual([
      { email: 'pm@example.com', name: 'Me', self: true, response: 'declined', role: 'optional', kind: 'individual' },
      { email: 'room@example.com', name: 'Room 4', self: false, response: 'needs-action', role: 'required', kind: 'room' },
      { self: false, response: 'needs-action', role: 'required', kind: 'individual' },
    ]);
  });

  it('knows status, busy state, privacy, categories and the call', () => {
    expect(only('STATUS:TENTATIVE\nTRANSP:TRANSPARENT\nCLASS:PRIVATE\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\nCATEGORIES:Sales\\, EU,Focus\nLOCATION:https://example.zoom.us/j/123?pwd=x\nCREATED:20260101T000000Z\nSEQUENCE:3')).toMatchObject({
      status: 'tentative', transparent: true, visibility: 'private', busyStatus: 'out-of-office', categories: ['Sales, EU', 'Focus'], conference: 'https://example.zoom.us/j/123?pwd=x',
      created: Date.parse('2026-01-01'), sequence: 3,
    });
    expect(only('SUMMARY:Plain')).toMatchObject({ status: 'confirmed', transparent: false, visibility: 'public', attendees: [], eventType: 'default' });
  });

  it('does not take an alarm for its event', () => {
    expect(only('SUMMARY:Meeting\nBEGIN:VALARM\nDESCRIPTION:Alarm\nSUMMARY:Alarm\nDURATION:PT5M\nEND:VALARM')).toMatchObject({ summary: 'Meeting' });
  });

  it('a calendar that cancels cancels its events', () => {
    expect(reading(calendarOf(`UID:e\n${START}`).replace('VERSION:2.0', 'METHOD:CANCEL')).instances[0]?.status).toBe('cancelled');
  });
});
