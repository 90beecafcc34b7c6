import { describe, expect, it } from 'vitest';
import { sampleCalendar } from './sample-calendar.ts';
import { sampleCalendarText } from './sample-calendar-text.ts';

describe('the sample’s calendar', () => {
  const meetings = sampleCalendar(1, '2026-11-20');

  it('is the same for one seed and day, and another for another', () => {
    expect(sampleCalendar(1, '2026-11-20')).toEqual(meetings);
    expect(sampleCalendar(2, '2026-11-20')).not.toEqual(meetings);
  });

  it('has what real calendars have', () => {
    const having = (wanted: (meeting: (typeof meetings)[number]) => boolean): number => meetings.filter(wanted).length;
    expect(having(({ rule }) => rule !== undefined)).toBeGreaterThan(12);
    expect(having(({ secret }) => secret === true)).toBeGreaterThan(1);
    expect(having(({ away }) => away === true)).toBe(2);
    expect(['declined', 'tentative', 'needs-action'].map((answer) => having((meeting) => meeting.answer === answer) > 0)).toEqual([true, true, true]);
    expect(new Set(meetings.map(({ uid }) => uid)).size).toBe(meetings.length);
    expect(meetings.flatMap((meeting) => [...meeting.with, meeting.organiser ?? '']).every((address) => address === '' || /@sample-[a-z]+\.example$/.test(address))).toBe(true);
  });

  it('carries more water in its last ten weeks than in its first', () => {
    const water = meetings.filter(({ uid }) => uid.startsWith('water'));
    const late = water.filter(({ day }) => day >= '2026-09-11' && day <= '2026-11-20').length;
    expect(late).toBeGreaterThan(2 * water.filter(({ day }) => day < '2026-09-11').length);
  });

  it('is written as a calendar, one event a meeting', () => {
    const text = sampleCalendarText(meetings);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(meetings.length);
    expect(text).toContain('SUMMARY:Stand-up\r\nDTSTART:20260629T091500\r\nDURATION:PT15M\r\nRRULE:FREQ=WEEKLY\\;BYDAY'.replace('\\;', ';'));
  });
});
