import { describe, expect, it } from 'vitest';
import { kindNamed, type Group } from '../attention/kinds.ts';
import { weekStart } from '../kernel/calendar.ts';
import { addDays } from '../kernel/instant.ts';
import { sampleCalendar, sampleKinds } from './sample-calendar.ts';
import { sampleCalendarText } from './sample-calendar-text.ts';
import type { SampleMeeting } from './sample-meeting.ts';

const TODAY = '2026-11-20';
/** The Monday of the calendar's first week. */
const FIRST = '2026-06-29';

describe('the sample’s calendar', () => {
  const meetings = sampleCalendar(1, TODAY);

  it('is the same for one seed and day, and another for another', () => {
    expect(sampleCalendarText(sampleCalendar(1, TODAY))).toBe(sampleCalendarText(meetings));
    expect(sampleCalendar(2, TODAY)).not.toEqual(meetings);
  });

  it('has what real calendars have', () => {
    const having = (wanted: (meeting: SampleMeeting) => boolean): number => meetings.filter(wanted).length;
    expect(having(({ rule }) => rule !== undefined)).toBeGreaterThan(25);
    expect(having(({ secret }) => secret === true)).toBeGreaterThan(1);
    expect(having(({ away }) => away === true)).toBe(2);
    expect(having(({ at, away }) => at === undefined && away === undefined)).toBeGreaterThan(1);
    expect(having(({ title, with: others }) => title === 'Focus' && others.length === 0)).toBe(3);
    expect(['declined', 'tentative', 'needs-action'].map((answer) => having((meeting) => meeting.answer === answer) > 0)).toEqual([true, true, true]);
    expect(new Set(meetings.map(({ uid }) => uid)).size).toBe(meetings.length);
    expect(meetings.flatMap((meeting) => [...meeting.with, meeting.organiser ?? '']).every((address) => address === '' || /@sample-[a-z]+\.example$/.test(address))).toBe(true);
  });

  it('gives up hours with customers and grows reports on projects', () => {
    const research = (week: number): number => minutesOf(meetings, week, ({ kind }) => kind === 'customer_research' || kind === 'customer_call');
    const water = (week: number): number => minutesOf(meetings, week, ({ kind }) => kind !== undefined && groupOf(kind) === 'glue');
    const projects = (week: number): number => minutesOf(meetings, week, ({ kind }) => kind === 'project_mgmt');
    expect([research(2), research(18)]).toEqual([285, 90]);
    expect([projects(2), projects(18)]).toEqual([0, 180]);
    expect(water(18)).toBeGreaterThan(1.5 * water(2));
  });

  it('knows one true kind for each title, and none for what is private', () => {
    const kinds = sampleKinds(meetings);
    for (const { title, kind } of meetings) if (kind !== undefined) expect(kinds.get(title), title).toBe(kind);
    expect(kinds.has('Appointment')).toBe(false);
  });

  it('is written as a calendar, one event a meeting', () => {
    const text = sampleCalendarText(meetings);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(meetings.length);
    expect(text).toContain('SUMMARY:Stand-up\r\nDTSTART:20260629T091500\r\nDURATION:PT15M\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\n');
  });
});

function groupOf(kind: string): Group | undefined {
  return kindNamed(kind)?.group;
}

/** Planned minutes of one week, overlaps included. */
function minutesOf(meetings: readonly SampleMeeting[], week: number, wanted: (meeting: SampleMeeting) => boolean): number {
  const monday = addDays(FIRST, 7 * week);
  return meetings.filter(({ at, answer }) => at !== undefined && answer !== 'declined').filter(wanted).reduce((sum, { day, until, rule, minutes }) => {
    const begun = weekStart(day);
    if (rule === undefined) return begun === monday ? sum + minutes : sum;
    if (begun > monday || (until !== undefined && until < monday)) return sum;
    const days = /BYDAY=([A-Z,]+)/.exec(rule)?.[1]?.split(',').length ?? 1;
    const odd = (Date.parse(monday) - Date.parse(begun)) / (7 * 86_400_000) % 2 === 1;
    return rule.includes('INTERVAL=2') && odd ? sum : sum + minutes * days;
  }, 0);
}
